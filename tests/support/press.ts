const modifiers: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  Shift: 'Shift',
  Alt: 'Alt',
  Meta: 'Meta',
}

/** A key press as a browser tells it, from 'Ctrl+Shift+ArrowDown'; says whether somebody took it. */
export function press(keys: string, parts: { readonly isComposing?: boolean; readonly code?: string } = {}) {
  const names = keys.split('+')
  const key = names.pop() ?? ''
  const held = new Set(names.map((name) => modifiers[name] ?? name))
  const event = {
    key,
    code: parts.code ?? key,
    keyCode: 0,
    isComposing: parts.isComposing ?? false,
    isTaken: false,
    getModifierState: (name: string) => held.has(name),
    preventDefault: () => void (event.isTaken = true),
    stopPropagation: () => undefined,
  }
  // Node has no keyboard; these are the parts of its events that commands look at.
  return event as unknown as KeyboardEvent & { readonly isTaken: boolean }
}
