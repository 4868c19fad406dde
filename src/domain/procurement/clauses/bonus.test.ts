import { describe, expect, it } from 'vitest'
import { explained } from '#test/wording'
import { type BonusClaim, type BonusClause, judgeBonus, placesAbove } from './bonus.ts'
import type { EmploymentClause } from './employment-parameters.ts'
import { type Employment, oneMonth } from './employment-rules.ts'
import { surplusMonths } from './surplus.ts'

const bonus: BonusClause = {
  rows: [
    { form: 'employment', placeMonths: 1200, kronorPerPlace: 40_000, mostPlaces: 2 },
    { form: 'supervised_placement', placeMonths: 100, kronorPerPlace: 10_000, mostPlaces: 6 },
  ],
  mostKronor: 100_000,
}
const claim = (over: Partial<BonusClaim> = {}): BonusClaim => ({
  id: 'c1',
  form: 'employment',
  places: 1,
  evidence: true,
  registeredBy: 'anna',
  decidedBy: 'bo',
  ...over,
})
const judge = (above: { employment?: number; supervised_placement?: number }, ...claims: BonusClaim[]) =>
  explained(judgeBonus(bonus, above, claims, '2026-03-01'))

describe('PRC-6: a bonus is paid for places above the commitment only', () => {
  it('one place above: 1 × 40 000 = 40 000', () => {
    expect(judge({ employment: 1 }, claim())).toMatchObject({
      payableKronor: 40_000,
      claims: [{ countedPlaces: 1, kronor: 40_000, state: 'payable' }],
    })
  })

  it.each([
    [{}, claim(), 'not_above_commitment', 0, 0],
    [{ employment: 1 }, claim({ form: 'apprenticeship' }), 'not_above_commitment', 0, 0],
    [{ employment: 1 }, claim({ places: 3 }), 'payable', 1, 40_000],
    // The row's number caps: three above, two counted.
    [{ employment: 3 }, claim({ places: 3 }), 'payable', 2, 80_000],
    [{ employment: 1 }, claim({ evidence: false }), 'no_evidence', 0, 0],
    [{ employment: 1 }, claim({ decidedBy: undefined }), 'await_decision', 1, 0],
    [{ employment: 1 }, claim({ decidedBy: 'anna' }), 'same_person', 1, 0],
  ] as const)('%j with %j: %s', (above, one, state, counted, kronor) => {
    const result = judge(above, one)
    expect(result.claims[0]).toMatchObject({ state, countedPlaces: counted })
    expect(result.payableKronor).toBe(kronor)
  })

  it('the amount caps: 80 000 + 6 × 10 000 = 140 000, cut to 100 000', () => {
    const result = judge(
      { employment: 2, supervised_placement: 9 },
      claim({ places: 2 }),
      claim({ id: 'c2', form: 'supervised_placement', places: 9 }),
    )
    expect(result.claims.map(({ countedPlaces, kronor }) => [countedPlaces, kronor])).toEqual([
      [2, 80_000],
      [6, 20_000],
    ])
    expect(result.payableKronor).toBe(100_000)
  })

  it('two claims cannot be paid for the same place', () => {
    const result = judge({ employment: 1 }, claim(), claim({ id: 'c2' }))
    expect(result.claims.map(({ state }) => state)).toEqual(['payable', 'not_above_commitment'])
  })

  it('a claim without evidence takes no place from the next', () => {
    expect(judge({ employment: 1 }, claim({ evidence: false }), claim({ id: 'c2' })).payableKronor).toBe(40_000)
  })

  it('tells each claim and the sum in words', () => {
    const result = judge({ employment: 2 }, claim({ places: 3 }), claim({ id: 'c2', evidence: false }))
    expect(result.lines.map(({ says }) => says.en)).toEqual([
      'c1: 2 of 3 places count and give SEK 80,000.',
      'c2: is not paid, since there is no evidence.',
      'To pay now: SEK 80,000, of at most SEK 100,000.',
    ])
    expect(result.lines[0]?.inputs).toEqual({ claim: 'c1', asked: 3, counted: 2, kronor: 80_000 })
    expect(result.lines.at(-1)?.inputs).toEqual({ mostKronor: 100_000, payableKronor: 80_000 })
    const waiting = judge({ employment: 1 }, claim({ decidedBy: undefined })).lines[0]
    expect(waiting?.says.en).toMatch(/give SEK 40,000, once somebody else/)
    expect(waiting?.rule).toBe('procurement.clause.bonus_four_eyes')
    expect(judge({ employment: 1 }, claim({ decidedBy: 'anna' })).lines[0]?.says.sv).toMatch(/samma person/)
    expect(judge({}, claim()).lines[0]?.says.sv).toMatch(/inte över åtagandet/)
  })
})

