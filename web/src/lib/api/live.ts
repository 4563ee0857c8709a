import type { ResultOf } from 'gql.tada'
import { ApiError } from './api-error.ts'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { filterOf } from './project-page.ts'
import type { Selection } from './project-page.ts'

const liveSubscription = graphql(`
  subscription Live($filter: ChangesFilter!) {
    live(filter: $filter) {
      __typename
      ... on ChangeNotice {
        number
        changeSetId
        author
        source
        createdAt
        projectIds
        cells {
          rowId
          entity
          kind
          field
          before
          after
          rowVersion
          projectId
        }
      }
      ... on Presence {
        id
        name
        projectId
        rowId
        field
        seconds
      }
    }
  }
`)

const numberQuery = graphql(`
  query ChangeNumber {
    changeNumber
  }
`)

type LiveEvent = ResultOf<typeof liveSubscription>['live']

/** A saved change set, whoever saved it. */
export type ChangeNotice = Extract<LiveEvent, { readonly __typename: 'ChangeNotice' }>

/** Somebody came, moved or left. */
export type Presence = Extract<LiveEvent, { readonly __typename: 'Presence' }>

/** To be asked before what it belongs to is read: then nothing falls between. */
export async function fetchChangeNumber(api: Pick<Api, 'query'>): Promise<number> {
  return (await api.query(numberQuery, {})).changeNumber
}

export interface LiveOptions {
  /** Null: of every year and agency. */
  readonly selection: Selection | null
  /** The last change that is known. */
  readonly since: number
  readonly onChange: (notice: ChangeNotice) => void
  readonly onPresence: (presence: Presence) => void
  /** Whether the line is open. */
  readonly onLine: (open: boolean) => void
  /** Ends early when another try may succeed. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
}

/** `lost`: too much was missed, or the server knows another history; only reading everything anew helps. */
export type LiveEnd = 'ended' | 'lost'

const firstPause = 500
const longestPause = 15_000

/** Follows what is saved and who is here, over as many connections as it takes, each change once and in order. */
export async function followLive(
  api: Pick<Api, 'stream'>,
  { selection, since, onChange, onPresence, onLine, wait }: LiveOptions,
  signal: AbortSignal,
): Promise<LiveEnd> {
  let last = since
  const of = selection === null ? {} : filterOf(selection)
  let pause = firstPause
  const onOpen = (): void => {
    pause = firstPause
    onLine(true)
  }
  while (!signal.aborted) {
    const filter = { ...of, since: last }
    try {
      for await (const { live } of api.stream(liveSubscription, { filter }, { signal, onOpen })) {
        if (live.__typename === 'Presence') onPresence(live)
        else {
          last = live.number
          onChange(live)
        }
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.kind === 'refused') return 'lost'
    }
    if (signal.aborted) break
    onLine(false)
    await wait(pause, signal)
    pause = Math.min(pause * 2, longestPause)
  }
  return 'ended'
}
