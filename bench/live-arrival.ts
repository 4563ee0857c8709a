import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { createApp } from '@biaochi/server/app'
import { openMigrated } from '@biaochi/server/db'
import { evaluationText } from './evaluation-text.ts'
import type { Question } from './question.ts'

const PROMISED = 200
const post = (body: object, accept: string): Request =>
  new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  })

const IMPORT =
  'mutation ($input: ImportFormInput!) { importForm(input: $input) { projects { project { indicators { id } } } } }'
const APPLY =
  'mutation ($input: ApplyIndicatorChangesInput!) { applyIndicatorChanges(input: $input) { applied changeSetId } }'
const LIVE = 'subscription { live { ... on ChangeNotice { changeSetId } } }'

export const liveArrival: Question = {
  title: 'an edit of one cell is saved, scored, recorded and heard by fifty who follow',
  floor: `the ${PROMISED} ms within which it is to arrive on an idle machine`,
  atMost: 1,
  prepare: async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'biaochi-bench-'))
    const db = await openMigrated({ dataDir: folder }, {})
    const app = createApp(db, {
      logBug: (_id, error) => {
        throw error
      },
    })
    const ask = async <Data>(query: string, variables: object): Promise<Data> => {
      const answer = await app.fetch(post({ query, variables }, 'application/json'))
      const { data, errors } = await answer.json()
      if (errors !== undefined) throw new Error(JSON.stringify(errors))
      return data
    }
    const text = evaluationText(2025, 1, 20)
    const { importForm } = await ask<{
      importForm: { projects: [{ project: { indicators: { id: string }[] } }] }
    }>(IMPORT, { input: { fileName: 'bench.txt', text, commit: true } })
    const indicatorId = importForm.projects[0].project.indicators[0]?.id
    const followers = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const { body } = await app.fetch(post({ query: LIVE }, 'text/event-stream'))
        if (body === null) throw new Error('no stream')
        return body.pipeThrough(new TextDecoderStream()).getReader()
      }),
    )
    const hear = async (
      reader: ReadableStreamDefaultReader<string>,
      changeSetId: Promise<string>,
    ): Promise<void> => {
      let heard = ''
      const wanted = await changeSetId
      while (!heard.includes(wanted)) heard += (await reader.read()).value ?? ''
    }
    let version = 0
    return {
      close: async () => {
        await Promise.all(followers.map((reader) => reader.cancel()))
        await db.close()
        await rm(folder, { recursive: true, force: true })
      },
      base: () => pass(PROMISED),
      work: async () => {
        version += 1
        const changes = [{ indicatorId, field: 'REASON', value: `第${version}次`, version }]
        const saved = ask<{ applyIndicatorChanges: { changeSetId: string } }>(APPLY, {
          input: { changes },
        }).then(({ applyIndicatorChanges: { changeSetId } }) => changeSetId)
        await Promise.all(followers.map((reader) => hear(reader, saved)))
      },
    }
  },
}
