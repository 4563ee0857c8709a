import { Announcer } from '#lib/announcer.ts'
import { ApiError } from '#lib/api/api-error.ts'
import type { Api } from '#lib/api/client.ts'
import { followLive } from '#lib/api/live.ts'
import type { ChangeNotice } from '#lib/api/live.ts'
import { announcePresence } from '#lib/api/presence.ts'
import type { Whereabouts } from '#lib/api/presence.ts'
import type { Selection } from '#lib/api/project-page.ts'
import { waitForLine } from '#lib/api/wait-for-line.ts'
import { systemClock } from '#lib/sheet/clock.ts'
import type { Colleagues } from '#lib/sheet/colleagues.ts'
import type { FocusedCell } from '#lib/sheet/focused-cell.ts'
import type { ChangeNotice as SheetNotice } from '#lib/sheet/plan-notice.ts'

/** The rows that are kept as the server has them. */
interface LiveModel<Group> {
  readonly staleGroups: ReadonlySet<string>
  readonly groupIds: readonly string[]
  onChange(listener: () => void): () => void
  receive(notice: SheetNotice): void
  receiveGroups(groups: readonly Group[], asked: readonly string[]): void
}

export interface LiveSheetOptions<Group> {
  readonly api: Api
  readonly model: LiveModel<Group>
  /** A saved change set in the words of this table; null when it is none of its business. */
  readonly noticeOf: (notice: ChangeNotice) => SheetNotice | null
  /** Hears of every change set as well, one's own among them. */
  readonly onNotice?: (notice: ChangeNotice) => void
  /** Groups as they are now, as far as the selection has them. */
  readonly read: (selection: Selection | null, ids: readonly string[]) => Promise<readonly Group[]>
  readonly colleagues: Colleagues
  readonly name: () => string
  /** Where one is to the others, null where nobody is to know; without it a group is a project. */
  readonly placeOf?: (focused: FocusedCell) => Whereabouts | null
  /** Whether pages of the selection are still to come. */
  readonly isLoading: () => boolean
  /** Too much was missed: everything has to be read anew. */
  readonly onLost: () => void
}

const placeInProject = ({ groupId, rowId, column }: FocusedCell): Whereabouts => ({
  projectId: groupId,
  rowId,
  field: column,
})

/** A browser has six connections for all its tabs: one that nobody looks at gives its own back. */
const unseenFor = 60_000
/** As many as a page of the API holds. */
const readAtOnce = 100

/** A selection, null for everything, and the last change that is known of it. */
interface Followed {
  readonly selection: Selection | null
  last: number
}

/** Keeps the sheet as the server has it, and tells the others where one is. */
export class LiveSheet<Group> {
  readonly #options: LiveSheetOptions<Group>
  readonly #announcer: Announcer<Whereabouts>
  /** Others know this tab by a hash of it; it is told to nobody else. */
  readonly #key = crypto.randomUUID()
  #followed: Followed | null = null
  #leave: AbortController | null = null
  #reading = false
  #isKnown = false
  #forgetUnseen = (): void => undefined
  readonly #unlisten: () => void
  #isOpen = $state(true)

  constructor(options: LiveSheetOptions<Group>) {
    this.#options = options
    this.#announcer = new Announcer((place) => void this.#say(place), systemClock)
    const { model } = options
    this.#unlisten = model.onChange(() => {
      if (model.staleGroups.size > 0) void this.#readStale()
    })
  }

  /** Whether what others save arrives at this moment. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Follows another selection, of which everything up to that change is known. */
  follow(selection: Selection | null, since: number): void {
    this.stop()
    this.#followed = { selection, last: since }
    this.#start()
  }

  stop(): void {
    this.#leave?.abort()
    this.#leave = null
    this.#options.colleagues.clear()
  }

  /** The keyboard is in another cell now. */
  readonly move = (focused: FocusedCell | null): void => {
    const { placeOf = placeInProject } = this.#options
    this.#announcer.move(focused && placeOf(focused))
  }

  /** The tab is looked at again, or not any more. */
  readonly look = (visible: boolean): void => {
    this.#forgetUnseen()
    if (visible && this.#leave === null) this.#start()
    if (visible) return
    this.#announcer.leave()
    this.#forgetUnseen = systemClock.after(unseenFor, () => this.stop())
  }

  /** For good: somebody else shows the sheet next. */
  readonly close = (): void => {
    this.#forgetUnseen()
    this.#unlisten()
    this.#announcer.leave()
    this.stop()
    this.#followed = null
  }

  /** Reads what others changed in a way that was not told in full. */
  async #readStale(): Promise<void> {
    if (this.#reading) return
    this.#reading = true
    try {
      for (let ids = this.#readable(); ids.length > 0; ids = this.#readable()) await this.#read(ids)
    } catch (problem) {
      // They stay stale, and are tried again with the next notice or the next line.
      if (!(problem instanceof ApiError)) throw problem
    } finally {
      this.#reading = false
    }
  }

  /** A group that is not here yet comes with its page; afterwards it is a new one. */
  #readable(): readonly string[] {
    const { model, isLoading } = this.#options
    const stale = [...model.staleGroups]
    const known = isLoading() ? stale.filter((id) => model.groupIds.includes(id)) : stale
    return known.slice(0, readAtOnce)
  }

  async #read(ids: readonly string[]): Promise<void> {
    const followed = this.#followed
    if (followed === null) return
    const groups = await this.#options.read(followed.selection, ids)
    if (followed === this.#followed) this.#options.model.receiveGroups(groups, ids)
  }

  #start(): void {
    const followed = this.#followed
    if (followed === null) return
    const leave = new AbortController()
    this.#leave = leave
    const { api, model, noticeOf, onNotice, colleagues, onLost } = this.#options
    const live = {
      selection: followed.selection,
      since: followed.last,
      onChange: (notice: ChangeNotice) => {
        followed.last = notice.number
        onNotice?.(notice)
        const told = noticeOf(notice)
        if (told !== null) model.receive(told)
      },
      onPresence: ({ projectId, field, ...presence }: PresenceEvent) =>
        colleagues.hear({ ...presence, groupId: projectId, column: field }),
      onLine: (open: boolean) => {
        this.#isOpen = open
        if (open) void this.#greet()
        else colleagues.clear()
      },
      wait: waitForLine,
    }
    void followLive(api, live, leave.signal).then((end) => {
      if (end === 'lost' && !leave.signal.aborted) onLost()
    })
  }

  /** Learns what the others know this tab by, before it is seen anywhere. */
  async #greet(): Promise<void> {
    if (!this.#isKnown) await this.#say(null)
    this.#announcer.repeat()
    await this.#readStale()
  }

  async #say(place: Whereabouts | null): Promise<void> {
    const { api, colleagues, name } = this.#options
    try {
      colleagues.isMe(await announcePresence(api, { key: this.#key, name: name() }, place))
      this.#isKnown = true
    } catch (problem) {
      // Whoever cannot be heard is forgotten by the others; the status bar says that the line is broken.
      if (!(problem instanceof ApiError)) throw problem
    }
  }
}

type PresenceEvent = Parameters<Parameters<typeof followLive>[1]['onPresence']>[0]
