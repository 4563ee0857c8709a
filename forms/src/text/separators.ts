// 一级指标 and 二级指标 stand side by side in every table: what stands between them separates cells.
const beside = (separator: string): RegExp => new RegExp(`一级(?:指标|目标)${separator}二级(?:指标|目标)`)
const byBar = beside('\\s*\\|\\s*')
const byGap = beside('(?: {2,}|\\u3000+)')

/** A text with a tab between its cells, whatever its converter put there: a bar, or as many blanks as fill the column. */
export function separateByTabs(text: string): string {
  if (text.includes('\t')) return text
  if (byBar.test(text)) return text.replaceAll('|', '\t')
  return byGap.test(text) ? text.replace(/ {2,}|\u3000+/g, '\t') : text
}
