import { countProblems, findProblems, formatMessage, rollUp, ruleIds, schemeFor } from '@biaochi/domain'
import type { Finding, Indicator, Project } from '@biaochi/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rules } from '../../../domain/src/findings/rules.ts'
import { declaration, evaluation, fund, goal, row } from '../../support/findings.ts'

const decimal = fc.oneof(
  fc.constant(null),
  fc.constantFrom('0', '-5', '20', '22.5', '0.0001', '999999999999999999999999999999'),
)
const words = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '不适用',
    '预算执行率',
    '满意度',
    '总投资100万元，其中设备60万元，其中50万元。',
    '近1700次',
  ),
  fc.string({ unit: 'grapheme' }),
)
const measure = fc.oneof(
  fc.constantFrom(
    '',
    '≥',
    '≥12次',
    '=100%',
    '>50个',
    '7000余条',
    '≥0(??)',
    '≤0.0001亿条',
    '提升',
    '不适用',
    '40台',
  ),
  fc.string(),
)
const indicator: fc.Arbitrary<Indicator> = fc
  .record({
    period: fc.constantFrom('annual', 'midterm'),
    level1: fc.option(words),
    level2: fc.option(fc.constantFrom('数量指标', '质量', '成本指标', '满意度指标', '社会效益指标', '别的')),
    name: fc.option(words),
    target: measure,
    actual: measure,
    weight: decimal,
    score: decimal,
    reason: fc.option(words),
    grade: fc.constantFrom(null, 'achieved', 'partly', 'missed'),
  })
  .map((parts) => row(parts))
const project: fc.Arbitrary<Project> = fc
  .record({
    form: fc.constantFrom('declaration', 'self-evaluation'),
    fiscalYear: fc.option(fc.integer()),
    startDate: fc.option(fc.constantFrom('2025-01-01', '')),
    endDate: fc.option(fc.constantFrom('2025-12-31', '2029-12-31')),
    funds: fc.array(
      fc.record({
        period: fc.constantFrom('total', 'midterm', 'annual', 'prior'),
        source: fc.constantFrom('all', 'fiscal', 'carryover', 'other'),
        stage: fc.constantFrom('requested', 'initial', 'adjusted', 'executed'),
        amount: decimal.map((amount) => amount ?? '7'),
      }),
      { maxLength: 20 },
    ),
    execution: fc.option(fc.record({ weight: decimal, rate: decimal, score: decimal })),
    goals: fc.array(
      fc.record({
        period: fc.constantFrom('total', 'midterm', 'annual', 'expected', 'achieved'),
        label: words,
        text: words,
      }),
      { maxLength: 3 },
    ),
    narratives: fc.array(fc.record({ key: fc.constantFrom('必要性', '总目标'), text: words }), {
      maxLength: 3,
    }),
    indicators: fc.array(indicator, { maxLength: 8 }),
    totalWeight: decimal,
    totalScore: decimal,
  })
  .map((parts) => declaration(parts as Partial<Project>))

test('every rule of the list exists once, in its order', () => {
  expect(rules.map(({ id }) => id)).toEqual(ruleIds)
})

test('an empty form has nothing to tell', () => {
  expect([declaration(), evaluation()].map((each) => findProblems(each, schemeFor(each)))).toEqual([[], []])
})

test('any form ends in findings that both languages can say in full, in the order of its cells', () => {
  const cell = ({ at }: Finding): number => (at.of === 'indicator' ? at.index : -1)
  fc.assert(
    fc.property(project, (form) => {
      const findings = findProblems(form, schemeFor(form))
      for (const { message, at } of findings) {
        for (const locale of ['zh-CN', 'en'] as const) {
          const sentence = formatMessage({ ...message, params: emptied(message.params) }, locale)
          expect(sentence).not.toMatch(/[{}]/)
          expect(sentence).not.toBe(message.code)
        }
        if (at.of === 'indicator') expect(form.indicators[at.index]).toBeDefined()
      }
      const cells = findings.map(cell)
      expect(cells).toEqual(cells.toSorted((a, b) => a - b))
      expect(findProblems(form, schemeFor(form))).toEqual(findings)
      const counted = Object.entries(countProblems(form, schemeFor(form), rollUp(form, schemeFor(form))))
      for (const [severity, count] of counted)
        expect(findings.filter((finding) => finding.severity === severity)).toHaveLength(count)
    }),
    { numRuns: 300 },
  )
})

// What was typed may itself have braces; only what the template leaves open counts.
const emptied = (params: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.keys(params).map((name) => [name, '']))

test('ten thousand rows and a torn text of a million characters take less than two seconds', () => {
  const indicators = Array.from({ length: 10_000 }, (_, index) =>
    row({
      name: `公务用车保障第${index}类出车次数`,
      target: '≥300次',
      actual: '1700次',
      weight: '0.009',
      score: '0.009',
    }),
  )
  const text = '全年保障公务用车近1700次，投入100万元，其中60万元设备、30万元软件；'.repeat(30_000)
  const form = evaluation({
    indicators,
    funds: [fund('adjusted', '5')],
    goals: [goal('achieved', text), goal('expected', '（'.repeat(1_000_000))],
  })
  const scheme = schemeFor(form)
  expect(findProblems(form, scheme).length).toBeGreaterThan(0)
})
