/** Something to tell a person, as plain data: a code with its parameters, put into words by `formatMessage`. */
export interface Message {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

/** The languages messages exist in; Chinese is the first one. */
export type Locale = 'zh-CN' | 'en'

/** Templates of one language by message code; `{name}` stands for a parameter. */
export type MessageTable = Readonly<Record<string, string>>

/** Makes a message; parameters are text in the domain's own words. */
export const message = (code: string, params: Readonly<Record<string, string>> = {}): Message => ({
  code,
  params,
})
