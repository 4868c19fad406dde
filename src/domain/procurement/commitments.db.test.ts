import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import {
  awardContract,
  chooseClause,
  completeStep,
  employmentsOf,
  listCommitments,
  lockClause,
  openProcurement,
  viewCase,
  viewCommitment,
} from './index.ts'
import { floors, type Stage, setStage, thirtySixMonths } from './test-stage.ts'

let s: Stage
let id: string
const places: string[] = []

/** A case with twelve promised months, awarded, contract 2 March 2026 to 1 March 2027, three places in Angered. */
beforeAll(async () => {
  s = await setStage()
  const need = { ...floors().need, places: 3 }
  const opened = await openProcurement(s.db, s.procurer, {
    ...floors({ contractStart: '2026-03-02', contractEnd: '2027-03-01', need }),
    ...s.edge,
  })
  if (!opened.ok) throw new Error(opened.code)
  id = opened.value.id
  await s.above('update procurement.procurement set matching_id = $1 where id = $2', [s.org.northeast, id])
  const parameters = { ...thirtySixMonths, fullTimeMonths: 1200 }
  await chooseClause(s.db, s.procurer, { procurement: id, version: 0, parameters, ...s.edge })
  await lockClause(s.db, s.procurer, { procurement: id, version: 1, ...s.edge })
  for (let version = 2; version < 5; version += 1)
    await completeStep(s.db, s.procurer, { procurement: id, version, ...s.edge })
  const days = { contractStart: '2026-03-02', contractEnd: '2027-03-01' }
  const award = { procurement: id, version: 5, supplier: s.org.cleaners, ...days, ...s.edge }
  const awarded = await awardContract(s.db, s.procurer, award)
  if (!awarded.ok) throw new Error(awarded.code)
  for (let number = 1; number <= 3; number += 1) {
    places.push(randomUUID())
    await s.above(
      `insert into places.place (id, procurement_id, number, area_id, given_by, starts_on, state) values ($1, $2, $3, $4, 'rule', '2026-03-16', 'apportioned')`,
      [places.at(-1), id, number, s.area],
    )
  }
})
afterAll(() => s.close())

type Placed = { rate: number; state: string; from: string; to?: string; ended?: [string, string] }

/** Somebody on a place. The person has no name that matters here: the contract plane never reads it. */
async function place(number: number, { rate, state, from, to, ended }: Placed): Promise<void> {
  const [person, candidacy] = [randomUUID(), randomUUID()]
  await s.above(
    `insert into candidates.person (id, number, district_id, matching_id, area_id, status, waiting_since, given_name, family_name)
     values ($1, $2, $3, $4, $5, 'placed', '2025-01-01', 'Canary-given', 'Canary-family')`,
    [person, 1000 + number, s.org.angered, s.org.northeast, s.area],
  )
  await s.above(
    `insert into matching.candidacy (id, procurement_id, person_id, district_id, state, proposed_at, shortlist_reason)
     values ($1, $2, $3, $4, 'chosen', now(), 'meets_musts')`,
    [candidacy, id, person, s.org.angered],
  )
  await s.above(
    `insert into placement.placement (id, procurement_id, place_id, candidacy_id, person_id, employer_id, state, form, rate, starts_on, ends_on, offered_at, agreed_at,
       started_on, ended_on, end_reason)
     values ($1, $2, $3, $4, $5, $6, $7, 'fixed_term', $8, $9, $10, '2026-03-03', '2026-03-04', $11, $12, $13)`,
    [
      randomUUID(),
      id,
      places[number - 1],
      candidacy,
      person,
      s.org.cleaners,
      state,
      rate,
      from,
      to ?? null,
      state === 'started' || state === 'ended' ? from : null,
      ended?.[0] ?? null,
      ended?.[1] ?? null,
    ],
  )
}

const look = (today: string, actor = s.procurer) => viewAs(s.db, actor, tx => viewCommitment(tx, actor, id, today))

