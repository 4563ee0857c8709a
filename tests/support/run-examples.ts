import { readExamples, type Example } from '@biaochi/server/examples'
import type { TestApp } from './app.ts'

/** The value at a path such as "projects.nodes.0.id". */
export const at = (answer: unknown, path: string): unknown => {
  let value = answer
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !(key in value))
      throw new Error(`nothing at ${path}: ${key}`)
    value = Object.entries(value).find(([name]) => name === key)?.[1]
  }
  return value
}

/** Runs examples; one that refers to another's answer runs that one first. */
export class Examples {
  readonly list = readExamples()
  readonly #app: TestApp
  readonly #answers = new Map<string, Promise<unknown>>()

  constructor(app: TestApp) {
    this.#app = app
  }

  /** The answer of the example with this number, run once. */
  answer(number: string): Promise<unknown> {
    const known = this.#answers.get(number) ?? this.#run(this.#find(number))
    this.#answers.set(number, known)
    return known
  }

  /** The variables with every reference replaced by what it stands for. */
  async variablesOf(number: string): Promise<Record<string, unknown>> {
    const json: unknown = JSON.parse(this.#find(number).variables)
    return (await this.#filled(json)) as Record<string, unknown>
  }

  #find(number: string): Example {
    const example = this.list.find(({ name }) => name.startsWith(`${number}-`))
    if (example === undefined) throw new Error(`no example ${number}`)
    return example
  }

  async #run({ name, query }: Example): Promise<unknown> {
    return this.#app.runOk(query, await this.variablesOf(name.slice(0, 2)))
  }

  async #filled(value: unknown): Promise<unknown> {
    if (typeof value === 'string') {
      const [, number, path] = /^← (\d\d) (.+)$/.exec(value) ?? []
      return number === undefined || path === undefined ? value : at(await this.answer(number), path)
    }
    if (Array.isArray(value)) return Promise.all(value.map((item) => this.#filled(item)))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(async ([key, item]) => [key, await this.#filled(item)] as const)
    return Object.fromEntries(await Promise.all(entries))
  }
}
