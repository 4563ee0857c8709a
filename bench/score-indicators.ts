import { parseActual, parseTarget, schemes, scoreIndicator } from '@biaochi/domain'
import type { Indicator } from '@biaochi/domain'
import Big from 'big.js'
import type { Question } from './question.ts'

const count = 100_000
const targets = ['≥20家', '≥90%', '≤15分钟', '=100%', '≥4万人次', '≤1000.00(元)', '健全', '≥1次/月']
const actuals = ['18家', '85%', '18分钟', '95%', '41000人次', '980元', '通过', '1次/月']

const indicator = (
  index: number,
): Pick<Indicator, 'level1' | 'level2' | 'target' | 'actual' | 'weight' | 'grade'> => {
  const target = parseTarget(targets[index % targets.length] ?? '')
  return {
    level1: '产出指标',
    level2: '数量指标',
    target,
    actual: parseActual(actuals[index % actuals.length] ?? '', target),
    weight: String((index % 20) + 1),
    grade: null,
  }
}

export const scoreIndicators: Question = {
  title: 'score 100,000 indicators, explanation included',
  floor: 'weight × actual ÷ target with big.js, rounded to 2 decimals, 100,000 times',
  atMost: 10,
  prepare: async () => {
    const scheme = schemes[0]
    if (scheme === undefined) throw new Error('no scheme')
    const indicators = Array.from({ length: count }, (_, index) => indicator(index))
    return {
      base: () => {
        let last = new Big(0)
        for (let index = 0; index < count; index += 1)
          last = new Big(String((index % 20) + 1)).times('18').div('20').round(2, 1)
        return last
      },
      work: () => indicators.map((row) => scoreIndicator(row, scheme)),
    }
  },
}
