import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locale } from '@biaochi/domain'
import { checkForm } from '../check-form.ts'
import { formatFormMessage } from '../format-finding.ts'
import { readForm } from '../read-form.ts'
import { toGolden } from '../to-golden.ts'
import { decodeText } from './decode-text.ts'
import { printReading } from './print-reading.ts'

/** Where a command runs and what it writes to. */
export interface Terminal {
  /** The caller's folder, which paths are relative to. */
  readonly cwd: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

const usage = `用法 / usage:
  forms read FILE [--json]          读出表中的项目 / print the projects of a form
  forms check FILE [--locale en]    列出问题 / print its findings (file:line severity rule message)
`
const largest = 64 * 1024 * 1024

interface Command {
  readonly verb: 'read' | 'check'
  readonly file: string
  readonly json: boolean
  readonly locale: Locale
}

function parseArguments(args: readonly string[]): Command | null {
  const words: string[] = []
  let json = false
  let locale: Locale = 'zh-CN'
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? ''
    if (word === '--json') json = true
    else if (word === '--locale' || word.startsWith('--locale=')) {
      const value = word === '--locale' ? args[++at] : word.slice('--locale='.length)
      if (value !== 'en' && value !== 'zh-CN') return null
      locale = value
    } else if (word === '--') continue
    else if (word.startsWith('--')) return null
    else words.push(word)
  }
  const [verb, file] = words
  if (words.length !== 2 || file === undefined || (verb !== 'read' && verb !== 'check')) return null
  return { verb, file, json, locale }
}

/** Runs the command line; the answer is the exit code: 0, 1 where a finding blocks, 2 for wrong usage or an unreadable file. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = parseArguments(args)
  if (command === null) {
    terminal.err(usage)
    return 2
  }
  const text = await readText(path.resolve(terminal.cwd, command.file))
  if (text.kind === 'unreadable') {
    terminal.err(`${command.file}: ${text.reason[command.locale]}\n`)
    return 2
  }
  const reading = readForm(text.text)
  if (command.verb === 'read') {
    terminal.out(command.json ? `${JSON.stringify(toGolden(reading), null, 1)}\n` : printReading(reading))
    return 0
  }
  const findings = checkForm(reading)
  terminal.out(
    findings
      .map(({ line, severity, rule, message }) => {
        const sentence = formatFormMessage(message, command.locale).replace(/\s*\n\s*/g, ' ')
        return `${command.file}:${line} ${severity} ${rule} ${sentence}\n`
      })
      .join(''),
  )
  return findings.some(({ severity }) => severity === 'block') ? 1 : 0
}

type Text =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: Readonly<Record<Locale, string>> }

const unreadable = (zh: string, en: string): Text => ({ kind: 'unreadable', reason: { 'zh-CN': zh, en } })

async function readText(file: string): Promise<Text> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') return unreadable('没有这个文件', 'there is no such file')
    if (code === 'EISDIR') return unreadable('这是文件夹，不是文件', 'this is a folder, not a file')
    if (code === 'EACCES') return unreadable('没有读取权限', 'it may not be read')
    if (code === '') throw error
    return unreadable(`读不了（${code}）`, `it cannot be read (${code})`)
  }
  if (bytes.length > largest) return unreadable('文件太大（上限 64 MB）', 'it is too large (64 MB at most)')
  const text = decodeText(bytes)
  if (text === null)
    return unreadable(
      '不是文本文件：既不是 UTF-8，也不是 GB18030',
      'it is no text: neither UTF-8 nor GB18030',
    )
  return { kind: 'text', text }
}
