import { describe, expect, test } from 'vitest'
import { arrangeTree, treePlaces } from '@biaochi/web/sheet/agencies/agency-order'
import { emptyAgency, type AgencyRecord } from '@biaochi/web/sheet/agencies/agency-record'
import { agencyTable, catalogId, type AgencyModel } from '@biaochi/web/sheet/agencies/agency-table'
import type { SaveAnswer, SaveRequest } from '@biaochi/web/sheet/save'
import { SheetModel } from '@biaochi/web/sheet/sheet-model'
import { HandMemory } from '../support/memory.ts'
import { HandClock } from '../support/sheet.ts'
import { agencyWords } from '../support/table-words.ts'

const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const [city, education, school, finance] = [idOf(1), idOf(2), idOf(3), idOf(4)]

const rowOf = (id: string, record: Partial<AgencyRecord>) => ({
  id,
  groupId: catalogId,
  version: 1,
  line: null,
  record: { ...emptyAgency, ...record },
})

const rows = [
  rowOf(school, { name: '云浦市第一中学', shortName: '一中', parentId: education }),
  rowOf(city, { name: '云浦市人民政府', code: '001' }),
  rowOf(finance, { name: '云浦市财政局', shortName: '财政局', parentId: city }),
  rowOf(education, { name: '云浦市教育局', shortName: '教育局', parentId: city }),
]

function openCatalog() {
  const requests: SaveRequest[] = []
  let answer: (answer: SaveAnswer<AgencyRecord>) => void = () => undefined
  const model: AgencyModel = new SheetModel({
    table: agencyTable({
      words: agencyWords,
      known: () => model.rowsOf(catalogId),
      nameOf: (id) => model.titleOf(id),
    }),
    save: (request) => {
      requests.push(request)
      return new Promise<SaveAnswer<AgencyRecord>>((resolve) => (answer = resolve))
    },
    takeBack: () => Promise.reject(new Error('nothing was done as a whole')),
    clock: new HandClock(),
    newKey: () => crypto.randomUUID(),
    memory: new HandMemory(),
  })
  model.add([{ id: catalogId, rows }])
  return {
    model,
    requests,
    answer: async (with_: SaveAnswer<AgencyRecord>) => {
      answer(with_)
      await new Promise((resolve) => setImmediate(resolve))
    },
    order: () => model.rowsOf(catalogId).map((row) => row.id),
    text: (id: string, column: string) => model.cell(id, column)?.text,
  }
}

describe('the tree', () => {
  test('is read from the top, children under their parents', () => {
    expect(arrangeTree(rows).map((row) => row.id)).toEqual([city, finance, education, school])
    expect(treePlaces(arrangeTree(rows))).toEqual([
      { depth: 0, below: 3 },
      { depth: 1, below: 0 },
      { depth: 1, below: 1 },
      { depth: 2, below: 0 },
    ])
  })

  test('a ring hangs on nothing and loses no row', () => {
    const ring = [rowOf(city, { parentId: school }), rowOf(school, { parentId: city }), rowOf(finance, {})]
    const arranged = arrangeTree(ring)
    expect(arranged.map((row) => row.id)).toEqual([finance, city, school])
    expect(treePlaces(arranged).map((place) => place.depth)).toEqual([0, 0, 1])
  })
})

describe('the catalog of agencies', () => {
  test('an agency moves under the one whose name is typed', () => {
    const { model, requests, order, text } = openCatalog()
    model.edit(school, 'parent', '财政局')
    expect(order()).toEqual([city, finance, school, education])
    expect(text(school, 'parent')).toBe('云浦市财政局')
    expect(requests[0]?.changes).toMatchObject([{ kind: 'cell', field: 'parent', value: finance }])
    model.undo()
    expect(order()).toEqual([city, finance, education, school])
  })

  test('a parent nobody is called stays as it was typed, with the reason', () => {
    const { model } = openCatalog()
    model.edit(school, 'parent', '气象局')
    expect(model.cell(school, 'parent')).toMatchObject({
      text: '气象局',
      state: 'failed',
      reason: '没有气象局',
    })
  })

  test.each([
    ['11440100007490000X', 'edit.code-check'],
    ['1144010000749', 'edit.code-length'],
    ['0 1?', 'edit.code-characters'],
  ])('the code %s is refused: %s', (typed, reason) => {
    const { model } = openCatalog()
    model.edit(school, 'code', typed)
    expect(model.cell(school, 'code')).toMatchObject({ text: typed, state: 'failed', reason })
  })

  test.each([
    ['停用', '停用'],
    ['否', '停用'],
    ['Active', '在用'],
  ])('%s typed into “in use” shows %s', (typed, shown) => {
    const { model, text } = openCatalog()
    model.edit(school, 'active', typed)
    expect(text(school, 'active')).toBe(shown)
  })

  test('an agency out of use is sent in the words of the server', () => {
    const { model, requests } = openCatalog()
    model.edit(school, 'active', '停用')
    expect(requests[0]?.changes).toMatchObject([{ field: 'active', value: 'false' }])
  })

  test('agencies that are pasted with their parents stand under them, whatever their order', () => {
    const { model, requests, order } = openCatalog()
    const [office, bureau] = [idOf(11), idOf(12)]
    model.change({
      source: 'PASTE',
      title: '粘贴',
      creates: [
        {
          id: office,
          groupId: catalogId,
          after: null,
          seed: '',
          cells: { name: '数据办', parent: '数据局' },
        },
        { id: bureau, groupId: catalogId, after: office, seed: '', cells: { name: '数据局', parent: '001' } },
      ],
    })
    expect(requests[0]?.changes.map(({ rowId }) => rowId)).toEqual([bureau, office])
    expect(order().slice(-2)).toEqual([bureau, office])
    expect(requests[0]?.changes).toMatchObject([{ seed: city }, { seed: bureau }])
  })

  test('an agency is made although one of its cells was not taken; that keeps its text', async () => {
    const { model, answer } = openCatalog()
    const id = idOf(13)
    model.change({
      source: 'EDIT',
      title: '新增',
      creates: [{ id, groupId: catalogId, after: null, seed: city, cells: { name: '气象局', code: '001' } }],
    })
    await answer({
      kind: 'answered',
      changeSetId: null,
      rowAnswers: [{ rowId: id, kind: 'create', accepted: true, code: null, reason: null }],
      cells: [
        { rowId: id, field: 'code', accepted: false, code: 'BAD_INPUT', reason: '已被占用', theirs: null },
      ],
      rows: [rowOf(id, { name: '气象局', parentId: city })],
    })
    expect(model.cell(id, 'name')?.text).toBe('气象局')
    expect(model.cell(id, 'code')).toMatchObject({ text: '001', state: 'failed', reason: '已被占用' })
  })

  test('an agency that could not be made is named in the problem', async () => {
    const { model, answer, order } = openCatalog()
    const id = idOf(14)
    model.change({
      source: 'EDIT',
      title: '新增',
      creates: [{ id, groupId: catalogId, after: null, seed: city, cells: { name: '财政局', code: 'A1' } }],
    })
    await answer({
      kind: 'answered',
      changeSetId: null,
      rowAnswers: [{ rowId: id, kind: 'create', accepted: false, code: 'BAD_INPUT', reason: '同名' }],
      cells: [{ rowId: id, field: 'code', accepted: false, code: 'NOT_FOUND', reason: '没有', theirs: null }],
      rows: [],
    })
    expect(order()).not.toContain(id)
    expect(model.rowProblems).toMatchObject([{ title: '财政局', reason: '同名' }])
    expect(model.drafts).toEqual([])
  })
})
