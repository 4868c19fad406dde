import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import type { Calculation } from '#domain/places'
import { type EmploymentClause, fulfilment, validateClause } from '#domain/procurement'
import { apportion } from '#engine'
import { addDays, roles } from '#kernel'
import { idOf } from './identities.ts'
import { canariesOf, cast, layOutWorld, type World } from './index.ts'
import { identityNumbers, margin } from './reference.ts'
import type { Table } from './rows.ts'

// A world takes half a second on a quiet machine and several on a busy one.
vi.setConfig({ testTimeout: 30_000 })

const world = layOutWorld({ day: '2026-03-02' })
const people = [...world.persons()]
const rows = <T extends Table>(table: T, of: World = world) => of.rows[table] ?? []

function digest(of: World): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify(of.rows)).update(JSON.stringify(of.events))
  for (const person of of.persons()) hash.update(JSON.stringify({ ...person, competences: [...person.competences] }))
  return hash.digest('hex')
}

describe('a world', () => {
  it('is the same for the same day and seed, and another for another', () => {
    expect(digest(layOutWorld({ day: '2026-03-02' }))).toBe(digest(world))
    expect(digest(layOutWorld({ day: '2026-03-02', seed: 2 }))).not.toBe(digest(world))
    expect(digest(layOutWorld({ day: '2026-03-03' }))).not.toBe(digest(world))
  })

  it('gives the first two thousand the same lives in a larger world', () => {
    const larger = layOutWorld({ day: '2026-03-02', people: 2500 })
    const many = [...larger.persons()]
    expect(many).toHaveLength(2500)
    expect(many.slice(0, 2000)).toEqual(people)
    expect(new Set(many.map(({ number }) => number)).size).toBe(2500)
  })

  it('refuses to be too small for its stories', () => {
    expect(() => layOutWorld({ day: '2026-03-02', people: 1999 })).toThrow('at least 2000')
  })

  it('names nothing twice', () => {
    const ids = Object.values(world.rows).flatMap(list => list.flatMap(row => ('id' in row ? [row.id] : [])))
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(world.events.map(({ id }) => id)).size).toBe(world.events.length)
  })

  it('lets nothing happen on its own day or later', () => {
    expect(world.events.filter(({ at }) => at >= '2026-03-02')).toEqual([])
    expect(world.events.map(({ at }) => at)).toEqual(world.events.map(({ at }) => at).toSorted())
  })

  it('uses official test identity numbers only, each once (P-D6)', () => {
    const official = new Set(identityNumbers().map(({ number }) => number))
    const used = people.flatMap(({ identity }) => (identity ? [identity] : []))
    expect(used.filter(number => !official.has(number))).toEqual([])
    expect(new Set(used).size).toBe(used.length)
    expect(used.length).toBeGreaterThan(1500)
    expect(used.length).toBeLessThan(2000)
  })

  it('follows the margins of the population', () => {
    const share = (holds: (one: (typeof people)[number]) => boolean): number =>
      people.filter(holds).length / people.length
    const angered = margin('GBG.district_before_2021').find(([name]) => name.startsWith('131'))?.[1] ?? 0
    expect(share(one => one.district === 'angered')).toBeCloseTo(angered, 1)
    expect(share(one => one.bornAbroad)).toBeGreaterThan(0.56)
    expect(share(one => one.bornAbroad)).toBeLessThan(0.64)
    expect(share(one => one.disability)).toBeGreaterThan(0.17)
    expect(share(one => one.disability)).toBeLessThan(0.23)
  })

  it('has organisation numbers with a valid check digit', () => {
    for (const { number } of rows('organisations.organisation')) {
      const digits = (number ?? '').replace('-', '')
      const sum = [...digits].reduce((total, digit, index) => {
        const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
        return total + (value > 9 ? value - 9 : value)
      }, 0)
      expect(digits).toMatch(/^[2578]9999\d{5}$|^[2578][56]9999\d{4}$/)
      expect(sum % 10).toBe(0)
    }
  })
})

