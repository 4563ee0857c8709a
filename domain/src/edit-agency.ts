import { isCreditCode } from './credit-code.ts'
import { foldWidth, normalizeText, tidyText } from './fold.ts'
import { message } from './message.ts'
import type { Message } from './message.ts'

/** The typed cells of an agency; where it stands in the tree is an id, not a text. */
export const agencyTextFields = ['name', 'code', 'shortName', 'region'] as const

/** A typed cell of an agency. */
export type AgencyTextField = (typeof agencyTextFields)[number]

/** The canonical text, null when empty, or why it was refused. */
export type AgencyText = { readonly text: string | null } | { readonly refused: Message }

const maxText = { name: 200, shortName: 100, region: 100 } as const
/** Codes of their own that agencies have are short; what is longer is meant as a unified social credit code. */
const maxOwnCode = 12

/**
 * Reads the typed text of one cell of an agency: the only parser of it, for the page and the server alike.
 * A code is a unified social credit code (18 characters, the last one checked) or a short code of digits and letters.
 */
export function editAgency(field: AgencyTextField, typed: string): AgencyText {
  const text = typed.replaceAll('\u0000', '').toWellFormed()
  if (text.length > 1000) return refuse('edit.text-too-long', { max: '1000' })
  if (field === 'code') return editCode(text)
  const value = tidyText(text)
  const max = maxText[field]
  if (value.length > max) return refuse('edit.text-too-long', { max: String(max) })
  if (field === 'name' && value === '') return refuse('edit.agency-name-needed')
  return { text: value === '' ? null : value }
}

function editCode(text: string): AgencyText {
  const code = normalizeText(foldWidth(text)).toUpperCase()
  if (code === '') return { text: null }
  if (code.length <= maxOwnCode)
    return /^[0-9A-Z-]+$/.test(code) ? { text: code } : refuse('edit.code-characters')
  if (code.length !== 18) return refuse('edit.code-length', { length: String(code.length) })
  return isCreditCode(code) ? { text: code } : refuse('edit.code-check', { text: code })
}

const refuse = (code: string, params: Readonly<Record<string, string>> = {}): AgencyText => ({
  refused: message(code, params),
})
