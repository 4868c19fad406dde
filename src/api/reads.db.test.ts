import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdsRole, type Role } from '#kernel'
import { cast } from '#world'
import { apiOperations, basePath } from './index.ts'
import { askChecked, differences, leaksIn } from './test-answers.ts'
import { type ApiStage, setApiStage } from './test-stage.ts'

let stage: ApiStage
beforeAll(async () => {
  stage = await setApiStage()
}, 120_000)
afterAll(() => stage.end())

const gets = apiOperations().filter(one => one.method === 'GET')
const lists = gets.filter(one => !one.path.includes('{'))
const here = (path: string): string => path.slice(basePath.length)
const programs = [
  ...[
    'procurer',
    'procurer_other',
    'matching_officer',
    'matching_officer_other',
    'district_team',
    'district_team_other',
  ],
  ...['employer', 'employer_other', 'coordinator', 'provider', 'decision_maker', 'administrator', 'auditor'],
]
const memberOf = (key: string) => {
  const found = cast.find(one => one.key === key)
  if (!found) throw new Error(key)
  return found
}

async function one(text: string, values: readonly unknown[]): Promise<string> {
  const [row] = await stage.above<{ id: string }>(text, values)
  if (!row) throw new Error(`The world has nothing for: ${text}`)
  return row.id
}

describe('lists', () => {
  it.each(programs)('of %s are there for its role, and for the rest do not exist (S1)', async key => {
    const token = await stage.tokenOf(key)
    const { role } = memberOf(key)
    for (const { path, access, operation } of lists) {
      const sent = await askChecked(stage, `get ${here(path)}`, { token })
      // A city without snapshots has no results yet; everything else is there.
      const expected = holdsRole(access, operation, { role }) && path !== `${basePath}/results` ? 200 : 404
      expect(sent.status, `${key} ${path}`).toBe(expected)
    }
  })

  it('give only what the caller’s organisation may see (T11)', async () => {
    const idsOf = async (key: string, path: string): Promise<string[]> => {
      const sent = await askChecked(stage, `get ${path}`, { token: await stage.tokenOf(key) })
      return (sent.body.items as Record<string, string>[]).map(item => item.id ?? item.procurement ?? '')
    }
    for (const [mine, other, path] of [
      ['procurer', 'procurer_other', '/procurements?state=all'],
      ['procurer', 'procurer_other', '/commitments'],
      ['procurer', 'procurer_other', '/reports'],
      ['employer', 'employer_other', '/placements'],
      ['employer', 'employer_other', '/reports'],
      ['matching_officer', 'matching_officer_other', '/people'],
      ['district_team', 'district_team_other', '/people'],
    ] as const) {
      const [own, theirs] = [await idsOf(mine, path), await idsOf(other, path)]
      expect(own.length * theirs.length, `${mine} ${path}`).toBeGreaterThan(0)
      expect(
        own.filter(id => theirs.includes(id)),
        `${mine} ${path}`,
      ).toEqual([])
    }
  })

  it('of places tell a district of its own area only, also when it asks for another', async () => {
    const token = await stage.tokenOf('district_team')
    const { body } = await askChecked(stage, 'get /places', { token })
    const areas = new Set((body.items as { area: string; areaName: string }[]).map(line => line.areaName))
    expect([...areas]).toEqual(['Angered'])
    const officer = await askChecked(stage, 'get /places', { token: await stage.tokenOf('matching_officer') })
    const other = (officer.body.items as { area: string; areaName: string }[]).find(line => line.areaName !== 'Angered')
    expect((await askChecked(stage, `get /places?area=${other?.area}`, { token })).body.items).toEqual([])
  })

  it('lead page by page through everything, each item once', async () => {
    const token = await stage.tokenOf('decision_maker')
    const seen: string[] = []
    let next: unknown = ''
    let total: unknown
    for (let pages = 0; next !== undefined && pages < 20; pages += 1) {
      const sent = await askChecked(stage, `get /procurements?state=all${next ? `&cursor=${next}` : ''}`, { token })
      seen.push(...(sent.body.items as { id: string }[]).map(item => item.id))
      total = sent.body.total
      next = sent.body.next
    }
    expect(seen.length).toBeGreaterThan(25)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(total)
    const people: string[] = []
    for (next = ''; next !== undefined && people.length < 200; ) {
      const officer = await stage.tokenOf('matching_officer')
      const sent = await askChecked(stage, `get /people${next ? `?cursor=${next}` : ''}`, { token: officer })
      people.push(...(sent.body.items as { id: string }[]).map(item => item.id))
      next = sent.body.next
    }
    expect(people.length).toBeGreaterThan(100)
    expect(new Set(people).size).toBe(people.length)
  })

  it('take the cursor of their own question only', async () => {
    const token = await stage.tokenOf('decision_maker')
    const { body } = await askChecked(stage, 'get /procurements?state=all', { token })
    const other = await askChecked(stage, `get /procurements?state=open&cursor=${body.next}`, { token })
    expect(other.body).toMatchObject({ status: 422, type: 'urn:fotfaste:problem:cursor.unknown' })
  })

  it('filter as asked', async () => {
    const token = await stage.tokenOf('decision_maker')
    const late = await askChecked(stage, 'get /procurements?late=true', { token })
    expect(late.body.items).not.toEqual([])
    for (const line of late.body.items as { turn: { late: boolean } }[]) expect(line.turn.late).toBe(true)
    const officer = await stage.tokenOf('matching_officer')
    const ready = await askChecked(stage, 'get /people?status=ready&order=number', { token: officer })
    expect(new Set((ready.body.items as { status: string }[]).map(line => line.status))).toEqual(new Set(['ready']))
  })
})