describe('PRC-10: promised against done', () => {
  it('nobody yet: everything is lacking, and the first start is open until its day, then missed', async () => {
    expect((await look('2026-03-10'))?.fulfilment).toMatchObject({
      committedMonths: 12,
      lackingMonths: 12,
      state: 'on_course',
    })
    expect((await look('2026-09-02'))?.fulfilment.firstStart).toMatchObject({ deadline: '2026-09-02', met: 'open' })
    expect((await look('2026-09-03'))?.fulfilment).toMatchObject({
      state: 'late_first_start',
      firstStart: { met: 'no' },
    })
  })

  it('counts full-time months of those who work, by day and working time, and those agreed as on their way', async () => {
    await place(1, { rate: 1, state: 'started', from: '2026-04-01', to: '2026-09-30' })
    await place(2, { rate: 0.5, state: 'agreed', from: '2026-08-01', to: '2027-01-31' })
    // April, May and June at full time; three months more to come, and half of August to January.
    const page = await look('2026-06-30')
    expect(page?.fulfilment).toMatchObject({ deliveredMonths: 3, runningMonths: 3, agreedMonths: 3, lackingMonths: 3 })
    expect(page).toMatchObject({ places: 3, filled: 2, started: 1, supplier: 'The cleaners' })
  })

  it('one who agreed and has not begun on the day counts as offered only', async () => {
    const page = await look('2026-08-01')
    expect(page?.fulfilment).toMatchObject({ deliveredMonths: 4.03, agreedMonths: 0 })
  })

  it('an early end for an allowed reason makes three quarters enough', async () => {
    await place(3, {
      rate: 1,
      state: 'ended',
      from: '2026-03-16',
      to: '2027-03-01',
      ended: ['2026-09-15', 'resignation'],
    })
    // 6 months of the first and 16/31 + 5 + 15/30 months of the third: 12.01 of 12 on 30 September.
    expect((await look('2026-09-30'))?.fulfilment).toMatchObject({ state: 'fulfilled' })
    // On 31 July: 4 + 16/31 + 4 = 8.51 of 12, under three quarters; by 31 August 10.51, above.
    const employments = await viewAs(s.db, s.procurer, tx => employmentsOf(tx, id, '2026-09-30'))
    expect(employments.find(one => one.ended)?.ended).toEqual({ lastDay: '2026-09-15', reason: 'employee_resigned' })
  })

  it('whose turn follows: the supplier keeps what is promised once every place has somebody', async () => {
    const page = await viewAs(s.db, s.procurer, tx => viewCase(tx, s.procurer, id, '2026-06-30'))
    expect(page?.progress).toMatchObject({ places: 3, apportioned: 3, started: 2 })
    expect(page?.turn).toMatchObject({ side: 'matching', code: 'propose_people' })
  })
})

describe('GEN-1: who sees a commitment', () => {
  it('its authority, its supplier, its matching unit and the management; nobody else', async () => {
    for (const actor of [s.procurer, s.colleague, s.employer, s.officer, s.manager])
      expect(await look('2026-06-30', actor), actor.name).toMatchObject({ number: expect.any(String) })
    for (const actor of [s.otherProcurer, s.otherEmployer, s.otherOfficer]) {
      expect(await look('2026-06-30', actor), actor.name).toBeUndefined()
      const list = await viewAs(s.db, actor, tx => listCommitments(tx, actor, 1, '2026-06-30'))
      expect(list).toMatchObject({ total: 0, lines: [] })
    }
  })

  it('the same months to both parties, and no name to any', async () => {
    const [own, theirs] = [await look('2026-06-30'), await look('2026-06-30', s.employer)]
    expect(theirs?.fulfilment).toEqual(own?.fulfilment)
    const list = await viewAs(s.db, s.employer, tx => listCommitments(tx, s.employer, 1, '2026-06-30'))
    expect(list.lines.map(line => line.fulfilment)).toEqual([own?.fulfilment])
    expect(JSON.stringify([own, theirs, list])).not.toContain('Canary')
  })

  it('the supplier is told whom to call at the matching unit, the procurer whom to call at the supplier', async () => {
    expect((await look('2026-06-30', s.employer))?.contacts.map(one => one.organisationName)).toEqual([
      'The buildings',
      'The buildings',
      'The northeast',
    ])
    expect((await look('2026-06-30'))?.contacts.map(one => one.organisationName)).toEqual(['The cleaners'])
  })

  it('a report that waits is told with its day, from the day its period is over', async () => {
    const [commitment] = await s.above<{ id: string }>(
      'select id from procurement.commitment where procurement_id = $1',
      [id],
    )
    await s.above(
      `insert into followup.report (id, commitment_id, procurement_id, supplier_id, period_from, period_to, due_on, state)
       values ($1, $2, $3, $4, '2020-01-01', '2020-03-31', '2020-04-15', 'open')`,
      [randomUUID(), commitment?.id, id, s.org.cleaners],
    )
    expect((await look('2026-06-30'))?.report).toEqual({ waitsFor: 'supplier', due: '2020-04-15' })
  })
})
