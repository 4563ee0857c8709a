import { readdirSync, readFileSync } from 'node:fs'
import { readForm, toGolden } from '@biaochi/forms'
import { describe, expect, test } from 'vitest'
import { differences } from './support/compare-golden.ts'

const folder = new URL('./corpus/', import.meta.url)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace(/\.txt$/, ''))

describe('invented forms with goldens read by hand', () => {
  test.each(names)('%s is read as its golden says, in every field', (name) => {
    const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    const golden: unknown = JSON.parse(readFileSync(new URL(`${name}.golden.json`, folder), 'utf8'))
    expect(differences(golden, toGolden(readForm(text)))).toEqual([])
  })
})
