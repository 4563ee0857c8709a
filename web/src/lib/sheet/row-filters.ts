import { m } from '#lib/i18n.ts'
import type { FilterSubject } from './column-filter.ts'
import type { Draft } from './cell-view.ts'

interface SavingRows {
  readonly drafts: readonly Draft[]
  readonly unsavedRows: readonly string[]
}

const isFailed = ['failed']
const isWaiting = ['waiting']
const isSaved = ['saved']

/** Whether all of a row is saved; what is looked up is looked up once. */
export function savingSubject<R extends { readonly id: string }>(model: SavingRows): FilterSubject<R> {
  let known: { readonly failed: ReadonlySet<string>; readonly waiting: ReadonlySet<string> } | null = null
  const rows = (): NonNullable<typeof known> =>
    (known ??= {
      failed: new Set(model.drafts.map(({ rowId }) => rowId)),
      waiting: new Set(model.unsavedRows),
    })
  return {
    kind: 'set',
    order: ['failed', 'waiting', 'saved'],
    valuesOf: ({ id }) => (rows().failed.has(id) ? isFailed : rows().waiting.has(id) ? isWaiting : isSaved),
  }
}

export const savingWords: Readonly<Record<string, () => string>> = {
  failed: m.filter_state_failed,
  waiting: m.filter_state_waiting,
  saved: m.filter_state_saved,
}

/** The worst first, and rows nothing was found in. */
export const severityOrder = ['block', 'explain', 'warn', 'none']

export const severityWords: Readonly<Record<string, () => string>> = {
  block: m.severity_block,
  explain: m.severity_explain,
  warn: m.severity_warn,
  none: m.filter_findings_none,
}