/** Something of one organisation's, and somebody in the same role elsewhere. SQL written from the rule, not from the product. */
const objects: readonly {
  readonly hole: string
  readonly mine: string
  readonly other: string
  readonly sql: string
}[] = [
  {
    hole: 'procurement',
    mine: 'procurer',
    other: 'procurer_other',
    sql: `select p.id from procurement.procurement p join procurement.commitment t on t.procurement_id = p.id
      join competence.profile f on f.procurement_id = p.id and f.state = 'adopted'
      join places.apportionment a on a.procurement_id = p.id where p.authority_id = $1 order by p.id limit 1`,
  },
  {
    hole: 'procurement',
    mine: 'matching_officer',
    other: 'matching_officer_other',
    sql: `select p.id from procurement.procurement p join procurement.commitment t on t.procurement_id = p.id
      join competence.profile f on f.procurement_id = p.id and f.state = 'adopted'
      join places.apportionment a on a.procurement_id = p.id where p.matching_id = $1 order by p.id limit 1`,
  },
  {
    hole: 'procurement',
    mine: 'employer',
    other: 'employer_other',
    sql: `select p.id from procurement.procurement p join procurement.commitment t on t.procurement_id = p.id
      join competence.profile f on f.procurement_id = p.id and f.state = 'adopted' where t.supplier_id = $1 order by p.id limit 1`,
  },
  {
    hole: 'notice',
    mine: 'procurer',
    other: 'procurer_other',
    sql: 'select id from procurement.notice where organisation_id = $1 order by id limit 1',
  },
  {
    hole: 'person',
    mine: 'matching_officer',
    other: 'matching_officer_other',
    sql: `select p.id from candidates.person p where p.matching_id = $1 and not p.protected
      and not exists (select from candidates.assignment a where a.person_id = p.id) order by p.id limit 1`,
  },
  {
    hole: 'person',
    mine: 'district_team',
    other: 'district_team_other',
    sql: `select p.id from candidates.person p where p.district_id = $1 and not p.protected
      and not exists (select from candidates.assignment a where a.person_id = p.id) order by p.id limit 1`,
  },
  {
    hole: 'report',
    mine: 'employer',
    other: 'employer_other',
    sql: 'select id from followup.report where supplier_id = $1 order by id limit 1',
  },
  {
    hole: 'report',
    mine: 'procurer',
    other: 'procurer_other',
    sql: `select r.id from followup.report r join procurement.procurement p on p.id = r.procurement_id
      where p.authority_id = $1 order by r.id limit 1`,
  },
]

const withoutInstance = (text: string): unknown => ({ ...(JSON.parse(text) as object), instance: '' })

