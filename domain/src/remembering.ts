const longest = 100
const most = 5_000

/**
 * A pure function of a text that keeps its latest answers: forms say the same few words again and again. What it holds
 * is bounded, and a long text is not kept.
 */
export function remembering<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    if (text.length > longest) return work(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = work(text)
    if (known.size >= most) known.clear()
    known.set(text, answer)
    return answer
  }
}
