import { describe, expect, test } from 'vitest'
import { failedItems } from '../../web/src/routes/table/failed-items.ts'
import { copyOfRow, settleFailed } from '../../web/src/routes/table/settle-failed.ts'
import { openSheet, projectOf } from '../support/sheet.ts'

const rows = [{ name: '巡检次数', target: '≥20次', actual: '18次' }]

/** A row that the server refused to make. */
async function refused(code = 'LOCKED') {
  const { sheet, server } = openSheet([projectOf('p', rows)])
  const cells = { name: '新指标', target: '≥5次', reason: '两行\n原因' }
  const row = { id: 'new', groupId: 'p', after: 'p-0', seed: 'annual', cells }
  sheet.change({ source: 'PASTE', title: '粘贴', creates: [row] })
  await server.refuse(code, '不行')
  const items = () =>
    failedItems(sheet, (id) => sheet.row(id) !== undefined, { columnName: (field) => `[${field}]` })
  return { sheet, server, cells, items }
}

describe('a new row that was refused', () => {
  test('is listed with all that was typed into it', async () => {
    const { items } = await refused()
    expect(items()).toMatchObject([
      {
        where: '新增一行',
        text: '[name] 新指标 · [target] ≥5次 · [reason] 两行\n原因',
        reason: '不行',
        actions: [{ run: 'insist' }, { run: 'copy' }, { run: 'discard', name: '放弃：新指标 新增一行' }],
      },
    ])
  })

  test('is copied as a spreadsheet copies a row of the table', async () => {
    const { sheet, items } = await refused()
    expect(copyOfRow(sheet, items()[0]?.key ?? '')).toBe('\t\t新指标\t≥5次\t\t\t\t"两行\n原因"\t')
  })

  test('is made after all when it is tried again, and is back in the list when it is refused again', async () => {
    const { sheet, server, cells, items } = await refused()
    const again = () => settleFailed(sheet, items()[0]?.key ?? '', 'insist')
    again()
    expect([items(), sheet.rowsOf('p').length]).toEqual([[], 2])
    await server.refuse('LOCKED', '还是不行')
    expect(items()).toMatchObject([{ reason: '还是不行' }])
    again()
    await server.accept()
    expect([items(), sheet.contentOf('new')?.cells['name']]).toEqual([[], cells.name])
  })

  test('of a project that is not shown can only be copied or given up', async () => {
    const { sheet, items } = await refused()
    sheet.open('/?year=2024')
    expect(items()[0]?.actions.map(({ run }) => run)).toEqual(['copy', 'discard'])
  })
})
