import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import { type Actor, addDays } from '#kernel'
import {
  askPermission,
  findByIdentity,
  listPeople,
  listPermissions,
  noteCompetence,
  notePersonStatus,
  noteStanding,
  ownContact,
  ownContactDetails,
  ownFile,
  ownJob,
  ownReaders,
  type PeopleFilter,
  readNames,
  revealContact,
  viewPerson,
} from './index.ts'
import { addPerson, asPerson, assign, readLog, type Stage, setStage } from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.end())

const first: PeopleFilter = { scope: 'own', order: 'waiting' }
const vectors: { kind: string; valid: string; normalised: string }[] = parse(
  readFileSync(new URL('./vectors/format_vectors.csv', import.meta.url)),
  { columns: true },
)
/** An official test number that no other test here uses. */
const identity = vectors.filter(row => row.kind === 'samordningsnummer' && row.valid === '1').at(-1)?.normalised ?? ''

const list = (actor: Actor, filter: Partial<PeopleFilter> = {}, page = 1) =>
  viewAs(s.db, actor, tx => listPeople(tx, actor, { ...first, ...filter }, page, s.today))
const view = (actor: Actor, id: string) => viewAs(s.db, actor, tx => viewPerson(tx, actor, id, s.today))

describe('TGT-5: the list of people', () => {
  it('holds those of one’s own unit or district, and for others those assigned', async () => {
    const { id } = await addPerson(s)
    const has = async (actor: Actor, filter: Partial<PeopleFilter> = {}): Promise<boolean> =>
      (await list(actor, filter)).rows.some(row => row.id === id)
    expect(await has(s.officer)).toBe(true)
    expect(await has(s.team)).toBe(true)
    expect(await has(s.otherOfficer)).toBe(false)
    expect(await has(s.otherTeam)).toBe(false)
    expect(await has(s.coordinator)).toBe(false)
    for (const actor of [s.coordinator, s.otherOfficer]) {
      await assign(s, id, actor.organisation)
      expect(await has(actor, { scope: 'assigned' }), actor.role).toBe(true)
    }
    expect(await has(s.otherOfficer, { scope: 'own' })).toBe(false)
  })

  it('is narrowed by each filter alone, and put in the order chosen', async () => {
    const a = await addPerson(s)
    const b = await addPerson(s, { status: 'preparing' })
    await s.above(
      `update candidates.person set language = 'ti', target_groups = '{disability}', ready_on = $2, waiting_since = '2020-01-01' where id = $1`,
      [a.id, addDays(s.today, -400)],
    )
    await s.above(`update candidates.person set language = 'uk', ready_on = $2 where id = $1`, [
      b.id,
      addDays(s.today, 30),
    ])
    await s.above(
      `insert into candidates.competence (id, person_id, concept, type, label_sv, state, source, noted_on) values (gen_random_uuid(), $1, 'licence:X', 'licence', 'X', 'held', 'self', $2),
      (gen_random_uuid(), $3, 'licence:X', 'licence', 'X', 'lacking', 'self', $2)`,
      [a.id, s.today, b.id],
    )
    const ids = async (filter: Partial<PeopleFilter>): Promise<string[]> =>
      (await list(s.officer, filter)).rows.map(row => row.id)
    expect(await ids({ language: 'ti' })).toEqual([a.id])
    expect(await ids({ targetGroup: 'disability' })).toEqual([a.id])
    expect(await ids({ can: 'licence:X' })).toEqual([a.id])
    expect(await ids({ readyBy: addDays(s.today, -399) })).toEqual([a.id])
    expect(await ids({ number: b.number })).toEqual([b.id])
    expect(await ids({ status: 'preparing' })).toEqual([b.id])
    expect((await ids({ order: 'waiting' }))[0]).toBe(a.id)
    expect((await ids({ order: 'ready' }))[0]).toBe(a.id)
    const numbered = (await list(s.officer, { order: 'number' })).rows.map(row => row.number)
    expect(numbered).toEqual([...numbered].sort((x, y) => x - y))
  })

  it('TGT-11: the filter by permission follows the clock', async () => {
    const { id } = await addPerson(s)
    const asked = await askPermission(s.db, s.officer, {
      person: id,
      procurement: s.procurement,
      fields: ['name'],
      ...s.edge,
    })
    expect(asked.ok).toBe(true)
    const states = async (): Promise<string[]> => {
      const found: string[] = []
      for (const permission of ['in_force', 'ends_soon', 'asked', 'none'] as const)
        if ((await list(s.officer, { permission })).rows.some(row => row.id === id)) found.push(permission)
      return found
    }
    expect(await states()).toEqual(['asked'])
    await s.above(
      `update candidates.permission set answer = 'yes', answered_at = now(), manner = 'self' where person_id = $1`,
      [id],
    )
    expect(await states()).toEqual(['in_force'])
    await s.above(`update candidates.permission set valid_to = $2 where person_id = $1`, [id, s.today])
    expect(await states()).toEqual(['in_force', 'ends_soon'])
    await s.above(`update candidates.permission set valid_to = $2 where person_id = $1`, [id, addDays(s.today, -1)])
    expect(await states()).toEqual(['none'])
  })

  it('pages never overlap and never lose anybody, and who has left is there only when asked for', async () => {
    for (let more = 0; more < 55; more += 1) await addPerson(s)
    const gone = await addPerson(s, { status: 'left' })
    const [one, two] = [await list(s.officer), await list(s.officer, {}, 2)]
    const ids = [...one.rows, ...two.rows].map(row => row.id)
    expect(new Set(ids).size).toBe(one.count)
    expect(ids).not.toContain(gone.id)
    expect((await list(s.officer, { status: 'left' })).rows.map(row => row.id)).toContain(gone.id)
    expect((await list(s.officer, { number: gone.number })).rows.map(row => row.id)).toEqual([gone.id])
  })

  it('P-L1: one row in the read log for each name shown, no more and no fewer', async () => {
    const before = (await readLog(s)).length
    const { rows } = await list(s.officer)
    const logged = (await readLog(s)).slice(before)
    expect(logged.map(row => row.person_id).sort()).toEqual(rows.map(row => row.id).sort())
    expect(new Set(logged.map(row => `${row.fields} ${row.purpose} ${row.allowed}`))).toEqual(
      new Set(['name list true']),
    )
    expect(rows.every(row => /^Given\d+ F\.$/.test(row.name))).toBe(true)
  })
})