describe('PRC-6: what lies above the commitment', () => {
  const clause: EmploymentClause = {
    variant: 'employment',
    fullTimeMonths: 1200,
    firstStartWithinMonths: 6,
    earlyEndThreshold: { numerator: 3, denominator: 4 },
    allowedEarlyEndReasons: [],
    targetGroups: [],
    formDefinition: { sv: '', en: '' },
    countsExistingStaff: false,
    linkedToContractWork: true,
    reportingIntervalMonths: 3,
  }
  const contract = { from: '2026-01-01', to: '2028-01-01' }
  const one = (id: string, from: string | undefined, last: string, over: Partial<Employment> = {}): Employment => ({
    id,
    workingTime: 10_000,
    from,
    plannedLastDay: last,
    targetGroupConfirmed: true,
    existingStaff: false,
    linkedToContractWork: true,
    ...over,
  })
  const months = (today: string, ...occupations: Employment[]) =>
    Object.fromEntries(
      Object.entries(surplusMonths({ clause, contract }, occupations, today)).map(([form, parts]) => [
        form,
        parts / oneMonth,
      ]),
    )

  it('12 required, 12 + 12 worked: 12 above', () => {
    const two = [one('a', '2026-01-01', '2026-12-31'), one('b', '2026-01-01', '2026-12-31')]
    expect(months('2026-12-31', ...two)).toEqual({ employment: 12 })
    // On the last of June 6 + 6 are done: the commitment, and nothing above it.
    expect(months('2026-06-30', ...two)).toEqual({ employment: 0 })
    expect(months('2026-05-31', ...two)).toEqual({})
  })

  it('the commitment is filled by those who began first, and work after the contract is none', () => {
    const later = one('a', '2026-07-01', '2027-06-30', { form: 'apprenticeship' })
    const first = one('b', '2026-01-01', '2026-12-31')
    expect(months('2027-06-30', later, first)).toEqual({ employment: 0, apprenticeship: 12 })
    expect(months('2028-06-30', one('c', '2026-01-01', '2029-12-31'))).toEqual({ employment: 12 })
    // Begun the same day: by name, so that the answer does not hang on the order of the file.
    const same = one('x', '2026-01-01', '2026-12-31', { form: 'apprenticeship' })
    expect(months('2026-12-31', same, first)).toEqual(months('2026-12-31', first, same))
    expect(months('2026-12-31', same, first)).toEqual({ employment: 0, apprenticeship: 12 })
  })

  it('a form that the clause does not count is above it whole, once the commitment is reached', () => {
    const placement = one('p', '2026-01-01', '2026-03-31', { form: 'supervised_placement', supervised: true })
    const employed = one('a', '2026-01-01', '2026-12-31')
    expect(months('2026-12-31', placement, employed)).toEqual({ employment: 0, supervised_placement: 3 })
    expect(months('2026-11-30', placement, employed)).toEqual({})
    expect(months('2026-12-31', { ...placement, supervised: false }, employed)).toEqual({ employment: 0 })
    expect(months('2026-12-31', { ...placement, targetGroupConfirmed: false }, employed)).toEqual({ employment: 0 })
  })

  it('who does not count, or has not begun, adds nothing', () => {
    const employed = one('a', '2026-01-01', '2026-12-31')
    expect(months('2026-12-31', employed, one('b', undefined, '2026-12-31'))).toEqual({ employment: 0 })
    expect(months('2026-12-31', employed, one('b', '2027-01-01', '2027-12-31'))).toEqual({ employment: 0 })
    expect(months('2026-12-31', employed, one('b', '2026-01-01', '2026-12-31', { existingStaff: true }))).toEqual({
      employment: 0,
    })
  })

  it('is counted in whole places of the row’s length', () => {
    const above = (employment: number) => placesAbove(bonus, { employment: employment * oneMonth }, oneMonth).employment
    expect([0, 11.5, 12, 23.5, 24].map(above)).toEqual([0, 0, 1, 1, 2])
    expect(placesAbove(bonus, {}, oneMonth)).toEqual({ employment: 0, supervised_placement: 0 })
    expect(placesAbove(bonus, { supervised_placement: 3 * oneMonth - 1 }, oneMonth).supervised_placement).toBe(2)
  })
})
