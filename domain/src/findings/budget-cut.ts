import { big, divideHalfUp, compareDecimals, subtractDecimals } from '../decimal.ts'
import { amountOf } from './amount-of.ts'
import { fundCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

const explained = /调减|压减|核减|追减|减少预算|预算减少|预算调整|调整预算|调剂|压缩(预算|经费|支出)|收回/u

/** The budget was cut during the year by more than the scheme lets pass in silence (2022 forms: 12.6–37 %). */
export const budgetCut: Rule = {
  id: 'budget-cut',
  find({ project, scheme }) {
    const initial = amountOf(project, 'annual', 'all', 'initial')
    const adjusted = amountOf(project, 'annual', 'all', 'adjusted')
    if (initial === null || adjusted === null || compareDecimals(initial, '0') <= 0) return []
    const percent = divideHalfUp(big(subtractDecimals(initial, adjusted)).times(100), big(initial))
    if (compareDecimals(percent, scheme.budgetCut) <= 0) return []
    const said = [...project.goals, ...project.narratives].some(({ text }) => explained.test(text))
    if (said || project.indicators.some(({ reason }) => reason !== null && explained.test(reason))) return []
    const params = { initial, adjusted, percent, limit: scheme.budgetCut }
    return [problem('explain', fundCell('annual', 'all', 'adjusted'), 'budget-cut', params)]
  },
}
