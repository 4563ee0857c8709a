import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { z } from 'zod'
import type { DatabaseTarget } from '@biaochi/prisma'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** A setting that cannot be used, in one sentence. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

export interface Env {
  readonly host: string
  readonly port: number
  readonly database: DatabaseTarget
  readonly logLevel: (typeof levels)[number]
  readonly samples: boolean
}

/** Names and addresses that reach this machine only. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

const badPort = 'PORT 应是 0 到 65535 之间的整数。'

const settings = z.object({
  PORT: z.coerce.number({ error: badPort }).int(badPort).min(0, badPort).max(65535, badPort).default(4180),
  HOST: z.string().default('127.0.0.1').refine(isLoopback, {
    error:
      '目前还没有登录，谁连上服务器谁就是管理员，所以 HOST 只能是本机地址（127.0.0.1、::1 或 localhost）。',
  }),
  DATA_DIR: z.string().min(1).default(path.join(repository, 'data')),
  DATABASE_URL: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(levels, { error: `LOG_LEVEL 应是 ${levels.join('、')} 之一。` }).default('warn'),
  BIAOCHI_SAMPLES: z.enum(['load', 'none'], { error: 'BIAOCHI_SAMPLES 应是 load 或 none。' }).default('load'),
})

/** The settings of this process; what is empty counts as not set. */
export const readEnv = (variables: Readonly<Record<string, string | undefined>>): Env => {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success) throw new SettingError(parsed.error.issues.map((issue) => issue.message).join(' '))
  const { HOST, PORT, DATA_DIR, DATABASE_URL, LOG_LEVEL, BIAOCHI_SAMPLES } = parsed.data
  return {
    host: HOST,
    port: PORT,
    database: DATABASE_URL === undefined ? { dataDir: path.resolve(DATA_DIR) } : { url: DATABASE_URL },
    logLevel: LOG_LEVEL,
    samples: BIAOCHI_SAMPLES === 'load',
  }
}
