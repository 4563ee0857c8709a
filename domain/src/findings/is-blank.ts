/** Whether a text says nothing: empty, a dash, a slash, or 无. */
export const isBlank = (text: string | null): boolean =>
  text === null || /^[\s\-—–－/／\\.。、无]*$/u.test(text)