describe('P-S: a person with protected data', () => {
  it('exists for the named and for oneself, and for nobody else in any view, count or search', async () => {
    const { id, number } = await addPerson(s, { protected: true, named: [s.namedOfficer], identity: '199001072397' })
    await assign(s, id, s.coordinator.organisation)
    const me = await asPerson(s, id)
    const strangers = [
      s.officer,
      s.team,
      s.otherOfficer,
      s.otherTeam,
      s.coordinator,
      s.procurer,
      s.employer,
      s.provider,
      s.administrator,
    ]
    for (const actor of strangers) {
      for (const scope of ['own', 'assigned'] as const) {
        const { rows, count } = await list(actor, { scope, number })
        expect([rows, count], actor.role).toEqual([[], 0])
      }
      expect(await view(actor, id), actor.role).toBeUndefined()
      expect((await viewAs(s.db, actor, tx => readNames(tx, [id], 'list'))).size, actor.role).toBe(0)
      expect(
        await viewAs(s.db, actor, tx => tx.selectFrom('candidates.person').select('id').where('id', '=', id).execute()),
      ).toEqual([])
      const found = await findByIdentity(s.db, actor, { number: '900107-2397', secret: s.secret, now: s.edge.now })
      expect(found.ok, actor.role).toBe(false)
      const revealed = await revealContact(s.db, actor, {
        person: id,
        field: 'phone',
        purpose: 'contact_plan',
        secret: s.secret,
      })
      expect(revealed, actor.role).toMatchObject({ ok: false, code: 'person.not_found' })
      const noted = await notePersonStatus(s.db, actor, { person: id, status: 'paused', version: 1, ...s.edge })
      expect(noted, actor.role).toMatchObject({ ok: false, code: 'person.not_found' })
    }
    expect((await list(s.namedOfficer, { number })).count).toBe(1)
    const page = await view(s.namedOfficer, id)
    expect(page).toMatchObject({
      id,
      protected: true,
      namedReaders: [{ name: 'Elin', organisation: 'Enheten Nordost' }],
    })
    expect(await viewAs(s.db, me, ownFile)).toMatchObject({ person: { number } })
    // The person itself is not told by the list who the named are, only whom to call.
    expect(await viewAs(s.db, me, ownContact)).toMatchObject({ name: 'Elin' })
  })

  it('disappears the moment the mark is set, with its permissions', async () => {
    const { id } = await addPerson(s)
    await askPermission(s.db, s.officer, { person: id, procurement: s.procurement, fields: ['name'], ...s.edge })
    const waiting = async (): Promise<string[]> =>
      (await viewAs(s.db, s.officer, tx => listPermissions(tx, s.officer, 'asked', s.today))).map(row => row.person)
    expect(await waiting()).toContain(id)
    await s.above('update candidates.person set protected = true where id = $1', [id])
    expect(await waiting()).not.toContain(id)
    expect(await view(s.officer, id)).toBeUndefined()
  })
})

