import { readdirSync, readFileSync } from 'node:fs'
import { checkForm, formatFormMessage, readForm, toGolden } from '@biaochi/forms'
import type { FormReading } from '@biaochi/forms'
import { describe, expect, test } from 'vitest'
import { sharedForms } from '../support/shared.ts'
import { unaccounted } from './support/build-form.ts'
import { createRandom } from './support/damage.ts'
import type { Random } from './support/damage.ts'

// Seconds on a quiet machine; only work that grows with the square of the text comes near this on a busy one.
const ANY_MACHINE = 120_000

const corpus = new URL('./corpus/', import.meta.url)
const texts = [
  ...(sharedForms() ?? []).map(({ text }) => readFileSync(text, 'utf8')),
  ...readdirSync(corpus)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(new URL(file, corpus), 'utf8')),
]
const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)]
const eachLine = (text: string, change: (line: string) => string): string =>
  text.split('\n').map(change).join('\n')

const attacks: Readonly<Record<string, (text: string, random: Random) => string>> = {
  'lines cut': (text, random) =>
    eachLine(text, (line) => (random() < 0.2 ? line.slice(0, random() * line.length) : line)),
  'lines dropped': (text, random) =>
    text
      .split('\n')
      .filter(() => random() > 0.2)
      .join('\n'),
  'lines in another order': (text, random) =>
    text
      .split('\n')
      .map((line) => ({ line, order: random() }))
      .sort((a, b) => a.order - b.order)
      .map(({ line }) => line)
      .join('\n'),
  'columns in another order': (text, random) =>
    eachLine(text, (line) => {
      const cells = line.split('\t')
      return random() < 0.5
        ? line
        : cells
            .map((cell) => ({ cell, order: random() }))
            .sort((a, b) => a.order - b.order)
            .map(({ cell }) => cell)
            .join('\t')
    }),
  'columns deleted': (text, random) =>
    eachLine(text, (line) =>
      line
        .split('\t')
        .filter(() => random() > 0.15)
        .join('\t'),
    ),
  'lines doubled': (text, random) => eachLine(text, (line) => (random() < 0.2 ? `${line}\n${line}` : line)),
  'characters replaced': (text, random) =>
    [...text]
      .map((char) => (random() < 0.03 ? (pick([...'\t\n ≥%5（：\u0000\ufffd<>指'], random) ?? '') : char))
      .join(''),
  'characters deleted': (text, random) => [...text].filter(() => random() > 0.05).join(''),
  'tabs for blanks and blanks for tabs': (text, random) =>
    text.replace(/[\t ]/g, () => (random() < 0.5 ? '\t' : ' ')),
  'two forms interleaved': (text, random) => {
    const other = (pick(texts, random) ?? '').split('\n')
    return text
      .split('\n')
      .flatMap((line, at) => [line, other[at] ?? ''])
      .join('\n')
  },
}

/** Text of the reading that is not made of at most a few pieces of the input. */
function invented(reading: FormReading, text: string): readonly string[] {
  // eslint-disable-next-line no-control-regex
  const source = text.replace(/<\/?(?:p|br|span)\b[^<>\t\n]*>/g, '').replace(/[\s\u0000-\u001f\u007f]/g, '')
  const isPrinted = (read: string): boolean => {
    let rest = read.replace(/\s/g, '')
    for (let pieces = 0; rest !== '' && pieces < 40; pieces++) {
      let end = rest.length
      while (end > 0 && !source.includes(rest.slice(0, end))) end--
      if (end === 0) return false
      rest = rest.slice(end)
    }
    return rest === ''
  }
  return reading.projects
    .flatMap(({ project }) => project.indicators.flatMap(({ name, reason }) => [name, reason]))
    .filter((read): read is string => read !== null && !isPrinted(read))
}

function survives(text: string): FormReading {
  const reading = readForm(text)
  const findings = checkForm(reading)
  for (const { message } of findings) expect(formatFormMessage(message, 'zh-CN')).not.toMatch(/^reader\./)
  expect(JSON.parse(JSON.stringify(toGolden(reading)))).toHaveProperty('projects')
  expect(unaccounted(reading)).toEqual([])
  return reading
}

describe.each(Object.entries(attacks))('%s', (_, attack) => {
  test('ends in findings: no throw, every line accounted for, nothing invented', () => {
    for (const [at, text] of texts.entries())
      for (let seed = 0; seed < 4; seed++) {
        const damaged = attack(text, createRandom(seed * 1000 + at))
        expect(invented(survives(damaged), damaged)).toEqual([])
      }
  })
})

describe('hostile texts', () => {
  const form = texts[0] ?? ''
  const ownColumns = `财政项目支出绩效目标申报表\n项目名称\t甲\n项目性质\t乙\n一级指标\t二级指标\t三级指标\t指标值\t权重${'\t备注'.repeat(20_000)}\n产出指标\t数量指标\t`
  const random = createRandom(11)
  const noise = (length: number, range: number): string =>
    Array.from({ length }, () => String.fromCharCode(Math.floor(random() * range))).join('')

  test.each<[string, () => string]>([
    ['random bytes', () => noise(300_000, 256)],
    ['random characters, lone surrogates included', () => noise(300_000, 65_536)],
    ['random bytes inside a form', () => form.slice(0, 400) + noise(100_000, 256) + form.slice(400)],
    ['a line of a million characters', () => `${form}\n${'目'.repeat(1_000_000)}`],
    ['a million tabs', () => form + '\t'.repeat(1_000_000)],
    ['a row of 300,000 cells', () => form + '年度\t'.repeat(300_000)],
    ['a wide row below as many columns of its own', () => ownColumns + '备注\t10\t'.repeat(10_000)],
    ['bars far apart', () => ownColumns.replaceAll('\t', '|') + `${' '.repeat(500_000)}x|`],
    ['200,000 empty lines', () => form + '\n'.repeat(200_000) + form],
    ['deep tags', () => form.replace('\n', '<p>'.repeat(200_000))],
    ['tags that never close', () => form.replace('\n', '<p '.repeat(200_000))],
    ['blanks without end', () => form.replaceAll('：', `：${' '.repeat(50_000)}`)],
    ['labels one character a row, 20,000 times', () => form + '\n产\t数\t社\n出\t量\t会'.repeat(20_000)],
    ['page numbers without end', () => form + '\n- 1 -\n'.repeat(100_000)],
    ['titles without end', () => '财政项目支出绩效自评表\n'.repeat(100_000)],
    ['numbers that are too long', () => form.replace(/\d+/g, '9'.repeat(400))],
  ])(
    '%s',
    (_, make) => {
      survives(make())
    },
    ANY_MACHINE,
  )

  test.each(texts.slice(0, 4).map((text, at) => [at + 1, text] as const))(
    '10 MB of form %i are read',
    (_, text) => {
      const megabytes = text.repeat(Math.ceil((10 * 1024 * 1024) / Buffer.byteLength(text)))
      expect(readForm(megabytes).projects.length).toBeGreaterThan(1000)
    },
    ANY_MACHINE,
  )
})
