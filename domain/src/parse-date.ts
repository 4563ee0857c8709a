const printedDate = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** A printed date (2026-01-01, 2026/1/1, 2026年1月1日, 20260101) as ISO date, or null. */
export function parseDate(text: string): string | null {
  if (text.length > 40) return null
  const found = printedDate.exec(text.normalize('NFKC').replace(/\s/g, '').replace(/[–—−]/g, '-'))
  if (found === null) return null
  const [, year = '', month = found[4] ?? '', day = found[5] ?? ''] = found
  const valid =
    Number(year) >= 1000 &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(year), Number(month))
  return valid ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}
