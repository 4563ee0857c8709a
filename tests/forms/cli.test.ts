import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { declaration, evaluation } from './support/build-form.ts'

const program = fileURLToPath(new URL('../../forms/bin/forms.ts', import.meta.url))
const folder = mkdtempSync(path.join(os.tmpdir(), 'biaochi-forms-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

const forms = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    const options = { cwd: os.tmpdir(), env: { ...process.env, INIT_CWD: folder } }
    execFile(process.execPath, [program, ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })

const save = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path.join(folder, name), content)
  return name
}
const clean = declaration('|成本指标|经济成本指标|单价||≤5元', '|产出指标|数量指标|保洁次数||≥12次')
const faulty = evaluation('||数量指标|保洁次数|≥12次|>5次|20|20||', '|总分|||||20|20')

/** GB18030 bytes of the few characters this test needs. */
const gb18030: Readonly<Record<string, readonly number[]>> = {
  项: [0xcf, 0xee],
  目: [0xc4, 0xbf],
  名: [0xc3, 0xfb],
  称: [0xb3, 0xc6],
  甲: [0xbc, 0xd7],
  '\t': [9],
}

describe('forms read', () => {
  test('--json prints the document, with paths relative to the caller', async () => {
    const { code, out } = await forms('read', save('clean.txt', clean), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      form: 'declaration-2026',
      fiscalYear: 2026,
      amountUnit: '元',
      projects: [
        { name: '河道保洁', indicators: [{ name: '单价' }, { name: '保洁次数', targetRaw: '≥12次' }] },
      ],
      findings: [],
    })
  })

  test('without --json prints a table for people', async () => {
    const { code, out } = await forms('read', save('clean.txt', clean))
    expect(code).toBe(0)
    expect(out).toContain('河道保洁  2026  甲市河道所')
    expect(out).toMatch(/产出指标\s+数量指标\s+保洁次数\s+≥12次/)
  })

  test.each<[string, string | Uint8Array]>([
    ['UTF-8 with a byte order mark', `\ufeff${clean}`],
    ['UTF-16', Buffer.from(`\ufeff${clean}`, 'utf16le')],
    ['carriage returns', clean.replaceAll('\n', '\r\n')],
  ])('%s is read alike', async (_, content) => {
    const { out } = await forms('read', save('encoded.txt', content), '--json')
    expect(JSON.parse(out)).toMatchObject({ projects: [{ name: '河道保洁' }] })
  })

  test('GB18030 is read where the bytes are no UTF-8', async () => {
    const bytes = Uint8Array.from([...'项目名称\t甲'].flatMap((char) => gb18030[char] ?? []))
    const { out } = await forms('check', save('gb.txt', bytes))
    expect(out).toContain('gb.txt:1 block layout-unknown')
    expect(out).toContain('项目名称')
  })
})

describe('forms check', () => {
  test('prints file, line, severity, rule and a sentence, and answers 1 where one blocks', async () => {
    const { code, out } = await forms('check', save('faulty.txt', faulty))
    expect(code).toBe(1)
    for (const printed of out.trimEnd().split('\n'))
      expect(printed).toMatch(/^faulty\.txt:\d+ (?:block|explain|warn) [a-z0-9-]+ \S/)
    expect(out).toMatch(/^faulty\.txt:8 block actual-is-bound /m)
  })

  test('answers 0 where nothing blocks', async () => {
    const { code, out } = await forms('check', save('clean.txt', clean))
    expect([code, out.includes(' block ')]).toEqual([0, false])
  })

  test('--locale en speaks English', async () => {
    const text = declaration('||数量指标||≥12次')
    const { out } = await forms('check', save('english.txt', text), '--locale', 'en')
    expect(out).toMatch(/row-without-name Only “≥12次” and no indicator name/)
  })
})

describe('wrong use', () => {
  test.each<[string, readonly string[]]>([
    ['no command', []],
    ['an unknown command', ['write', 'a.txt']],
    ['no file', ['read']],
    ['two files', ['read', 'a.txt', 'b.txt']],
    ['an unknown option', ['read', 'a.txt', '--yaml']],
    ['an unknown language', ['check', 'a.txt', '--locale', 'fr']],
  ])('%s prints the usage and answers 2', async (_, args) => {
    const { code, out, err } = await forms(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('forms check FILE')
  })

  test.each<[string, () => string, RegExp]>([
    ['a missing file', () => 'nowhere.txt', /^nowhere\.txt: 没有这个文件\n$/],
    ['a folder', () => '.', /^\.: 这是文件夹，不是文件\n$/],
    [
      'a binary file',
      () =>
        save(
          'binary.bin',
          Uint8Array.from({ length: 600 }, (_, at) => (at * 37) % 256),
        ),
      /^binary\.bin: 不是文本文件/,
    ],
  ])('%s is named in one sentence and answers 2', async (_, file, sentence) => {
    const { code, out, err } = await forms('read', file())
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(sentence)
  })
})
