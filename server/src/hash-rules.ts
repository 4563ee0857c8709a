import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Everything a count of findings can depend on: the rules, and how texts are read and scored. Not what is said of it. */
const sources = fileURLToPath(new URL('../../domain/src/', import.meta.url))
const isRule = (file: string): boolean => file.endsWith('.ts') && !file.startsWith(`messages${path.sep}`)

/**
 * Names the rules as they are now, from their source: nobody can forget to count up a version. It is another one also after
 * changes that change no count; then projects are counted once in vain.
 */
export const hashRules = async (): Promise<string> => {
  const files = (await readdir(sources, { recursive: true })).filter(isRule).toSorted()
  const texts = await Promise.all(files.map((file) => readFile(path.join(sources, file))))
  const hash = createHash('sha256')
  for (const [at, text] of texts.entries()) hash.update(`${files[at] ?? ''}\n`).update(text)
  return hash.digest('hex')
}
