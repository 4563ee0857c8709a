import { big, compareDecimals } from '../decimal.ts'
import type { Project } from '../project.ts'
import type { Quantity } from '../quantity.ts'
import { formatTarget } from '../target.ts'
import type { Row } from './context.ts'
import { plainName } from './plain-name.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Problem, Rule } from './rule.ts'
import { isPerPeriod, isShareUnit, sameUnit } from './unit-kinds.ts'

// Years differ; only what one year's share of the medium term cannot explain is told.
const tolerance = '1.2'
const defaultYears = 3

const yearsIn = ({ goals }: Project): number => {
  for (const { period, label } of goals) {
    if (period !== 'midterm') continue
    const years = /(20\d\d)\D{1,6}(20\d\d)/u.exec(label.normalize('NFKC'))
    const span = years === null ? 0 : Number(years[2]) - Number(years[1]) + 1
    if (span >= 2 && span <= 20) return span
  }
  return defaultYears
}

const key = ({ indicator, name }: Row): string => `${plainName(indicator.level2)}\n${name}`
const isFloor = ({ operator }: Quantity): boolean => operator !== '<=' && operator !== '<'

const check = (midterm: Row, annual: Row, years: number): Problem | null => {
  const whole = midterm.indicator.target
  const part = annual.indicator.target
  if (whole.kind !== 'quantitative' || part.kind !== 'quantitative') return null
  if (whole.unit === null || part.unit === null) return null
  const at = indicatorCell(midterm.index, 'target')
  const params = { midterm: formatTarget(whole), annual: formatTarget(part), years: String(years) }
  if (!sameUnit(whole.unit, part.unit))
    return isShareUnit(whole.unit) === isShareUnit(part.unit)
      ? null
      : problem('warn', at, 'midterm-annual-inconsistent.unit', params)
  if (!isFloor(whole) || !isFloor(part)) return null
  const sum = big(whole.value).times(whole.multiplier)
  const one = big(part.value).times(part.multiplier)
  if (sum.lt(one)) return problem('warn', at, 'midterm-annual-inconsistent.below', params)
  const isLevel = isShareUnit(whole.unit) || isPerPeriod(whole.unit)
  if (isLevel || compareDecimals(part.value, '0') <= 0) return null
  const most = one.times(years)
  return sum.gt(most.times(tolerance))
    ? problem('warn', at, 'midterm-annual-inconsistent.above', { ...params, most: most.toFixed() })
    : null
}

/** The medium-term target of an indicator is what its annual one leads to (2023 form: 300 起 over three years, 70 起 a year). */
export const midtermAnnualInconsistent: Rule = {
  id: 'midterm-annual-inconsistent',
  find({ project, annual, midterm }) {
    if (midterm.length === 0) return []
    const years = yearsIn(project)
    const byKey = new Map(annual.filter(({ name }) => name !== '').map((row) => [key(row), row]))
    return midterm.flatMap((row) => {
      const partner = byKey.get(key(row))
      return partner === undefined ? [] : (check(row, partner, years) ?? [])
    })
  },
}
