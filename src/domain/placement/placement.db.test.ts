import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor, type Opened, viewAs } from '#db'
import { type Actor, addDays, addMonths } from '#kernel'
import { asPerson } from '../candidates/test-stage.ts'
import {
  candidacyOf,
  cardsSeen,
  form,
  onTheTable,
  type Somebody,
  type Stage,
  setStage,
} from '../matching/test-stage.ts'
import {
  acceptOffer,
  confirmJob,
  confirmStill,
  declineOffer,
  endPlacement,
  freePlaces,
  listEmployed,
  type OfferPlacement,
  offerPlacement,
  questionJob,
  startPlacement,
  viewOwnPlacement,
  viewPlacement,
} from './index.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage(30)
})
afterAll(() => s.end())

async function offer(person: Somebody, over: Partial<OfferPlacement> = {}, actor: Actor = s.employer, db = s.db) {
  const { id, version } = await candidacyOf(s, person.id)
  const terms = { form: 'permanent', rate: 1, startsOn: s.starts } as const
  return offerPlacement(db, actor, {
    procurement: s.procurement,
    candidacy: id,
    version,
    ...terms,
    ...s.edge,
    ...over,
  })
}

type Offered = { readonly id: string; readonly person: Somebody; readonly self: Opened }

async function offered(over: Partial<OfferPlacement> = {}): Promise<Offered> {
  const person = await onTheTable(s)
  const outcome = await offer(person, over)
  if (!outcome.ok) throw new Error(outcome.code)
  return { id: outcome.value.placement, person, self: await asPerson(s, person.id) }
}

async function agreed(over: Partial<OfferPlacement> = {}): Promise<Offered> {
  const one = await offered(over)
  const outcome = await acceptOffer(s.db, one.self, await of(one.id))
  if (!outcome.ok) throw new Error(outcome.code)
  return one
}

async function started(firstDay = s.today): Promise<Offered> {
  const one = await agreed({ startsOn: s.today })
  const outcome = await startPlacement(s.db, s.employer, { ...(await of(one.id)), firstDay })
  if (!outcome.ok) throw new Error(outcome.code)
  return one
}

async function rowOf(id: string): Promise<Record<string, unknown> & { version: number }> {
  const [row] = await s.above<Record<string, unknown> & { version: number }>(
    'select *, started_on::text, ended_on::text from placement.placement where id = $1',
    [id],
  )
  if (!row) throw new Error('There is no placement')
  return row
}

async function of(placement: string) {
  return { placement, version: (await rowOf(placement)).version, ...s.edge }
}

function kindsOf(subject: string) {
  return s.above('select kind, plane, facts from log.event where subject = $1 order by seq', [subject])
}

describe('PRC-7: choosing is offering', () => {
  it('answers the card, takes a place of the person’s own district, and writes both events', async () => {
    const { id, person } = await offered()
    expect(await candidacyOf(s, person.id)).toMatchObject({ state: 'chosen' })
    const row = await rowOf(id)
    expect(row).toMatchObject({
      state: 'offered',
      employer_id: s.employer.organisation,
      person_id: person.id,
      rate: 1,
    })
    const [place] = await s.above<{ area_id: string; number: number }>(
      'select area_id, number from places.place where id = $1',
      [row.place_id],
    )
    expect(place?.area_id).toBe(s.area)
    expect(await kindsOf(id)).toEqual([
      { kind: 'placement.offered', plane: 'matching', facts: { place: place?.number, otherDistrict: 'no' } },
    ])
    expect(await cardsSeen(s)).not.toContain(person.givenName)
  })

  it('a form sent twice offers once', async () => {
    const person = await onTheTable(s)
    const db = form(s.db, person.id)
    const card = await candidacyOf(s, person.id)
    const both = [await offer(person, { version: card.version }, s.employer, db)]
    both.push(await offer(person, { version: card.version }, s.employer, db))
    expect(both[0]).toMatchObject({ ok: true })
    expect(both[1]).toEqual(both[0])
    expect(await s.above('select id from placement.placement where person_id = $1', [person.id])).toHaveLength(1)
  })

  it('is refused to others, on an old page, in another case, and for what cannot be offered; nothing is half written', async () => {
    const person = await onTheTable(s)
    const card = await candidacyOf(s, person.id)
    const code = async (over: Partial<OfferPlacement>, actor?: Actor): Promise<string> => {
      const outcome = await offer(person, over, actor)
      return outcome.ok ? 'ok' : outcome.code
    }
    for (const actor of [s.otherEmployer, s.officer, s.coordinator, s.procurer, s.team])
      expect(await code({}, actor), actor.role).toBe('placement.not_found')
    expect(await code({ version: card.version + 1 })).toBe('placement.changed_meanwhile')
    expect(await code({ procurement: s.otherProcurement })).toBe('placement.not_found')
    expect(await code({ candidacy: randomUUID() })).toBe('placement.not_found')
    expect(await code({ form: 'trial' })).toBe('placement.end_missing')
    expect(await code({ startsOn: addDays(s.today, 4000) })).toBe('placement.outside_period')
    expect(await candidacyOf(s, person.id)).toEqual(card)
  })

  it('a permission taken back in the meantime stops it (P-M3)', async () => {
    const person = await onTheTable(s)
    await s.above(
      `update candidates.permission set withdrawn_at = now() where person_id = $1 and purpose = 'show_to_employer'`,
      [person.id],
    )
    expect(await offer(person)).toMatchObject({ code: 'placement.not_found' })
  })

  it('the policy itself lets no employer offer somebody it has not chosen, whatever the code above it does', async () => {
    const person = await onTheTable(s)
    const { id } = await candidacyOf(s, person.id)
    const [place] = await viewAs(s.db, s.employer, tx => freePlaces(tx, s.procurement))
    const insert = sql`insert into placement.placement (id, procurement_id, place_id, candidacy_id, person_id, employer_id, state, form, rate, starts_on, offered_at)
      values (gen_random_uuid(), ${s.procurement}, ${place?.id}, ${id}, ${person.id}, ${s.employer.organisation}, 'offered', 'permanent', 1, ${s.starts}, now())`
    await expect(
      asActor(s.db, s.employer, async tx => {
        await insert.execute(tx)
        return { ok: true, value: null }
      }),
    ).rejects.toThrow('row-level security')
  })
})

