import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseError } from './database-error.ts'

const SQLITE_BUSY = 5

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY

/**
 * Takes the data folder for this process; answers how to give it back.
 * Node cannot lock a file, SQLite can: an exclusive transaction on an empty file holds a lock of the operating system,
 * which ends with the process however it ends. The pid beside it is only for the sentence.
 */
export const lockFolder = async (folder: string): Promise<() => void> => {
  const pidFile = path.join(folder, 'lock.pid')
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new DatabaseError(
      `数据目录 ${folder} 建立不了：${error instanceof Error ? error.message : String(error)}`,
    )
  })
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(path.join(folder, 'lock'))
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    if (!isBusy(error))
      throw new DatabaseError(
        `数据目录 ${folder} 不可写：${error instanceof Error ? error.message : String(error)}`,
      )
    const pid = await readFile(pidFile, 'utf8').catch(() => '未知')
    throw new DatabaseError(
      `数据目录 ${folder} 正被另一个进程（pid ${pid.trim()}）使用，同一目录只能由一个进程打开。`,
    )
  }
  const held = lock
  await writeFile(pidFile, `${process.pid}\n`)
  return () => held.close()
}
