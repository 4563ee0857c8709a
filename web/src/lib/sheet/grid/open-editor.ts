import type { EditableCell } from '../focused-cell.ts'
import type { OpenEditor } from '../sheet-context.ts'

type TextField = HTMLInputElement | HTMLTextAreaElement

const isTextField = (target: EventTarget | null): target is TextField =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** The cell's editor that an event comes from, null when it comes from elsewhere. */
export function readEditor(
  target: EventTarget | null,
  at: EditableCell,
  close: () => void,
): OpenEditor | null {
  if (!isTextField(target) || target.closest('.ag-cell-inline-editing') === null) return null
  return {
    at,
    text: () => target.value,
    close,
    isLeftBy: (arrow) => {
      const choosesSuggestion = target.hasAttribute('list') && /Up|Down/u.test(arrow)
      return 'typed' in target.dataset && !choosesSuggestion
    },
    breakLine: () => {
      if (at.field !== 'reason') return
      target.setRangeText('\n', target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end')
      target.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
  }
}
