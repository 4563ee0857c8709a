import type { Arrow } from '../sheet-context.ts'
import type { Choice, ChoiceGroup } from './assist.ts'

/** Where a choice stands: its line, and its place in the line. */
export interface ChoicePlace {
  readonly line: number
  readonly at: number
}

/** The choices as the arrow keys walk them: chips are one line, of a list each is one. */
export const choiceLines = (groups: readonly ChoiceGroup[]): readonly (readonly Choice[])[] =>
  groups
    .flatMap(({ layout, choices }) => (layout === 'chips' ? [choices] : choices.map((choice) => [choice])))
    .filter((line) => line.length > 0)

export const choiceAt = (groups: readonly ChoiceGroup[], place: ChoicePlace | null): Choice | null =>
  place === null ? null : (choiceLines(groups)[place.line]?.[place.at] ?? null)

/** The place an arrow leads to; null above the first line: back in the text. */
export function nextPlace(
  groups: readonly ChoiceGroup[],
  from: ChoicePlace,
  arrow: Arrow,
): ChoicePlace | null {
  const lines = choiceLines(groups)
  const within = (line: number, at: number): ChoicePlace => ({
    line,
    at: Math.max(0, Math.min(at, (lines[line]?.length ?? 1) - 1)),
  })
  switch (arrow) {
    case 'ArrowLeft':
      return within(from.line, from.at - 1)
    case 'ArrowRight':
      return within(from.line, from.at + 1)
    case 'ArrowUp':
      return from.line === 0 ? null : within(from.line - 1, from.at)
    case 'ArrowDown':
      return within(Math.min(from.line + 1, lines.length - 1), from.at)
  }
}
