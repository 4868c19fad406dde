import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardCase, permissionStates, personIn } from './additions.ts'
import { extent } from './extent.ts'
import { cardsTold, namesTold, readingsLogged } from './naked-calls.ts'
import { connectAs, withContext } from './naked-reads.ts'
import { toldEmployee, toldFields, toldName } from './oracle/cards.ts'
import { type Facts, type Row, readFacts, type Who } from './oracle/facts.ts'
import { isAssigned, knowsPerson, seesCase } from './oracle/relations.ts'
import { readable } from './oracle/rows.ts'
import { contextOf, writeSession } from './sessions.ts'
import { actorsInRun, openTrustWorld, type TrustWorld } from './world.ts'

// D2 for the functions that read past the policies: each is called with every id there is, and gives what the oracle says and no more.

let world: TrustWorld
let facts: Facts
let client: pg.Client
const contexts = new Map<string, string>()

beforeAll(async () => {
  world = await openTrustWorld()
  client = await connectAs(world, 'web_rw')
  for (const who of actorsInRun) contexts.set(who.key, contextOf(await writeSession(world.above, who.appointment)))
  facts = await readFacts(world.above, Object.keys(readable))
}, 240_000)
afterAll(async () => {
  await client.end()
  await world.end()
})

const call = <R extends pg.QueryResultRow>(who: Who, text: string, values: unknown[] = []): Promise<R[]> =>
  withContext(client, contexts.get(who.key) ?? '', async () => (await client.query<R>(text, values)).rows)
const everyId = (table: string): unknown[] => facts.rows(table).map(row => row.id)
/** Everybody who is in a case, a class or a hand other than the own, the protected, and a tenth of the rest. */
const somePeople = (): Row[] =>
  facts
    .rows('candidates.person')
    .filter(
      (row, n) =>
        extent === 'full' ||
        n % 10 === 0 ||
        row.protected === true ||
        facts.by('candidates.assignment', 'person_id', row.id).length > 0 ||
        String(row.id).startsWith('50010000-11'),
    )
const ids = (rows: readonly Row[]): unknown[] => rows.map(row => row.id).sort()
const sideOf = (who: Who): string => (who.role === 'district_team' ? 'district_id' : 'matching_id')
const each = actorsInRun.map(who => ({ key: who.key, who }))