describe('GEN-1: the person’s page', () => {
  it('has the short name, logged once, and no contact, family name or identity number', async () => {
    const { id, number } = await addPerson(s, { identity: '200401012380' })
    const before = (await readLog(s)).length
    const page = await view(s.officer, id)
    expect(page?.name).toBe(`Given${number} F.`)
    expect((await readLog(s)).slice(before)).toMatchObject([
      { person_id: id, fields: ['name'], purpose: 'view', allowed: true },
    ])
    for (const secret of [`Family${number}`, `0700-${number}`, `p${number}@`, '200401012380', '2380']) {
      expect(JSON.stringify(page)).not.toContain(secret)
    }
  })

  it('is not there for others, and offers what the reader may do', async () => {
    const { id } = await addPerson(s)
    for (const actor of [
      s.otherOfficer,
      s.otherTeam,
      s.coordinator,
      s.provider,
      s.employer,
      s.procurer,
      s.administrator,
    ]) {
      expect(await view(actor, id), actor.role).toBeUndefined()
    }
    expect((await view(s.officer, id))?.allowed).toContain('permission.record')
    expect((await view(s.team, id))?.allowed).toEqual([
      'person.reveal',
      'person.note_status',
      'person.note_competence',
      'person.note_standing',
    ])
    await assign(s, id, s.coordinator.organisation)
    const lent = await view(s.coordinator, id)
    expect(lent?.allowed).toEqual(['person.reveal', 'person.note_status', 'person.note_competence', 'permission.ask'])
    expect(lent).not.toHaveProperty('eligibility')
  })

  it('TGT-6: answers each rule for the day a job would start', async () => {
    const { id } = await addPerson(s)
    await noteStanding(s.db, s.officer, {
      person: id,
      version: 0,
      employmentServiceSince: addDays(s.today, -5),
      abilityTestedOn: addDays(s.today, -50),
      abilityInstrument: 'common',
      abilityAtLeastHalf: 'yes',
      abilityDocumented: true,
      programme: null,
      ...s.edge,
    })
    const early = await viewAs(s.db, s.officer, tx => viewPerson(tx, s.officer, id, s.today, addDays(s.today, 10)))
    const late = await viewAs(s.db, s.officer, tx => viewPerson(tx, s.officer, id, s.today, addDays(s.today, 16)))
    expect(early?.eligibility).toMatchObject({ mayBeProposed: 'not_yet', standingVersion: 1 })
    expect(early?.eligibility?.rules[0]?.wouldChange).toEqual({ code: 'move_start', to: addDays(s.today, 16) })
    expect(late?.eligibility).toMatchObject({ mayBeProposed: 'yes' })
  })
})

describe('P-L1: opening a folded field', () => {
  it('gives the value once, logs who, what and why, and stores it nowhere', async () => {
    const { id, number } = await addPerson(s, { identity })
    const before = (await readLog(s)).length
    const phone = await revealContact(s.db, s.officer, {
      person: id,
      field: 'phone',
      purpose: 'contact_meeting',
      procurement: s.procurement,
      secret: s.secret,
    })
    expect(phone).toEqual({ ok: true, value: { field: 'phone', value: `0700-${number}` } })
    const whole = await revealContact(s.db, s.team, {
      person: id,
      field: 'identity',
      purpose: 'identity_check',
      secret: s.secret,
    })
    expect(whole).toEqual({ ok: true, value: { field: 'identity', value: identity } })
    expect((await readLog(s)).slice(before)).toMatchObject([
      { role: 'matching_officer', fields: ['phone'], purpose: 'contact_meeting', allowed: true },
      { role: 'district_team', fields: ['identity'], purpose: 'identity_check', allowed: true },
    ])
    const [stored] = await s.above<{ all: string }>(
      `select coalesce(string_agg(outcome::text, ''), '') || (select coalesce(string_agg(facts::text, ''), '') from log.event) as all from gate.receipt`,
    )
    expect(stored?.all).not.toContain(`0700-${number}`)
  })

  it('a refused attempt is logged as refused, and looks like a person who does not exist', async () => {
    const { id } = await addPerson(s, { identity: '195803772382' })
    for (const [actor, field, purpose] of [
      [s.otherOfficer, 'phone', 'contact_plan'],
      [s.otherTeam, 'identity', 'identity_check'],
      [s.coordinator, 'phone', 'contact_plan'],
    ] as const) {
      const before = (await readLog(s)).length
      const outcome = await revealContact(s.db, actor, { person: id, field, purpose, secret: s.secret })
      expect(outcome, actor.role).toEqual({ ok: false, code: 'person.not_found', facts: {} })
      expect((await readLog(s)).slice(before)).toMatchObject([
        { person_id: id, role: actor.role, fields: [field], allowed: false },
      ])
    }
    await assign(s, id, s.coordinator.organisation)
    const open = (field: 'phone' | 'identity', purpose: 'contact_plan' | 'identity_check') =>
      revealContact(s.db, s.coordinator, { person: id, field, purpose, secret: s.secret })
    expect((await open('phone', 'contact_plan')).ok).toBe(true)
    expect(await open('identity', 'identity_check')).toMatchObject({ ok: false, code: 'person.not_found' })
    expect((await readLog(s)).at(-1)).toMatchObject({ role: 'coordinator', fields: ['identity'], allowed: false })
  })

  it('a case that is not the reader’s is no reason, and reads nothing', async () => {
    const { id } = await addPerson(s)
    const before = (await readLog(s)).length
    const outcome = await revealContact(s.db, s.officer, {
      person: id,
      field: 'phone',
      purpose: 'contact_meeting',
      procurement: randomUUID(),
      secret: s.secret,
    })
    expect(outcome).toMatchObject({ ok: false, code: 'reveal.case_missing' })
    expect((await readLog(s)).length).toBe(before)
  })
})

