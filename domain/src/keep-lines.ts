/** A text with paragraphs as it is kept: line breaks and tabs stay, what cannot be seen goes away. */
export const keepLines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
