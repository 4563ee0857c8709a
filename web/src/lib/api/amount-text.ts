/** The server tells amounts in 元; in a sheet that may show 万元 the text must say so. */
export const withUnit = (field: string, text: string): string =>
  field.startsWith('fund/') && text !== '' ? `${text}元` : text
