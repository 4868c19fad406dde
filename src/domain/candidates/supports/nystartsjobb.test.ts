import { describe, expect, it } from 'vitest'
import { explained, settled } from '#test/wording'
import type { RuleState } from '../rule-answer.ts'
import type { SupportPerson } from './facts.ts'
import { nystartAmount } from './nystart-amount.ts'
import { nystartGrounds } from './nystartsjobb.ts'
import { judgeSupports } from './supports.ts'
import { supportCase } from './test-case.ts'

type Over = Parameters<typeof supportCase>[0]
const since = (from: string): Partial<SupportPerson> => ({ absences: [{ kind: 'unemployed', from }] })
const amount = (over: Over, turnedOn: string[] = []) => {
  const one = supportCase(over)
  return nystartAmount(one, nystartGrounds(one), new Set(turnedOn))
}
const states = (over: Over): RuleState[] => settled(nystartGrounds(supportCase(over))).map(({ state }) => state)

describe('PRC-9: the golden amounts of nystartsjobb at 20 000 a month', () => {
  // 20 000 × 31.42 % = 6 284; × 2 = 12 568; 6 284 + 1.5 × 6 284 = 6 284 + 9 426 = 15 710.
  it.each([
    ['2025-01-01', 6284, 0],
    ['2024-03-03', 6284, 0],
    ['2024-03-02', 6284, 6284],
    ['2023-03-02', 6284, 6284],
    ['2023-03-01', 6284, 9426],
  ] as const)('without work since %s: %d + %d', (from, first, extra) => {
    expect(amount({ person: since(from) })).toMatchObject({
      baseKronor: 20_000,
      firstLayerKronor: first,
      extraLayerKronor: extra,
      monthlyKronor: first + extra,
    })
  })

  const young = (from: string, over: Over = {}): Over => ({
    person: { birth: '2004-01-01', absences: [{ kind: 'unemployed', from }] },
    job: { starts: '2026-05-04', ...over?.job },
  })
  // With the reduced contributions the first layer is 20 000 × 20.81 % = 4 162; the extra layer stays on 31.42 %.
  it.each([
    ['2025-06-01', 4162, 0],
    ['2024-05-04', 4162, 6284],
    ['2023-05-03', 4162, 9426],
  ] as const)('reduced contributions, without work since %s: %d + %d', (from, first, extra) => {
    expect(amount(young(from))).toMatchObject({
      firstLayerKronor: first,
      extraLayerKronor: extra,
      monthlyKronor: first + extra,
    })
  })

  it('the reduced rate holds from 1 April 2026 to 30 September 2027 only (SFS 2026:100)', () => {
    const first = (starts: string) => amount(young('2024-01-01', { job: { starts } }))?.firstLayerKronor
    expect(['2026-03-31', '2026-04-01', '2027-09-30', '2027-10-01'].map(first)).toEqual([6284, 4162, 6284, 6284])
    // Born in 2004 one has turned 23 at the start of 2027; born the year after, not.
    const later = (starts: string) =>
      amount({ person: { birth: '2005-01-01', ...since('2024-01-01') }, job: { starts } })?.firstLayerKronor
    expect(['2027-09-30', '2027-10-01'].map(later)).toEqual([4162, 6284])
  })

  it('with an unknown birthday the newly arrived get the shorter time, and contributions count as unreduced', () => {
    const over: Over = {
      person: { birth: undefined, inEstablishmentProgramme: 'yes' },
      job: { starts: '2026-05-04' },
    }
    expect(amount(over)).toMatchObject({ firstLayerKronor: 6284, monthlyKronor: 15_710, longestMonths: 12 })
  })

  it('the reduced rate asks for age 18–22 at the start of the year, and holds for the first 25 000 of any pay', () => {
    const first = (birth: string, monthlyPayKronor: number) =>
      amount({ person: { birth, ...since('2024-01-01') }, job: { starts: '2026-05-04', monthlyPayKronor } })
        ?.firstLayerKronor
    expect(first('2004-01-01', 25_000)).toBe(4162)
    expect(first('2004-01-01', 25_001)).toBe(4162)
    expect(first('2003-01-02', 25_000)).toBe(4162)
    expect(first('2003-01-01', 25_000)).toBe(6284)
  })
})

describe('PRC-9: pay, working time and length', () => {
  it.each([
    [25_000, 10_000, 20_000, 6284],
    [20_000, 10_000, 20_000, 6284],
    [19_999, 10_000, 19_999, 6284],
    // 18 000 × 31.42 % = 5 655.6 → 5 656
    [18_000, 10_000, 18_000, 5656],
    [12_500, 5000, 10_000, 3142],
    [9000, 5000, 9000, 2828],
  ])('pay %d at %d ten-thousandths counts on %d: %d', (monthlyPayKronor, workingTime, base, first) => {
    expect(amount({ job: { monthlyPayKronor, workingTime } })).toMatchObject({
      baseKronor: base,
      firstLayerKronor: first,
    })
  })

  it.each([
    ['1990-06-15', '2025-01-01', 14],
    ['1990-06-15', '2021-01-01', 24],
    ['2002-06-15', '2025-08-01', 7],
    ['2002-06-15', '2024-01-01', 12],
  ])('born %s, without work since %s: as long as absent, at most the longest: %d months', (birth, from, months) => {
    expect(amount({ person: { birth, ...since(from) } })?.longestMonths).toBe(months)
  })

  it('shows its arithmetic', () => {
    expect(amount({ person: since('2023-03-01') })?.lines.map(({ says }) => says.en)).toEqual([
      'The support is counted on SEK 20,000.',
      'First layer: SEK 20,000 × 31.42% = SEK 6,284. Second layer: SEK 20,000 × 31.42% × 1.5 = SEK 9,426.',
      'Together SEK 15,710 a month, for at most 24 months.',
    ])
    explained({ lines: amount({ person: since('2023-03-01') })?.lines ?? [] })
    expect(amount({ person: since('2023-03-01') })?.lines[1]?.inputs).toMatchObject({ extra: 1.5 })
    expect(amount({})?.lines.map(({ inputs }) => inputs)).toEqual([
      { monthlyPayKronor: 25_000, workingTime: 1, baseKronor: 20_000 },
      { actualRate: 0.3142, rate: 0.3142, extra: 0 },
      { monthlyKronor: 6284, longestMonths: 14 },
    ])
  })
})