describe('TGT-4: keys and places', () => {
  it('publishes keys that sum to 100.0 and 99, and on every day one per group', () => {
    const sums = rows('places.key').map(key => {
      const weights = rows('places.weight').filter(({ key_id }) => key_id === key.id)
      const sum = weights.reduce((total, { percent }) => total + Number(percent), 0)
      return `${key.target_group} ${weights.length} ${sum.toFixed(1)} ${key.valid_from} ${key.valid_to}`
    })
    expect(sums.toSorted()).toEqual([
      'disability 10 99.0 2014-01-01 2027-01-01',
      'disability 4 99.0 2027-01-01 null',
      'youth_foreign_born 10 100.0 2014-01-01 2027-01-01',
      'youth_foreign_born 4 100.0 2027-01-01 null',
    ])
  })

  it('gives places as the engine does, each decision from where the last one left the year', () => {
    const decided = rows('places.apportionment').filter(({ state }) => state === 'decided')
    const left = new Map<string, unknown>()
    for (const row of decided.toSorted((a, b) => (String(a.decided_at) < String(b.decided_at) ? -1 : 1))) {
      const { input, output } = JSON.parse(String(row.calculation)) as Calculation
      const year = `${row.key_id} ${row.year}`
      expect(input.ledger).toEqual(left.get(year))
      left.set(year, output.ledger)
      const again = apportion(input)
      expect(again.ok && again.value.order).toEqual(output.order)
      const places = rows('places.place').filter(({ apportionment_id }) => apportionment_id === row.id)
      expect(places.map(({ area_id }) => area_id)).toEqual(output.order)
    }
    expect(new Set(decided.map(({ decided_at }) => decided_at)).size).toBe(decided.length)
  })
})

describe('what the cast has to do', () => {
  const days = ['2026-03-02', '2026-01-02', '2024-02-29', '2027-12-31', '2026-11-22']
  it.each(days)('is there on %s', day => {
    const of = day === world.day ? world : layOutWorld({ day })
    const states = (table: Table): string[] =>
      [...new Set(rows(table, of).map(row => String((row as Record<string, unknown>).state)))].toSorted()
    expect(states('matching.candidacy')).toEqual(
      ['chosen', 'declined', 'not_needed', 'presented', 'proposed', 'shortlisted', 'wanted', 'withdrawn'].toSorted(),
    )
    expect(states('placement.placement')).toEqual(['agreed', 'ended', 'offered', 'started'])
    expect(states('followup.report')).toEqual(['approved', 'open', 'returned', 'submitted'])
    expect(states('places.place')).toEqual(['apportioned', 'open', 'withdrawn'])
    expect(states('places.apportionment')).toEqual(['decided', 'proposed'])
    expect(states('procurement.clause')).toEqual(['draft', 'locked'])
    expect(states('procurement.notice')).toEqual(['accepted', 'discarded', 'read'])
    expect(states('competence.profile')).toEqual(['adopted', 'draft', 'replaced'])
    expect(states('tracks.booking')).toEqual(['booked', 'completed', 'dropped'])
    expect(new Set(rows('procurement.procurement', of).map(({ step }) => step)).size).toBe(6)
    const ends = rows('placement.placement', of).flatMap(({ end_reason }) => end_reason ?? [])
    expect(new Set(ends)).toEqual(new Set(['as_planned', 'resignation', 'just_cause', 'dismissal', 'shortage_of_work']))
    expect(rows('followup.report', of).some(({ state, due_on }) => state === 'open' && due_on < day)).toBe(true)
    expect(rows('placement.placement', of).some(one => one.state === 'started' && !one.person_confirmed_at)).toBe(true)
    expect(rows('catalogue.start', of).some(one => one.starts_on > day && one.taken === one.seats)).toBe(true)
    expect(permissionStates(of)).toEqual(
      ['asked', 'elsewhere', 'ending', 'expired', 'no', 'none', 'withdrawn', 'yes'].toSorted(),
    )
  })

  /** The eight states of the access matrix, as they are in Sara Ek's case. */
  function permissionStates(of: World): string[] {
    const { day } = of
    const soon = of.calendar.day(6)
    const found = rows('procurement.procurement', of).find(({ number }) => number.endsWith('-044'))
    const candidacies = rows('matching.candidacy', of).filter(({ procurement_id }) => procurement_id === found?.id)
    const states = candidacies.map(({ person_id }) => {
      const one = rows('candidates.permission', of).find(
        row => row.person_id === person_id && row.procurement_id === found?.id,
      )
      if (!one) return 'none'
      if (one.receiver_id !== found?.supplier_id) return 'elsewhere'
      if (!one.answer) return 'asked'
      if (one.answer === 'no') return 'no'
      if (one.withdrawn_at) return 'withdrawn'
      if (one.valid_to < day) return 'expired'
      return one.valid_to <= soon ? 'ending' : 'yes'
    })
    return [...new Set(states)].toSorted()
  }

  it('is somebody for each role, with an account and an appointment of their own', () => {
    expect(new Set(cast.map(({ role }) => role))).toEqual(new Set(roles))
    expect(new Set(cast.map(({ appointmentId }) => appointmentId)).size).toBe(cast.length)
    const appointments = new Map(rows('gate.appointment').map(row => [row.id, row]))
    for (const one of cast) expect(appointments.get(one.appointmentId)?.account_id).toBe(one.accountId)
    const twice = cast.filter(one => cast.some(other => other !== one && other.accountId === one.accountId))
    expect(twice.map(({ role }) => role).toSorted()).toEqual(['district_team', 'matching_officer'])
  })

  it('rests on clauses that the product accepts', () => {
    for (const clause of rows('procurement.clause'))
      expect(validateClause(JSON.parse(String(clause.parameters)))).toEqual([])
  })
})

