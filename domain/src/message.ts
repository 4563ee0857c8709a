import { en } from './messages/en.ts'
import { findingsEn } from './messages/findings-en.ts'
import { findingsZhCN } from './messages/findings-zh-CN.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Something to tell a person, as plain data: a code with its parameters, put into words by `formatMessage`. */
export interface Message {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

/** The languages messages exist in; Chinese is the first one. */
export type Locale = 'zh-CN' | 'en'

/** Makes a message; parameters are text in the domain's own words. */
export const message = (code: string, params: Readonly<Record<string, string>> = {}): Message => ({
  code,
  params,
})

class LaterMessage<Facts> implements Message {
  readonly code: string
  readonly #facts: Facts
  readonly #say: (facts: Facts) => Message['params']

  constructor(code: string, facts: Facts, say: (facts: Facts) => Message['params']) {
    this.code = code
    this.#facts = facts
    this.#say = say
  }

  get params(): Message['params'] {
    return this.#say(this.#facts)
  }
}

/**
 * A message whose parameters are put into words when somebody reads it: of a thousand explanations one is read. Facts and
 * the function that says them are apart, because a thousand closures are larger.
 */
export const laterMessage = <Facts>(
  code: string,
  facts: Facts,
  say: (facts: Facts) => Message['params'],
): Message => new LaterMessage(code, facts, say)

const tables: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  'zh-CN': new Map(Object.entries({ ...zhCN, ...findingsZhCN })),
  en: new Map(Object.entries({ ...en, ...findingsEn })),
}

/** Every code there are words for; the same in all languages. */
export const messageCodes = (): readonly string[] => [...tables['zh-CN'].keys()]

/** A message in words; an unknown code shows itself, so that nothing is ever silent. */
export function formatMessage({ code, params }: Message, locale: Locale): string {
  const template = tables[locale].get(code) ?? code
  return template.replace(/\{(\w+)\}/g, (all, name: string) =>
    Object.hasOwn(params, name) ? (params[name] ?? all) : all,
  )
}
