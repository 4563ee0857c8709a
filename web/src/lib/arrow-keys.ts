import type { Attachment } from 'svelte/attachments'

/** The up and down keys go from one button of a list to the next; each of them is a button of its own. */
export const arrowKeys =
  (buttons = 'button'): Attachment<HTMLElement> =>
  (list) => {
    const move = (event: KeyboardEvent): void => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step === 0) return
      const all = [...list.querySelectorAll<HTMLElement>(buttons)]
      const at = all.findIndex((button) => button === document.activeElement)
      all[Math.max(0, at + step)]?.focus()
      event.preventDefault()
    }
    list.addEventListener('keydown', move)
    return () => list.removeEventListener('keydown', move)
  }
