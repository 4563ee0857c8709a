import { applyIndicatorChanges } from '@biaochi/server/actions/apply-indicator-changes'
import { importForm } from '@biaochi/server/actions/import-form'
import { evaluationText } from './evaluation-text.ts'
import type { Question } from './question.ts'
import { openScratchServer } from './scratch-server.ts'

const actor = { caller: { kind: 'admin' }, author: 'bench', locale: 'zh-CN' } as const

const PROJECTS = 1_000
const INDICATORS = 20
/** One row in so many is edited: some of every project, the worst case, since each is opened, scored and checked whole. */
const SCATTER = 4

export const saveCells: Question = {
  title:
    'save 10,000 cells of 5,000 rows in 1,000 projects on a server: judged, scored, checked, recorded, announced',
  floor: 'UPDATE … FROM unnest of two columns of 5,000 rows',
  atMost: 60,
  prepare: async () => {
    const { db, close } = await openScratchServer()
    const form = {
      fileName: 'bench.txt',
      text: evaluationText(2025, PROJECTS, INDICATORS),
      commit: true,
      only: null,
      onExisting: 'REFUSE',
    } as const
    await importForm(db, actor, form)
    await db.sql.script(`CREATE TABLE bare AS SELECT "id", "actual_value", "score" FROM "indicator";
      ALTER TABLE bare ADD PRIMARY KEY ("id"); ANALYZE`)
    const all = await db.sql.query<{ id: string }>(`SELECT "id" FROM "indicator" ORDER BY "id"`)
    const versions = new Map<string, number>()
    let round = 0
    const rows = (): readonly string[] =>
      all.filter((_row, index) => index % SCATTER === round % SCATTER).map(({ id }) => id)
    return {
      close,
      base: async () => {
        round += 1
        const ids = rows()
        await db.sql.query(
          `UPDATE bare SET "actual_value" = sent.actual, "score" = sent.score
           FROM unnest($1::uuid[], $2::numeric[], $3::numeric[]) AS sent(id, actual, score) WHERE bare."id" = sent.id`,
          [ids, ids.map(() => String(10 + round)), ids.map(() => `3.${round}`)],
        )
      },
      work: async () => {
        const changes = rows().flatMap((indicatorId) => {
          const version = versions.get(indicatorId) ?? 1
          versions.set(indicatorId, version + 1)
          const place = { indicatorId, version }
          return [
            { ...place, field: 'actual', value: `${10 + round}家` } as const,
            { ...place, field: 'score', value: `3.${round}` } as const,
          ]
        })
        const answer = await applyIndicatorChanges(db, actor, {
          creates: [],
          changes,
          moves: [],
          deletes: [],
          mode: 'ALL_OR_NOTHING',
          source: 'PASTE',
          dryRun: false,
          idempotencyKey: null,
        })
        if (answer.kind === 'refused' || !answer.applied) throw new Error('the cells were not saved')
      },
    }
  },
}