describe('P-D4: finding by identity number', () => {
  it('takes any form, finds one’s own people, and logs whom it hit, allowed or not', async () => {
    const { id } = await addPerson(s, { identity: '191212121212' })
    const find = (actor: Actor, number: string) =>
      findByIdentity(s.db, actor, { number, secret: s.secret, now: s.edge.now })
    expect(await find(s.officer, '121212+1212')).toEqual({ ok: true, value: { person: id } })
    expect(await find(s.team, ' 19121212-1212')).toEqual({ ok: true, value: { person: id } })
    const before = (await readLog(s)).length
    expect(await find(s.otherOfficer, '191212121212')).toMatchObject({ ok: false, code: 'identity.no_match' })
    expect((await readLog(s)).slice(before)).toMatchObject([{ person_id: id, purpose: 'search', allowed: false }])
    expect(await find(s.officer, '201212121212')).toMatchObject({ ok: false, code: 'identity.no_match' })
    expect(await find(s.officer, '1912121212')).toMatchObject({ ok: false, code: 'identity.not_valid' })
    expect(await find(s.coordinator, '191212121212')).toMatchObject({ ok: false, code: 'person.not_yours' })
  })
})

describe('noting', () => {
  it('status, competence and standing change the row, the version and the history; a stale page is refused', async () => {
    const { id } = await addPerson(s, { status: 'registered' })
    const status = await notePersonStatus(s.db, s.team, {
      person: id,
      status: 'preparing',
      readyOn: addDays(s.today, 40),
      version: 1,
      ...s.edge,
    })
    expect(status).toEqual({ ok: true, value: { person: id } })
    const note = {
      person: id,
      concept: 'licence:B',
      type: 'licence',
      label: 'Körkort B',
      state: 'held',
      source: 'officer',
      notedOn: s.today,
      ...s.edge,
    } as const
    expect(await noteCompetence(s.db, s.officer, { ...note, version: 1 })).toMatchObject({
      code: 'person.changed_meanwhile',
    })
    expect(await noteCompetence(s.db, s.officer, { ...note, version: 2 })).toMatchObject({ ok: true })
    expect(await noteCompetence(s.db, s.officer, { ...note, state: 'lacking', version: 3 })).toMatchObject({ ok: true })
    const standing = {
      person: id,
      employmentServiceSince: s.today,
      abilityTestedOn: null,
      abilityInstrument: null,
      abilityAtLeastHalf: 'unknown',
      abilityDocumented: false,
      programme: 'JOB',
      ...s.edge,
    } as const
    expect(await noteStanding(s.db, s.team, { ...standing, version: 0 })).toMatchObject({ ok: true })
    expect(await noteStanding(s.db, s.team, { ...standing, version: 0 })).toMatchObject({
      code: 'person.changed_meanwhile',
    })
    expect(await noteStanding(s.db, s.team, { ...standing, version: 1 })).toMatchObject({ ok: true })
    const page = await view(s.officer, id)
    expect(page).toMatchObject({
      status: 'preparing',
      version: 4,
      competences: [{ concept: 'licence:B', state: 'lacking' }],
      eligibility: { standingVersion: 2 },
    })
    expect(page?.history.map(line => line.kind)).toEqual([
      'person.standing_noted',
      'person.standing_noted',
      'person.competence_noted',
      'person.competence_noted',
      'person.status_noted',
    ])
    for (const actor of [s.otherOfficer, s.otherTeam, s.coordinator, s.provider, s.procurer, s.employer]) {
      expect((await noteCompetence(s.db, actor, { ...note, version: 4 })).ok, actor.role).toBe(false)
      expect((await noteStanding(s.db, actor, { ...standing, version: 2 })).ok, actor.role).toBe(false)
    }
  })
})

