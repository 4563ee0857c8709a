import type { Actual } from './actual.ts'
import { big } from './decimal.ts'
import { normalizeText } from './fold.ts'
import type { Words } from './measure.ts'
import { isBound } from './actual.ts'

const statement =
  /^(?:已|均已?|全部|按时|按期|如期|按计划|圆满|顺利)*(?:达成|完成|通过|合格|达标|达到|实现|达到预期|达成预期|符合|符合要求|达到要求|落实)(?:目标|指标|预期目标|了)?$|^是$/

/**
 * Whether an actual plainly says that a target in words is fulfilled, so that no grade has to be picked: the target's own
 * words, 通过, 已完成, 达标 …, or 100 %. Anything that needs judgement does not.
 */
export function isFulfilled(target: Words, actual: Actual): boolean {
  if (actual.kind === 'quantitative')
    return actual.unit === '%' && !isBound(actual) && big(actual.value).eq(100) && actual.multiplier === 1
  if (actual.kind !== 'qualitative') return false
  const said = plain(actual.text)
  return said === plain(target.text) || (said.length <= 20 && statement.test(said))
}

const plain = (text: string): string => normalizeText(text).replace(/[。.!;,、]+$/, '')