describe('PRC-6: the commitments of the past', () => {
  /** How a commitment stands on the world's day, by the product's own arithmetic. */
  function standing(key: string): string {
    const found = rows('procurement.commitment').find(
      ({ procurement_id }) => procurement_id === idOf('procurement', key),
    )
    if (!found) throw new Error(`No commitment: ${key}`)
    const employments = rows('placement.placement')
      .filter(({ procurement_id }) => procurement_id === found.procurement_id)
      .map(row => ({
        id: row.id,
        workingTime: Math.round(Number(row.rate) * 10_000),
        from: row.started_on ?? undefined,
        plannedLastDay: row.ends_on ?? undefined,
        ...(row.ended_on && row.end_reason !== 'as_planned'
          ? { ended: { lastDay: row.ended_on, reason: 'employee_resigned' as const } }
          : {}),
        targetGroupConfirmed: true,
        existingStaff: false,
        linkedToContractWork: true,
      }))
    const clause = JSON.parse(String(found.parameters)) as EmploymentClause
    const contract = { from: found.contract_start, to: addDays(found.contract_end, 1) }
    return fulfilment({ clause, contract }, employments, world.day).state
  }

  it('are short at two thirds, deemed fulfilled from three quarters, fulfilled by two at half time, late when late', () => {
    expect(standing('mark-hammarkullen')).toBe('short')
    expect(standing('maleri-torslanda')).toBe('deemed_fulfilled')
    expect(standing('kok-askim')).toBe('fulfilled')
    expect(standing('golv-angered')).toBe('late_first_start')
  })
})

describe('canaries', () => {
  const marked = layOutWorld({ day: '2026-03-02', canaries: true })
  const canaries = [...canariesOf(marked)]

  it('are each somebody’s own', () => {
    expect(new Set(canaries.map(({ marker }) => marker)).size).toBe(canaries.length)
    expect(canaries.length).toBeGreaterThan(10_000)
  })

  it('change nothing but the marked texts', () => {
    expect(marked.events).toEqual(world.events)
    for (const table of Object.keys(world.rows) as Table[]) expect(rows(table, marked)).toHaveLength(rows(table).length)
  })

  it('are in no event, since events hold no personal data (GEN-5)', () => {
    // Markers are letters and digits only, so each would stand as a word of its own.
    const words = new Set(JSON.stringify(marked.events).match(/[A-Za-z0-9]+/g))
    expect(canaries.filter(({ marker }) => words.has(marker))).toEqual([])
  })
})
