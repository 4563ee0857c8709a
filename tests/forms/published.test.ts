import { readFileSync } from 'node:fs'
import { readForm, toGolden } from '@biaochi/forms'
import { describe, expect, test } from 'vitest'
import { sharedForms } from '../support/shared.ts'
import { differences } from './support/compare-golden.ts'

const forms = sharedForms() ?? []

describe.runIf(forms.length > 0)('published forms', () => {
  test.each(forms)('$name is read as its golden says, in every field', ({ text, golden }) => {
    const reading = readForm(readFileSync(text, 'utf8'))
    expect(differences(JSON.parse(readFileSync(golden, 'utf8')), toGolden(reading))).toEqual([])
  })

  test('together they hold 15 projects and 214 indicators', () => {
    const projects = forms.flatMap(({ text }) => readForm(readFileSync(text, 'utf8')).projects)
    expect(projects).toHaveLength(15)
    expect(projects.flatMap(({ project }) => project.indicators)).toHaveLength(214)
  })

  test('the reader has one thing to say: a row that only says 质量指标 twice', () => {
    const findings = forms.flatMap(({ name, text }) =>
      readForm(readFileSync(text, 'utf8')).findings.map(({ line, rule }) => ({ name, line, rule })),
    )
    expect(findings).toEqual([{ name: 'shanghai-2026-declaration', line: 173, rule: 'row-without-name' }])
  })
})
