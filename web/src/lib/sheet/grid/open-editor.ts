import type { FieldId } from '../save.ts'
import type { OpenEditor } from '../sheet-context.ts'

type TextField = HTMLInputElement | HTMLTextAreaElement

const isTextField = (target: EventTarget | null): target is TextField =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** The cell's editor that an event comes from, null when it comes from elsewhere. */
export function readEditor(
  target: EventTarget | null,
  field: FieldId,
  take: (text: string) => void,
): OpenEditor | null {
  if (!isTextField(target) || target.closest('.ag-cell-inline-editing') === null) return null
  return {
    isLeftBy: (arrow) => {
      const choosesSuggestion = target.hasAttribute('list') && /Up|Down/u.test(arrow)
      return 'typed' in target.dataset && !choosesSuggestion
    },
    commit: () => take(target.value),
    breakLine: () => {
      if (field !== 'reason') return
      target.setRangeText('\n', target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end')
      target.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
  }
}
