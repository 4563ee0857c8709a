/** One question a bench file answers: what was done, against which floor, and the ratio we hold ourselves to. */
export interface Question {
  readonly title: string
  /** What the work is compared with; measured in the same run, since machines are noisy. */
  readonly floor: string
  /** Ours ÷ floor at most. */
  readonly atMost: number
  /** What is measured; ms unless it says otherwise. */
  readonly unit?: string
  readonly prepare: () => Promise<Contest>
}

/** Something timed from outside, unless it answers with a number: what it measured itself. */
type Measured = () => unknown

export interface Contest {
  readonly work: Measured
  readonly base: Measured
  readonly close?: () => Promise<void>
}

export interface Answer {
  readonly title: string
  readonly floor: string
  readonly work: number
  readonly base: number
  readonly ratio: number
  readonly atMost: number
  readonly unit: string
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const measure = async (run: Measured): Promise<number> => {
  const start = performance.now()
  const measured = await run()
  return typeof measured === 'number' ? measured : performance.now() - start
}

/** Work and floor in turn, `rounds` times after one warm-up; the ratio is the median of the rounds' ratios. */
export async function ask(question: Question, rounds = 5): Promise<Answer> {
  const contest = await question.prepare()
  try {
    const work: number[] = []
    const base: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const times = { base: await measure(contest.base), work: await measure(contest.work) }
      if (round === 0) continue
      base.push(times.base)
      work.push(times.work)
    }
    return {
      title: question.title,
      floor: question.floor,
      work: median(work),
      base: median(base),
      ratio: median(work.map((ms, index) => ms / (base[index] ?? Number.NaN))),
      atMost: question.atMost,
      unit: question.unit ?? 'ms',
    }
  } finally {
    await contest.close?.()
  }
}
