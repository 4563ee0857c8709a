import {
  formatOperator,
  parseTarget,
  usualStandards,
  usualUnits,
  withOperator,
  withUnit,
} from '@biaochi/domain'
import type { Message, Operator } from '@biaochi/domain'
import { m } from '#lib/i18n.ts'
import type { Assist, Choice, ChoiceGroup } from './assist.ts'
import { readTarget } from './read-target.ts'

const operators: readonly Operator[] = ['>=', '<=', '=', '>', '<']

export interface TargetPlace {
  /** What the indicator is called. */
  readonly name: string | null
  /** Units of the project's other targets, the usual ones first. */
  readonly units: readonly string[]
  readonly describe: (message: Message) => string
}

/** Says how a target is understood while it is typed, and offers operators, units and standards in words. */
export function targetAssist({ name, units, describe }: TargetPlace): Assist {
  const offeredUnits = usualUnits(name, units).slice(0, maxUnits)
  return {
    isPicker: false,
    assistance: (text) => ({
      reading: readTarget(text, describe),
      groups: [
        chips(
          m.target_operator(),
          operators.map((operator) => [formatOperator(operator), withOperator(text, operator)]),
        ),
        chips(
          m.target_unit(),
          offeredUnits.map((unit) => [unit, withUnit(text, unit)]),
        ),
        chips(m.target_standards(), isNumber(text) ? [] : usualStandards.map((word) => [word, word])),
      ].filter(({ choices }) => choices.length > 0),
    }),
  }
}

/** What fits beside one another. */
const maxUnits = 10

/** A number that was typed is not to be lost to a word. */
const isNumber = (text: string): boolean => parseTarget(text).kind === 'quantitative'

const chips = (title: string, words: readonly (readonly [string, string | null])[]): ChoiceGroup => ({
  title,
  layout: 'chips',
  choices: words.flatMap(([label, text]): Choice[] => (text === null ? [] : [{ label, text, ends: false }])),
})