describe('PRC-9: the grounds of nystartsjobb', () => {
  it.each([
    ['1990-06-15', '2025-03-02', 'met'],
    ['1990-06-15', '2025-03-03', 'not_met'],
    // On the 25th birthday the longer absence is asked for; the day before, the shorter.
    ['2001-03-02', '2025-09-01', 'not_met'],
    ['2001-03-03', '2025-09-01', 'met'],
    ['2001-03-03', '2025-09-03', 'not_met'],
    ['2006-03-02', '2025-08-01', 'met'],
    ['2006-03-03', '2025-08-01', 'not_met'],
  ] as const)('born %s, without work since %s: %s', (birth, from, state) => {
    expect(states({ person: { birth, ...since(from) } })[0]).toBe(state)
  })

  it('tells which start would be enough, by absence or by birthday', () => {
    const change = (over: Over) => nystartGrounds(supportCase(over))[0]?.wouldChange
    expect(change({ person: since('2025-09-01') })).toMatchObject({
      by: '2026-09-01',
      says: { en: 'A start on 2026-09-01 or later is enough, if nothing changes.' },
    })
    expect(
      change({ person: { absences: [{ kind: 'unemployed', from: '2025-09-01', lastDay: '2025-12-31' }] } }),
    ).toBeUndefined()
    expect(change({ person: { birth: '2006-07-01' } })).toMatchObject({ by: '2026-07-01' })
    expect(change({ person: { absences: undefined } })).toMatchObject({ by: '2026-03-02' })
    // Below twenty no ground holds, whatever programme the person is in; from the birthday on each of them does.
    const child = { birth: '2006-07-01', inEstablishmentProgramme: 'yes', inJobGuarantee: 'yes' } as const
    expect(settled(nystartGrounds(supportCase({ person: child })))).toMatchObject(
      Array.from({ length: 3 }, () => ({
        state: 'not_met',
        why: { inputs: { leastAge: 20 } },
        wouldChange: { by: '2026-07-01' },
      })),
    )
  })

  it('what is not known is unknown, not no', () => {
    expect(states({ person: { birth: undefined } })[0]).toBe('unknown')
    expect(states({ person: { absences: undefined } })[0]).toBe('unknown')
    expect(states({ person: { inEstablishmentProgramme: 'unknown' } })[1]).toBe('unknown')
    expect(states({ person: { inJobGuarantee: 'unknown' } })[2]).toBe('unknown')
    expect(states({ person: { inJobGuarantee: 'yes' } })[2]).toBe('met')
  })

  it('newly arrived: in the programme, or a permit within 36 months and 6 of 9 months without work', () => {
    const arrived = (permitOn: string | undefined, from: string) => states({ person: { permitOn, ...since(from) } })[1]
    expect(states({ person: { inEstablishmentProgramme: 'yes' } })[1]).toBe('met')
    expect(arrived('2023-03-02', '2025-09-01')).toBe('met')
    expect(arrived('2023-03-01', '2025-09-01')).toBe('not_met')
    expect(arrived('2023-03-02', '2025-09-03')).toBe('not_met')
    expect(arrived(undefined, '2025-09-01')).toBe('not_met')
    expect(states({ person: { permitOn: '2025-01-01', absences: undefined } })[1]).toBe('unknown')
  })

  it('the newly arrived get the highest level, those in the guarantee only the first layer for a year', () => {
    const arrived = amount({ person: { inEstablishmentProgramme: 'yes', ...since('2025-09-01') } })
    expect(arrived).toMatchObject({ monthlyKronor: 15_710, longestMonths: 24 })
    const young = amount({ person: { inEstablishmentProgramme: 'yes', birth: '2003-01-01', ...since('2026-01-01') } })
    expect(young).toMatchObject({ monthlyKronor: 15_710, longestMonths: 12 })
    expect(amount({ person: { inJobGuarantee: 'yes', ...since('2026-01-01') } })).toMatchObject({
      monthlyKronor: 6284,
      longestMonths: 12,
    })
    // The guarantee counts only when there is no other ground.
    expect(amount({ person: { inJobGuarantee: 'yes', ...since('2021-01-01') } })).toMatchObject({
      monthlyKronor: 15_710,
      longestMonths: 24,
    })
  })

  it('no ground, no amount; one is enough', () => {
    expect(amount({ person: since('2026-01-01') })).toBeUndefined()
    const [nystart] = judgeSupports(
      supportCase({ person: { inJobGuarantee: 'yes', ...since('2026-01-01') } }),
      '2026-02-22',
    )
    expect(nystart).toMatchObject({ support: 'nystartsjobb', outlook: 'may_be_relevant' })
    expect(judgeSupports(supportCase({ person: since('2026-01-01') }), '2026-02-22')[0]?.outlook).toBe('probably_not')
  })

  it('before the parameters begin there is nothing to say', () => {
    expect(nystartGrounds(supportCase({ job: { starts: '2025-12-31' } }))).toEqual([])
    expect(amount({ job: { starts: '2025-12-31' } })).toBeUndefined()
  })
})