describe('the person answers the offer', () => {
  it('yes, and reads the own job with the employer’s name', async () => {
    const { id, self } = await offered()
    const before = await viewAs(s.db, self, tx => viewOwnPlacement(tx, id, s.today))
    expect(before).toMatchObject({ employer: 'Städ i Väst', title: 'Lokalvårdare', state: 'offered' })
    expect(before?.allowed).toEqual(['placement.accept', 'placement.decline', 'placement.question'])
    expect(await acceptOffer(s.db, self, await of(id))).toEqual({ ok: true, value: { placement: id } })
    expect(await rowOf(id)).toMatchObject({ state: 'agreed' })
  })

  it('no, and the place is free again for somebody else', async () => {
    const free = () => viewAs(s.db, s.employer, async tx => (await freePlaces(tx, s.procurement)).length)
    const before = await free()
    const { id, self, person } = await offered()
    expect(await free()).toBe(before - 1)
    expect(await declineOffer(s.db, self, await of(id))).toMatchObject({ ok: true })
    expect(await free()).toBe(before)
    expect(await candidacyOf(s, person.id)).toMatchObject({ state: 'withdrawn' })
    expect(await acceptOffer(s.db, self, await of(id))).toMatchObject({ code: 'placement.cannot_follow' })
  })

  it('nobody else can, and an old page is told so', async () => {
    const { id } = await offered()
    const other = await offered()
    const answer = await of(id)
    expect(await acceptOffer(s.db, other.self, answer)).toMatchObject({ code: 'placement.not_found' })
    for (const actor of [s.otherEmployer, s.officer, s.coordinator, s.procurer])
      expect(await acceptOffer(s.db, actor, answer), actor.role).toMatchObject({ code: 'placement.not_found' })
    expect(await acceptOffer(s.db, s.employer, answer)).toMatchObject({ code: 'placement.not_yours' })
    expect(await viewAs(s.db, other.self, tx => viewOwnPlacement(tx, id, s.today))).toBeUndefined()
    const own = await of(other.id)
    expect(await acceptOffer(s.db, other.self, { ...own, version: 9 })).toMatchObject({
      code: 'placement.changed_meanwhile',
    })
  })
})

