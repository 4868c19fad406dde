import fc from 'fast-check'
import { addDays, type Day } from '#kernel'
import type { CompensationInput } from './input.ts'

const hundredths = (most: number) => fc.integer({ min: 0, max: most * 100 }).map(x => x / 100)
const dayFrom = (first: Day, most: number) => fc.integer({ min: 0, max: most }).map(days => addDays(first, days))

/** Shares that come to 100: the base, a part at the hire, and none to two after months. */
const shares = fc
  .tuple(hundredths(50), hundredths(25), hundredths(25), fc.constantFrom(0, 1, 2))
  .map(([base, first, second, later]) => {
    const results = [
      { afterMonths: 3, share: first },
      { afterMonths: 6, share: second },
    ].slice(2 - later)
    const rest = Math.round((100 - base - results.reduce((sum, { share }) => sum + share, 0)) * 100) / 100
    return { baseShare: base, results: [{ afterMonths: 0, share: rest }, ...results] }
  })

const model = fc.record({
  shares,
  prices: fc.tuple(hundredths(90_000), hundredths(90_000)),
  plannedDays: fc.integer({ min: 1, max: 140 }),
  days: fc.constantFrom('weekdays' as const, 'calendar' as const),
  clawback: fc.option(fc.record({ withinMonths: fc.integer({ min: 1, max: 4 }), share: hundredths(100) }), {
    nil: undefined,
  }),
})

const participant = fc.record({
  start: dayFrom('2026-01-01', 90),
  late: fc.integer({ min: 0, max: 40 }),
  tier: fc.constantFrom('A', 'B'),
  stays: fc.option(fc.integer({ min: 0, max: 130 }), { nil: undefined }),
  hiredAfter: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  quitsAfter: fc.option(fc.integer({ min: 0, max: 240 }), { nil: undefined }),
  seenAfter: fc.array(fc.integer({ min: 0, max: 230 }), { maxLength: 2 }),
  correction: fc.option(
    fc.record({
      days: fc.integer({ min: 0, max: 20 }),
      after: fc.integer({ min: 0, max: 90 }),
      back: fc.integer({ min: 0, max: 9 }),
    }),
    { nil: undefined },
  ),
})

/** Ledgers that are written in order and can be true. `asOf` may fall anywhere, also before the first event. */
export const ledgers: fc.Arbitrary<CompensationInput> = fc
  .record({
    models: fc.tuple(model, model),
    changes: dayFrom('2026-01-20', 70),
    people: fc.array(participant, { minLength: 4, maxLength: 4 }),
    asOf: dayFrom('2025-12-20', 340),
  })
  .map(({ models, changes, people, asOf }) => {
    const [first, second] = models
    const dated = (one: typeof first, validFrom: Day, validTo?: Day) => ({
      validFrom,
      validTo,
      source: 'x',
      ...one.shares,
      tiers: one.prices.map((price, index) => ({ tier: 'AB'[index]!, price })),
      plannedDays: one.plannedDays,
      days: one.days,
      clawback: one.clawback,
    })
    const events = people
      .flatMap((one, index) => storyOf(`P${index}`, one))
      .sort((a, b) => (a.recorded < b.recorded ? -1 : Number(a.recorded > b.recorded)))
    return { models: [dated(first, '2026-01-01', changes), dated(second, changes)], ledger: { asOf, events } }
  })

type Events = NonNullable<CompensationInput['ledger']>['events']
type Person = typeof participant extends fc.Arbitrary<infer One> ? One : never

function storyOf(who: string, one: Person): Events {
  const written = (on: Day): Day => addDays(on, one.late)
  const hired = one.hiredAfter === undefined ? undefined : addDays(one.start, one.hiredAfter)
  const quits = hired && one.quitsAfter !== undefined ? addDays(hired, one.quitsAfter) : undefined
  const events: Events = [
    {
      id: `${who}-start`,
      kind: 'started',
      participant: who,
      tier: one.tier,
      on: one.start,
      recorded: written(one.start),
    },
  ]
  if (one.stays !== undefined)
    events.push({
      id: `${who}-end`,
      kind: 'ended',
      participant: who,
      on: addDays(one.start, one.stays),
      recorded: written(addDays(one.start, one.stays)),
    })
  if (hired) {
    events.push({ id: `${who}-hired`, kind: 'hired', participant: who, on: hired, recorded: written(hired) })
    for (const [index, days] of one.seenAfter.entries())
      events.push({
        id: `${who}-seen${index}`,
        kind: 'still_employed',
        participant: who,
        on: addDays(hired, days),
        recorded: written(addDays(hired, days)),
      })
    if (quits)
      events.push({
        id: `${who}-quit`,
        kind: 'employment_ended',
        participant: who,
        on: quits,
        recorded: written(quits),
      })
  }
  if (one.correction) {
    const recorded = addDays(written(one.start), one.correction.after)
    // Correct the start forward in days that leave the rest true, change the tier, or take a later event back.
    const untilNext = Math.min(one.stays ?? 999, one.hiredAfter ?? 999)
    const on = addDays(one.start, Math.min(one.correction.days, untilNext))
    const tier = one.tier === 'A' ? 'B' : 'A'
    const instead = one.correction.back < 5 ? { on } : one.correction.back < 8 ? { tier } : { on, tier }
    events.push({ id: `${who}-corrected`, kind: 'corrected', corrects: `${who}-start`, reason: 'x', recorded, instead })
  }
  return events
}
