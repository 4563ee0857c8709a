import type { CellRef, Message, Severity } from '@biaochi/domain'

/** Something a reader has to say about a line. */
export interface LineFinding {
  /** 1-based */
  readonly line: number
  /** The last line it is about, where that is another one. */
  readonly lastLine: number
  readonly severity: Severity
  readonly rule: string
  readonly message: Message
  /** Which project of the reading it belongs to, null for the file as a whole. */
  readonly projectIndex: number | null
  /** The cell it points at; null where nothing was read. */
  readonly at: CellRef | null
}

/** What a reader can find, and how bad each is for an import. */
export const readerRules = {
  'layout-unknown': 'block',
  'no-form': 'block',
  'project-name-missing': 'block',
  'year-missing': 'block',
  'row-unreadable': 'block',
  'row-without-name': 'warn',
  'row-joined': 'warn',
  'half-missing': 'warn',
  'text-orphaned': 'warn',
  'label-unknown': 'warn',
  'label-missing': 'warn',
  'label-repeated': 'warn',
  'level-guessed-from-level2': 'warn',
  'amount-unreadable': 'block',
  'amount-without-label': 'warn',
  'unit-assumed': 'warn',
  'date-unreadable': 'warn',
  'goal-column-guessed': 'warn',
  'section-empty': 'warn',
  'figure-unreadable': 'block',
  'column-unkept': 'warn',
} as const satisfies Readonly<Record<string, Severity>>

/** The id of something a reader can find. */
export type ReaderRule = keyof typeof readerRules

/** Says that something is odd at a line, or from there to the last one it is about. */
export type Report = (
  rule: ReaderRule,
  line: number,
  params?: Readonly<Record<string, string>>,
  at?: CellRef,
  lastLine?: number,
) => void

const longest = 40

/** A finding of the reader; long texts are quoted by their beginning. */
export function readerFinding(
  rule: ReaderRule,
  line: number,
  params: Readonly<Record<string, string>>,
  where: { lastLine?: number; projectIndex?: number | null; at?: CellRef | null } = {},
): LineFinding {
  const quoted = Object.fromEntries(
    Object.entries(params).map(([name, text]) => [
      name,
      text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : text,
    ]),
  )
  return {
    line,
    lastLine: where.lastLine ?? line,
    severity: readerRules[rule],
    rule,
    message: { code: `reader.${rule}`, params: quoted },
    projectIndex: where.projectIndex ?? null,
    at: where.at ?? null,
  }
}
