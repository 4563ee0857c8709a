import { remembering } from '../remembering.ts'

/* What a unit counts. A unit no list knows belongs to no kind, and no rule speaks about it. */

const listed = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const times = listed(
  '秒 秒钟 毫秒 分钟 小时 个小时 时 h min s 天 日 个工作日 工作日 自然日 个自然日 周 星期 旬 月 个月 季 季度 个季度 年 学时 课时',
)
const people = listed('人 人次 名 位 人员 学员')
const organisations = listed('家 户 所 家次 户次 单位')
const machines = listed('台 套 辆 部 架 艘 台套 台次 辆次')
const deeds = listed('次 场 期 批 批次 场次 轮 趟 回 起 周次 件次')
const texts = listed('篇 份 条 本 册 篇次')
const money = listed('元 千元 万元 百万元 亿元 美元')

/** A unit without white space and brackets. */
const bare = (unit: string): string => unit.normalize('NFKC').replace(/[\s()]/gu, '')
const base = (unit: string): string => bare(unit).split('/')[0] ?? ''

/** %, ‰, 百分点. */
export const isShareUnit = remembering((unit) => /%|‰|‱|百分/u.test(bare(unit)))

/** What a unit that is no share counts. */
export type UnitKind =
  'time' | 'people' | 'organisations' | 'machines' | 'deeds' | 'texts' | 'money' | 'things'

/** The kind of a unit ("次/月" is a deed), null when no list knows it. */
export const unitKind = remembering((unit): UnitKind | null => {
  const word = base(unit)
  if (times.has(word)) return 'time'
  if (people.has(word)) return 'people'
  if (organisations.has(word)) return 'organisations'
  if (machines.has(word)) return 'machines'
  if (deeds.has(word)) return 'deeds'
  if (texts.has(word)) return 'texts'
  if (money.has(word)) return 'money'
  return ['个', '件', '项', '处', '座', '只', '张', '块', '支', '种', '类', '门', '幅'].includes(word)
    ? 'things'
    : null
})

/** A count per span of time: 次/月, 小时/天. */
export const isPerPeriod = (unit: string): boolean => bare(unit).includes('/')

/** A unit of which only a replacement mark was left by a conversion. */
export const isLostUnit = (unit: string): boolean => /[?？\uFFFD□◇■]/u.test(unit)

/** The same unit, width and white space aside. */
export const sameUnit = (a: string, b: string): boolean => bare(a) === bare(b)
