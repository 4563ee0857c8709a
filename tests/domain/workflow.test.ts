import { describe, expect, test } from 'vitest'
import { can, canFollow, nextStates, projectStates } from '@biaochi/domain'

describe('a project moves', () => {
  test.each([
    ['draft', 'submitted'],
    ['submitted', 'returned'],
    ['returned', 'submitted'],
    ['submitted', 'approved'],
    ['approved', 'self-evaluating'],
    ['self-evaluating', 'evaluation-submitted'],
    ['evaluation-submitted', 'evaluation-returned'],
    ['evaluation-submitted', 'verified'],
    ['verified', 'published'],
  ] as const)('from %s to %s', (from, to) => expect(canFollow(from, to)).toBe(true))
  test.each([
    ['draft', 'approved'],
    ['draft', 'published'],
    ['approved', 'draft'],
    ['returned', 'approved'],
    ['self-evaluating', 'verified'],
    ['published', 'draft'],
    ['draft', 'draft'],
  ] as const)('never from %s to %s', (from, to) => expect(canFollow(from, to)).toBe(false))
})

test('every state but the last one leads somewhere', () => {
  expect(projectStates.filter((state) => nextStates(state).length === 0)).toEqual(['published'])
})

test('the local admin may do everything', () => {
  expect(can({ kind: 'admin' }, 'edit', { implementerId: null, state: 'draft' })).toBe(true)
})
