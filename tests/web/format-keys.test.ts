import { formatKeys } from '@biaochi/web/format-keys'
import { expect, test } from 'vitest'

for (const [keys, elsewhere, mac] of [
  ['Mod+Shift+KeyD', 'Ctrl Shift D', '⌘ ⇧ D'],
  ['Alt+Shift+ArrowUp', 'Alt Shift ↑', '⌥ ⇧ ↑'],
  ['Mod+Alt+Equal', 'Ctrl Alt =', '⌘ ⌥ ='],
  ['F2', 'F2', 'F2'],
  ['Mod+f', 'Ctrl F', '⌘ F'],
  ['Escape', 'Esc', 'Esc'],
] as const)
  test(`${keys} is ${elsewhere}, on a Mac ${mac}`, () => {
    expect(formatKeys(keys, false).join(' ')).toBe(elsewhere)
    expect(formatKeys(keys, true).join(' ')).toBe(mac)
  })
