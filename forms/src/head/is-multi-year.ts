import { labelKey } from '../text/clean-text.ts'
import type { Draft } from '../draft.ts'

const year = (text: string | undefined): number => Number(/\d{4}/.exec(labelKey(text ?? ''))?.[0] ?? 0)

/** Whether what was read so far says that the project runs over several years: its dates do, or it has total funds. */
export function isMultiYear(draft: Draft): boolean {
  const start = year(draft.fields.get('startDate')?.text)
  const end = year(draft.fields.get('endDate')?.text)
  return (
    (start > 0 && end > start) ||
    draft.funds.some((fund) => fund.period === 'total' && /[1-9]/.test(fund.text))
  )
}
