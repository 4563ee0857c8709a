import type { Framework, FrameworkLevel } from './framework.ts'

const benefit: FrameworkLevel = {
  level1: '效益指标',
  level2: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
}
const satisfaction: FrameworkLevel = { level1: '满意度指标', level2: ['服务对象满意度指标'] }

/**
 * Every framework known, older ones first. The years say where a framework is taken when the labels of a form do not
 * tell: forms of 2022 and 2023 still print 成本指标 below 产出指标, though the newer rule (财预〔2021〕101号) was out.
 */
export const frameworks: readonly Framework[] = [
  {
    id: 'shanghai-2020',
    version: 1,
    name: '上海市项目支出绩效目标（2020）',
    region: '上海市',
    fromYear: 2018,
    toYear: 2021,
    levels: [
      { level1: '投入与管理', level2: ['投入管理', '财务管理', '项目实施'] },
      { level1: '产出目标', level2: ['数量', '质量', '时效', '成本'] },
      { level1: '效果目标', level2: ['经济效益', '社会效益', '环境效益', '满意度'] },
      { level1: '影响力目标', level2: ['长效管理', '人力资源', '部门协助', '配套设施', '信息共享', '其它'] },
    ],
  },
  {
    id: 'national-2020',
    version: 1,
    name: '财政部项目支出绩效指标体系（财预〔2020〕10号）',
    region: null,
    fromYear: 2015,
    toYear: 2023,
    levels: [
      { level1: '产出指标', level2: ['数量指标', '质量指标', '时效指标', '成本指标'] },
      benefit,
      satisfaction,
    ],
  },
  {
    id: 'national-2021',
    version: 1,
    name: '财政部项目支出绩效指标体系（财预〔2021〕101号）',
    region: null,
    fromYear: 2024,
    toYear: null,
    levels: [
      { level1: '成本指标', level2: ['经济成本指标', '社会成本指标', '生态环境成本指标'] },
      { level1: '产出指标', level2: ['数量指标', '质量指标', '时效指标'] },
      benefit,
      satisfaction,
    ],
  },
]
