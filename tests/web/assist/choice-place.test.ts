import type { ChoiceGroup } from '@biaochi/web/sheet/assist/assist'
import { choiceAt, nextPlace } from '@biaochi/web/sheet/assist/choice-place'
import { describe, expect, test } from 'vitest'

const group = (layout: ChoiceGroup['layout'], labels: string): ChoiceGroup => ({
  title: labels,
  layout,
  choices: [...labels].map((label) => ({ label, text: label, ends: true })),
})

const groups = [group('chips', 'abc'), group('chips', ''), group('list', 'de')]

const walk = (arrows: string): string => {
  let place: ReturnType<typeof nextPlace> = { line: 0, at: 0 }
  for (const arrow of arrows) {
    if (place === null) break
    const keys = { '←': 'ArrowLeft', '→': 'ArrowRight', '↑': 'ArrowUp', '↓': 'ArrowDown' } as const
    if (arrow in keys) place = nextPlace(groups, place, keys[arrow as keyof typeof keys])
  }
  return choiceAt(groups, place)?.label ?? 'the text'
}

describe('the arrows lead from the first choice', () => {
  for (const [arrows, label] of [
    ['', 'a'],
    ['→→', 'c'],
    ['→→→', 'c'],
    ['←', 'a'],
    ['→→↓', 'd'],
    ['↓↓', 'e'],
    ['↓↓↓', 'e'],
    ['↓↓↑↑', 'a'],
    ['↑', 'the text'],
  ])
    test(`${arrows} to ${label}`, () => expect(walk(arrows ?? '')).toBe(label))
})
