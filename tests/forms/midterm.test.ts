import { readForm } from '@biaochi/forms'
import { describe, expect, test } from 'vitest'
import { indicatorsOf, midterm, rulesOf, unaccounted } from './support/build-form.ts'

describe('rows of a declaration with a mid-term column', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'whole',
      ['|产出指标|数量指标|次数|≥9次|数量指标|次数|≥3次'],
      ['中期 产出指标 | 数量指标 | 次数 | ≥9次', '产出指标 | 数量指标 | 次数 | ≥3次'],
    ],
    [
      'the right label only at the start of its block',
      ['|产出指标|数量指标|次数|≥9次|数量指标|次数|≥3次', '|||场次|≥6场||场次|≥2场'],
      [
        '中期 产出指标 | 数量指标 | 次数 | ≥9次',
        '中期 产出指标 | 数量指标 | 场次 | ≥6场',
        '产出指标 | 数量指标 | 次数 | ≥3次',
        '产出指标 | 数量指标 | 场次 | ≥2场',
      ],
    ],
    [
      'shifted left',
      ['质量指标|合格率|100%|质量指标|合格率|100%||'],
      ['中期 产出指标 | 质量指标 | 合格率 | 100%', '产出指标 | 质量指标 | 合格率 | 100%'],
    ],
    [
      'without the empty column',
      ['||数量指标|次数|≥9次|次数|≥3次||'],
      ['中期 产出指标 | 数量指标 | 次数 | ≥9次', '产出指标 | 数量指标 | 次数 | ≥3次'],
    ],
    [
      'nothing in the left half',
      ['|产出指标||||数量指标|次数|≥3次', '||||||地点|全市', '||||质量指标|合格率|100%|'],
      [
        '产出指标 | 数量指标 | 次数 | ≥3次',
        '产出指标 | 数量指标 | 地点 | 全市',
        '产出指标 | 质量指标 | 合格率 | 100%',
      ],
    ],
    [
      'a name wrapped in both halves',
      ['|产出指标|数量指标|军粮应急|增强|数量指标|军粮应急|增强', '|||保障能力|||保障能力|'],
      ['中期 产出指标 | 数量指标 | 军粮应急保障能力 | 增强', '产出指标 | 数量指标 | 军粮应急保障能力 | 增强'],
    ],
    [
      '不适用 collapsed',
      ['|效益指标|经济效益指标|不适用|经济效益指标|不适用||'],
      ['中期 效益指标 | 经济效益指标 | 不适用 | （不适用）', '效益指标 | 经济效益指标 | 不适用 | （不适用）'],
    ],
    [
      '不适用 in every cell',
      ['||经济效益指标|不适用|不适用|经济效益指标|不适用|不适用'],
      ['中期 效益指标 | 经济效益指标 | 不适用 | 不适用', '效益指标 | 经济效益指标 | 不适用 | 不适用'],
    ],
    [
      'different names',
      ['||时效指标|三年完工率|100%|时效指标|当年完工率|90%'],
      ['中期 产出指标 | 时效指标 | 三年完工率 | 100%', '产出指标 | 时效指标 | 当年完工率 | 90%'],
    ],
    [
      'a level 2 nobody knows',
      ['|满意度指标|社会公众满意度指标|居民|≥90%|社会公众满意度指标|居民|≥90%'],
      ['中期 满意度指标 | 社会公众满意度指标 | 居民 | ≥90%', '满意度指标 | 社会公众满意度指标 | 居民 | ≥90%'],
    ],
    [
      'mid-term value lost',
      ['||数量指标|次数||数量指标|次数|≥3次'],
      ['中期 产出指标 | 数量指标 | 次数 | ·', '产出指标 | 数量指标 | 次数 | ≥3次'],
    ],
    [
      'annual value lost',
      ['|||次数|≥9次||次数|'].map((row) => row.replace('|||', '||数量指标|')),
      ['中期 产出指标 | 数量指标 | 次数 | ≥9次', '产出指标 | 数量指标 | 次数 | ·'],
    ],
    [
      'annual name lost',
      ['||质量指标|台账|健全|质量指标||健全'],
      ['中期 产出指标 | 质量指标 | 台账 | 健全', '产出指标 | 质量指标 | · | 健全'],
    ],
    [
      'the left label lost',
      ['|||次数|≥9次|数量指标|次数|≥3次'],
      ['中期 产出指标 | 数量指标 | 次数 | ≥9次', '产出指标 | 数量指标 | 次数 | ≥3次'],
    ],
    [
      '成本指标 is a level 2',
      ['||成本指标|培训成本|严格执行规定|成本指标|培训成本|严格执行规定'],
      ['中期 产出指标 | 成本指标 | 培训成本 | 严格执行规定', '产出指标 | 成本指标 | 培训成本 | 严格执行规定'],
    ],
    [
      'names wrapped over two rows',
      ['||数量指标|排查（含|≥9个|数量指标|排查（含|≥3个', '|||排口）|||排口）|'],
      ['中期 产出指标 | 数量指标 | 排查（含排口） | ≥9个', '产出指标 | 数量指标 | 排查（含排口） | ≥3个'],
    ],
  ])('%s', (_, table, expected) => {
    const text = midterm(...table)
    expect(indicatorsOf(text)).toEqual(expected)
    expect(unaccounted(readForm(text))).toEqual([])
  })

  test.each<[string, string, readonly string[]]>([
    ['a half without anything', '||数量指标|次数|≥9次|数量指标||', ['8 half-missing']],
    ['a left half without anything', '||数量指标|||数量指标|次数|≥3次', ['8 half-missing']],
    ['cells of which nothing tells the half', '||数量指标|甲|乙||丙|丁||戊|己', ['8 row-unreadable']],
  ])('names %s', (_, row, expected) => {
    const reading = readForm(midterm(row))
    expect(rulesOf(reading)).toEqual(expected)
    expect(unaccounted(reading)).toEqual([])
  })

  test('funds in 万元 are read in 元, blank ones are none', () => {
    const [read] = readForm(midterm('||数量指标|次数|≥9次|数量指标|次数|≥3次')).projects
    expect(read?.project.funds).toEqual([
      { period: 'midterm', source: 'all', stage: 'requested', amount: '4500000' },
      { period: 'annual', source: 'all', stage: 'requested', amount: '1500000' },
    ])
    expect(read?.project).toMatchObject({
      nature: '延续项目',
      periodLabel: '长期',
      implementer: '甲市河道所',
    })
  })
})
