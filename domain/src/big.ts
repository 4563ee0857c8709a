/** The digits of a decimal without its point: a number as long as it is a safe integer, and so exact, else a bigint. */
type Digits = number | bigint

/** What a decimal is calculated with: another one, its text, or an integer. */
type Operand = Big | string | number

const most = 15

/** An exact decimal of any size: digits × 10^-places. */
export class Big {
  readonly digits: Digits
  readonly places: number

  constructor(digits: Digits, places: number) {
    this.digits = digits
    this.places = places
  }

  plus(other: Operand): Big {
    const { a, b, places } = aligned(this, toBig(other))
    return new Big(add(a, b), places)
  }

  minus(other: Operand): Big {
    return this.plus(toBig(other).times(-1))
  }

  times(other: Operand): Big {
    const factor = toBig(other)
    return new Big(multiply(this.digits, factor.digits), this.places + factor.places)
  }

  /** Half-up (away from zero) to this many places, once, from the exact fraction; throws for a divisor of 0. */
  div(other: Operand, places = 20): Big {
    const divisor = toBig(other)
    const shift = places + divisor.places - this.places
    return new Big(
      divideHalfUp(
        multiply(this.digits, tens(Math.max(0, shift))),
        multiply(divisor.digits, tens(Math.max(0, -shift))),
      ),
      places,
    )
  }

  /** Half-up (away from zero). */
  round(places: number): Big {
    return this.places <= places ? this : this.div(1, places)
  }

  abs(): Big {
    return this.digits < 0 ? this.times(-1) : this
  }

  cmp(other: Operand): -1 | 0 | 1 {
    const { a, b } = aligned(this, toBig(other))
    return a < b ? -1 : a > b ? 1 : 0
  }

  eq(other: Operand): boolean {
    return this.cmp(other) === 0
  }

  lt(other: Operand): boolean {
    return this.cmp(other) < 0
  }

  lte(other: Operand): boolean {
    return this.cmp(other) <= 0
  }

  gt(other: Operand): boolean {
    return this.cmp(other) > 0
  }

  gte(other: Operand): boolean {
    return this.cmp(other) >= 0
  }

  /** Plain digits, without trailing zeros and never "-0"; with `places` rounded half-up and filled with zeros to as many. */
  toFixed(places?: number): string {
    const { digits, places: own } = places === undefined ? this : this.round(places)
    if (own === 0 && places === undefined) return String(digits)
    const sign = digits < 0 ? '-' : ''
    const text = String(digits < 0 ? -digits : digits).padStart(own + 1, '0')
    const whole = text.slice(0, text.length - own)
    const fraction = text.slice(text.length - own)
    const shown = places === undefined ? withoutZeros(fraction) : fraction.padEnd(places, '0')
    return shown === '' ? sign + whole : `${sign}${whole}.${shown}`
  }
}

/** A decimal to calculate with, of plain digits with at most one point and a minus; throws on other text, a bug of the caller. */
export function big(text: string): Big {
  const start = text.startsWith('-') ? 1 : 0
  let digits = 0
  let point = -1
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 46 && point < 0 && index > start) point = index
    else if (code >= 48 && code <= 57) digits = digits * 10 + code - 48
    else throw new TypeError(`not a decimal: ${text.slice(0, 50)}`)
  }
  if (text.length === start || point === text.length - 1)
    throw new TypeError(`not a decimal: ${text.slice(0, 50)}`)
  const places = point < 0 ? 0 : text.length - point - 1
  if (text.length - start > most) return new Big(BigInt(text.replace('.', '')), places)
  return new Big(start === 1 ? -digits : digits, places)
}

const withoutZeros = (fraction: string): string =>
  fraction.endsWith('0') ? fraction.replace(/0+$/, '') : fraction

const toBig = (value: Operand): Big =>
  typeof value === 'string' ? big(value) : typeof value === 'number' ? new Big(value, 0) : value

const tens = (places: number): Digits => (places <= most ? 10 ** places : 10n ** BigInt(places))

function aligned(one: Big, other: Big): { a: Digits; b: Digits; places: number } {
  const places = Math.max(one.places, other.places)
  return {
    a: one.places === places ? one.digits : multiply(one.digits, tens(places - one.places)),
    b: other.places === places ? other.digits : multiply(other.digits, tens(places - other.places)),
    places,
  }
}

function add(a: Digits, b: Digits): Digits {
  const sum = typeof a === 'number' && typeof b === 'number' ? a + b : Number.NaN
  return Number.isSafeInteger(sum) ? sum : BigInt(a) + BigInt(b)
}

function multiply(a: Digits, b: Digits): Digits {
  const product = typeof a === 'number' && typeof b === 'number' ? a * b : Number.NaN
  return Number.isSafeInteger(product) ? product : BigInt(a) * BigInt(b)
}

function divideHalfUp(a: Digits, b: Digits): Digits {
  if (b === 0 || b === 0n) throw new RangeError('division by zero')
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b
    const away = Math.abs(rest) >= Math.abs(b) - Math.abs(rest)
    return (a - rest) / b + (away ? Math.sign(a) * Math.sign(b) : 0)
  }
  const [n, d] = [BigInt(a), BigInt(b)]
  const rest = n % d
  const twice = rest * 2n
  const away = (twice < 0n ? -twice : twice) >= (d < 0n ? -d : d)
  return n / d + (away ? (n < 0n === d < 0n ? 1n : -1n) : 0n)
}
