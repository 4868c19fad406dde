import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { CallOff, CallOffEvent } from '../tendering.ts'
import { type Course, runCourse } from './call-off.ts'

const inOrder: CallOff = { kind: 'order', suppliers: 2 }
const day = '2026-06-01'
const referred = (participants: number): CallOffEvent => ({ day, kind: 'referred', participants })
const left = (tender: string, participants: number): CallOffEvent => ({ day, kind: 'left', tender, participants })
const failed = (tender: string): CallOffEvent => ({ day, kind: 'failed', tender, why: 'konkurs' })
const restored = (tender: string): CallOffEvent => ({ day, kind: 'restored', tender })
const two = [
  { tender: 'a', capacity: 3 },
  { tender: 'b', capacity: 2 },
]

function course(events: CallOffEvent[], callOff = inOrder, contracted = two): Course {
  const ran = runCourse(callOff, contracted, events)
  if ('event' in ran) throw new Error(`Impossible event ${ran.event}`)
  return ran
}
const given = (ran: Course) => ran.given.map(({ tender, participants, why }) => [tender, participants, why])
const ongoing = (ran: Course): number[] => ran.suppliers.map(one => one.ongoing)

describe('UPH-1: call-off in order', () => {
  it('the first is filled to its capacity before the second gets anybody, and the rest wait', () => {
    const ran = course([referred(2), referred(4)])
    expect(given(ran)).toEqual([
      ['a', 2, 'first'],
      ['a', 1, 'first'],
      ['b', 2, 'next'],
      [null, 1, 'all_full'],
    ])
    expect(ran.waiting).toBe(1)
    expect(ran.suppliers).toEqual([
      { tender: 'a', received: 3, ongoing: 3, delivers: true },
      { tender: 'b', received: 2, ongoing: 2, delivers: true },
    ])
  })

  it('exactly as many as there is room for leaves nobody waiting', () => {
    const ran = course([referred(5)])
    expect([ran.waiting, given(ran).length]).toEqual([0, 2])
  })

  it('room at the first goes to who waits before anybody new, and then to the first again', () => {
    const ran = course([referred(6), left('a', 2), referred(1)])
    expect(given(ran).slice(3)).toEqual([
      ['a', 1, 'from_waiting'],
      ['a', 1, 'first'],
    ])
    expect([ran.waiting, ...ongoing(ran)]).toEqual([0, 3, 2])
  })

  it('each line names the event it came of', () => {
    expect(course([referred(4), left('a', 1), referred(1)]).given.map(({ event }) => event)).toEqual([0, 0, 2])
  })

  it('leaving when nobody waits gives nothing', () => {
    expect(course([referred(2), left('a', 2)]).given).toHaveLength(1)
  })
})

describe('UPH-1: when a coordinator fails', () => {
  it('its participants move to the next as far as there is room, and the others wait', () => {
    const ran = course([referred(4), failed('a')])
    // b had one of two: one of a's three finds room.
    expect(given(ran).slice(2)).toEqual([
      ['b', 1, 'moved'],
      [null, 2, 'all_full'],
    ])
    expect(ran.suppliers[0]).toEqual({ tender: 'a', received: 3, ongoing: 0, delivers: false })
    expect(ran.waiting).toBe(2)
  })

  it('they go before those who waited already', () => {
    const ran = course([referred(6), left('b', 1), referred(1), failed('a'), left('b', 1)])
    expect(given(ran)).toEqual([
      ['a', 3, 'first'],
      ['b', 2, 'next'],
      [null, 1, 'all_full'],
      ['b', 1, 'from_waiting'],
      [null, 1, 'all_full'],
      [null, 3, 'all_full'],
      ['b', 1, 'from_waiting'],
    ])
    const roomy = course([referred(5), failed('a'), left('b', 1)], inOrder, [
      { tender: 'a', capacity: 2 },
      { tender: 'b', capacity: 2 },
    ])
    expect(given(roomy)).toEqual([
      ['a', 2, 'first'],
      ['b', 2, 'next'],
      [null, 1, 'all_full'],
      [null, 2, 'all_full'],
      ['b', 1, 'from_waiting'],
    ])
  })

  it('with one coordinator the region stands without, and who comes waits until it delivers again', () => {
    const one: CallOff = { kind: 'one' }
    const ran = course([referred(2), failed('a'), referred(1), restored('a')], one, [{ tender: 'a', capacity: 5 }])
    expect(given(ran)).toEqual([
      ['a', 2, 'first'],
      [null, 2, 'nobody_left'],
      [null, 1, 'nobody_left'],
      ['a', 3, 'from_waiting'],
    ])
    expect(ran.waiting).toBe(0)
  })

  it('a failed coordinator gets nobody new, however much room it has', () => {
    expect(given(course([failed('a'), referred(1)]))).toEqual([['b', 1, 'next']])
  })

  it('a coordinator without participants fails without a line', () => {
    expect(course([failed('b')]).given).toEqual([])
  })
})

