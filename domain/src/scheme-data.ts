import type { Scheme } from './scheme.ts'

const common = {
  version: 1,
  region: null,
  executionWeight: '10',
  declarationTotal: '90',
  evaluationTotal: '100',
  ceilingRule: 'linear',
  satisfaction: 'proportional',
  satisfactionBands: [
    { atLeast: '90', share: '1' },
    { atLeast: '80', share: '0.8' },
    { atLeast: '60', share: '0.5' },
  ],
  scoreExecutionFrom: 'exact',
  grades: [
    { name: '优', atLeast: '90' },
    { name: '良', atLeast: '80' },
    { name: '中', atLeast: '60' },
    { name: '差', atLeast: '0' },
  ],
  qualitativeBands: {
    achieved: { from: '80', to: '100' },
    partly: { from: '60', to: '80' },
    missed: { from: '0', to: '60' },
  },
  farAboveTarget: '130',
  budgetCut: '10',
} satisfies Partial<Scheme>

/** Every scheme known, older ones first; the years say which is taken when the levels of a form do not tell. */
export const schemes: readonly Scheme[] = [
  {
    ...common,
    id: 'national-10-50-30-10',
    name: '执行10·产出50·效益30·满意度10（财预〔2020〕10号）',
    fromYear: 2015,
    toYear: 2023,
    level1Weights: { 产出指标: '50', 效益指标: '30', 满意度指标: '10' },
    reassigned: [],
  },
  {
    ...common,
    id: 'national-10-20-40-20-10',
    name: '执行10·成本20·产出40·效益20·满意度10（财预〔2021〕101号）',
    fromYear: 2024,
    toYear: null,
    level1Weights: { 成本指标: '20', 产出指标: '40', 效益指标: '20', 满意度指标: '10' },
    reassigned: [{ missing: '满意度指标', to: '效益指标' }],
  },
]
