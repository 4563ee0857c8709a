import { readForm } from '@biaochi/forms'
import { describe, expect, test } from 'vitest'
import { declaration, indicatorsOf, rulesOf, unaccounted } from './support/build-form.ts'

describe('rows of a declaration', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['whole', ['|产出指标|数量指标|保洁次数||≥12.00(次)|'], ['产出指标 | 数量指标 | 保洁次数 | ≥12.00(次)']],
    ['shifted left', ['数量指标|保洁次数|≥12次'], ['产出指标 | 数量指标 | 保洁次数 | ≥12次']],
    [
      'shifted right',
      ['||||产出指标||数量指标||保洁次数|||≥12次'],
      ['产出指标 | 数量指标 | 保洁次数 | ≥12次'],
    ],
    [
      'level 2 carried down, level 1 in the middle of its block',
      ['||数量指标|保洁次数||≥12次', '|产出指标||清淤次数||≥2次', '||质量指标|合格率||=100%'],
      [
        '产出指标 | 数量指标 | 保洁次数 | ≥12次',
        '产出指标 | 数量指标 | 清淤次数 | ≥2次',
        '产出指标 | 质量指标 | 合格率 | =100%',
      ],
    ],
    [
      '成本指标 is a level 1 of its own',
      ['|成本指标|经济成本指标|单价||≤5元', '||生态环境成本指标|能耗||≤9吨'],
      ['成本指标 | 经济成本指标 | 单价 | ≤5元', '成本指标 | 生态环境成本指标 | 能耗 | ≤9吨'],
    ],
    [
      'level 2 printed in the place of level 1 too',
      ['|时效指标|时效指标|及时率||=100%'],
      ['产出指标 | 时效指标 | 及时率 | =100%'],
    ],
    [
      'a wrong level 1 beside its level 2',
      ['|效益指标|时效指标|及时率||=100%'],
      ['产出指标 | 时效指标 | 及时率 | =100%'],
    ],
    [
      'name and value alike',
      ['|成本指标|经济成本指标|不超预算||不超预算'],
      ['成本指标 | 经济成本指标 | 不超预算 | 不超预算'],
    ],
    ['a name like a value', ['||数量指标|24小时值守||≥1次'], ['产出指标 | 数量指标 | 24小时值守 | ≥1次']],
    [
      'a name like a label',
      ['||服务对象满意度指标|满意度||≥90%'],
      ['满意度指标 | 服务对象满意度指标 | 满意度 | ≥90%'],
    ],
    ['labels without 指标', ['|产出|数量|保洁次数||≥12次'], ['产出指标 | 数量指标 | 保洁次数 | ≥12次']],
    ['a value in words', ['||社会效益指标|影响||提升'], ['效益指标 | 社会效益指标 | 影响 | 提升']],
    ['value lost', ['||数量指标|保洁次数||'], ['产出指标 | 数量指标 | 保洁次数 | ·']],
    ['name lost', ['||数量指标||≥12次'], ['产出指标 | 数量指标 | · | ≥12次']],
    ['不适用 once', ['||经济效益指标|不适用||'], ['效益指标 | 经济效益指标 | 不适用 | （不适用）']],
    ['不适用 twice', ['||经济效益指标|不适用||不适用'], ['效益指标 | 经济效益指标 | 不适用 | 不适用']],
    [
      'a label over two rows',
      ['||数量指|保洁次数||≥12次', '||标|清淤次数||≥2次'],
      ['产出指标 | 数量指标 | 保洁次数 | ≥12次', '产出指标 | 数量指标 | 清淤次数 | ≥2次'],
    ],
    [
      'labels over a page break',
      ['满意度指|服务对象|居民满意度||≥90%', '', '|标|满意度指 标', '--|---|---'],
      ['满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90%'],
    ],
    [
      'one character of a label a row',
      ['产|数量指标|保洁次数|≥12次', '出||清淤次数|≥2次', '指|质量指标|合格率|=100%', '标||返工率|≤1%'],
      [
        '产出指标 | 数量指标 | 保洁次数 | ≥12次',
        '产出指标 | 数量指标 | 清淤次数 | ≥2次',
        '产出指标 | 质量指标 | 合格率 | =100%',
        '产出指标 | 质量指标 | 返工率 | ≤1%',
      ],
    ],
    [
      'a name over a page break',
      ['||数量指标|河道保洁的总', '', '|||次数', ''],
      ['产出指标 | 数量指标 | 河道保洁的总次数 | ·'],
    ],
    [
      'a name broken inside brackets',
      ['||数量指标|保洁次数（含应急、|≥12次', '|||夜间）'],
      ['产出指标 | 数量指标 | 保洁次数（含应急、夜间） | ≥12次'],
    ],
    [
      'two names stay two',
      ['||数量指标|保洁次数|≥12次', '', '|||清淤次数|'],
      ['产出指标 | 数量指标 | 保洁次数 | ≥12次', '产出指标 | 数量指标 | 清淤次数 | ·'],
    ],
    [
      'the header printed again on a new page',
      [
        '||数量指标|保洁次数||≥12次',
        '',
        '5',
        '',
        '|一级指标|二级指标|三级指标|年度(/项目)指标值',
        '|||清淤次数||≥2次',
      ],
      ['产出指标 | 数量指标 | 保洁次数 | ≥12次', '产出指标 | 数量指标 | 清淤次数 | ≥2次'],
    ],
    ['ASCII operators', ['||数量指标|保洁次数||>=12次'], ['产出指标 | 数量指标 | 保洁次数 | >=12次']],
    [
      'tags',
      ['||<span>数量指标</span>|<p>保洁次数</p>||<p>&ge;12次</p>'],
      ['产出指标 | 数量指标 | 保洁次数 | ≥12次'],
    ],
  ])('%s', (_, table, expected) => {
    const text = declaration(...table)
    expect(indicatorsOf(text)).toEqual(expected)
    expect(unaccounted(readForm(text))).toEqual([])
  })

  test.each<[string, readonly string[], readonly string[]]>([
    ['a row of a level 2 twice is no indicator', ['|||质量指标|质量指标'], ['10 row-without-name']],
    ['a value without a name', ['||数量指标||≥12次'], ['10 row-without-name']],
    ['an unknown level 2', ['|产出指标|服务指标|保洁次数|≥12次'], ['10 label-unknown']],
    ['a level 1 that contradicts', ['|效益指标|数量指标|保洁次数|≥12次'], ['10 level-guessed-from-level2']],
    ['no label at all', ['|||保洁次数|≥12次'], ['10 label-missing']],
    [
      'another level 1 without its level 2',
      ['||数量指标|次数|≥1次', '|效益指标||影响|提升'],
      ['11 label-missing'],
    ],
    [
      'the end of a label whose beginning is lost',
      ['||数量指标|次数|≥1次', '|标||清淤|≥1次'],
      ['11 text-orphaned'],
    ],
    ['notes below the table', ['||数量指标|次数|≥1次', '填表说明：略', '完'], ['12 text-orphaned']],
  ])('names %s', (_, table, expected) => {
    const reading = readForm(declaration(...table))
    expect(rulesOf(reading)).toEqual(expected)
    expect(unaccounted(reading)).toEqual([])
  })

  test('rows before the first label get the first label printed', () => {
    const text = declaration('|||保洁次数|≥12次', '||数量指标|清淤次数|≥2次')
    expect(indicatorsOf(text)).toEqual([
      '产出指标 | 数量指标 | 保洁次数 | ≥12次',
      '产出指标 | 数量指标 | 清淤次数 | ≥2次',
    ])
    expect(rulesOf(readForm(text))).toEqual(['10 label-missing'])
  })

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'rows above the first label',
      [
        '|||监理费率|≤2%',
        '|成本指标|经济成本指标|设计费率|≤3%',
        '|||单位造价|≤5元',
        '|||泵站数量|=3座',
        '||数量指标|疏浚长度|≥2公里',
        '|||闸门数量|=5扇',
        '|||工程合格率|=100%',
        '|产出指标|质量指标||',
        '|||验收优良率|≥90%',
      ],
      [
        '经济成本指标',
        '经济成本指标',
        '经济成本指标',
        '数量指标',
        '数量指标',
        '数量指标',
        '质量指标',
        '质量指标',
      ],
    ],
    [
      'names that fit better by two',
      [
        '|成本指标|经济成本指标|造价|≤5元',
        '|||泵站数量|=3座',
        '|产出指标|数量指标|疏浚长度|≥2公里',
        '|||闸门数量|=5扇',
        '|||开工及时率|=100%',
        '||时效指标|完工及时率|=100%',
        '|||结算及时率|=100%',
      ],
      ['经济成本指标', '数量指标', '数量指标', '数量指标', '时效指标', '时效指标', '时效指标'],
    ],
    [
      'names that fit as well with labels carried down',
      [
        '|产出指标|数量指标|泵站数量|=3座',
        '|||疏浚长度|≥2公里',
        '||质量指标|工程合格率|=100%',
        '||时效指标|完工及时率|=100%',
        '|||结算安排|及时',
      ],
      ['数量指标', '数量指标', '质量指标', '时效指标', '时效指标'],
    ],
  ])('level 2 in the middle of its block is told by %s', (_, table, expected) => {
    const reading = readForm(declaration(...table))
    expect(reading.projects[0]?.project.indicators.map((one) => one.level2)).toEqual(expected)
    expect(unaccounted(reading)).toEqual([])
  })
})
