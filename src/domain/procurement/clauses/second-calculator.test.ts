import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '#kernel'
import { type BonusClaim, type BonusClause, judgeBonus } from './bonus.ts'
import { type EmploymentClause, endReasons, type OccupationForm, occupationForms } from './employment-parameters.ts'
import { type Employment, fulfilment, oneMonth } from './employment-rules.ts'

const day = (from: string, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map(days => addDays(from, days))

const anEmployment: fc.Arbitrary<Employment> = fc
  .record({
    workingTime: fc.constantFrom(10_000, 7500, 6250, 5000, 3333, 1),
    from: fc.option(day('2027-11-01', 400), { nil: undefined, freq: 8 }),
    length: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
    cut: fc.option(fc.integer({ min: 0, max: 250 }), { nil: undefined }),
    reason: fc.constantFrom(...endReasons),
    offered: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
    form: fc.constantFrom<OccupationForm | undefined>(
      'employment',
      'apprenticeship',
      'supervised_placement',
      undefined,
    ),
    flags: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ workingTime, from, length, cut, reason, offered, form, flags }) => ({
    id: 'e',
    workingTime,
    from,
    offeredOn: offered === undefined ? undefined : addDays(from ?? '2028-03-01', -offered),
    plannedLastDay: from !== undefined && length !== undefined ? addDays(from, length) : undefined,
    ended: from !== undefined && cut !== undefined ? { lastDay: addDays(from, cut), reason } : undefined,
    targetGroupConfirmed: flags !== 0,
    existingStaff: flags === 1,
    linkedToContractWork: flags !== 2,
    form,
    supervised: flags !== 3,
  }))

// Around 29 February 2028, so that a leap day lies in most of the cases.
const aCase = fc.record({
  variant: fc.constantFrom(...occupationForms),
  employments: fc.array(anEmployment, { maxLength: 4 }),
  start: day('2028-01-01', 60),
  termDays: fc.integer({ min: 60, max: 500 }),
  required: fc.constantFrom(1200, 600, 850, 100, 1),
  threshold: fc.constantFrom([3, 4], [2, 3], [1, 1], [1, 10]),
  allowed: fc.subarray(endReasons.filter(reason => reason !== 'as_planned')),
  within: fc.integer({ min: 1, max: 7 }),
  staff: fc.boolean(),
  linked: fc.boolean(),
  today: day('2027-12-20', 600),
})
type Case = typeof aCase extends fc.Arbitrary<infer One> ? One : never

/** Fewer when every small change of the rules is tried (npm run mutation); the number that is claimed otherwise. */
const numRuns = process.env.STRYKER_MUTATOR_WORKER === undefined ? 50_000 : 2000

const day0 = Date.UTC(2025, 0, 1)
const number = (text: string): number => (Date.parse(`${text}T00:00:00Z`) - day0) / 86_400_000
/** The length of the month that each day lies in, by day number. */
const monthLength = Array.from({ length: 3000 }, (_, index) => {
  const date = new Date(day0 + index * 86_400_000)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
})

/** Day by day over day numbers, with whole fractions over 28 × 29 × 30 × 31: plain, and shares nothing with the rule. */
function secondOpinion(one: Case) {
  const unit = 28 * 29 * 30 * 31
  const begin = number(one.start)
  const end = begin + one.termDays - 1
  const now = number(one.today)
  const pots = [0, 0, 0]
  let allowedEnd = false
  let firstOn = Number.POSITIVE_INFINITY
  for (const e of one.employments) {
    const form = e.form === undefined ? 'employment' : e.form
    if (one.variant === 'employment' && form === 'supervised_placement') continue
    if (one.variant !== 'employment' && form !== one.variant) continue
    if (form === 'supervised_placement' && e.supervised !== true) continue
    if (!e.targetGroupConfirmed) continue
    if (e.existingStaff && !one.staff) continue
    if (!e.linkedToContractWork && one.linked) continue
    for (const text of [e.offeredOn, e.from])
      if (text !== undefined && number(text) <= now) firstOn = Math.min(firstOn, number(text))
    if (e.from === undefined) continue
    const first = number(e.from)
    const planned = e.plannedLastDay === undefined ? end : number(e.plannedLastDay)
    const last = e.ended === undefined ? planned : number(e.ended.lastDay)
    if (e.ended !== undefined && e.ended.reason !== 'as_planned' && first <= now && last <= now && last >= begin)
      if (last < planned && last < end && one.allowed.some(reason => reason === e.ended?.reason)) allowedEnd = true
    for (let at = Math.max(first, begin); at <= Math.min(last, end); at += 1)
      pots[at <= now ? 0 : first <= now ? 1 : 2]! += (unit / monthLength[at]!) * e.workingTime
  }
  const [delivered, running, agreed] = pots as [number, number, number]
  const whole = unit * 10_000
  const reaches = (parts: number, top: number, bottom: number): boolean =>
    BigInt(parts) * 100n * BigInt(bottom) >= BigInt(one.required) * BigInt(whole) * BigInt(top)
  const deadline = number(addMonths(one.start, one.within))
  const [top, bottom] = one.threshold as [number, number]
  let state = 'short'
  if (reaches(delivered, 1, 1)) state = 'fulfilled'
  else if (allowedEnd && reaches(delivered, top, bottom)) state = 'deemed_fulfilled'
  else if (firstOn > deadline && now > deadline) state = 'late_first_start'
  else if (reaches(delivered + running + agreed, 1, 1)) state = 'on_course'
  else if (allowedEnd && reaches(delivered + running + agreed, top, bottom)) state = 'on_course'
  else if (now <= deadline && now <= end) state = 'on_course'
  return { delivered, running, agreed, whole, state }
}

