import type { SheetMemory } from '../keep/sheet-memory.ts'
import { rowProblemKey } from '../row-problem.ts'
import type { RowProblem } from '../row-problem.ts'

/** Rows the server did not let come, go or move, until they are dismissed. */
export class RowProblems {
  readonly #memory: SheetMemory
  #list: readonly RowProblem[] = []

  constructor(memory: SheetMemory) {
    this.#memory = memory
  }

  get list(): readonly RowProblem[] {
    return this.#list
  }

  /** Those an earlier page was told of; they are kept already. */
  inherit(problems: readonly RowProblem[]): void {
    this.#list = [...this.#list, ...problems]
  }

  /** What is told anew of a row takes the place of what was told before. */
  add(problems: readonly RowProblem[]): void {
    const renewed = new Set(problems.map(rowProblemKey))
    this.#list = [...this.#list.filter((at) => !renewed.has(rowProblemKey(at))), ...problems]
    this.#memory.keep(problems.map((value) => ({ shelf: 'problem', key: rowProblemKey(value), value })))
  }

  dismiss(problem: RowProblem): void {
    this.#list = this.#list.filter((other) => other !== problem)
    this.#memory.keep([{ shelf: 'problem', key: rowProblemKey(problem), value: null }])
  }
}
