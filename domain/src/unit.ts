import { normalizeText } from './fold.ts'

/** What a unit measures; units of different dimensions are never compared. */
export type Dimension =
  'share' | 'money' | 'time' | 'months' | 'length' | 'mass' | 'area' | 'volume' | 'workdays' | 'count'

/** A unit's dimension and how many base units it is; no factor where nothing converts. */
export interface UnitScale {
  readonly dimension: Dimension | null
  readonly factor: string
  /** 天 of "小时/天", 平方米 of "元/㎡"; null without a period, which is the year. */
  readonly per: string | null
}

const convertible = new Map<string, readonly [Dimension, string]>(
  Object.entries({
    '%': ['share', '1'],
    '‰': ['share', '0.1'],
    元: ['money', '1'],
    毫秒: ['time', '0.001'],
    ms: ['time', '0.001'],
    秒: ['time', '1'],
    秒钟: ['time', '1'],
    分钟: ['time', '60'],
    小时: ['time', '3600'],
    个小时: ['time', '3600'],
    h: ['time', '3600'],
    天: ['time', '86400'],
    日: ['time', '86400'],
    周: ['time', '604800'],
    个星期: ['time', '604800'],
    工作日: ['workdays', '1'],
    个工作日: ['workdays', '1'],
    月: ['months', '1'],
    个月: ['months', '1'],
    季度: ['months', '3'],
    个季度: ['months', '3'],
    年: ['months', '12'],
    米: ['length', '1'],
    m: ['length', '1'],
    公里: ['length', '1000'],
    千米: ['length', '1000'],
    km: ['length', '1000'],
    克: ['mass', '1'],
    千克: ['mass', '1000'],
    公斤: ['mass', '1000'],
    kg: ['mass', '1000'],
    吨: ['mass', '1000000'],
    平方米: ['area', '1'],
    平米: ['area', '1'],
    m2: ['area', '1'],
    公顷: ['area', '10000'],
    平方公里: ['area', '1000000'],
    km2: ['area', '1000000'],
    立方米: ['volume', '1'],
    m3: ['volume', '1'],
  } satisfies Record<string, readonly [Dimension, string]>),
)

const classifiers =
  '个家次人名位套台条件篇项起场期份区户村镇乡所座栋幢间辆部本册幅张页字种类批班组队支只头匹株棵笔轮届节课步处点站路线门片块颗粒枚根把盏杆宗桩单例回对双箱包袋瓶盒盘桶罐顶床席款档级县市街国校院科则封架艘具口眼道集讲趟门倍样盆束层扇面群帧核团'
const counts = new Set([
  ...classifiers,
  ...'人次 件次 家次 周次 车次 班次 场次 户次 批次 项次 台次 架次 频次 例次 团次 站次 班组 台套 台班 点位 节点 床位 座位 学时 课时 人天 人日 人月 社区 街道 学校 单位 课题 站点 平台 工位 品种 车辆 小区'.split(
    ' ',
  ),
])
const others = new Set(
  '个百分点 百分点 分 度 亩 升 毫升 厘米 毫米 平方厘米 千瓦 千瓦时 兆瓦 kW kWh MW 兆 G M T K GB TB MB PB KB Mbps Gbps bps M/s MB/s C vCPU 核 ℃ °C 分贝 dB 美元 欧元 港元 角 时 点 号 mg/L Hz'.split(
    ' ',
  ),
)

/** Whether a word is a unit people use, so that it may stand behind a number without any operator. */
export const isKnownUnit = (unit: string): boolean =>
  convertible.has(unit) || counts.has(unit) || others.has(unit) || /^个.{1,3}$/.test(unit)

/** Whether a word begins with a counting unit ("家企业", "项课题"). */
export const beginsWithCount = (unit: string): boolean =>
  counts.has(unit.slice(0, 1)) || counts.has(unit.slice(0, 2))

/** What a unit measures; an unknown unit has no dimension and compares with its like only. */
export function scaleOf(unit: string): UnitScale {
  const [base = '', ...periods] = normalizeText(unit).split('/')
  const per = periods.length === 0 ? null : periods.join('/')
  const known = convertible.get(base)
  if (known !== undefined) return { dimension: known[0], factor: known[1], per: foldPeriod(per) }
  return { dimension: isCount(base) ? 'count' : null, factor: '1', per: foldPeriod(per) }
}

const isCount = (unit: string): boolean => counts.has(unit) || (beginsWithCount(unit) && !others.has(unit))

/** Units that are the same by another name (日 and 天, ㎡ and 平方米) are one; a year is what every paper is about. */
const foldPeriod = (per: string | null): string | null => {
  if (per === null || per === '年') return null
  const own = convertible.get(per === '季' ? '季度' : per)
  if (own === undefined) return per
  return (
    [...convertible].find(([, [dimension, factor]]) => dimension === own[0] && factor === own[1])?.[0] ?? per
  )
}

/** A unit that a form lost on the way: "??". */
export const isLostUnit = (unit: string | null): boolean => unit !== null && /^[?\ufffd□]+$/.test(unit)
