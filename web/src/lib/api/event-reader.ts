/** One server-sent event. */
export interface ServerEvent {
  readonly name: string
  readonly data: string
}

/** Puts server-sent events together from pieces of text cut anywhere; comments, which only keep the line open, bring none. */
export class EventReader {
  #rest = ''

  push(text: string): readonly ServerEvent[] {
    const blocks = (this.#rest + text).split('\n\n')
    this.#rest = blocks.pop() ?? ''
    return blocks.flatMap((block) => readBlock(block) ?? [])
  }
}

function readBlock(block: string): ServerEvent | null {
  let name = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^(event|data): ?(.*)$/u.exec(line) ?? []
    if (field === 'event') name = value
    else if (field === 'data') data.push(value)
  }
  return data.length === 0 ? null : { name, data: data.join('\n') }
}
