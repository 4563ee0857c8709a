import { readdirSync, readFileSync } from 'node:fs'
import { readForm, toGolden } from '@biaochi/forms'
import { describe, expect, test } from 'vitest'
import { sharedForms } from '../support/shared.ts'
import { differences } from './support/compare-golden.ts'
import { createRandom, damagesFor } from './support/damage.ts'

const corpus = new URL('./corpus/', import.meta.url)
const texts = [
  ...(sharedForms() ?? []).map(({ name, text }) => ({ name, text: readFileSync(text, 'utf8') })),
  ...readdirSync(corpus)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ name: file, text: readFileSync(new URL(file, corpus), 'utf8') })),
]

/** What the damage itself changes in print: compatibility forms, and how an operator is written. */
const folded = (text: string): unknown =>
  JSON.parse(
    JSON.stringify(toGolden(readForm(text)))
      .normalize('NFKC')
      .replaceAll('≥', '>=')
      .replaceAll('≤', '<='),
  )

describe.each(texts)('$name means the same with', ({ text }) => {
  const whole = folded(text)
  test.each(damagesFor(text))('%s', (_, damage) => {
    const damaged = damage(text, createRandom(7))
    expect(differences(whole, folded(damaged) as Readonly<Record<string, unknown>>).slice(0, 6)).toEqual([])
  })
})