describe('PRC-10: an independent second calculator agrees', () => {
  it('on 50 000 random clauses of all three forms: months to the last part, and the state', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(aCase, one => {
        const clause: EmploymentClause = {
          variant: one.variant,
          fullTimeMonths: one.required,
          firstStartWithinMonths: one.within,
          earlyEndThreshold: { numerator: one.threshold[0]!, denominator: one.threshold[1]! },
          allowedEarlyEndReasons: one.allowed,
          targetGroups: [],
          formDefinition: { sv: '', en: '' },
          countsExistingStaff: one.staff,
          linkedToContractWork: one.linked,
          reportingIntervalMonths: 3,
        }
        const contract = { from: one.start, to: addDays(one.start, one.termDays) }
        const ours = fulfilment({ clause, contract }, one.employments, one.today)
        const theirs = secondOpinion(one)
        // Both are whole numbers of parts of a month; the two differ only in how many parts a month has.
        for (const pot of ['delivered', 'running', 'agreed'] as const)
          expect(BigInt(ours.exact[pot]) * BigInt(theirs.whole)).toBe(BigInt(theirs[pot]) * BigInt(oneMonth))
        expect(ours.state).toBe(theirs.state)
        seen.set(ours.state, (seen.get(ours.state) ?? 0) + 1)
      }),
      { numRuns },
    )
    // The comparison says something only if the cases reach every state.
    for (const state of ['fulfilled', 'deemed_fulfilled', 'on_course', 'short', 'late_first_start'])
      expect([state, (seen.get(state) ?? 0) > numRuns / 1000]).toEqual([state, true])
  }, 240_000)

  const aBonus = fc.record({
    rows: fc.uniqueArray(
      fc.record({
        form: fc.constantFrom(...occupationForms),
        placeMonths: fc.constant(100),
        kronorPerPlace: fc.integer({ min: 0, max: 30_000 }),
        mostPlaces: fc.nat(6),
      }),
      { selector: row => row.form, minLength: 1 },
    ),
    mostKronor: fc.integer({ min: 0, max: 200_000 }),
    above: fc.record({ employment: fc.nat(8), apprenticeship: fc.nat(8), supervised_placement: fc.nat(8) }),
    claims: fc.array(
      fc.record({
        id: fc.constant('c'),
        form: fc.constantFrom(...occupationForms),
        places: fc.nat(5),
        evidence: fc.boolean(),
        registeredBy: fc.constantFrom('a', 'b'),
        decidedBy: fc.constantFrom('a', 'b', undefined),
      }),
      { maxLength: 6 },
    ),
  })

  /** Place by place, one krona purse: the plainest way to say the same. */
  function secondBonus(
    clause: BonusClause,
    above: Record<OccupationForm, number>,
    claims: readonly BonusClaim[],
  ): number {
    let purse = clause.mostKronor
    let pay = 0
    const used: Record<string, number> = {}
    for (const claim of claims) {
      const row = clause.rows.find(one => one.form === claim.form)
      if (!claim.evidence || row === undefined) continue
      for (let place = 0; place < claim.places; place += 1) {
        const before = used[claim.form] ?? 0
        if (before >= above[claim.form] || before >= row.mostPlaces) break
        used[claim.form] = before + 1
        const kronor = Math.min(row.kronorPerPlace, purse)
        purse -= kronor
        if (claim.decidedBy !== undefined && claim.decidedBy !== claim.registeredBy) pay += kronor
      }
    }
    return pay
  }

  it('on 50 000 random bonus clauses: the krona to pay', () => {
    let paid = 0
    fc.assert(
      fc.property(aBonus, ({ above, claims, ...clause }) => {
        const ours = judgeBonus(clause, above, claims, '2026-03-01').payableKronor
        expect(ours).toBe(secondBonus(clause, above, claims))
        expect(ours).toBeLessThanOrEqual(clause.mostKronor)
        if (ours > 0) paid += 1
      }),
      { numRuns },
    )
    expect(paid).toBeGreaterThan(numRuns / 50)
  }, 120_000)
})
