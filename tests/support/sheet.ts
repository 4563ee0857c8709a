import {
  editIndicator,
  emptyIndicator,
  emptyProject,
  parseActual,
  parseTarget,
  schemeFor,
} from '@biaochi/domain'
import type { Indicator } from '@biaochi/domain'
import type { SheetWords } from '@biaochi/web/sheet/cell-view'
import type { Clock } from '@biaochi/web/sheet/clock'
import type { LoadedProject } from '@biaochi/web/sheet/project-view'
import type { CellAnswer, SaveAnswer, SaveRequest, ServerRow } from '@biaochi/web/sheet/save'
import { SheetModel } from '@biaochi/web/sheet/sheet-model'

export const words: SheetWords = {
  describe: (message) => (typeof message === 'string' ? message : message.code),
  period: { annual: '年度', midterm: '中期' },
  met: '是',
  notMet: '否',
  excluded: '不计',
}

interface RowParts {
  readonly name: string
  readonly target: string
  readonly actual?: string
  readonly weight?: string
  readonly score?: string
}

const indicatorOf = ({ name, target, actual = '', weight = '10', score }: RowParts): Indicator => ({
  ...emptyIndicator,
  level1: '产出指标',
  level2: '数量指标',
  name,
  target: parseTarget(target),
  actual: parseActual(actual, parseTarget(target)),
  weight,
  score: score ?? null,
})

/** A self-evaluation as a page of the server brings it, its rows named `<id>-0`, `<id>-1` … at version 1. */
export function projectOf(id: string, rows: readonly RowParts[], name = `项目${id}`): LoadedProject {
  const indicators = rows.map(indicatorOf)
  return {
    id,
    document: {
      ...emptyProject,
      name,
      fiscalYear: 2025,
      form: 'self-evaluation',
      funds: [
        { period: 'annual', source: 'all', stage: 'adjusted', amount: '1000000' },
        { period: 'annual', source: 'all', stage: 'executed', amount: '900000' },
      ],
    },
    scheme: schemeFor({ fiscalYear: 2025, indicators }),
    agencyId: 'agency',
    line: null,
    lines: new Map(),
    readerFindings: [],
    rows: indicators.map((indicator, index) => ({
      id: `${id}-${index}`,
      projectId: id,
      version: 1,
      line: null,
      indicator,
    })),
  }
}

/** A clock that moves when it is told to. */
export class HandClock implements Clock {
  #now = 0
  #timers: { at: number; action: () => void }[] = []

  readonly now = (): number => this.#now

  readonly after = (ms: number, action: () => void): (() => void) => {
    const timer = { at: this.#now + ms, action }
    this.#timers.push(timer)
    return () => void (this.#timers = this.#timers.filter((other) => other !== timer))
  }

  move(ms: number): void {
    this.#now += ms
    const due = this.#timers.filter((timer) => timer.at <= this.#now)
    this.#timers = this.#timers.filter((timer) => timer.at > this.#now)
    for (const timer of due) timer.action()
  }
}

/** A server of three lines: it holds rows, and answers when the test says so. */
export class HandServer {
  readonly requests: SaveRequest[] = []
  readonly #rows = new Map<string, ServerRow>()
  #resolvers: ((answer: SaveAnswer) => void)[] = []

  constructor(projects: readonly LoadedProject[]) {
    for (const row of projects.flatMap((project) => project.rows)) this.#rows.set(row.id, row)
  }

  readonly save = (request: SaveRequest): Promise<SaveAnswer> => {
    this.requests.push(request)
    return new Promise((resolve) => this.#resolvers.push(resolve))
  }

  /** What the row would be after somebody else's edit. */
  write(rowId: string, field: 'actual' | 'score', text: string): ServerRow {
    const row = this.#rows.get(rowId)
    if (row === undefined) throw new Error(`no row ${rowId}`)
    const result = editIndicator(row.indicator, field, text)
    if ('refused' in result) throw new Error(result.refused.code)
    const next = { ...row, version: row.version + 1, indicator: result.indicator }
    this.#rows.set(rowId, next)
    return next
  }

  /** Answers the oldest open request. */
  async answer(answer: SaveAnswer): Promise<void> {
    const resolve = this.#resolvers.shift()
    if (resolve === undefined) throw new Error('nothing was asked')
    resolve(answer)
    await settle()
  }

  /** Takes everything the oldest open request wants. */
  async accept(): Promise<void> {
    const request = this.#oldest()
    const rows = request.changes.map((change) => {
      const row = this.#rows.get(change.rowId)
      if (row === undefined) throw new Error(`no row ${change.rowId}`)
      const result = editIndicator(row.indicator, change.field, change.value)
      if ('refused' in result) throw new Error(result.refused.code)
      const next = { ...row, version: row.version + 1, indicator: result.indicator }
      this.#rows.set(row.id, next)
      return next
    })
    await this.answer({ kind: 'answered', cells: request.changes.map(accepted), rows })
  }

  /** Turns the oldest open request down, cell by cell, and sends the rows as they are. */
  async refuse(code: string, reason: string): Promise<void> {
    const { changes } = this.#oldest()
    const cells = changes.map(({ rowId, field }) => ({ rowId, field, accepted: false, code, reason }))
    const rows = changes.flatMap(({ rowId }) => this.#rows.get(rowId) ?? [])
    await this.answer({ kind: 'answered', cells, rows })
  }

  #oldest(): SaveRequest {
    const request = this.requests.at(-this.#resolvers.length)
    if (request === undefined) throw new Error('nothing was asked')
    return request
  }
}

const accepted = ({ rowId, field }: SaveRequest['changes'][number]): CellAnswer => ({
  rowId,
  field,
  accepted: true,
  code: null,
  reason: null,
})

/** Lets answered promises run their course. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export interface OpenSheet {
  readonly sheet: SheetModel
  readonly server: HandServer
  readonly clock: HandClock
  /** What a reload would find in the tab's storage. */
  readonly memory: { stored: string | null }
}

export function openSheet(
  projects: readonly LoadedProject[],
  memory: { stored: string | null } = { stored: null },
): OpenSheet {
  const clock = new HandClock()
  const server = new HandServer(projects)
  let keys = 0
  const sheet = new SheetModel({
    save: server.save,
    clock,
    newKey: () => `key-${(keys += 1)}`,
    words,
    memory: { read: () => memory.stored, write: (text) => void (memory.stored = text) },
  })
  sheet.open('/?year=2025')
  sheet.add(projects)
  return { sheet, server, clock, memory }
}