describe('trust.md I5: three confirmations, each by the one it belongs to', () => {
  it('the employer the first day, the person the job, both that it is still so six calendar months later', async () => {
    const { id, self } = await started()
    expect(await rowOf(id)).toMatchObject({ state: 'started', started_on: s.today })
    expect(await confirmJob(s.db, s.employer, await of(id))).toMatchObject({ code: 'placement.not_yours' })
    expect(await confirmJob(s.db, self, await of(id))).toMatchObject({ ok: true })
    expect(await confirmStill(s.db, s.employer, await of(id))).toMatchObject({
      code: 'placement.too_early',
      facts: { from: addMonths(s.today, 6) },
    })
    await s.above(`update placement.placement set started_on = started_on - interval '7 months' where id = $1`, [id])
    expect(await confirmStill(s.db, s.employer, await of(id))).toMatchObject({ ok: true })
    expect(await rowOf(id)).toMatchObject({ still_confirmed_at: null })
    expect(await confirmStill(s.db, self, await of(id))).toMatchObject({ ok: true })
    expect((await rowOf(id)).still_confirmed_at).not.toBeNull()
    expect((await kindsOf(id)).map(event => event.kind)).toEqual([
      'placement.offered',
      'placement.agreed',
      'placement.started',
      'placement.confirmed',
      'placement.still_confirmed',
      'placement.still_confirmed',
    ])
  })

  it('the person cannot start or end the own employment, another employer nothing', async () => {
    const { id, self } = await agreed({ startsOn: s.today })
    const start = { ...(await of(id)), firstDay: s.today }
    expect(await startPlacement(s.db, self, start)).toMatchObject({ code: 'placement.not_yours' })
    expect(await startPlacement(s.db, s.otherEmployer, start)).toMatchObject({ code: 'placement.not_found' })
    expect(await startPlacement(s.db, s.employer, { ...start, firstDay: addDays(s.today, 1) })).toMatchObject({
      code: 'placement.day_in_future',
    })
    expect(await viewAs(s.db, s.otherEmployer, tx => viewPlacement(tx, s.otherEmployer, id, s.today))).toBeUndefined()
  })

  it('ends with a last day and a reason; an ended placement lets its place go', async () => {
    const { id } = await started()
    const end = { ...(await of(id)), lastDay: s.today, reason: 'resignation' } as const
    expect(await endPlacement(s.db, s.employer, { ...end, reason: 'as_planned' })).toMatchObject({
      code: 'placement.not_as_planned',
    })
    expect(await endPlacement(s.db, s.employer, { ...end, lastDay: addDays(s.today, -1) })).toMatchObject({
      code: 'placement.ends_before_it_begins',
    })
    expect(await endPlacement(s.db, s.employer, end)).toMatchObject({ ok: true })
    const [place] = await s.above<{ place_id: string }>('select place_id from placement.placement where id = $1', [id])
    const free = await viewAs(s.db, s.employer, tx => freePlaces(tx, s.procurement))
    expect(free.map(one => one.id)).toContain(place?.place_id)
  })
})

describe('something is wrong', () => {
  it('reaches the officer of the case as a finding without words, the words only the person’s own history; the employer hears nothing', async () => {
    const { id, self, person } = await started()
    const before = await rowOf(id)
    const told = { placement: id, about: 'hours_or_pay', words: 'Jag får inte mina timmar', ...s.edge } as const
    expect(await questionJob(s.db, self, told)).toMatchObject({ ok: true })
    const findings = (actor: Actor) =>
      viewAs(s.db, actor, tx =>
        tx.selectFrom('reports.finding').select(['kind', 'facts', 'role']).where('subject_id', '=', id).execute(),
      )
    expect(await findings(s.officer)).toEqual([
      { kind: 'placement.questioned', facts: { about: 'hours_or_pay' }, role: 'matching_officer' },
    ])
    for (const actor of [s.employer, s.otherOfficer, s.procurer]) expect(await findings(actor), actor.role).toEqual([])
    const [event] = await s.above(
      `select stream_id, plane, reason from log.event where kind = 'placement.questioned' and subject = $1`,
      [id],
    )
    expect(event).toEqual({ stream_id: person.id, plane: 'person', reason: 'Jag får inte mina timmar' })
    expect(await rowOf(id)).toEqual(before)
    expect(await questionJob(s.db, s.employer, told)).toMatchObject({ code: 'placement.not_yours' })
    expect(await questionJob(s.db, s.officer, told)).toMatchObject({ code: 'placement.not_found' })
  })
})

describe('the employer’s list', () => {
  it('says given name and initial, what to confirm first, and logs each name; another employer has an empty one', async () => {
    const { id, person } = await agreed({ startsOn: s.today })
    const page = await viewAs(s.db, s.employer, tx => listEmployed(tx, s.employer, s.today))
    expect(page.lines.find(line => line.id === id)).toMatchObject({
      name: `${person.givenName} F.`,
      waitsFor: 'confirm_start',
    })
    const waits = page.lines.map(line => line.waitsFor === 'confirm_start' || line.waitsFor === 'confirm_still')
    expect(waits).toEqual([...waits].sort((a, b) => Number(b) - Number(a)))
    const [log] = await s.above(
      `select fields, purpose from gate.read_log where person_id = $1 and purpose = 'employment' limit 1`,
      [person.id],
    )
    expect(log).toEqual({ fields: ['name'], purpose: 'employment' })
    const other = await viewAs(s.db, s.otherEmployer, tx => listEmployed(tx, s.otherEmployer, s.today))
    expect(other).toMatchObject({ lines: [], total: 0 })
  })
})
