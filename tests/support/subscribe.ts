import type { AnswerError } from './app.ts'

export interface Event<Data> {
  readonly data?: Data | null
  readonly errors?: readonly AnswerError[]
}

export interface Subscription<Data> {
  /** The next event; null when the server has ended the stream. */
  readonly next: () => Promise<Event<Data> | null>
  /** Goes away without a word. */
  readonly cut: () => Promise<void>
}

type Send = (request: Request) => Promise<Response>

const eventsIn = (block: string): string | null => {
  const data = block.split('\n').filter((line) => line.startsWith('data:'))
  return data.length === 0 ? null : data.map((line) => line.slice(5).trim()).join('\n')
}

/** Subscribes over SSE; resolves when the server has begun to answer. */
export const subscribe = async <Data>(
  send: Send,
  url: string,
  query: string,
  variables: object = {},
): Promise<Subscription<Data>> => {
  const gone = new AbortController()
  const response = await send(
    new Request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query, variables }),
      signal: gone.signal,
    }),
  )
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (reader === undefined) throw new Error('no body')
  let text = ''
  const next = async (): Promise<Event<Data> | null> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end === -1) {
        const { done, value } = await reader.read()
        if (done) return null
        text += value
        continue
      }
      const block = text.slice(0, end)
      text = text.slice(end + 2)
      if (block.startsWith('event: complete')) return null
      const data = eventsIn(block)
      if (data !== null && data !== '') return JSON.parse(data)
    }
  }
  return {
    next,
    cut: async () => {
      gone.abort()
      await reader.cancel().catch(() => undefined)
    },
  }
}