describe.each(each)('$key', ({ who }) => {
  it('is told the names of those the oracle says, each in the read log (P-L1)', async () => {
    const context = contexts.get(who.key) ?? ''
    expect(await namesTold(client, context, who, facts, somePeople())).toEqual([])
    expect(await readingsLogged(client, world.above, context, who, somePeople())).toEqual([])
  })

  it('is told numbers, and knows of people, as far as the oracle says', async () => {
    const people = somePeople().map(row => row.id)
    const expected = ids(somePeople().filter(row => toldName(who, facts, row)))
    const numbers = await call<{ id: string }>(who, 'select person_id as id from tracks.numbers($1) order by 1', [
      people,
    ])
    const visible = await call<{ id: string }>(
      who,
      'select p.id from unnest($1::uuid[]) p(id) where candidates.visible(p.id) order by 1',
      [people],
    )
    expect([numbers.map(row => row.id), visible.map(row => row.id)]).toEqual([expected, expected])
    const lent = await call<{ id: string }>(who, 'select candidates.lent() as id')
    expect(lent.filter(row => !knowsPerson(who, facts, row.id))).toEqual([])
  })

  it('finds its own people and those lent to it by searching, and by the group label only as an assessor', async () => {
    const assessor = ['matching_officer', 'district_team'].includes(who.role)
    const sides = {
      own: ['matching_officer', 'district_team'].includes(who.role) ? sideOf(who) : undefined,
      assigned: undefined,
    }
    for (const scope of ['own', 'assigned'] as const)
      for (const group of [null, 'disability']) {
        const [hit] = await call<{ people: string[]; found: number }>(
          who,
          `select * from candidates.search($1, null, null, null, $2, null, null, null, null, 'number', 0, 100)`,
          [scope, group],
        )
        const side = sides[scope]
        const expected = facts
          .rows('candidates.person')
          .filter(row => row.status !== 'left' && who.role !== 'participant' && knowsPerson(who, facts, row.id))
          .filter(row => (side ? row[side] === who.organisation : isAssigned(who, facts, row.id)))
          .filter(row => group === null || (assessor && (row.target_groups as string[]).includes(group)))
        expect(hit?.found, `${scope} ${group}`).toBe(Math.min(expected.length, 1001))
        const allowed = new Set(ids(expected))
        expect((hit?.people ?? []).filter(one => !allowed.has(one))).toEqual([])
      }
  })

  it('is told contacts and identity of nobody else, and no field too many', async () => {
    const people = facts.rows('candidates.person')
    const known = people.filter(row => toldName(who, facts, row))
    const unknown = people.filter(row => !toldName(who, facts, row))
    const sample = [
      ...known.slice(0, 2),
      ...known.slice(-1),
      ...unknown.slice(0, 2),
      ...unknown.filter(row => row.protected).slice(0, 2),
    ]
    for (const person of sample) {
      const told = new Set<string>()
      for (const field of ['name', 'phone', 'email', 'identity']) {
        const [row] = await call<Row>(who, `select * from candidates.read_person($1, $2, 'trust test')`, [
          person.id,
          [field],
        ])
        for (const [name, value] of Object.entries(row ?? {})) if (value !== null) told.add(name)
      }
      const expected = toldFields(who, facts, person).filter(name => person[name] !== null)
      expect([...told].sort(), String(person.id)).toEqual([...expected].sort())
      const [all] = await call<Row>(
        who,
        `select * from candidates.read_person($1, '{name,phone,email,identity}', 'trust test')`,
        [person.id],
      )
      expect(Object.keys(all ?? {}).filter(name => all?.[name] !== null && !expected.includes(name))).toEqual([])
    }
  })

  it('is shown the cards that the oracle says, with the fields that were said yes to (P-D2, P-M1)', async () => {
    const cases = facts
      .rows('procurement.procurement')
      .filter(row => extent === 'full' || seesCase(who, row) || row.number === cardCase)
    expect(await cardsTold(client, contexts.get(who.key) ?? '', who, facts, cases)).toEqual([])
  })

  it('is told the employees’ names as the employer only', async () => {
    const told = await call<Row>(who, 'select * from placement.read_names($1)', [everyId('placement.placement')])
    const expected = facts.rows('placement.placement').filter(row => toldEmployee(who, facts, row))
    expect(told.map(row => row.placement_id).sort()).toEqual(ids(expected))
  })

  it('is told the counts of the cases that it sees, and of no other', async () => {
    const cases = everyId('procurement.procurement')
    const seen = ids(facts.rows('procurement.procurement').filter(row => seesCase(who, row)))
    const progress = await call<Row>(who, 'select procurement_id as id from procurement.progress($1)', [cases])
    expect(ids(progress)).toEqual(seen)
    const visible = await call<Row>(who, 'select c.id from unnest($1::uuid[]) c(id) where procurement.visible(c.id)', [
      cases,
    ])
    expect(ids(visible)).toEqual(seen)
    const taken = await call<Row>(who, 'select distinct procurement_id as id from placement.taken($1)', [cases])
    expect(ids(taken).filter(one => !seen.includes(one))).toEqual([])
    for (const unseen of cases.filter(one => !seen.includes(one)).slice(0, 5))
      for (const name of ['placement.employments', 'placement.free_places', 'procurement.preparation'])
        expect(await call(who, `select * from ${name}($1)`, [unseen])).toEqual([])
  })

  it('is told about the own person only by the functions of the participant', async () => {
    const [file] = await call<{ file: Row | null }>(who, 'select candidates.my_file() as file')
    const own = who.person ? facts.find('candidates.person', who.person)?.number : undefined
    expect((file?.file?.person as Row | undefined)?.number).toBe(own)
    const jobs = await call<Row>(who, 'select id from placement.my_jobs()')
    const expected = facts.rows('placement.placement').filter(row => row.person_id === who.person && who.person)
    expect(ids(jobs)).toEqual(ids(expected))
    if (!who.person) expect(await call(who, 'select * from candidates.my_readers(100)')).toEqual([])
  })
})

describe('a permission (P-M1, P-M2)', () => {
  it.each(permissionStates)(
    'state %s: the employer sees a card only when it is in force for this case, receiver and purpose',
    async state => {
      const employer = actorsInRun.find(who => who.key === 'employer')!
      const person = await personIn(world.above, state)
      const candidacy = facts.by('matching.candidacy', 'person_id', person)[0]
      const shown = await call<Row>(employer, 'select * from matching.read_cards($1)', [candidacy?.procurement_id])
      const card = shown.find(row => row.candidacy_id === candidacy?.id)
      expect(card !== undefined).toBe(state === 'fewer_fields' || state === 'last_day')
      if (state === 'fewer_fields') expect(card?.phone).toBeNull()
    },
  )
})

it('a delivery that cannot be logged is not made (P-L1)', async () => {
  const officer = actorsInRun.find(who => who.key === 'matching_officer')!
  await world.above('alter table gate.read_log add constraint full_log check (id < 0) not valid')
  await expect(
    call(officer, `select * from candidates.read_names($1, 'trust test')`, [everyId('candidates.person')]),
  ).rejects.toThrow()
  await world.above('alter table gate.read_log drop constraint full_log')
})
