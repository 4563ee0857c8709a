import { narrativeKeys } from '../project.ts'
import { problem } from './rule.ts'
import type { Rule } from './rule.ts'

const opening = new RegExp(`^(?:本?项目的?)?(${narrativeKeys.join('|')})[:：]`, 'u')

/** A long text that opens with the label of another one (2020 form: 必要性 beginning "本项目总目标：…"). */
export const narrativeMisplaced: Rule = {
  id: 'narrative-misplaced',
  find: ({ texts }) =>
    texts.flatMap(({ at, text }) => {
      const label = opening.exec(text)?.[1]
      if (label === undefined || at.of !== 'narrative' || at.key === label) return []
      return [problem('warn', at, 'narrative-misplaced', { key: at.key, label })]
    }),
}
