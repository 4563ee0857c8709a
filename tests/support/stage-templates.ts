import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { endServer, startServer } from './server-process.ts'

/** The folder of a server that has only just started for the first time. */
export const templateOf = (samples: boolean): string => {
  const folder = process.env['STAGE_TEMPLATES']
  if (folder === undefined)
    throw new Error('STAGE_TEMPLATES is not set: tests/support/stage-templates.ts has not run')
  return path.join(folder, samples ? 'samples' : 'empty')
}

/** First starts, with samples and without, once for all browser tests: each begins with a copy. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'biaochi-templates-'))
  process.env['STAGE_TEMPLATES'] = folder
  for (const samples of [true, false]) {
    const env = { DATA_DIR: templateOf(samples), BIAOCHI_SAMPLES: samples ? 'load' : 'none' }
    await endServer(await startServer(env), 'SIGTERM')
  }
  return () => rm(folder, { recursive: true, force: true })
}
