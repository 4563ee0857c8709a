import type { Block } from './block.ts'
import { readHtmlBlock } from './read-html-block.ts'
import { readPlainBlock } from './read-plain-block.ts'

/** What a paste event carries, as far as it is of use here. */
export interface ClipboardTexts {
  readonly plain: string
  readonly html: string
}

/** The block on a clipboard; plain text goes first, since every program that knows cells writes it exactly. */
export function readClipboard({ plain, html }: ClipboardTexts): Block {
  const block = readPlainBlock(plain)
  return block.length > 0 ? block : (readHtmlBlock(html) ?? [])
}
