import { authorName } from './author-name.ts'
import { getLocale } from './i18n.ts'

interface Change {
  readonly by: string | null
  /** ISO time. */
  readonly at: string | null
}

/** "张三 10:32", with the day when it was not today; what is not known is left out. */
export function whoAndWhen({ by, at }: Change, now: Date = new Date()): string {
  const parts = [by === null ? '' : authorName(by), at === null ? '' : timeOf(new Date(at), now)]
  return parts.filter((part) => part !== '').join(' ')
}

function timeOf(at: Date, now: Date): string {
  const isToday = at.toDateString() === now.toDateString()
  const day = isToday ? {} : ({ month: 'numeric', day: 'numeric' } as const)
  return at.toLocaleString(getLocale(), { ...day, hour: '2-digit', minute: '2-digit', hour12: false })
}
