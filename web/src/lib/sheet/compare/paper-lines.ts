import { equalDecimals, formatActual, formatTarget } from '@biaochi/domain'
import type { Fund, FundBeside, Indicator, IndicatorBeside } from '@biaochi/domain'
import { m } from '#lib/i18n.ts'
import type { ColumnId } from '../sheet-table.ts'
import { changeWords } from './compare-cells.ts'
import type { Choice, ComparedPapers, Paper } from './compared-papers.ts'

/** What one paper says, and in small what belongs to it. */
export interface PaperText {
  readonly text: string
  readonly note: string | null
}

/** One thing on both papers. */
export interface PaperLine {
  readonly key: string
  readonly title: string
  /** Null where the paper does not have it. */
  readonly before: PaperText | null
  readonly after: PaperText | null
  /** What differs, in words; none where nothing does. */
  readonly marks: readonly string[]
  /** An easier target or something dropped: what a reviewer looks for. */
  readonly isGrave: boolean
  /** Where to go; null: to the project itself. */
  readonly at: PaperCell | null
}

/** A cell on one of the papers, and where to go when that paper is not in the sheet. */
export interface PaperCell {
  readonly rowIds: readonly string[]
  readonly column: ColumnId
}

export interface PaperLines {
  readonly goals: readonly PaperLine[]
  readonly funds: readonly PaperLine[]
  readonly indicators: readonly PaperLine[]
}

interface LineWords {
  readonly amount: (amount: string) => string
  readonly signed: (amount: string) => string
  readonly fund: (fund: Fund) => string
}

/** Everything the two papers say, line by line, with what differs. */
export function paperLines(compared: ComparedPapers, words: LineWords): PaperLines {
  const { choice, comparison } = compared
  const plain = (text: string | undefined): PaperText | null =>
    text === undefined ? null : { text, note: null }
  return {
    goals: comparison.goals.map(({ before, after, differs }, index) => ({
      key: `goal ${index}`,
      title: titleOf(before?.label, after?.label),
      before: plain(before?.text),
      after: plain(after?.text),
      marks: differs && choice !== 'periods' ? [m.compare_differs()] : [],
      isGrave: false,
      at: null,
    })),
    funds: comparison.funds.filter(hasMoney).map(({ before, after, differs, difference }, index) => ({
      key: `fund ${index}`,
      title: titleOf(before ? words.fund(before) : undefined, after ? words.fund(after) : undefined),
      before: plain(before ? words.amount(before.amount) : undefined),
      after: plain(after ? words.amount(after.amount) : undefined),
      marks: differs && difference !== null ? [words.signed(difference)] : [],
      isGrave: false,
      at: null,
    })),
    indicators: comparison.indicators.map((line) => indicatorLine(line, compared)),
  }
}

/** Sources nobody uses stand on every form with a zero. */
const hasMoney = ({ before, after }: FundBeside): boolean =>
  [before, after].some((fund) => fund !== null && !equalDecimals(fund.amount, '0'))

const titleOf = (before: string | undefined, after: string | undefined): string =>
  before === undefined || after === undefined || before === after
    ? (after ?? before ?? '')
    : m.compare_renamed({ before, after })

function indicatorLine(line: IndicatorBeside, { choice, before, after }: ComparedPapers): PaperLine {
  const from = line.before === null ? undefined : before.rows[line.before]
  const to = line.after === null ? undefined : after.rows[line.after]
  const rowIds = [to, from].flatMap((row) => (row === undefined ? [] : [row.id]))
  const marks = marksOf(line, choice, from?.record, to?.record)
  return {
    key: `indicator ${rowIds.join(' ')}`,
    title: titleOf(from?.record.name ?? undefined, to?.record.name ?? undefined) || m.cell_empty(),
    before: from === undefined ? null : targetText(from.record),
    after: to === undefined ? null : targetText(to.record),
    marks: marks.map(({ text }) => text),
    isGrave: choice !== 'periods' && marks.some(({ isGrave }) => isGrave),
    at: { rowIds, column: marks[0]?.column ?? 'target' },
  }
}

function targetText({ target, actual }: Indicator): PaperText {
  const done = formatActual(actual)
  return {
    text: formatTarget(target) || m.cell_empty(),
    note: done === '' ? null : m.compare_actual({ text: done }),
  }
}

interface Mark {
  readonly text: string
  readonly column: ColumnId
  readonly isGrave: boolean
}

function marksOf(
  line: IndicatorBeside,
  choice: Choice,
  before: Indicator | undefined,
  after: Indicator | undefined,
): readonly Mark[] {
  const mark = (text: string, column: ColumnId, isGrave = false): Mark => ({ text, column, isGrave })
  if (line.kind === 'added') return [mark(sideWords[choice].added(), 'name')]
  if (line.kind === 'dropped') return [mark(sideWords[choice].dropped(), 'name', true)]
  const marks: Mark[] = []
  // A year's share of the medium term has a number of its own.
  if (choice === 'periods') return []
  if (line.target !== 'same')
    marks.push(mark(changeWords[line.target](), 'target', line.target === 'relaxed'))
  if (line.weightDiffers)
    marks.push(mark(m.compare_weight({ before: before?.weight ?? '', after: after?.weight ?? '' }), 'weight'))
  if (line.likeness === 'renamed') marks.push(mark(m.change_renamed(), 'name'))
  if (line.likeness === 'moved') marks.push(mark(m.change_moved(), 'level2'))
  return marks
}

const sideWords: Readonly<Record<Choice, { readonly added: () => string; readonly dropped: () => string }>> =
  {
    forms: { added: m.compare_not_declared, dropped: m.compare_not_evaluated },
    years: { added: m.change_added, dropped: m.change_dropped },
    periods: { added: m.midterm_only_annual, dropped: m.midterm_only_midterm },
  }

/** What a paper is called above its column. */
export function paperTitle({ choice, before, after }: ComparedPapers, paper: 'before' | 'after'): string {
  if (choice === 'periods') return paper === 'before' ? m.period_midterm() : m.period_annual()
  const { fiscalYear, form }: Paper = paper === 'before' ? before : after
  return m.compare_paper({
    year: fiscalYear ?? '',
    form: form === 'declaration' ? m.form_declaration() : m.form_self_evaluation(),
  })
}
