import { describe, expect, test } from 'vitest'
import { formatMessage, message, messageCodes, ruleIds } from '@biaochi/domain'

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

describe('every message has words in both languages, with the same parameters', () => {
  test.each(messageCodes())('%s', (code) => {
    const zh = formatMessage(message(code), 'zh-CN')
    const en = formatMessage(message(code), 'en')
    expect(zh).not.toBe(code)
    expect(en).not.toBe(code)
    expect(placeholders(en)).toEqual(placeholders(zh))
  })
})

test('parameters are put in as they are, once', () => {
  const text = formatMessage(message('edit.not-a-decimal', { text: '{max} $& {text}' }), 'en')
  expect(text).toBe('“{max} $& {text}” is no number')
})

test('an unknown code and a missing parameter show themselves', () => {
  expect(formatMessage(message('no-such-code'), 'zh-CN')).toBe('no-such-code')
  expect(formatMessage(message('edit.not-a-decimal'), 'en')).toBe('“{text}” is no number')
  expect(formatMessage(message('constructor'), 'en')).toBe('constructor')
})

test('every rule is named once', () => expect(new Set(ruleIds).size).toBe(ruleIds.length))
