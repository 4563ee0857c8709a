import { expect, test } from 'vitest'
import { undoLine } from '../../web/src/routes/table/undo-line.ts'

const table = { columnName: (column: string) => (column === 'actual' ? '实际完成值' : '') }

/** Where a change of a whole project was overtaken, as the question names it. */
const whereOf = (field: string, title = ''): string =>
  undoLine(
    {
      patch: { kind: 'cell', rowId: 'row', field, before: '今', after: '昔' },
      ...{ title, text: '今', code: 'CONFLICT', reason: null, theirs: null },
    },
    null,
    table,
  ).where

test.each([
  ['actual', '巡检次数', '巡检次数 · 实际完成值'],
  ['row', '巡检次数', '巡检次数 · 整行'],
  ['goal/total', '', '总体目标（项目）'],
  ['goal/annual', '', '总体目标（年度）'],
  ['goal/achieved', '', '总体目标（实际完成）'],
  ['narrative/立项依据', '', '立项依据'],
  ['project/performanceType', '', '绩效类型'],
  ['execution/rate', '', '执行率'],
  ['fund/total/fiscal/requested', '', '项目总额 · 申请数 · 财政拨款'],
  ['project/of-a-later-version', '', '项目信息'],
])('%s of “%s” is called %s', (field, title, name) => {
  expect(whereOf(field, title)).toBe(name)
})
