import type { Journal } from '@biaochi/web/sheet/keep/journal'
import { openJournal } from '@biaochi/web/sheet/keep/open-journal'
import type { OutgoingBatch } from '@biaochi/web/sheet/outbox'
import { describe, expect, test } from 'vitest'
import { HandLocks, HandStore } from '../../support/memory.ts'

const batch = (key: string, value = '1'): OutgoingBatch => ({
  key,
  source: 'EDIT',
  changes: [{ kind: 'cell', rowId: 'r', field: 'actual', value, version: 1 }],
  isTyped: true,
  place: '/?year=2025',
  step: '',
})

/** A browser: its database, its locks, and tabs that remember their names. */
class HandBrowser {
  readonly store = new HandStore()
  readonly locks = new HandLocks()
  lost = 0
  readonly #looks: (() => Promise<void>)[] = []
  #now = 1_000
  #names = 0

  pass(ms: number): void {
    this.#now += ms
  }

  /** Opens a page in a tab; `tab` holds what its sessionStorage does. */
  open(tab: { name: string | null } = { name: null }): Promise<Journal> {
    return openJournal({
      store: this.store,
      locks: this.locks,
      tab: { read: () => tab.name, write: (id) => void (tab.name = id) },
      newId: () => `tab-${(this.#names += 1)}`,
      now: () => (this.#now += 1),
      onLost: () => (this.lost += 1),
      repeat: (look) => void this.#looks.push(look),
    })
  }

  /** Every open page looks once whether a tab is gone. */
  async look(): Promise<void> {
    for (const look of this.#looks) await look()
  }

  crash(tab: { readonly name: string | null }): void {
    this.locks.free(tab.name ?? '')
  }
}

const keep = async (journal: Journal, ...batches: readonly OutgoingBatch[]): Promise<void> => {
  const memory = journal.memoryOf('sheet')
  memory.keep(batches.map((value) => ({ shelf: 'batch', key: value.key, value })))
  await memory.settled()
}
const left = (journal: Journal, sheet = 'sheet') => journal.memoryOf(sheet).left.batches.map(({ key }) => key)

describe('a journal', () => {
  test('gives a reloaded tab what it kept, in the order it was first kept', async () => {
    const [browser, tab] = [new HandBrowser(), { name: null }]
    const journal = await browser.open(tab)
    await keep(journal, batch('z'))
    await keep(journal, batch('a'))
    await keep(journal, batch('z', 'typed again'))
    browser.crash(tab)
    const memory = (await browser.open(tab)).memoryOf('sheet')
    expect(memory.left.batches).toEqual([batch('z', 'typed again'), batch('a')])
  })

  test('stores what is handed over in one go as one transaction, and a thing changed twice once', async () => {
    const browser = new HandBrowser()
    const memory = (await browser.open()).memoryOf('sheet')
    for (let count = 0; count < 50; count += 1)
      memory.keep([{ shelf: 'batch', key: 'k', value: batch('k', `${count}`) }])
    memory.keep([{ shelf: 'position', key: '', value: 's' }])
    expect(browser.store.transactions).toEqual([])
    await memory.settled()
    expect(browser.store.transactions).toEqual([2])
    expect(memory.settled()).toBeNull()
  })

  test('is stored at once when the page goes', async () => {
    const browser = new HandBrowser()
    const journal = await browser.open()
    journal.memoryOf('sheet').keep([{ shelf: 'batch', key: 'k', value: batch('k') }])
    journal.flush()
    await Promise.resolve()
    expect(browser.store.transactions).toEqual([1])
  })

  test('keeps the sheets of a tab apart', async () => {
    const [browser, tab] = [new HandBrowser(), { name: null }]
    await keep(await browser.open(tab), batch('k'))
    browser.crash(tab)
    const again = await browser.open(tab)
    expect([left(again), left(again, 'projects')]).toEqual([['k'], []])
  })

  test('does not hold up the saving when the disk refuses, and says that it is not lasting', async () => {
    const browser = new HandBrowser()
    const memory = (await browser.open()).memoryOf('sheet')
    browser.store.refuses = true
    expect(memory.isLasting).toBe(true)
    memory.keep([{ shelf: 'batch', key: 'k', value: batch('k') }])
    await memory.settled()
    expect(memory.isLasting).toBe(false)
  })

  test('that another page took over meanwhile is not sent from here any more', async () => {
    const [browser, tab] = [new HandBrowser(), { name: null }]
    const memory = (await browser.open(tab)).memoryOf('sheet')
    browser.crash(tab)
    expect(memory.settled()).not.toBeNull()
    expect(browser.lost).toBe(1)
  })

  test('leaves out what this version cannot read, and keeps the rest', async () => {
    const [browser, tab] = [new HandBrowser(), { name: 'old' }]
    const at = { journal: 'old', sheet: 'sheet', shelf: 'batch' as const }
    await browser.store.write(
      [
        { ...at, key: 'odd', at: 1, value: { key: 'odd', changes: 'none' } },
        { ...at, key: 'good', at: 2, value: batch('good') },
      ],
      [],
    )
    expect(left(await browser.open(tab))).toEqual(['good'])
    expect(browser.store.size).toBe(2)
  })
})

describe('several tabs', () => {
  test('each have their own journal, and none sends another’s', async () => {
    const browser = new HandBrowser()
    await keep(await browser.open(), batch('first'))
    expect(left(await browser.open())).toEqual([])
  })

  test('that are copies of one another are told apart', async () => {
    const [browser, tab] = [new HandBrowser(), { name: null as string | null }]
    await keep(await browser.open(tab), batch('first'))
    const copy = { name: tab.name }
    expect(left(await browser.open(copy))).toEqual([])
    expect(copy.name).not.toBe(tab.name)
  })

  test('inherit what a closed tab had left, in its order and only once', async () => {
    const [browser, closed] = [new HandBrowser(), { name: null }]
    await keep(await browser.open(closed), batch('b'), batch('a'))
    browser.crash(closed)
    expect(left(await browser.open())).toEqual(['b', 'a'])
    expect(left(await browser.open())).toEqual([])
  })

  test('that are open inherit from one that is gone, in its order, and keep it as their own', async () => {
    const [browser, closed, open] = [new HandBrowser(), { name: null }, { name: null }]
    const heir = await browser.open(open)
    const inherited: string[][] = []
    heir.memoryOf('sheet').onInherit(({ batches }) => void inherited.push(batches.map(({ key }) => key)))
    await keep(await browser.open(closed), batch('b'), batch('a'))
    await browser.look()
    await browser.look()
    expect(inherited).toEqual([])
    browser.crash(closed)
    await browser.look()
    await browser.look()
    await browser.look()
    expect(inherited).toEqual([['b', 'a']])
    browser.crash(open)
    expect(left(await browser.open(open))).toEqual(['b', 'a'])
  })

  test('take nothing from one that is only loaded anew', async () => {
    const [browser, tab] = [new HandBrowser(), { name: null }]
    await browser.open()
    await keep(await browser.open(tab), batch('k'))
    browser.crash(tab)
    await browser.look()
    const again = await browser.open(tab)
    await browser.look()
    expect(left(again)).toEqual(['k'])
  })

  test('leave a closed tab its history, until nobody comes back for it', async () => {
    const [browser, closed] = [new HandBrowser(), { name: null }]
    const memory = (await browser.open(closed)).memoryOf('sheet')
    const step = { id: 's', patches: [], place: '/', title: '粘贴' }
    memory.keep([{ shelf: 'step', key: 's', value: step }])
    await memory.settled()
    browser.crash(closed)
    expect((await browser.open()).memoryOf('sheet').left.history.done).toEqual([])
    const again = await browser.open(closed)
    expect(again.memoryOf('sheet').left.history.done).toEqual([step])
    browser.crash(closed)
    browser.pass(8 * 24 * 60 * 60 * 1_000)
    await browser.open()
    expect(browser.store.size).toBe(0)
  })

  test('never lose one of two refused texts for the same cell', async () => {
    const [browser, closed, mine] = [new HandBrowser(), { name: null }, { name: null }]
    const refused = (text: string) => ({
      shelf: 'draft' as const,
      key: 'r/actual',
      value: {
        draft: {
          rowId: 'r',
          field: 'actual',
          text,
          reason: '',
          code: 'BAD_INPUT',
          theirs: null,
          title: '',
          place: '/',
        },
        step: '',
      },
    })
    const texts = (journal: Journal) =>
      [...journal.memoryOf('sheet').left.drafts.values()].map(({ draft }) => draft.text)
    const [theirs, ours] = [await browser.open(closed), await browser.open(mine)]
    for (const [journal, text] of [
      [theirs, '一'],
      [ours, '二'],
    ] as const) {
      journal.memoryOf('sheet').keep([refused(text)])
      await journal.memoryOf('sheet').settled()
    }
    browser.crash(closed)
    browser.crash(mine)
    const again = await browser.open(mine)
    expect(texts(again)).toEqual(['二'])
    again.memoryOf('sheet').keep([{ shelf: 'draft', key: 'r/actual', value: null }])
    await again.memoryOf('sheet').settled()
    browser.crash(mine)
    expect(texts(await browser.open(mine))).toEqual(['一'])
  })
})
