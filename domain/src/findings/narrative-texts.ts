import type { CellRef } from '../finding.ts'
import type { Project } from '../project.ts'

/** A long text of the form with its cell; white space removed, because published text breaks inside words. */
export interface LongText {
  readonly at: Extract<CellRef, { of: 'goal' | 'narrative' }>
  readonly text: string
}

// No form has room for more; what a broken file brings beyond it is not worth the time of every keystroke.
const longest = 20_000

const fold = (text: string): string =>
  text
    .slice(0, 2 * longest)
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .slice(0, longest)

/** Every goal and narrative that says something; a text printed as both (总目标 of 2020) is told once. */
export function longTexts({ goals, narratives }: Pick<Project, 'goals' | 'narratives'>): readonly LongText[] {
  const seen = new Set<string>()
  const all: readonly LongText[] = [
    ...goals.map(({ period, text }): LongText => ({ at: { of: 'goal', period }, text: fold(text) })),
    ...narratives.map(({ key, text }): LongText => ({ at: { of: 'narrative', key }, text: fold(text) })),
  ]
  return all.filter(({ text }) => {
    if (text === '' || seen.has(text)) return false
    seen.add(text)
    return true
  })
}
