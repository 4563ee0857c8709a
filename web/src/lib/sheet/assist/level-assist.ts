import {
  canonicalLevel1,
  canonicalLevel2,
  frameworkFor,
  level1Of,
  sameLevel,
  tidyText,
} from '@biaochi/domain'
import type { Framework, Indicator } from '@biaochi/domain'
import { m } from '#lib/i18n.ts'
import type { IndicatorModel } from '../sheet.svelte.ts'
import type { Assist, Reading } from './assist.ts'
import { wordAssist } from './word-assist.ts'
import type { OfferedWord } from './word-assist.ts'

type Level = 'level1' | 'level2'
type Levels = Pick<Indicator, Level>

/** The words of the framework for a level; of level 2 those below the indicator's level 1, all where that is empty or unknown. */
export function levelWords(framework: Framework, level: Level, { level1 }: Levels): readonly OfferedWord[] {
  if (level === 'level1') return framework.levels.map((known) => ({ text: known.level1 }))
  const below = framework.levels.filter((known) => level1 !== null && sameLevel(known.level1, level1))
  const [only] = below
  return only === undefined
    ? framework.levels.flatMap((known) => known.level2.map((text) => ({ text, note: known.level1 })))
    : only.level2.map((text) => ({ text }))
}

/** What becomes of a typed level: the framework's word, or a text the framework does not know. */
export function readLevel(framework: Framework, level: Level, typed: string, levels: Levels): Reading | null {
  const text = tidyText(typed)
  if (text === '') return null
  const known = (level === 'level1' ? canonicalLevel1 : canonicalLevel2)(text, framework)
  if (known === null)
    return { parts: [], note: m.level_unknown({ text, framework: framework.name }), tone: 'unusual' }
  const above = level === 'level2' ? level1Of(framework, known) : null
  if (above !== null && levels.level1 !== null && !sameLevel(above, levels.level1))
    return { parts: [], note: m.level_elsewhere({ text: known, level1: above }), tone: 'unusual' }
  return known === text ? null : { parts: [], note: m.target_written({ text: known }), tone: 'plain' }
}

/** Offers the words of the framework the row's project follows; another word may be typed and is told to be one. */
export function levelAssist(model: IndicatorModel, rowId: string, level: Level): Assist | null {
  const row = model.row(rowId)
  const project = row && model.group(row.groupId)?.project
  if (row === undefined || project === undefined) return null
  const indicators = model.rowsOf(row.groupId).map(({ record }) => record)
  const framework = frameworkFor({ fiscalYear: project.document.fiscalYear, indicators })
  return wordAssist({
    title: framework.name,
    words: levelWords(framework, level, row.record),
    read: (text) => readLevel(framework, level, text, row.record),
  })
}
