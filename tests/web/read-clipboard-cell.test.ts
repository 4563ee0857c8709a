import { readClipboardCell } from '@biaochi/web/sheet/read-clipboard-cell'
import { expect, test } from 'vitest'

const cases: readonly (readonly [string, string])[] = [
  ['12次', '12次'],
  ['12次\r\n', '12次'],
  ['"第一，合同签订晚。\n第二，尾款结转。"\r\n', '第一，合同签订晚。\n第二，尾款结转。'],
  ['"称“""优""”\n的项目"', '称“"优"”\n的项目'],
  ['"引号"', '"引号"'],
  ['"甲"\n"乙"', '"甲"\n"乙"'],
  ['', ''],
]

test.each(cases)('%j on the clipboard is the text %j', (clipboard, text) => {
  expect(readClipboardCell(clipboard)).toBe(text)
})