describe('P-R: what the person sees of oneself', () => {
  it('P-R2: who has read, by organisation, function, day and purpose, and never by the officer’s name', async () => {
    const { id } = await addPerson(s)
    const me = await asPerson(s, id)
    await view(s.officer, id)
    await view(s.officer, id)
    await revealContact(s.db, s.officer, { person: id, field: 'phone', purpose: 'contact_plan', secret: s.secret })
    await revealContact(s.db, s.otherOfficer, { person: id, field: 'phone', purpose: 'contact_plan', secret: s.secret })
    await viewAs(s.db, me, tx => ownContactDetails(tx, id))
    const readers = await viewAs(s.db, me, tx => ownReaders(tx))
    expect(readers).toEqual([
      {
        day: s.today,
        organisation: 'Enheten Nordost',
        role: 'matching_officer',
        purpose: 'contact_plan',
        fields: ['phone'],
        times: 1,
      },
      {
        day: s.today,
        organisation: 'Enheten Nordost',
        role: 'matching_officer',
        purpose: 'view',
        fields: ['name'],
        times: 2,
      },
    ])
    expect(JSON.stringify(readers)).not.toContain('Sara')
    expect(await viewAs(s.db, s.officer, tx => ownReaders(tx))).toEqual([])
  })

  it('P-R1: the file has every table that speaks of the person, and nobody else’s', async () => {
    const { id, number } = await addPerson(s)
    const me = await asPerson(s, id)
    await askPermission(s.db, s.officer, { person: id, procurement: s.procurement, fields: ['name'], ...s.edge })
    await assign(s, id, s.coordinator.organisation)
    const file = await viewAs(s.db, me, ownFile)
    expect(file).toMatchObject({
      person: { number, district: 'Angered', matching_unit: 'Enheten Nordost' },
      permissions: [{ receiver: 'Städ i Väst', fields: ['name'] }],
      assignments: [{ organisation: 'Jobbspår Väst', purpose: 'support' }],
    })
    const tables = await s.above<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'person_id' and table_schema not in ('gate')`,
    )
    const spoken = [
      'candidates.competence',
      'candidates.standing',
      'candidates.permission',
      'candidates.assignment',
      'tracks.booking',
      'matching.candidacy',
      'placement.placement',
    ]
    // named_reader is left out on purpose: who the named are is other people's work.
    expect(
      tables
        .map(table => table.name)
        .filter(name => name !== 'candidates.named_reader')
        .sort(),
    ).toEqual(spoken.sort())
    expect(Object.keys(file ?? {}).sort()).toEqual([
      'assignments',
      'bookings',
      'candidacies',
      'competences',
      'permissions',
      'person',
      'placements',
      'standing',
    ])
    for (const actor of [s.officer, s.employer, s.administrator])
      expect(await viewAs(s.db, actor, ownFile), actor.role).toBeUndefined()
  })

  it('the job of a case only to those who are asked about it', async () => {
    const [mine, theirs] = [await addPerson(s), await addPerson(s)]
    const [me, them] = [await asPerson(s, mine.id), await asPerson(s, theirs.id)]
    await askPermission(s.db, s.officer, { person: mine.id, procurement: s.procurement, fields: ['name'], ...s.edge })
    expect(await viewAs(s.db, me, tx => ownJob(tx, s.procurement))).toMatchObject({ title: 'Lokalvård' })
    expect(await viewAs(s.db, them, tx => ownJob(tx, s.procurement))).toBeUndefined()
    expect(await viewAs(s.db, me, tx => ownJob(tx, s.otherProcurement))).toBeUndefined()
    expect(await viewAs(s.db, me, ownContact)).toEqual({
      name: 'Sara',
      organisation: 'Enheten Nordost',
      phone: '031-111',
    })
    expect(await viewAs(s.db, s.employer, ownContact)).toBeUndefined()
  })
})
