import { afterAll, beforeAll, expect, it } from 'vitest'
import { viewAs } from '#db'
import { candidacyOf, onTheTable, proposed, type Somebody, type Stage, setStage } from '../matching/test-stage.ts'
import { freePlaces, offerPlacement } from './index.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage(3)
})
afterAll(() => s.end())

function offer({ id, version }: { id: string; version: number }) {
  return offerPlacement(s.db, s.employer, {
    procurement: s.procurement,
    candidacy: id,
    version,
    form: 'permanent',
    rate: 1,
    startsOn: s.starts,
    ...s.edge,
  })
}

it('trust.md R4: fifty choose at once from four places, and four get one; nobody is left waiting, and nothing is taken twice', async () => {
  const people: Somebody[] = []
  for (let n = 0; n < 50; n++) people.push(await onTheTable(s))
  const waiting = await proposed(s)
  const [protectedOne] = [await onTheTable(s, {}, { protected: true, named: [s.namedOfficer] })]

  const cards = []
  for (const person of people) cards.push(await candidacyOf(s, person.id))
  const outcomes = await Promise.all(cards.map(offer))
  const codes = outcomes.map(outcome => (outcome.ok ? 'ok' : outcome.code))
  expect(codes.filter(code => code === 'ok')).toHaveLength(4)
  // Whoever comes late finds the card closed, or (between the two) the last place gone.
  for (const code of codes.filter(code => code !== 'ok'))
    expect(['placement.changed_meanwhile', 'placement.already_answered', 'placement.no_free_place']).toContain(code)

  const taken = await s.above<{ place_id: string; other: string }>(
    `select place_id, (select facts ->> 'otherDistrict' from log.event e where e.subject = l.id and e.kind = 'placement.offered') as other
       from placement.placement l where state = 'offered'`,
  )
  expect(new Set(taken.map(row => row.place_id)).size).toBe(4)
  // Three places were the district's own; the fourth went over a border, and the log says so.
  expect(taken.map(row => row.other).sort()).toEqual(['no', 'no', 'no', 'yes'])
  expect(await viewAs(s.db, s.employer, tx => freePlaces(tx, s.procurement))).toEqual([])

  const states = await s.above<{ state: string; n: number }>(
    'select state, count(*)::int as n from matching.candidacy where procurement_id = $1 group by 1 order by 1',
    [s.procurement],
  )
  expect(states).toEqual([
    { state: 'chosen', n: 4 },
    { state: 'not_needed', n: 48 },
  ])
  expect((await candidacyOf(s, waiting.id)).state).toBe('not_needed')
  const closed = await s.above<{ stream: string; n: number }>(
    `select stream, count(*)::int as n from log.event where kind = 'matching.not_needed' group by 1 order by 1`,
  )
  // The protected person's ending is told on its own stream only (P-S2).
  expect(closed).toEqual([
    { stream: 'person', n: 1 },
    { stream: 'procurement', n: 47 },
  ])
  const [event] = await s.above(
    `select stream_id from log.event where kind = 'matching.not_needed' and stream = 'person'`,
  )
  expect(event).toEqual({ stream_id: protectedOne?.id })
})

it('with no place left the next one is told so, and keeps its card unanswered', async () => {
  const late = await onTheTable(s)
  expect(await offer(await candidacyOf(s, late.id))).toMatchObject({ ok: false, code: 'placement.no_free_place' })
  expect((await candidacyOf(s, late.id)).state).toBe('presented')
})