describe('UPH-1: call-off by key', () => {
  const key: CallOff = { kind: 'key', percent: [60, 40] }
  const wide = [
    { tender: 'a', capacity: 100 },
    { tender: 'b', capacity: 100 },
  ]

  it('60 and 40 per cent of ten are six and four, in turns a b a b a', () => {
    const ran = course([referred(1), referred(1), referred(1), referred(1), referred(1), referred(5)], key, wide)
    expect(given(ran).slice(0, 5)).toEqual(['a', 'b', 'a', 'b', 'a'].map(one => [one, 1, 'key']))
    expect(ongoing(ran)).toEqual([6, 4])
  })

  it('ten at once are the same as ten one at a time', () => {
    const one = course(
      Array.from({ length: 10 }, () => referred(1)),
      key,
      wide,
    )
    const once = course([referred(10)], key, wide)
    expect(ongoing(once)).toEqual(ongoing(one))
    expect(given(once)).toEqual([
      ['a', 6, 'key'],
      ['b', 4, 'key'],
    ])
  })

  it('who is full loses its turns for good: 60/40 of ten with room for two at a, and after they left again by the key', () => {
    const narrow = [{ tender: 'a', capacity: 2 }, wide[1]!]
    const ran = course([referred(10), left('a', 2), referred(2)], key, narrow)
    expect(ran.suppliers.map(({ received }) => received)).toEqual([3, 9])
  })

  it('nobody with room waits, and failing and full alike', () => {
    const ran = course([referred(4), failed('b')], key, [
      { tender: 'a', capacity: 2 },
      { tender: 'b', capacity: 1 },
    ])
    expect(given(ran)).toEqual([
      ['a', 2, 'key'],
      ['b', 1, 'key'],
      [null, 1, 'all_full'],
      [null, 1, 'all_full'],
    ])
    expect(ran.waiting).toBe(2)
  })

  it('stays within one participant of every share while there is room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 60 }), (percent, many) => {
        const ran = course([referred(many)], { kind: 'key', percent: [percent, 100 - percent] }, wide)
        expect(Math.abs(ran.suppliers[0]!.received - (many * percent) / 100)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('an event that cannot have happened', () => {
  test.each<[string, CallOffEvent[], number, number]>([
    ['more left than were there', [referred(2), left('a', 3)], 1, 2],
    ['somebody left whom nobody was given to', [left('b', 1)], 0, 0],
    ['who left is not contracted', [left('x', 1)], 0, 0],
    ['failed twice', [failed('a'), failed('a')], 1, 0],
    ['a stranger failed', [failed('x')], 0, 0],
    ['came back without having failed', [restored('a')], 0, 0],
    ['a stranger came back', [restored('x')], 0, 0],
  ])('%s', (_, events, event, most) => {
    expect(runCourse(inOrder, two, events)).toEqual({ event, most })
  })

  it('exactly as many as were there may leave', () => {
    expect(ongoing(course([referred(2), left('a', 2)]))).toEqual([0, 0])
  })
})

describe('whatever happens', () => {
  const kinds = fc.constantFrom<CallOff>(inOrder, { kind: 'key', percent: [70, 30] })
  const event = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }).map(referred) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 2 })).map(one => left(...one)),
    },
    { weight: 1, arbitrary: fc.constantFrom('a', 'b').map(failed) },
    { weight: 1, arbitrary: fc.constantFrom('a', 'b').map(restored) },
  )

  it('nobody is lost, no capacity is exceeded, nobody waits while there is room, and who has failed has nobody', () => {
    fc.assert(
      fc.property(kinds, fc.array(event, { maxLength: 12 }), (callOff, events) => {
        // Impossible events are left out, as they come.
        const possible: CallOffEvent[] = []
        for (const one of events) if (!('event' in runCourse(callOff, two, [...possible, one]))) possible.push(one)
        const ran = course(possible, callOff)
        const sum = (kind: 'referred' | 'left'): number =>
          possible.reduce((all, one) => all + (one.kind === kind ? one.participants : 0), 0)
        const inTracks = ongoing(ran).reduce((a, b) => a + b, 0)
        expect(inTracks + ran.waiting).toBe(sum('referred') - sum('left'))
        for (const [i, one] of ran.suppliers.entries()) {
          expect(one.ongoing).toBeLessThanOrEqual(two[i]!.capacity)
          if (!one.delivers) expect(one.ongoing).toBe(0)
          else if (ran.waiting > 0) expect(one.ongoing).toBe(two[i]!.capacity)
        }
      }),
      { numRuns: 300 },
    )
  })
})
