/** What a key is called on its cap, where that is not its name. */
const caps: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Equal: '=',
  Minus: '-',
  Slash: '/',
}
const macCaps: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Control: '⌃' }
const otherCaps: Readonly<Record<string, string>> = { Mod: 'Ctrl', Control: 'Ctrl' }

/** 'Mod+Shift+KeyD' as the caps one presses: Ctrl Shift D, on a Mac ⌘ ⇧ D. */
export function formatKeys(keys: string, isMac: boolean): readonly string[] {
  return keys.split('+').map((key) => {
    const letter = /^(?:Key|Digit)(.)$/u.exec(key)?.[1]
    return (
      letter ??
      (isMac ? macCaps : otherCaps)[key] ??
      caps[key] ??
      (key.length === 1 ? key.toUpperCase() : key)
    )
  })
}

export const isMac = (): boolean => /Mac|iP(hone|ad|od)/u.test(navigator.platform)

/** Several key presses as rows of caps: those with the same modifiers stand together (Shift ↑ ↓). */
export function groupKeys(keys: readonly string[], isMac: boolean): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const press of keys) {
    const caps = formatKeys(press, isMac)
    const modifiers = caps.slice(0, -1)
    const group = groups.get(modifiers.join(' ')) ?? [...modifiers]
    groups.set(modifiers.join(' '), [...group, ...caps.slice(-1)])
  }
  return [...groups.values()]
}

/** A key press within a sentence: Ctrl+H, on a Mac ⌘H. */
export const sayKeys = (keys: string): string => formatKeys(keys, isMac()).join(isMac() ? '' : '+')
