const isText = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('input, textarea')

/** Whether a press belongs to the text that is typed there; in a cell only what begins a text does. */
export function isTypedText(target: EventTarget | null, key: string): boolean {
  if (!isText(target)) return false
  const beginsText = key.length === 1 && /\p{P}/u.test(key)
  return beginsText || !('cellCatcher' in target.dataset)
}
