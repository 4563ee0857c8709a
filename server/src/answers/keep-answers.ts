import { getOperationAST, visit, type DocumentNode, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { Database } from '@biaochi/prisma'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import { LatestUsed } from '../latest-used.ts'
import type { Answer } from './answer.ts'
import { answerKey } from './answer-key.ts'
import { ChangeMarks } from './change-marks.ts'
import type { Keeper } from './send-answers.ts'
import { Shared } from './shared.ts'

type Result = ExecutionResult | AsyncIterable<ExecutionResult>

/** An answer and the mark that was read before it was computed; null for a question that came only once. */
type Kept = { readonly mark: string; readonly answer: Answer } | null

/** What an entry weighs besides its bytes. */
const OVERHEAD = 500

const asksForSchema = (document: DocumentNode): boolean => {
  let asks = false
  visit(document, {
    Field: ({ name }) => {
      if (name.value === '__schema' || name.value === '__type') asks = true
    },
  })
  return asks
}

const isQuery = ({ document, operationName }: ExecutionArgs): boolean =>
  getOperationAST(document, operationName)?.operation === 'query' && !asksForSchema(document)

const isGood = (result: Result): boolean =>
  'data' in result && result.data !== null && result.errors === undefined

/**
 * Remembers the answers to queries that come again, as bytes, the latest used ones. An answer is given again only while
 * nothing was written since before it was computed, which one small statement tells, whoever writes. What writes, fails
 * or asks for the schema is not remembered.
 */
export const keepAnswers = (
  db: Database,
  bytes: number,
): { readonly plugin: Plugin<YogaInitialContext>; readonly keeper: Keeper } => {
  const kept = new LatestUsed<Kept>(bytes, (_key, known) => OVERHEAD + (known?.answer.body.length ?? 0))
  const marks = new ChangeMarks(db.sql)
  const shared = new Shared<Result>()
  /** Questions that are not known yet: their first answer only says whether they can be kept. */
  const unknown = new WeakMap<Request, { readonly key: string; keepable: boolean }>()
  const found = new WeakMap<Request, Answer>()
  const wanted = new WeakMap<Request, { readonly key: string; readonly mark: string }>()

  const plugin: Plugin<YogaInitialContext> = {
    onParams: ({ request, params, paramsHandler, setParamsHandler }) => {
      const key = answerKey(request, params)
      if (key === null) return
      if (kept.get(key) === undefined) return void unknown.set(request, { key, keepable: false })
      setParamsHandler(async (payload) => {
        const mark = await marks.read()
        const known = kept.get(key)
        if (known?.mark === mark) {
          found.set(request, known.answer)
          return { data: null }
        }
        wanted.set(request, { key, mark })
        // Whoever asks the same of the same state meanwhile may have the same result.
        return shared.run(`${mark} ${key}`, async () => paramsHandler(payload), isGood)
      })
    },
    onExecute: ({ args }) => {
      const first = unknown.get(args.contextValue.request)
      if (first !== undefined) first.keepable = isQuery(args)
    },
    onResultProcess: ({ request, result, setResultProcessor }) => {
      if (found.has(request)) return setResultProcessor((_none, { Response }) => new Response(), '*/*')
      const good = !Array.isArray(result) && isGood(result)
      if (!good) wanted.delete(request)
      const first = unknown.get(request)
      if (good && first?.keepable === true && kept.get(first.key) === undefined) kept.set(first.key, null)
    },
  }
  const keeper: Keeper = {
    found: (request) => found.get(request),
    wants: (request) => wanted.has(request),
    keep: (request, answer) => {
      const asked = wanted.get(request)
      // One answer may not drive out all others.
      if (asked === undefined || answer.body.length > bytes / 4) return
      kept.set(asked.key, { mark: asked.mark, answer })
    },
  }
  return { plugin: bytes === 0 ? {} : plugin, keeper }
}
