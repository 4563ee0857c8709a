import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { z } from 'zod'
import type { DatabaseTarget } from '@biaochi/prisma'
import { defaultLimits, type Limits } from './limits/limits.ts'

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
  readonly limits: Limits
  /** After this many seconds a PostgreSQL server gives a statement up; 0: never. */
  readonly statementSeconds: number
  /** How much memory answers to repeated queries may take; 0: none are kept. */
  readonly answerBytes: number
  readonly persistedOnly: boolean
  readonly introspection: boolean
  readonly graphiql: boolean
}

/** Names and addresses that reach this machine only. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

const badPort = 'PORT 应是 0 到 65535 之间的整数。'

const count = (name: string, preset: number, least = 1) => {
  const error = `${name} 应是不小于 ${least} 的整数。`
  return z.coerce.number({ error }).int(error).min(least, error).default(preset)
}

const onOff = (name: string, preset: 'on' | 'off' = 'on') =>
  z.enum(['on', 'off'], { error: `${name} 应是 on 或 off。` }).default(preset)

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
  GRAPHIQL: onOff('GRAPHIQL'),
  GRAPHQL_INTROSPECTION: onOff('GRAPHQL_INTROSPECTION'),
  PERSISTED_ONLY: onOff('PERSISTED_ONLY', 'off'),
  MAX_BODY_BYTES: count('MAX_BODY_BYTES', defaultLimits.bodyBytes),
  MAX_DOCUMENT_LENGTH: count('MAX_DOCUMENT_LENGTH', defaultLimits.documentLength),
  MAX_TOKENS: count('MAX_TOKENS', defaultLimits.tokens),
  MAX_DIRECTIVES: count('MAX_DIRECTIVES', defaultLimits.directives, 0),
  MAX_DEPTH: count('MAX_DEPTH', defaultLimits.depth),
  MAX_FIELDS: count('MAX_FIELDS', defaultLimits.fields),
  MAX_ALIASES: count('MAX_ALIASES', defaultLimits.aliases, 0),
  MAX_COST: count('MAX_COST', defaultLimits.cost),
  MAX_PAGE: count('MAX_PAGE', defaultLimits.pageSize),
  MAX_SUBSCRIPTIONS: count('MAX_SUBSCRIPTIONS', defaultLimits.subscriptions, 0),
  MAX_BEHIND: count('MAX_BEHIND', defaultLimits.subscriberBehind),
  RATE_PER_SECOND: count('RATE_PER_SECOND', defaultLimits.requestsPerSecond, 0),
  RATE_BURST: count('RATE_BURST', defaultLimits.requestBurst),
  REQUEST_TIMEOUT: count('REQUEST_TIMEOUT', defaultLimits.requestSeconds),
  STATEMENT_TIMEOUT: count('STATEMENT_TIMEOUT', 30, 0),
  ANSWER_CACHE_BYTES: count('ANSWER_CACHE_BYTES', 64_000_000, 0),
})

const limitsOf = (given: z.infer<typeof settings>): Limits => ({
  bodyBytes: given.MAX_BODY_BYTES,
  documentLength: given.MAX_DOCUMENT_LENGTH,
  tokens: given.MAX_TOKENS,
  directives: given.MAX_DIRECTIVES,
  depth: given.MAX_DEPTH,
  fields: given.MAX_FIELDS,
  aliases: given.MAX_ALIASES,
  cost: given.MAX_COST,
  pageSize: given.MAX_PAGE,
  requestsPerSecond: given.RATE_PER_SECOND,
  requestBurst: given.RATE_BURST,
  requestSeconds: given.REQUEST_TIMEOUT,
  subscriptions: given.MAX_SUBSCRIPTIONS,
  subscriberBehind: given.MAX_BEHIND,
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
    limits: limitsOf(parsed.data),
    statementSeconds: parsed.data.STATEMENT_TIMEOUT,
    answerBytes: parsed.data.ANSWER_CACHE_BYTES,
    persistedOnly: parsed.data.PERSISTED_ONLY === 'on',
    introspection: parsed.data.GRAPHQL_INTROSPECTION === 'on',
    graphiql: parsed.data.GRAPHIQL === 'on',
  }
}
