import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServerDatabase, onServer, type ServerDatabase } from '../support/database.ts'
import { endServer, runServer, startServer, type ServerProcess } from '../support/server-process.ts'

let folder: string
let own: ServerDatabase | null
let env: Record<string, string>
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'biaochi-start-'))
  own = onServer ? await createServerDatabase() : null
  env = own === null ? { DATA_DIR: folder } : { DATABASE_URL: own.url }
})
afterAll(async () => {
  await own?.drop()
  await rm(folder, { recursive: true, force: true })
})

const oneSentence = (stderr: string): string => {
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).not.toMatch(/\bat \S+:\d+/)
  return stderr.trim()
}

describe('the server', () => {
  test('says what it is doing, serves, and ends in order when asked to', async () => {
    const server = await startServer(env)
    expect(server.output()).toMatch(/打开数据库[\s\S]*迁移：[\s\S]*就绪：http:\/\/127\.0\.0\.1:\d+/)
    const health = await fetch(`${server.url}/health`)
    expect(await health.json()).toEqual({ status: 'ok', database: onServer ? 'server' : 'embedded' })
    expect(await endServer(server, 'SIGTERM')).toBe(0)
    const again = await startServer(env)
    expect(again.output()).toContain('已是最新')
    expect(await endServer(again, 'SIGTERM')).toBe(0)
  })

  test('says in one sentence that the port is taken', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(address !== null && typeof address === 'object' ? address.port : 0)
      }),
    )
    const ended = await runServer({ ...env, PORT: String(port) })
    other.close()
    expect(ended.code).toBe(1)
    expect(oneSentence(ended.stderr)).toContain(`端口 ${port} 已被占用`)
  })

  test('says in one sentence why it does not listen on other addresses', async () => {
    const ended = await runServer({ ...env, HOST: '0.0.0.0' })
    expect(ended.code).toBe(1)
    expect(oneSentence(ended.stderr)).toContain('本机地址')
  })

  test('says in one sentence that the database cannot be reached, without the password', async () => {
    const ended = await runServer({ DATABASE_URL: 'postgres://me:geheim@127.0.0.1:1/biaochi' })
    expect(ended.code).toBe(1)
    expect(oneSentence(ended.stderr)).toContain('连接不上数据库 postgres://me@127.0.0.1:1/biaochi')
    expect(ended.stderr + ended.stdout).not.toContain('geheim')
  })

  test('says in one sentence that DATABASE_URL is no address', async () => {
    const ended = await runServer({ DATABASE_URL: 'somewhere' })
    expect(ended.code).toBe(1)
    oneSentence(ended.stderr)
  })
})

const dataFolder = (): void => {
  let holder: ServerProcess
  test('is used by one process, and the other is told which', async () => {
    holder = await startServer(env)
    const ended = await runServer(env)
    expect(ended.code).toBe(1)
    expect(oneSentence(ended.stderr)).toContain(`pid ${holder.child.pid}`)
  })

  test('is free at once when its process was killed', async () => {
    await endServer(holder, 'SIGKILL')
    const next = await startServer(env)
    expect(await endServer(next, 'SIGTERM')).toBe(0)
  })

  test('of another PostgreSQL version is refused in one sentence', async () => {
    const old = await mkdtemp(path.join(folder, 'old-'))
    await mkdir(path.join(old, 'postgres'))
    await writeFile(path.join(old, 'postgres', 'PG_VERSION'), '17\n')
    const ended = await runServer({ DATA_DIR: old })
    expect(ended.code).toBe(1)
    expect(oneSentence(ended.stderr)).toContain('PostgreSQL 17')
  })

  test('that is a file is refused in one sentence', async () => {
    const file = path.join(folder, 'a-file')
    await writeFile(file, '')
    const ended = await runServer({ DATA_DIR: file })
    expect(ended.code).toBe(1)
    oneSentence(ended.stderr)
  })
}

// A server has no data folder.
if (!onServer) describe('the data folder', dataFolder)
