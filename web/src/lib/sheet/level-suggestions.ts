import { frameworkFor, sameLevel } from '@biaochi/domain'
import type { Framework, Indicator } from '@biaochi/domain'
import type { IndicatorModel } from './sheet.svelte.ts'

/** The level 1 words of the framework a project follows. */
export const level1Words = (framework: Framework): readonly string[] =>
  framework.levels.map(({ level1 }) => level1)

/** The level 2 words below the indicator's level 1; all of them where that is empty or unknown. */
export function level2Words(framework: Framework, { level1 }: Pick<Indicator, 'level1'>): readonly string[] {
  const below = framework.levels.filter((level) => level1 !== null && sameLevel(level.level1, level1))
  return (below.length > 0 ? below : framework.levels).flatMap(({ level2 }) => level2)
}

/** What the editor of a level offers; another word may be typed as well. */
export function levelSuggestions(
  model: IndicatorModel,
  rowId: string,
  column: 'level1' | 'level2',
): readonly string[] {
  const row = model.row(rowId)
  const project = row && model.group(row.groupId)?.project
  if (row === undefined || project === undefined) return []
  const indicators = model.rowsOf(row.groupId).map(({ record }) => record)
  const framework = frameworkFor({ fiscalYear: project.document.fiscalYear, indicators })
  return column === 'level1' ? level1Words(framework) : level2Words(framework, row.record)
}
