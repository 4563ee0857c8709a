import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { chromiumPath } from './browser.ts'
import { endServer, startServer } from './server-process.ts'

/** The folder of a server that has only just started for the first time. */
export const templateOf = (samples: boolean): string => {
  const folder = process.env['STAGE_TEMPLATES']
  if (folder === undefined)
    throw new Error('STAGE_TEMPLATES is not set: tests/support/stage-templates.ts has not run')
  return path.join(folder, samples ? 'samples' : 'empty')
}

/** What all browser tests begin with, made once: servers' folders after their first start, with samples and without. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'biaochi-templates-'))
  process.env['STAGE_TEMPLATES'] = folder
  const make = async (samples: boolean): Promise<void> => {
    const env = { DATA_DIR: templateOf(samples), BIAOCHI_SAMPLES: samples ? 'load' : 'none' }
    await endServer(await startServer(env), 'SIGTERM')
  }
  // The browser too is unpacked once, before two files want it at the same time.
  await Promise.all([make(true), make(false), chromiumPath()])
  return () => rm(folder, { recursive: true, force: true })
}
