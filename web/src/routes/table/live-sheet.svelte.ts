import { Announcer } from '#lib/announcer.ts'
import { ApiError } from '#lib/api/api-error.ts'
import type { Api } from '#lib/api/client.ts'
import { followLive } from '#lib/api/live.ts'
import { announcePresence } from '#lib/api/presence.ts'
import type { Whereabouts } from '#lib/api/presence.ts'
import type { Selection } from '#lib/api/project-page.ts'
import { fetchProjectsByIds } from '#lib/api/projects.ts'
import { waitForLine } from '#lib/api/wait-for-line.ts'
import { systemClock } from '#lib/sheet/clock.ts'
import type { Colleagues } from '#lib/sheet/colleagues.ts'
import type { IndicatorSheet } from '#lib/sheet/sheet.svelte.ts'
import { noticeOf } from './notice-of.ts'

export interface LiveSheetOptions {
  readonly api: Api
  readonly sheet: IndicatorSheet
  readonly colleagues: Colleagues
  readonly name: () => string
  /** Whether pages of the selection are still to come. */
  readonly isLoading: () => boolean
  /** Too much was missed: everything has to be read anew. */
  readonly onLost: () => void
}

/** A browser has six connections for all its tabs: one that nobody looks at gives its own back. */
const unseenFor = 60_000
/** As many as a page of the API holds. */
const readAtOnce = 100

/** Keeps the sheet as the server has it, and tells the others where one is. */
export class LiveSheet {
  readonly #options: LiveSheetOptions
  readonly #announcer: Announcer<Whereabouts>
  /** Others know this tab by a hash of it; it is told to nobody else. */
  readonly #key = crypto.randomUUID()
  #selection: Selection | null = null
  #last = 0
  #leave: AbortController | null = null
  #reading = false
  #isKnown = false
  #forgetUnseen = (): void => undefined
  readonly #unlisten: () => void
  #isOpen = $state(true)

  constructor(options: LiveSheetOptions) {
    this.#options = options
    this.#announcer = new Announcer((place) => void this.#say(place), systemClock)
    const { model } = options.sheet
    this.#unlisten = model.onChange(() => {
      if (model.staleGroups.size > 0) void this.#readStale()
    })
  }

  /** Whether what others save arrives at this moment. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Follows another selection, of which everything up to that change is known. */
  follow(selection: Selection, since: number): void {
    this.stop()
    this.#selection = selection
    this.#last = since
    this.#start()
  }

  stop(): void {
    this.#leave?.abort()
    this.#leave = null
    this.#options.colleagues.clear()
  }

  move(place: Whereabouts | null): void {
    this.#announcer.move(place)
  }

  /** The tab is looked at again, or not any more. */
  look(visible: boolean): void {
    this.#forgetUnseen()
    if (visible && this.#leave === null) this.#start()
    if (visible) return
    this.#announcer.leave()
    this.#forgetUnseen = systemClock.after(unseenFor, () => this.stop())
  }

  /** For good: somebody else shows the sheet next. */
  close(): void {
    this.#forgetUnseen()
    this.#unlisten()
    this.#announcer.leave()
    this.stop()
    this.#selection = null
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

  /** A project that is not here yet comes with its page; afterwards it is a new one. */
  #readable(): readonly string[] {
    const { model } = this.#options.sheet
    const stale = [...model.staleGroups]
    const known = this.#options.isLoading() ? stale.filter((id) => model.group(id) !== undefined) : stale
    return known.slice(0, readAtOnce)
  }

  async #read(ids: readonly string[]): Promise<void> {
    const selection = this.#selection
    if (selection === null) return
    const projects = await fetchProjectsByIds(this.#options.api, selection, ids)
    if (selection === this.#selection) this.#options.sheet.model.receiveGroups(projects, ids)
  }

  #start(): void {
    const selection = this.#selection
    if (selection === null) return
    const leave = new AbortController()
    this.#leave = leave
    const { api, sheet, colleagues, onLost } = this.#options
    const live = {
      selection,
      since: this.#last,
      onChange: (notice: Parameters<typeof noticeOf>[0]) => {
        this.#last = notice.number
        sheet.model.receive(noticeOf(notice))
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