describe('one thing', () => {
  it.each(objects)('a $hole of $mine is there for it; for $other it does not exist (S1, T11, T14)', async about => {
    const id = await one(about.sql, [memberOf(about.mine).organisationId])
    const role: Role = memberOf(about.mine).role
    const reads = gets.filter(read => read.path.includes(`{${about.hole}}`))
    const allowed = reads.filter(read => holdsRole(read.access, read.operation, { role }))
    expect(allowed.length).toBeGreaterThan(0)
    for (const read of reads) {
      const line = (of: string): string => `get ${here(read.path).replace(`{${about.hole}}`, of)}`
      const mine = await askChecked(stage, line(id), { token: await stage.tokenOf(about.mine) })
      expect(mine.status, line(id)).toBe(allowed.includes(read) ? 200 : 404)
      const other = await askChecked(stage, line(id), { token: await stage.tokenOf(about.other) })
      const none = await askChecked(stage, line(randomUUID()), { token: await stage.tokenOf(about.other) })
      expect([other.status, none.status], line(id)).toEqual([404, 404])
      expect(withoutInstance(other.text)).toEqual(withoutInstance(none.text))
    }
  })

  it('tells of a commitment what was promised, what is delivered, and what is lacking (PRC-10)', async () => {
    const token = await stage.tokenOf('procurer')
    const { body } = await askChecked(stage, 'get /commitments', { token })
    const lines = body.items as { procurement: string; fulfilment: Record<string, number> }[]
    const { procurement } = lines.find(line => line.fulfilment.deliveredMonths !== 0) ?? { procurement: '' }
    const found = await askChecked(stage, `get /procurements/${procurement}/commitment`, { token })
    const stored = await stage.above<{ months: string }>(
      `select parameters ->> 'fullTimeMonths' as months from procurement.commitment where procurement_id = $1`,
      [procurement],
    )
    const fulfilment = found.body.fulfilment as Record<string, number>
    expect(fulfilment.committedMonths).toBe(Number(stored[0]?.months) / 100)
    expect(found.body.clause).toMatchObject({ fullTimeMonths: Number(stored[0]?.months) })
    expect(JSON.stringify(fulfilment.explanation)).not.toContain('employment"')
  })

  it('explains every place of an apportionment (TGT-4, GEN-4)', async () => {
    const token = await stage.tokenOf('district_team')
    const id = await one(
      `select procurement_id as id from places.apportionment where state = 'decided' order by decided_at limit 1`,
      [],
    )
    const { body } = await askChecked(stage, `get /procurements/${id}/apportionment`, { token })
    const steps = body.steps as { why: string; area: string }[]
    expect(steps.length).toBe(body.places)
    const received = (body.lines as { area: string; proposed: number }[]).filter(line => line.proposed > 0)
    expect(received.reduce((sum, line) => sum + line.proposed, 0)).toBe(body.places)
    expect(new Set(steps.map(step => step.area))).toEqual(new Set(received.map(line => line.area)))
  })

  it('says with a code why there is no apportionment', async () => {
    const id = await one(
      `select p.id from procurement.procurement p left join procurement.need n on n.procurement_id = p.id
        where n.submitted_at is null order by p.id limit 1`,
      [],
    )
    const sent = await askChecked(stage, `get /procurements/${id}/apportionment`, {
      token: await stage.tokenOf('district_team'),
    })
    expect(sent.body).toMatchObject({ status: 422, type: 'urn:fotfaste:problem:places.need_not_submitted' })
  })
})

describe('people', () => {
  it('are logged when a program reads of them, one line each (P-L1)', async () => {
    const token = await stage.tokenOf('matching_officer')
    const logged = async (): Promise<number> =>
      Number((await stage.above<{ lines: string }>('select count(*) as lines from gate.read_log'))[0]?.lines)
    const before = await logged()
    const { body } = await askChecked(stage, 'get /people', { token })
    expect((await logged()) - before).toBeGreaterThanOrEqual((body.items as unknown[]).length)
  })

  it('with protected data are not handed to programs, not even to those who are named (P-S1)', async () => {
    const named = await stage.above<{ person: string; number: number; account: string }>(
      `select r.person_id as person, p.number, r.account_id as account from candidates.named_reader r
        join candidates.person p on p.id = r.person_id where p.protected order by p.number`,
    )
    const asked = named.flatMap(row => {
      const key = cast.find(one => one.accountId === row.account)?.key
      return key && ['matching_officer', 'district_team', 'coordinator'].includes(memberOf(key).role)
        ? [{ ...row, key }]
        : []
    })
    expect(asked.length).toBeGreaterThan(0)
    for (const { key, person, number } of asked) {
      const token = await stage.tokenOf(key)
      for (const path of [`/people/${person}`, `/people/${person}/permissions`])
        expect((await askChecked(stage, `get ${path}`, { token })).status, `${key} ${path}`).toBe(404)
      const { body } = await askChecked(stage, `get /people?number=${number}`, { token })
      expect(body.items).toEqual([])
    }
  })

  it('are told of without a name: a name would have been found', async () => {
    const [somebody] = await stage.above<{ given: string }>(
      `select given_name as given from candidates.person where given_name like '%KNp%' limit 1`,
    )
    expect(leaksIn(stage, JSON.stringify({ items: [{ name: somebody?.given }] }))).toHaveLength(1)
    expect(stage.canaries.size).toBeGreaterThan(10_000)
  })

  it('a field that the document does not name would have been found', async () => {
    const token = await stage.tokenOf('matching_officer')
    const sent = await stage.ask('get /people', { token })
    const [first] = sent.body.items as object[]
    const widened = { ...sent, body: { ...sent.body, items: [{ ...first, name: 'Amir' }] } }
    expect(differences('get /people', sent)).toEqual([])
    expect(differences('get /people', widened)).toEqual(['/items/0/name: not named'])
  })
})

it('nothing of all this surprised the API', () => {
  expect(stage.errors).toEqual([])
})
