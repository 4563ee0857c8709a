import { formatMessage } from '@biaochi/domain'
import type { Locale, Message } from '@biaochi/domain'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

const tables: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { 'zh-CN': zhCN, en }

/** The message of a finding in words: the reader's own as well as the domain's. */
export function formatFormMessage(message: Message, locale: Locale): string {
  const { code, params } = message
  const template = Object.hasOwn(tables[locale], code) ? tables[locale][code] : undefined
  if (template === undefined) return formatMessage(message, locale)
  return template.replace(/\{(\w+)\}/g, (all, name: string) =>
    Object.hasOwn(params, name) ? (params[name] ?? all) : all,
  )
}
