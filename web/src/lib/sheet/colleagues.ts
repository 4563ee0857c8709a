import { SvelteMap } from 'svelte/reactivity'
import type { Clock } from './clock.ts'

/** Somebody else who is here, as they call themselves. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly groupId: string
  readonly rowId: string | null
  readonly column: string | null
}

/** Another word of somebody; without a group they have left. */
export interface Sighting extends Omit<Colleague, 'groupId'> {
  readonly groupId: string | null
  /** How long it holds without another word. */
  readonly seconds: number
}

/** Who else is where: heard of, never asked for, and gone when nothing more is heard. */
export class Colleagues {
  readonly #clock: Clock
  readonly #here = new SvelteMap<string, Colleague>()
  readonly #forget = new Map<string, () => void>()
  readonly #listeners = new Set<(rowIds: ReadonlySet<string>) => void>()
  /** What the others know this tab by. */
  #self: string | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Everybody else who is here, in the order they came. */
  get all(): readonly Colleague[] {
    return [...this.#here.values()]
  }

  /** Whoever is in this group, in the order they came. */
  in(groupId: string): readonly Colleague[] {
    return [...this.#here.values()].filter((colleague) => colleague.groupId === groupId)
  }

  /** Who is in this cell. */
  at(rowId: string, column: string): Colleague | null {
    for (const colleague of this.#here.values())
      if (colleague.rowId === rowId && colleague.column === column) return colleague
    return null
  }

  hear({ seconds, groupId, ...sighting }: Sighting): void {
    if (sighting.id === this.#self) return
    const before = this.#here.get(sighting.id)
    this.#forget.get(sighting.id)?.()
    this.#forget.delete(sighting.id)
    if (groupId === null) this.#here.delete(sighting.id)
    else {
      this.#here.set(sighting.id, { ...sighting, groupId })
      const leave = (): void => this.hear({ ...sighting, groupId: null, seconds })
      this.#forget.set(sighting.id, this.#clock.after(seconds * 1000, leave))
    }
    const now = this.#here.get(sighting.id)
    if (before?.rowId !== now?.rowId || before?.column !== now?.column) this.#tell([before, now])
  }

  /** One is no colleague of oneself. */
  isMe(id: string): void {
    this.#self = null
    this.hear({ id, name: '', groupId: null, rowId: null, column: null, seconds: 0 })
    this.#self = id
  }

  /** Nobody is known to be anywhere, for example because the line is broken. */
  clear(): void {
    for (const cancel of this.#forget.values()) cancel()
    this.#forget.clear()
    const gone = [...this.#here.values()]
    this.#here.clear()
    this.#tell(gone)
  }

  onMove(listener: (rowIds: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(colleagues: readonly (Colleague | undefined)[]): void {
    const rowIds = new Set(colleagues.flatMap((colleague) => colleague?.rowId ?? []))
    if (rowIds.size > 0) for (const listener of this.#listeners) listener(rowIds)
  }
}
