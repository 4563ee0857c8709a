/** Stub until the grammar lands. */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}
