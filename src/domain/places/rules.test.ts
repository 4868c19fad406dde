import { describe, expect, it } from 'vitest'
import type { Id } from '#kernel'
import type { Calculation, Key, Override, Pass, Standing } from './places.ts'
import { decideDecision, decideProposal, decideSelfCheck, engineKey, keySum } from './rules.ts'

const percents = (...rows: readonly (readonly [string, number])[]): Key['rows'] =>
  rows.map(([area, percent]) => ({ area, name: area, percent }))
const key = (over: Partial<Key> = {}): Key => ({
  id: 'k1' as Id<'key'>,
  targetGroup: 'disability',
  nameSv: 'n',
  nameEn: 'n',
  basisSv: 'b',
  basisEn: 'b',
  treatment: 'normalise',
  source: 's',
  rows: percents(['a', 50], ['b', 30], ['c', 20]),
  ...over,
})
const standing = (over: Partial<Standing> = {}): Standing => ({
  procurement: 'p',
  places: 2,
  startsOn: '2026-06-01',
  key: key(),
  year: 2026,
  ledger: undefined,
  ...over,
})
const pass = (over: Partial<Pass> = {}): Pass => ({ area: 'a', reason: 'profile_missing', note: '', ...over })
const override = (over: Partial<Override> = {}): Override => ({
  place: 1,
  area: 'c',
  reason: 'performed_there',
  note: '',
  ...over,
})
const proposed = (passes: readonly Pass[] = [], overrides: readonly Override[] = [], over: Partial<Standing> = {}) => {
  const decided = decideProposal(standing(over), passes, overrides)
  if (!decided.ok) throw new Error(decided.code)
  return decided.value
}

describe('TGT-4: a published key in the engine’s terms', () => {
  it('has tenths of per cent, since keys are published with one decimal', () => {
    expect(engineKey({ rows: percents(['a', 23.2], ['b', 76.8]), treatment: 'refuse' })).toEqual({
      rows: [
        { area: 'a', weight: 232 },
        { area: 'b', weight: 768 },
      ],
      whole: 1000,
      treatment: 'refuse',
    })
    expect(engineKey(key()).treatment).toBe('normalise')
    expect(engineKey(key({ treatment: 'leave_rest' })).treatment).toBe('leave_unassigned')
  })

  it('sums as published: the disability key to 99', () => {
    const disability = [13, 9, 9, 5, 11, 13, 12, 10, 5, 12].map((percent, index) => [`d${index}`, percent] as const)
    expect(keySum({ rows: percents(...disability) })).toBe(99)
    expect(keySum({ rows: percents(['a', 23.2], ['b', 21.7], ['c', 55.1]) })).toBe(100)
  })
})

describe('TGT-4: a proposal', () => {
  it('deals by the key from where the year stands, and keeps what it was told', () => {
    const first = proposed()
    expect(first.output.order).toEqual(['a', 'b'])
    expect(first).toMatchObject({ passes: [], overrides: [], input: { places: 2 } })
    expect(first.input).not.toHaveProperty('ledger')
    // a has 1.5 of 3 and b 0.9, c 0.6 of which it has got nothing.
    expect(proposed([], [], { ledger: first.output.ledger, places: 1 }).output.order).toEqual(['c'])
  })

  it('goes around who passes, in the engine’s word for why', () => {
    const passes = [pass({ reason: 'cannot_prepare_in_time' })]
    const dealt = proposed(passes)
    expect(dealt.output.order).not.toContain('a')
    expect(dealt.input.passes).toEqual([{ area: 'a', reason: 'not_ready_in_time' }])
    expect(dealt.passes).toBe(passes)
    expect(proposed([pass()]).input.passes).toEqual([{ area: 'a', reason: 'profile_missing' }])
  })

  it('gives a place outside the order to whom it is told', () => {
    const overrides = [override()]
    const dealt = proposed([], overrides)
    expect(dealt.output.order).toEqual(['c', 'a'])
    expect(dealt.input.overrides).toEqual([{ place: 1, area: 'c' }])
    expect(dealt.overrides).toBe(overrides)
  })

  it('is refused when "other" says nothing, or when the engine refuses', () => {
    const code = (passes: readonly Pass[], overrides: readonly Override[] = [], over: Partial<Standing> = {}) => {
      const decided = decideProposal(standing(over), passes, overrides)
      return decided.ok ? 'dealt' : decided.code
    }
    expect(code([pass({ reason: 'other', note: ' ' })])).toBe('places.pass_without_words')
    expect(code([pass({ reason: 'other', note: 'flytt' })])).toBe('dealt')
    expect(code([pass({ area: 'b' }), pass({ reason: 'other' })])).toBe('places.pass_without_words')
    expect(code([], [override({ reason: 'other', note: '' })])).toBe('places.override_without_words')
    expect(code([], [override({ reason: 'other', note: 'nära' })])).toBe('dealt')
    expect(code([], [override(), override({ place: 2, reason: 'other' })])).toBe('places.override_without_words')
    expect(code([pass(), pass({ area: 'b' }), pass({ area: 'c' })])).toBe('apportion.everyone_passes')
    const short = key({ treatment: 'refuse', rows: percents(['a', 99]) })
    expect(code([], [], { key: short })).toBe('apportion.key_not_whole')
  })
})

describe('TGT-7: a decision', () => {
  const now: Calculation = proposed()
  const both = [{ question: 'disability' }, { question: 'social_enterprise' }] as const

  it('comes after both questions of the self-check', () => {
    expect(decideDecision(['a', 'b'], now, both)).toEqual({ ok: true, value: now })
    expect(decideDecision(['a', 'b'], now, both.slice(0, 1))).toMatchObject({
      code: 'places.self_check_missing',
      facts: { missing: 'social_enterprise' },
    })
    expect(decideDecision(['a', 'b'], now, [])).toMatchObject({ facts: { missing: 'disability social_enterprise' } })
  })

  it('is about what was shown: moved places are not decided unseen', () => {
    for (const shown of [['b', 'a'], ['a'], ['a', null], []])
      expect(decideDecision(shown, now, both)).toMatchObject({ code: 'places.ledger_moved' })
  })

  it('rests on somebody who was asked, or on words', () => {
    const answer = (asked: string[], note: string) => decideSelfCheck({ considered: true, asked, note }).ok
    expect([answer(['Ella'], ''), answer([], 'Inget i området.'), answer(['Ella'], 'Ja.')]).toEqual([true, true, true])
    expect(decideSelfCheck({ considered: false, asked: [], note: '  ' })).toMatchObject({ code: 'places.nobody_asked' })
  })
})
