import { m } from '#lib/i18n.ts'
import type { Choice, ComparedPapers } from './compared-papers.ts'

const others: Readonly<Record<Choice, () => string>> = {
  forms: m.compare_than_declared,
  years: m.compare_than_last_year,
  periods: m.compare_than_midterm,
}

type Say = (params: { count: number }) => string

const oneSidedWords: Readonly<Record<Choice, { readonly dropped: Say; readonly added: Say }>> = {
  forms: { dropped: m.compare_sum_not_evaluated, added: m.compare_sum_not_declared },
  years: { dropped: m.compare_sum_dropped, added: m.compare_sum_added },
  periods: { dropped: m.compare_sum_only_midterm, added: m.compare_sum_only_annual },
}

/** What differs in all, one sentence each ("3 项指标的指标值与申报不一致"); that nothing does when nothing does. */
export function differencesInWords({ choice, comparison }: ComparedPapers): readonly string[] {
  const { goals, funds, indicators } = comparison
  const other = others[choice]()
  const both = indicators.flatMap((line) => (line.kind === 'both' ? [line] : []))
  const sentence = (count: number, say: (params: { count: number; other: string }) => string): string[] =>
    count === 0 ? [] : [say({ count, other })]
  const count = (kind: 'added' | 'dropped'): number => indicators.filter((line) => line.kind === kind).length
  const { dropped, added } = oneSidedWords[choice]
  const oneSided = [...sentence(count('dropped'), dropped), ...sentence(count('added'), added)]
  // The year is a part of the medium term: that its numbers are others is no finding.
  const sentences =
    choice === 'periods'
      ? oneSided
      : [
          ...sentence(both.filter(({ target }) => target !== 'same').length, m.compare_sum_targets),
          ...sentence(both.filter(({ weightDiffers }) => weightDiffers).length, m.compare_sum_weights),
          ...sentence(both.filter(({ likeness }) => likeness !== 'same').length, m.compare_sum_names),
          ...oneSided,
          ...sentence(funds.filter(({ differs }) => differs).length, m.compare_sum_funds),
          ...sentence(goals.filter(({ differs }) => differs).length, m.compare_sum_goals),
        ]
  return sentences.length === 0 ? [m.compare_sum_none({ other })] : sentences
}
