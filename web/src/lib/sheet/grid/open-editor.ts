import type { EditableCell } from '../focused-cell.ts'
import type { EditorChoices, OpenEditor } from '../sheet-context.ts'

const isTextField = (target: EventTarget | null): target is HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement

/** The cell's editor that an event comes from, null when it comes from elsewhere. */
export function readEditor(
  target: EventTarget | null,
  at: EditableCell,
  choices: EditorChoices | null,
  close: () => void,
): OpenEditor | null {
  if (!isTextField(target) || target.closest('.ag-cell-inline-editing') === null) return null
  return {
    at,
    text: () => target.value,
    close,
    choices,
    isLeftBy: () => 'typed' in target.dataset,
    breakLine: () => {
      if (at.field !== 'reason') return
      target.setRangeText('\n', target.selectionStart, target.selectionEnd, 'end')
      target.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
  }
}
