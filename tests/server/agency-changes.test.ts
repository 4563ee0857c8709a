import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { creditCodeCheck } from '@biaochi/domain'
import { newId } from '@biaochi/prisma'
import { startApp, type TestApp } from '../support/app.ts'
import { at, type TestVerdict } from '../support/changes.ts'
import { importProjects } from '../support/import.ts'
import { done, redo, undo } from '../support/undo.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const APPLY = /* GraphQL */ `
  mutation Apply($input: ApplyAgencyChangesInput!) {
    applyAgencyChanges(input: $input) {
      applied
      changeSetId
      outcomes {
        agencyId
        field
        value
        currentValue
        accepted
        code
        reason
        currentVersion
        changedBy
        changedAt
      }
      agencies {
        id
        name
        formerNames
        version
        parent {
          id
        }
      }
    }
  }
`

interface Applied {
  readonly applied: boolean
  readonly changeSetId: string | null
  readonly outcomes: readonly (TestVerdict & {
    readonly value: string | null
    readonly currentValue: string | null
  })[]
  readonly agencies: readonly { readonly id: string }[]
}

const apply = async (input: object): Promise<Applied> =>
  (await app.runOk<{ applyAgencyChanges: Applied }>(APPLY, { input })).applyAgencyChanges

const edit = (agencyId: string, field: string, value: string | null, version = 1) => ({
  agencyId,
  field,
  value,
  version,
})

const saved = async (input: object): Promise<string> => {
  const { applied, changeSetId, outcomes } = await apply(input)
  if (!applied || changeSetId === null) throw new Error(JSON.stringify(outcomes))
  return changeSetId
}

let serial = 0
/** A new agency of its own, below another one where that is given. */
const fresh = async (parentId: string | null = null): Promise<{ id: string; name: string; set: string }> => {
  const [id, name] = [newId(), `云浦市第${(serial += 1)}局`]
  return { id, name, set: await saved({ creates: [{ id, name, parentId }] }) }
}

const read = (id: string) => app.db.prisma.agency.findUnique({ where: { id } })

let codes = 0
const freshCode = (): string => {
  const first = `1199510000${String((codes += 1)).padStart(7, '0')}`
  return `${first}${creditCodeCheck(first)}`
}

describe('an agency', () => {
  test('is made, filled, renamed, moved and deactivated in one set, undone and redone', async () => {
    const [parent, old] = [await fresh(), await fresh()]
    const [id, code] = [newId(), freshCode()]
    const set = await saved({
      creates: [{ id, name: '云浦市新设局', parentId: parent.id }],
      changes: [
        edit(id, 'CODE', code.toLowerCase(), 0),
        edit(id, 'SHORT_NAME', '新设局', 0),
        edit(old.id, 'NAME', '云浦市改名局'),
        edit(old.id, 'PARENT', id),
        edit(old.id, 'ACTIVE', 'false'),
      ],
    })
    const now = [await read(id), await read(old.id)]
    expect(now).toMatchObject([
      { name: '云浦市新设局', code, shortName: '新设局', parentId: parent.id, version: 1, formerNames: [] },
      { name: '云浦市改名局', formerNames: [old.name], parentId: id, active: false, version: 2 },
    ])
    await done(undo(app, set))
    expect(await read(id)).toBeNull()
    expect(await read(old.id)).toMatchObject({
      name: old.name,
      formerNames: [],
      parentId: null,
      active: true,
      version: 3,
    })
    await done(redo(app, set))
    expect(await read(id)).toMatchObject({ name: '云浦市新设局', code, parentId: parent.id, version: 3 })
    expect(await read(old.id)).toMatchObject({ name: '云浦市改名局', formerNames: [old.name], parentId: id })
  })

  test('whose name comes back keeps the other as a former one', async () => {
    const agency = await fresh()
    await saved({ changes: [edit(agency.id, 'NAME', `${agency.name}新`)] })
    await saved({ changes: [edit(agency.id, 'NAME', agency.name, 2)] })
    expect(await read(agency.id)).toMatchObject({ name: agency.name, formerNames: [`${agency.name}新`] })
  })

  test('answers with its new name, version and parent', async () => {
    const [parent, agency] = [await fresh(), await fresh()]
    const result = await apply({ changes: [edit(agency.id, 'PARENT', parent.id)] })
    expect(result.outcomes).toMatchObject([{ accepted: true, value: parent.id, currentVersion: 2 }])
    expect(result.agencies).toMatchObject([{ id: agency.id, version: 2, parent: { id: parent.id } }])
  })

  test.each([
    ['NAME', ''],
    ['NAME', 'x'.repeat(201)],
    ['NAME', 'a\0b'],
    ['CODE', '91350100M000100Y44'],
    ['CODE', '91350100M000100Y4'],
    ['CODE', '91350100M000100YI3'],
    ['CODE', '单位代码'],
    ['CODE', "1' OR '1'='1"],
    ['SHORT_NAME', 'x'.repeat(101)],
    ['REGION', 'half \ud800'],
    ['ACTIVE', '也许'],
    ['ACTIVE', ''],
    ['PARENT', 'x'],
    ['PARENT', '0190b0f0-0000-7000-8000-000000000000'],
  ])('%s refuses %j with BAD_INPUT and a reason', async (field, value) => {
    const agency = await fresh()
    const result = await apply({ changes: [edit(agency.id, field, value)] })
    expect(result).toMatchObject({ applied: false, outcomes: [{ code: 'BAD_INPUT' }] })
    expect(at(result.outcomes, 0).reason).not.toBe('')
    expect(await read(agency.id)).toMatchObject({ version: 1, name: agency.name })
    expect(app.bugs).toEqual([])
  })

  test('never stands below itself, not in two steps of one request either', async () => {
    const top = await fresh()
    const [middle, other] = [await fresh(top.id), await fresh()]
    const leaf = await fresh(middle.id)
    const ring = [top.id, leaf.id].map((parent) => apply({ changes: [edit(top.id, 'PARENT', parent)] }))
    for (const { outcomes } of await Promise.all(ring))
      expect(outcomes).toMatchObject([{ code: 'BAD_INPUT' }])
    const { outcomes } = await apply({
      mode: 'ACCEPT_VALID',
      changes: [edit(other.id, 'PARENT', leaf.id), edit(top.id, 'PARENT', other.id)],
    })
    expect(outcomes.map(({ code }) => code)).toEqual([null, 'BAD_INPUT'])
  })

  test('takes no code and no name that another one has', async () => {
    const [one, two] = [await fresh(), await fresh()]
    const code = freshCode()
    await saved({ changes: [edit(one.id, 'CODE', code)] })
    const { outcomes } = await apply({
      mode: 'ACCEPT_VALID',
      changes: [edit(one.id, 'CODE', null, 2), edit(two.id, 'CODE', code), edit(two.id, 'NAME', one.name)],
    })
    expect(outcomes.map((outcome) => outcome.code)).toEqual([null, 'BAD_INPUT', 'BAD_INPUT'])
    await saved({ changes: [edit(two.id, 'CODE', code)] })
    expect(app.bugs).toEqual([])
  })

  test('that was changed since is a CONFLICT with who, when and what; another cell merges', async () => {
    const agency = await fresh()
    await saved({ changes: [edit(agency.id, 'REGION', '云浦市')] })
    const result = await apply({ changes: [edit(agency.id, 'REGION', '别处')] })
    expect(result.outcomes).toMatchObject([
      { code: 'CONFLICT', currentValue: '云浦市', changedBy: 'local-admin' },
    ])
    await saved({ changes: [edit(agency.id, 'SHORT_NAME', '简称')] })
  })

  test('that is unknown or no id, or made with an id that is taken, is refused', async () => {
    const agency = await fresh()
    const { outcomes } = await apply({
      mode: 'ACCEPT_VALID',
      creates: [
        { id: agency.id, name: '甲' },
        { id: 'x', name: '乙' },
        { id: newId(), name: ' ' },
        { id: newId(), name: '丙', parentId: newId() },
        { id: newId(), name: agency.name },
      ],
      changes: [newId(), 'x'].map((id) => edit(id, 'REGION', '云浦市')),
    })
    expect(outcomes.map(({ code }) => code)).toEqual([
      ...Array<string>(5).fill('BAD_INPUT'),
      'NOT_FOUND',
      'BAD_INPUT',
    ])
    await app.runError('BAD_INPUT', APPLY, { input: {} })
  })
})

describe('undoing', () => {
  test('says who changed the agency since, and does nothing', async () => {
    const agency = await fresh()
    const set = await saved({ changes: [edit(agency.id, 'NAME', `${agency.name}甲`)] })
    await saved({ changes: [edit(agency.id, 'NAME', `${agency.name}乙`, 2)] })
    const { applied, refusals } = await undo(app, set)
    expect(applied).toBe(false)
    expect(refusals.map(({ code }) => code)).toEqual(['CONFLICT', 'CONFLICT'])
    expect(refusals).toContainEqual(
      expect.objectContaining({ field: 'name', currentValue: `${agency.name}乙`, changedBy: 'local-admin' }),
    )
  })

  test('the making of an agency that has projects or others below it is a CONFLICT', async () => {
    const [parent, used] = [await fresh(), await fresh()]
    await fresh(parent.id)
    await importProjects(app, [{ name: '占用', implementer: used.name }])
    for (const { set } of [parent, used])
      expect((await undo(app, set)).refusals).toMatchObject([{ field: 'row', code: 'CONFLICT' }])
    expect(app.bugs).toEqual([])
  })

  test('a move that would make a ring by now is a CONFLICT', async () => {
    const [one, two] = [await fresh(), await fresh()]
    await saved({ changes: [edit(one.id, 'PARENT', two.id)] })
    const set = await saved({ changes: [edit(one.id, 'PARENT', null, 2)] })
    await saved({ changes: [edit(two.id, 'PARENT', one.id)] })
    expect((await undo(app, set)).refusals).toMatchObject([{ field: 'parent', code: 'CONFLICT' }])
  })
})

describe('a whole request', () => {
  test('writes nothing when one is refused, nor as a dry run; with a key it is done once', async () => {
    const agency = await fresh()
    const good = edit(agency.id, 'REGION', '云浦市')
    const aborted = await apply({ changes: [good, edit(agency.id, 'NAME', '')] })
    expect(aborted.outcomes.map(({ code }) => code)).toEqual(['ABORTED', 'BAD_INPUT'])
    expect(await apply({ changes: [good], dryRun: true })).toMatchObject({
      applied: false,
      outcomes: [{ accepted: true }],
    })
    expect(await read(agency.id)).toMatchObject({ version: 1, region: null })
    const input = { changes: [good], idempotencyKey: `agency-${agency.id}` }
    expect(await apply(input)).toEqual(await apply(input))
    expect(await read(agency.id)).toMatchObject({ version: 2, region: '云浦市' })
  })

  test('of many agencies takes as many statements as of one', async () => {
    const request = async (count: number) => {
      const creates = Array.from({ length: count }, (_, index) => ({
        id: newId(),
        name: `批量${count}第${index}所`,
      }))
      const old = await fresh()
      return {
        creates,
        changes: [
          edit(old.id, 'REGION', '云浦市'),
          ...creates.map(({ id }) => edit(id, 'CODE', freshCode(), 0)),
        ],
      }
    }
    await saved(await request(1))
    const one = app.statements().length
    await saved(await request(100))
    expect(app.statements()).toHaveLength(one)
  })
})
