import { createKeyListener } from '@biaochi/web/sheet/command'
import type { Command } from '@biaochi/web/sheet/command'
import { rowCommands } from '@biaochi/web/sheet/commands/row-commands'
import { sheetCommands } from '@biaochi/web/sheet/sheet-commands'
import { describe, expect, test } from 'vitest'
import { press } from '../support/press.ts'

const commands = [...rowCommands, ...sheetCommands]

interface Context {
  readonly isOpen: boolean
}

function listen(context: Context = { isOpen: true }) {
  const ran: string[] = []
  const command = (id: string, keys: string[], when?: Command<Context>['when']): Command<Context> => ({
    id,
    title: () => id,
    group: 'edit',
    keys,
    ...(when === undefined ? {} : { when }),
    run: (_context, key) => void ran.push(`${id} ${key}`),
  })
  const hear = createKeyListener([
    command('row', ['Shift+Space']),
    command('close', ['Escape'], ({ isOpen }) => isOpen),
    command('leave', ['Escape']),
    command('duplicate', ['Mod+D']),
    command('extend', ['Shift+ArrowUp', 'Shift+ArrowDown'], (_context, key) => key === 'ArrowDown'),
  ])
  return (...event: Parameters<typeof press>) => {
    const pressed = press(...event)
    return { heard: hear(pressed, context), isTaken: pressed.isTaken, ran }
  }
}

describe('a key press', () => {
  test('runs its command and is taken from everybody else', () => {
    expect(listen()('Ctrl+d')).toEqual({ heard: true, isTaken: true, ran: ['duplicate d'] })
  })
  test('with one modifier more is another key', () => {
    expect(listen()('Ctrl+Shift+d')).toEqual({ heard: false, isTaken: false, ran: [] })
  })
  test('that is composing belongs to the input method', () => {
    expect(listen()('Escape', { isComposing: true })).toEqual({ heard: false, isTaken: false, ran: [] })
  })
  test('is found by the place of the key where it has no letter', () => {
    expect(listen()('Shift+ ', { code: 'Space' }).ran).toEqual(['row  '])
  })
  test('goes to the first of two commands, and to the second where the first cannot be done', () => {
    expect(listen()('Escape').ran).toEqual(['close Escape'])
    expect(listen({ isOpen: false })('Escape').ran).toEqual(['leave Escape'])
  })
  test('tells the command which of its keys it was', () => {
    expect(listen()('Shift+ArrowDown').ran).toEqual(['extend ArrowDown'])
    expect(listen()('Shift+ArrowUp').heard).toBe(false)
  })
})

describe('the commands of the sheet', () => {
  test('have names of their own', () => {
    const ids = commands.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const titles = commands.map(({ title }) => title())
    expect(new Set(titles).size).toBe(titles.length)
  })
  test('are in the group their name says', () => {
    for (const { id, group } of commands) expect(id.split('.')[0]).toBe(group)
  })
})
