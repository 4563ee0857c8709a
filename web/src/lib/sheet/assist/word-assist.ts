import { foldWidth } from '@biaochi/domain'
import type { Assist, Reading } from './assist.ts'

export interface OfferedWord {
  readonly text: string
  readonly note?: string
}

interface WordList {
  readonly title: string
  readonly words: readonly OfferedWord[]
  /** What there is to say about a text, when there is something. */
  readonly read?: (text: string) => Reading | null
}

/** Offers a list of words: those that hold what is typed, all of them where none does. */
export const wordAssist = ({ title, words, read = () => null }: WordList): Assist => ({
  isPicker: true,
  assistance: (text) => ({
    reading: read(text),
    groups: [
      {
        title,
        layout: 'list',
        choices: offered(words, foldWidth(text)).map((word) => ({ ...word, label: word.text, ends: true })),
      },
    ],
  }),
})

function offered(words: readonly OfferedWord[], typed: string): readonly OfferedWord[] {
  // The text that stands there already is no search: whoever opens the list wants another word.
  if (words.some(({ text }) => text === typed)) return words
  const found = words.filter(({ text }) => text.includes(typed))
  return found.length > 0 ? found : words
}
