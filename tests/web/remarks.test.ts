import { Remarks } from '../../web/src/lib/remarks.ts'
import { expect, test } from 'vitest'
import { HandClock } from '../support/sheet.ts'

function open() {
  const clock = new HandClock()
  const remarks = new Remarks(clock)
  return { clock, remarks, texts: () => remarks.list.map(({ text }) => text) }
}

test('what is done goes soon, what is not done later, and what can be answered last', () => {
  const { clock, remarks, texts } = open()
  remarks.say('good', '已粘贴')
  remarks.say('bad', '未能恢复')
  remarks.say('warning', '10 格未接受', { label: '查看', run: () => undefined })
  const left = [5_000, 3_000, 7_000].map((ms) => {
    clock.move(ms)
    return texts()
  })
  expect(left).toEqual([['未能恢复', '10 格未接受'], ['10 格未接受'], []])
})

test('work goes when it is over', () => {
  const { clock, remarks, texts } = open()
  const over = remarks.say('working', '正在写入')
  clock.move(60_000)
  expect(texts()).toEqual(['正在写入'])
  over()
  expect(texts()).toEqual([])
})

test('three are read at once, the newest last, and none of them twice', () => {
  const { remarks, texts } = open()
  for (const text of ['一', '二', '三', '二', '四']) remarks.say('plain', text)
  expect(texts()).toEqual(['三', '二', '四'])
})

test('nothing goes while somebody is at it', () => {
  const { clock, remarks, texts } = open()
  remarks.say('good', '已粘贴')
  remarks.hold()
  remarks.say('good', '已填充')
  clock.move(60_000)
  expect(texts()).toEqual(['已粘贴', '已填充'])
  remarks.letGo()
  clock.move(5_000)
  expect(texts()).toEqual([])
})
