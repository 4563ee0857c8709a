const longest = 100
const most = 5_000

/**
 * Keeps the latest answers to texts: forms say the same few words again and again. What it holds is bounded, and a long text
 * is not kept.
 */
export function createMemory<Answer>(): (text: string, work: () => Answer) => Answer {
  const known = new Map<string, Answer>()
  return (text, work) => {
    if (text.length > longest) return work()
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = work()
    if (known.size >= most) known.clear()
    known.set(text, answer)
    return answer
  }
}

/** A pure function of a text that keeps its latest answers. */
export function remembering<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const recall = createMemory<Answer>()
  return (text) => recall(text, () => work(text))
}
