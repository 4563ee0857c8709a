import { canonicalLevel1, canonicalLevel2, frameworkFor, level1Of, sameLevel } from '../framework.ts'
import type { Framework } from '../framework.ts'
import type { Indicator } from '../indicator.ts'
import { isBlank } from './is-blank.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Problem, Rule } from './rule.ts'

type Levels = Pick<Indicator, 'level1' | 'level2'>

const unknown = (text: string, known: string | null): boolean => !isBlank(text) && known === null

const isKnown = ({ level1, level2 }: Levels, framework: Framework): boolean =>
  canonicalLevel1(level1 ?? '', framework) !== null || canonicalLevel2(level2 ?? '', framework) !== null

function judge(index: number, { level1, level2 }: Levels, framework: Framework): readonly Problem[] {
  const [one, two] = [level1 ?? '', level2 ?? '']
  const found: Problem[] = []
  const say = (field: 'level1' | 'level2', text: string): void =>
    void found.push(
      problem('warn', indicatorCell(index, field), 'level-outside-framework', {
        text,
        framework: framework.name,
      }),
    )
  if (unknown(one, canonicalLevel1(one, framework))) say('level1', one)
  if (unknown(two, canonicalLevel2(two, framework))) say('level2', two)
  const above = level1Of(framework, two)
  if (found.length === 0 && above !== null && !isBlank(one) && !sameLevel(above, one))
    found.push(
      problem(
        'warn',
        indicatorCell(index, 'level1'),
        'level-outside-framework.elsewhere',
        { level2: two, level1: above },
        { field: 'level1', value: above },
      ),
    )
  return found
}

/**
 * A level that the framework of the form does not know, or a level 2 below another level 1 than its own (domain.md §2: level 2
 * decides level 1). A form of which no level is known follows a framework that is not here: nothing is said of it.
 */
export const levelOutsideFramework: Rule = {
  id: 'level-outside-framework',
  find({ project, rows }) {
    const framework = frameworkFor(project)
    if (!rows.some(({ indicator }) => isKnown(indicator, framework))) return []
    return rows.flatMap(({ index, indicator }) => judge(index, indicator, framework))
  },
}
