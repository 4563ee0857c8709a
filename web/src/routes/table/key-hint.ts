import { m } from '#lib/i18n.ts'
import { sayKeysOf } from '#lib/sheet/command.ts'
import type { Command } from '#lib/sheet/command.ts'

/** What is worth knowing first, in this order. */
const first: readonly Command<never>['id'][] = [
  'edit.commit-down',
  'edit.commit-right',
  'edit.open',
  'edit.clear',
  'page.undo',
  'page.filter',
  'findings.read',
  'page.palette',
  'page.help',
]

/** The keys one begins with, of those that a page has. */
export function keyHint(commands: readonly Command<never>[]): string {
  const known = first.flatMap((id) => {
    const command = commands.find((at) => at.id === id)
    return command === undefined ? [] : [`${sayKeysOf(command)} ${command.title()}`]
  })
  return [m.cellbar_type(), ...known].join(' · ')
}
