import { findingsCommands } from '@biaochi/web/sheet/commands/findings-commands'
import { sheetCommands } from '@biaochi/web/sheet/sheet-commands'
import { expect, test } from 'vitest'
import { keyHint } from '../../web/src/routes/table/key-hint.ts'

test('the keys one begins with are those of the commands a table has', () => {
  expect(keyHint(sheetCommands)).toBe(
    '直接键入修改 · Enter 确认并下移 · Tab 确认并右移 · F2 编辑单元格 · Delete 清除内容',
  )
})

test('F4 is named where a table has findings to read', () => {
  expect(keyHint([...sheetCommands, ...findingsCommands])).toMatch(/ · F4 查看项目的问题$/u)
})
