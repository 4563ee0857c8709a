import { formatKeys, groupKeys } from '@biaochi/web/format-keys'
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

test('keys with the same modifiers stand together', () => {
  const keys = ['Shift+ArrowUp', 'Shift+ArrowDown', 'Mod+y', 'Mod+Shift+z']
  expect(groupKeys(keys, false).map((caps) => caps.join(' '))).toEqual([
    'Shift ↑ ↓',
    'Ctrl Y',
    'Ctrl Shift Z',
  ])
})
