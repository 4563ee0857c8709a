import type { DecimalText } from '../decimal.ts'
import { big, canonical } from '../decimal.ts'

/** A number with its unit in running text, and the words it may be about. */
export interface NumberMention {
  /** As printed, with the words that qualify it: "近1700次". */
  readonly text: string
  /** In base units. */
  readonly value: DecimalText
  readonly unit: string
  readonly approximate: boolean
  readonly before: string
  readonly after: string
}

const units =
  '个百分点|人天|人次|家次|件次|场次|周次|批次|班次|户次|项次|台次|篇次|台套|小时|分钟|工作日|公里|千米|平方米|学时|课时|[%‰个家次人名位件项篇场期台套辆户份条起支部门册本张幅处所座吨亩天秒类种]'
const number = new RegExp(
  `(\\d{1,3}(?:,\\d{3})+|\\d{1,15})(\\.\\d{1,8})?([余多]?)([万亿]?)([余多]?)(${units})`,
  'gu',
)

const delimiter = /[,，。;；、:：!！?？()（）<>]/u
const qualifier =
  /(?:不少于|不低于|不小于|不超过|不高于|至少|达到|突破|超过|大于|高于|达|近|约|大约|接近|将近|逾|超|>=|<=|≥|≤)+$/u
// "+10 %" speaks about a difference, "第3期" about an order, "7*24小时" about a window, "1-2个" about a range.
const relative =
  /(增加|增长|提高|提升|上升|降低|下降|减少|压减|缩短|同比|环比|翻)了?(?:不少于|不低于|超过|约|近)?$/u
const noNumber = /[\d.*×xX/A-Za-z第]$|\d(?:%|个|次)?[-~～—–至到]$/u
const elsewhen =
  /上一?年|去年|往年|前一年|历年|以来|近[一二两三四五十\d]+年|[一二三四五]年(共|累计)|20\d\d年?[-~～—–至到]20\d\d/u

const lastPiece = (text: string): string => {
  const pieces = text.split(delimiter)
  const last = (pieces.at(-1) ?? '').replace(qualifier, '')
  // "举办培训，不少于30人次": nothing stands before the number itself, so the words before the comma count.
  return last.length >= 2 ? last : `${pieces.at(-2) ?? ''}${last}`
}

const window = 80

/** The numbers of a text that are neither dates, ranges, orders nor differences; `text` has no white space. */
export function numberMentions(text: string): readonly NumberMention[] {
  const mentions: NumberMention[] = []
  const matches = [...text.matchAll(number)]
  matches.forEach((match, position) => {
    const [whole, integer = '0', fraction = '', more, multiplier = '', moreStill, unit = ''] = match
    const end = match.index + whole.length
    const previousEnd = position === 0 ? 0 : endOf(matches[position - 1])
    const nextStart = matches[position + 1]?.index ?? text.length
    const preceding = text.slice(Math.max(previousEnd, match.index - window), match.index)
    const sentence =
      text
        .slice(Math.max(0, match.index - window), match.index)
        .split('。')
        .at(-1) ?? ''
    const touching = text.slice(Math.max(0, match.index - 12), match.index)
    if (noNumber.test(touching) || relative.test(touching) || elsewhen.test(sentence)) return
    const about = qualifier.exec(preceding)?.[0] ?? ''
    const following = text.slice(end, Math.min(nextStart, end + window))
    const around = /^(左右|上下)/u.test(following)
    mentions.push({
      text: `${about}${whole}${around ? following.slice(0, 2) : ''}`,
      value: canonical(big(integer.replaceAll(',', '') + fraction).times(factorOf(multiplier))),
      unit,
      approximate: Boolean(more) || Boolean(moreStill) || /[近约]|接近/u.test(about) || around,
      before: lastPiece(preceding),
      after: following.split(delimiter)[0] ?? '',
    })
  })
  return mentions
}

const endOf = (match: RegExpExecArray | undefined): number =>
  match === undefined ? 0 : match.index + match[0].length
const factorOf = (multiplier: string): string =>
  multiplier === '万' ? '10000' : multiplier === '亿' ? '100000000' : '1'
