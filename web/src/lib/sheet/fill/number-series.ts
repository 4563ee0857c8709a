import { multiplyDecimals, subtractDecimals, sumDecimals } from '@biaochi/domain'
import type { Series } from './series.ts'

// A sign belongs to a number at the beginning and behind an operator; 2025-06 has none.
const number = /(?:(?<=^|[≥≤<>=])-)?\d+(?:\.\d+)?/gu

interface Numbers {
  readonly numbers: readonly string[]
  /** The text with a hole for each number. */
  readonly frame: string
}

const readNumbers = (text: string): Numbers => ({
  numbers: Array.from(text.matchAll(number), ([printed]) => printed),
  frame: text.replace(number, '\u0000'),
})

/**
 * Numbers, alone or with operator, unit and words around them (≥10次, 20次): one of them moves in equal steps, exact
 * decimals, the rest stays. One text alone moves by 1, when one asks for it.
 */
export function readNumberSeries(seeds: readonly string[]): Series | null {
  const texts = seeds.map(readNumbers)
  const [first] = texts
  if (first === undefined || texts.some(({ frame }) => frame !== first.frame)) return null
  const moving = first.numbers.flatMap((printed, at) =>
    texts.length === 1 || texts.some(({ numbers }) => numbers[at] !== printed) ? [at] : [],
  )
  const [place] = moving
  if (place === undefined || moving.length > 1) return null
  const printed = texts.map(({ numbers }) => numbers[place] ?? '0')
  const step = stepOf(printed)
  if (step === null || step === '0') return null
  const [start = '0'] = printed
  const form = formOf(printed)
  const parts = first.frame.split('\u0000')
  const write = (value: string): string =>
    parts
      .flatMap((part, at) =>
        at === 0 ? [part] : [at - 1 === place ? form(value) : (first.numbers[at - 1] ?? ''), part],
      )
      .join('')
  return {
    goesOnAlone: false,
    at: (n) => write(sumDecimals([start, multiplyDecimals(step, String(n))])),
  }
}

/** The equal distance of the numbers; 1 for one alone, null when they are unequally far apart. */
function stepOf(numbers: readonly string[]): string | null {
  const steps = numbers.slice(1).map((value, at) => subtractDecimals(value, numbers[at] ?? '0'))
  const [step = '1'] = steps
  return steps.every((other) => other === step) ? step : null
}

/** As many digits as the seeds have: 1.50 and 2.00 go on with 2.50, 007 with 008. */
function formOf(seeds: readonly string[]): (value: string) => string {
  const places = Math.max(...seeds.map((seed) => seed.split('.')[1]?.length ?? 0))
  const digits = Math.max(
    ...seeds.map((seed) => (/^0\d/u.test(seed) ? (seed.split('.')[0]?.length ?? 0) : 0)),
  )
  return (value) => {
    const [whole = '', fraction = ''] = value.replace('-', '').split('.')
    const sign = value.startsWith('-') ? '-' : ''
    const behind = fraction.padEnd(places, '0')
    return sign + whole.padStart(digits, '0') + (behind === '' ? '' : `.${behind}`)
  }
}
