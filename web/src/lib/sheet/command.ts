import { matchKeybindingPress, parseKeybinding } from 'tinykeys'
import { sayKeys } from '#lib/format-keys.ts'

export type CommandGroup =
  'page' | 'edit' | 'rows' | 'select' | 'move' | 'fold' | 'filter' | 'findings' | 'history' | 'compare'

/** Something a person can do, said once: key presses, the palette, the help and tooltips are all made from it. */
export interface Command<Context> {
  readonly id: string
  readonly title: () => string
  readonly group: CommandGroup
  /** Each like 'Mod+Shift+K', every modifier named; Mod is Ctrl, on a Mac Command. */
  readonly keys: readonly string[]
  /** Whether it can be done here and now; where it cannot, its keys are for whoever listens next. */
  readonly when?: (context: Context, key: string) => boolean
  /** `key` is the key that was pressed ('ArrowUp'), for what goes in its direction; empty when none was. */
  readonly run: (context: Context, key: string) => void
  /** It means something only at a key press, like leaving an editor: not to be offered in a palette. */
  readonly byKeyOnly?: true
}

/** The key press of a command within a sentence: Ctrl+H, on a Mac ⌘H. */
export const sayKeysOf = ({ keys: [first = ''] }: Command<never>): string => sayKeys(first)

/** Hears a key and runs the first command that has it and can be done; says whether there was one. */
export function createKeyListener<Context>(
  commands: readonly Command<Context>[],
): (event: KeyboardEvent, context: Context) => boolean {
  const bindings = commands.flatMap((command) =>
    command.keys.flatMap((key) =>
      parseKeybinding(key.replace('Mod+', '$mod+')).map((press) => ({ press, command })),
    ),
  )
  return (event, context) => {
    // While composing, Enter, Tab, Escape and the arrows belong to the input method.
    if (event.isComposing || event.keyCode === 229) return false
    const found = bindings.find(
      ({ press, command }) =>
        matchKeybindingPress(event, press) && (command.when?.(context, event.key) ?? true),
    )
    if (found === undefined) return false
    event.preventDefault()
    event.stopPropagation()
    found.command.run(context, event.key)
    return true
  }
}

/** A command as a palette offers it. */
export interface Offered<Context> {
  readonly command: Command<Context>
  readonly isPossible: boolean
}

/** Every command a person can choose by name; those that cannot be done here and now are named all the same. */
export const offered = <Context>(
  commands: readonly Command<Context>[],
  context: Context,
): readonly Offered<Context>[] =>
  commands.map((command) => ({ command, isPossible: command.when?.(context, '') ?? true }))
