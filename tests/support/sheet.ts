import {
  editIndicator,
  emptyIndicator,
  emptyProject,
  indicatorFields,
  parseActual,
  parseTarget,
  schemeFor,
} from '@biaochi/domain'
import type { Indicator } from '@biaochi/domain'
import type { Clock } from '@biaochi/web/sheet/clock'
import { indicatorTable } from '@biaochi/web/sheet/indicator-table'
import type { IndicatorWords } from '@biaochi/web/sheet/indicator-table'
import type { LoadedProject } from '@biaochi/web/sheet/project-view'
import type {
  CellAnswer,
  CellChange,
  Change,
  RowAnswer,
  SaveAnswer,
  SaveRequest,
  ServerRow,
} from '@biaochi/web/sheet/save'
import { SheetModel } from '@biaochi/web/sheet/sheet-model'
import type { IndicatorModel } from '@biaochi/web/sheet/sheet.svelte'
import type { TakeBackAnswer, TakeBackRequest } from '@biaochi/web/sheet/take-back'
import { HandMemory } from './memory.ts'

export const words: IndicatorWords = {
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
    state: 'draft',
    scheme: schemeFor({ fiscalYear: 2025, indicators }),
    agencyId: 'agency',
    line: null,
    lines: new Map(),
    readerFindings: [],
    rows: indicators.map((indicator, index) => ({
      id: `${id}-${index}`,
      groupId: id,
      version: 1,
      line: null,
      record: indicator,
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
  readonly takenBack: TakeBackRequest[] = []
  readonly #rows = new Map<string, ServerRow<Indicator>>()
  #resolvers: ((answer: SaveAnswer<Indicator>) => void)[] = []
  #takeBackResolver: (answer: TakeBackAnswer) => void = () => undefined

  constructor(projects: readonly LoadedProject[]) {
    for (const row of projects.flatMap((project) => project.rows)) this.#rows.set(row.id, row)
  }

  readonly save = (request: SaveRequest): Promise<SaveAnswer<Indicator>> => {
    this.requests.push(request)
    return new Promise((resolve) => this.#resolvers.push(resolve))
  }

  readonly takeBack = (request: TakeBackRequest): Promise<TakeBackAnswer> => {
    this.takenBack.push(request)
    return new Promise((resolve) => (this.#takeBackResolver = resolve))
  }

  /** Answers the open request to take a change of a whole group back. */
  async answerTakeBack(answer: TakeBackAnswer): Promise<void> {
    this.#takeBackResolver(answer)
    await settle()
  }

  /** What the row would be after somebody else's edit. */
  write(rowId: string, field: 'actual' | 'score', text: string): ServerRow<Indicator> {
    const row = this.#rows.get(rowId)
    if (row === undefined) throw new Error(`no row ${rowId}`)
    const result = editIndicator(row.record, field, text)
    if ('refused' in result) throw new Error(result.refused.code)
    const next = { ...row, version: row.version + 1, record: result.indicator }
    this.#rows.set(rowId, next)
    return next
  }

  /** Answers the oldest open request. */
  async answer(answer: SaveAnswer<Indicator>): Promise<void> {
    const resolve = this.#resolvers.shift()
    if (resolve === undefined) throw new Error('nothing was asked')
    resolve(answer)
    await settle()
  }

  /** Takes everything the oldest open request wants. */
  async accept(changeSetId: string | null = null): Promise<void> {
    const { changes } = this.#oldest()
    const touched = new Set(changes.map((change) => change.rowId))
    for (const change of changes) this.#apply(change)
    const rows = [...touched].flatMap((id) => {
      const row = this.#rows.get(id)
      if (row === undefined) return []
      const next = { ...row, version: row.version + 1 }
      this.#rows.set(id, next)
      return [next]
    })
    await this.answer({ kind: 'answered', changeSetId, ...verdicts(changes, null), rows })
  }

  /** Turns the oldest open request down, cell by cell, and sends the rows as they are. */
  async refuse(code: string, reason: string): Promise<void> {
    const { changes } = this.#oldest()
    const rows = changes.flatMap(({ rowId }) => this.#rows.get(rowId) ?? [])
    await this.answer({ kind: 'answered', changeSetId: null, ...verdicts(changes, { code, reason }), rows })
  }

  #apply(change: Change): void {
    const { rowId } = change
    if (change.kind === 'delete') this.#rows.delete(rowId)
    if (change.kind === 'create')
      this.#rows.set(rowId, {
        id: rowId,
        groupId: change.groupId,
        version: 0,
        line: null,
        record: Object.entries(change.cells).reduce(write, emptyIndicator),
      })
    const row = this.#rows.get(rowId)
    if (change.kind === 'cell' && row !== undefined)
      this.#rows.set(rowId, { ...row, record: write(row.record, [change.field, change.value]) })
  }

  #oldest(): SaveRequest {
    const request = this.requests.at(-this.#resolvers.length)
    if (request === undefined) throw new Error('nothing was asked')
    return request
  }
}

function write(indicator: Indicator, [field, text]: readonly [string, string]): Indicator {
  const known = indicatorFields.find((name) => name === field)
  if (known === undefined) throw new Error(`no field ${field}`)
  const result = editIndicator(indicator, known, text)
  if ('refused' in result) throw new Error(result.refused.code)
  return result.indicator
}

/** One answer for all: taken, or refused for a reason. */
function verdicts(
  changes: readonly Change[],
  refused: { readonly code: string; readonly reason: string } | null,
): { readonly cells: readonly CellAnswer[]; readonly rowAnswers: readonly RowAnswer[] } {
  const verdict = { accepted: refused === null, code: refused?.code ?? null, reason: refused?.reason ?? null }
  return {
    cells: changes.flatMap((change) =>
      change.kind === 'cell' ? [{ rowId: change.rowId, field: change.field, ...verdict, theirs: null }] : [],
    ),
    rowAnswers: changes.flatMap((change) =>
      change.kind === 'cell' ? [] : [{ rowId: change.rowId, kind: change.kind, ...verdict }],
    ),
  }
}

/** The cells of a request, where that is all it has. */
export const cellsOf = (request: SaveRequest | undefined): readonly CellChange[] =>
  (request?.changes ?? []).flatMap((change) => (change.kind === 'cell' ? [change] : []))

/** Lets answered promises run their course. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** No two pages of a test give the same name twice. */
let keys = 0

export interface OpenSheet {
  readonly sheet: IndicatorModel
  readonly server: HandServer
  readonly clock: HandClock
  readonly memory: HandMemory
}

/** A page with these projects; with the memory of an earlier page it goes on where that one ended. */
export function openSheet(projects: readonly LoadedProject[], before?: HandMemory): OpenSheet {
  const memory = before?.reopen() ?? new HandMemory()
  const clock = new HandClock()
  const server = new HandServer(projects)
  const sheet = new SheetModel({
    save: server.save,
    takeBack: server.takeBack,
    clock,
    newKey: () => `key-${(keys += 1)}`,
    table: indicatorTable(words, () => null),
    memory,
  })
  sheet.open('/?year=2025')
  sheet.add(projects)
  return { sheet, server, clock, memory }
}
