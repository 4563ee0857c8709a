import { canonicalLevel1, canonicalLevel2, frameworkFor, level1Of, sameLevel } from '../framework.ts'
import { frameworks } from '../framework-data.ts'
import type { Framework } from '../framework.ts'
import type { Fix } from '../finding.ts'
import type { FindingCode } from '../messages/findings-zh-CN.ts'
import { remembering } from '../remembering.ts'
import { isBlank } from './is-blank.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

interface Doubt {
  readonly field: 'level1' | 'level2'
  readonly code: Extract<FindingCode, `level-outside-framework${string}`>
  readonly params: Readonly<Record<string, string>>
  readonly fix: Fix | null
}

interface Verdict {
  readonly isKnown: boolean
  readonly doubts: readonly Doubt[]
}

function judge(pair: string, framework: Framework): Verdict {
  const [level1 = '', level2 = ''] = pair.split('\u0000')
  const [one, two] = [canonicalLevel1(level1, framework), canonicalLevel2(level2, framework)]
  const unknown = (field: Doubt['field'], text: string): Doubt => ({
    field,
    code: 'level-outside-framework',
    params: { text, framework: framework.name },
    fix: null,
  })
  const doubts = [
    ...(one === null && !isBlank(level1) ? [unknown('level1', level1)] : []),
    ...(two === null && !isBlank(level2) ? [unknown('level2', level2)] : []),
  ]
  const above = two === null ? null : level1Of(framework, two)
  if (one !== null && two !== null && above !== null && !sameLevel(above, one))
    doubts.push({
      field: 'level1',
      code: 'level-outside-framework.elsewhere',
      params: { level2: two, level1: above },
      fix: { field: 'level1', value: above },
    })
  return { isKnown: one !== null || two !== null, doubts }
}

// Every form says the same few pairs again.
const judges = new Map(
  frameworks.map((framework) => [framework, remembering((pair) => judge(pair, framework))]),
)

/**
 * A level that the framework of the form does not know, or a level 2 below another level 1 than its own (domain.md §2: level 2
 * decides level 1). A form of which no level is known follows a framework that is not here: nothing is said of it.
 */
export const levelOutsideFramework: Rule = {
  id: 'level-outside-framework',
  find({ project, rows }) {
    const judgeOf = judges.get(frameworkFor(project))
    if (judgeOf === undefined) return []
    const judged = rows.map(({ index, indicator: { level1, level2 } }) => ({
      index,
      verdict: judgeOf(`${level1 ?? ''}\u0000${level2 ?? ''}`),
    }))
    if (!judged.some(({ verdict }) => verdict.isKnown)) return []
    return judged.flatMap(({ index, verdict }) =>
      verdict.doubts.map(({ field, code, params, fix }) =>
        problem('warn', indicatorCell(index, field), code, params, fix),
      ),
    )
  },
}
