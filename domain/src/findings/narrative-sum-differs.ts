import { big, canonical } from '../decimal.ts'
import type { Big } from '../decimal.ts'
import type { Project } from '../project.ts'
import { moneyMentions } from './money-mentions.ts'
import type { MoneyMention } from './money-mentions.ts'
import type { LongText } from './narrative-texts.ts'
import { problem } from './rule.ts'
import type { Problem, Rule } from './rule.ts'
import { subsetSums } from './subset-sums.ts'

interface Breakdown {
  readonly stated: MoneyMention
  readonly parts: readonly MoneyMention[]
}

/** "…64.32万元，…。其中，25万元…，16.78万元…": the amount before the word is the sum of those in its sentence. */
const listedAfter = (text: string, mentions: readonly MoneyMention[]): readonly Breakdown[] =>
  [...text.matchAll(/其中|分别(?:为|是|用于)|包括/gu)].flatMap((word) => {
    const stated = mentions.findLast(({ end }) => end <= word.index)
    if (stated === undefined || word.index - stated.end > 60) return []
    const rest = text.slice(word.index + word[0].length)
    const stop = rest.search(/。|其中/u)
    const end = stop < 0 ? text.length : word.index + word[0].length + stop
    return [{ stated, parts: mentions.filter((part) => part.start > word.index && part.end <= end) }]
  })

/** "A 25万元、B 16.78万元，合计41.78万元": the amounts of the sentence before the word are its parts. */
const listedBefore = (text: string, mentions: readonly MoneyMention[]): readonly Breakdown[] =>
  [...text.matchAll(/(?:合计|总计|共计|累计|小计)(?:为|约|是|:)?/gu)].flatMap((word) => {
    const stated = mentions.find(({ start }) => start === word.index + word[0].length)
    if (stated === undefined) return []
    const from = Math.max(text.lastIndexOf('。', word.index), text.lastIndexOf('其中', word.index)) + 1
    return [{ stated, parts: mentions.filter((part) => part.start >= from && part.end <= word.index) }]
  })

const total = (parts: readonly MoneyMention[]): Big =>
  parts.reduce((sum, { amount }) => sum.plus(amount), big('0'))

const isOff = ({ stated, parts }: Breakdown): boolean => {
  if (parts.length < 2 || stated.approximate || parts.some(({ approximate }) => approximate)) return false
  const sum = total(parts)
  const difference = sum.minus(stated.amount).abs()
  // A sum printed with fewer places than its parts may be rounded.
  const finer = parts.some(({ slack }) => slack.lt(stated.slack))
  if (difference.eq(0) || (finer && difference.lte(stated.slack))) return false
  // "Of which" may name only some, and parts may have parts of their own: neither is a mistake.
  if (sum.lt(stated.amount.times('0.75'))) return false
  return !subsetSums(
    parts.map(({ amount }) => amount),
    stated.amount,
  )
}

const sumProblems = ({ at, text }: LongText): readonly Problem[] => {
  const outside = text.replace(/\([^()]*\)/gu, (inside) => ' '.repeat(inside.length))
  const mentions = moneyMentions(outside)
  if (mentions.length < 3) return []
  return [...listedAfter(outside, mentions), ...listedBefore(outside, mentions)]
    .filter(isOff)
    .map(({ stated, parts }) => {
      const factor = stated.amount.div(big(stated.text.replace(/[^\d.]/gu, '') || '1'))
      const inUnit = (amount: Big): string => canonical(factor.eq(0) ? amount : amount.div(factor))
      return problem('warn', at, 'narrative-sum-differs', {
        parts: parts.map(({ amount }) => inUnit(amount)).join(' + '),
        sum: inUnit(total(parts)),
        stated: stated.text,
        unit: stated.unit,
      })
    })
}

const need =
  /(?:项目|本项目|年度|当年|本年)(?:所需|需|申请|安排)?(?:预算)?(?:资金|经费|预算|总预算|总投资)(?:总额|总计|预算)?(?:为|共计|合计|共|是|总计|:)$/u

/** The sum the text asks for is one the form prints in its funds, as far as its places go. */
const fundProblems = ({ at, text }: LongText, { funds }: Project): readonly Problem[] => {
  const printed = funds.filter(
    ({ source, stage, period }) => source === 'all' && stage !== 'executed' && period !== 'prior',
  )
  if (printed.length === 0) return []
  return moneyMentions(text).flatMap((mention) => {
    if (mention.approximate || !need.test(text.slice(Math.max(0, mention.start - 20), mention.start)))
      return []
    const sentence = text.slice(text.lastIndexOf('。', mention.start) + 1, mention.start)
    if (/上年|上一年|去年|往年|历年|20\d\d年?[-~至到—]|每年/u.test(sentence)) return []
    const amounts = printed.map(({ amount }) => big(amount))
    if (amounts.some((amount) => amount.minus(mention.amount).abs().lte(mention.slack))) return []
    const params = {
      stated: mention.text,
      printed: [...new Set(printed.map(({ amount }) => amount))].join('、'),
    }
    return [problem('warn', at, 'narrative-sum-differs.funds', params)]
  })
}

/** Sums in goals and narratives: parts against the stated sum, the stated sum against the funds, 万元 and 元 normalised. */
export const narrativeSumDiffers: Rule = {
  id: 'narrative-sum-differs',
  find: ({ project, texts }) =>
    texts.flatMap((text) => [...sumProblems(text), ...fundProblems(text, project)]),
}
