import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))

export interface ServerProcess {
  readonly child: ChildProcess
  readonly url: string
  readonly output: () => string
}

export interface EndedProcess {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Of this process' environment a server gets its way to programs and to modules compiled before, and nothing else. */
const kept = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }

const launch = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [main], {
    env: { ...kept, PORT: '0', BIAOCHI_SAMPLES: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Starts the server as a person does; answers when it says that it is ready. */
export const startServer = (env: Record<string, string>): Promise<ServerProcess> =>
  new Promise((resolve, reject) => {
    const child = launch(env)
    let output = ''
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const url = /就绪：(\S+)/.exec(output)?.[1]
      if (url !== undefined) resolve({ child, url, output: () => output })
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)))
  })

/** Starts a server that is expected to end by itself. */
export const runServer = async (env: Record<string, string>): Promise<EndedProcess> => {
  const child = launch(env)
  let [stdout, stderr] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

/** Ends a server by a signal and waits until it is gone. */
export const endServer = async (
  { child }: ServerProcess,
  signal: 'SIGKILL' | 'SIGTERM',
): Promise<number | null> => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = await ended
  return code
}
