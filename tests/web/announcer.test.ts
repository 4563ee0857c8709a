import { describe, expect, test } from 'vitest'
import { Announcer } from '@biaochi/web/announcer'
import { HandClock } from '../support/sheet.ts'

const open = () => {
  const clock = new HandClock()
  const said: (string | null)[] = []
  return { clock, said, announcer: new Announcer<string>((place) => void said.push(place), clock) }
}

describe('a tab', () => {
  test('says at once where it is', () => {
    const { announcer, said } = open()
    announcer.move('甲')
    expect(said).toEqual(['甲'])
  })

  test('of many moves says the first and the last', () => {
    const { announcer, said, clock } = open()
    for (const place of ['甲', '乙', '丙', '丁']) announcer.move(place)
    clock.move(300)
    expect(said).toEqual(['甲', '丁'])
  })

  test('that stays says it again every five seconds', () => {
    const { announcer, said, clock } = open()
    announcer.move('甲')
    for (let second = 0; second < 11; second += 1) {
      clock.move(300)
      clock.move(700)
    }
    expect(said).toEqual(['甲', '甲', '甲'])
  })

  test('that moves after a while says it at once', () => {
    const { announcer, said, clock } = open()
    announcer.move('甲')
    clock.move(300)
    clock.move(1000)
    announcer.move('乙')
    expect(said).toEqual(['甲', '乙'])
  })

  test('that leaves says so at once, and nothing more', () => {
    const { announcer, said, clock } = open()
    announcer.move('甲')
    announcer.leave()
    announcer.leave()
    clock.move(300)
    clock.move(60_000)
    expect(said).toEqual(['甲', null])
  })

  test('that was never anywhere has nothing to leave', () => {
    const { announcer, said } = open()
    announcer.leave()
    announcer.move(null)
    expect(said).toEqual([])
  })
})
