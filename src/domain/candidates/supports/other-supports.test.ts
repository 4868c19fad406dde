import { describe, expect, it } from 'vitest'
import { answered, explained, settled } from '#test/wording'
import { establishmentAmount, establishmentGrounds } from './etableringsjobb.ts'
import type { SupportKind } from './facts.ts'
import { introAmount, introGrounds } from './introduktionsjobb.ts'
import { judgeSupports } from './supports.ts'
import { supportCase } from './test-case.ts'

type Over = Parameters<typeof supportCase>[0]
const judged = (over: Over, support: SupportKind, turnedOn: string[] = []) =>
  judgeSupports(supportCase(over), '2026-02-22', new Set(turnedOn)).find(
    one => answered(one.grounds) && one.support === support,
  )

describe('PRC-9: introduktionsjobb', () => {
  const state = (person: NonNullable<Over>['person']) =>
    settled(introGrounds(supportCase({ person }))).map(one => one.state)

  it('80 % of 20 000 with contributions: 0.80 × 20 000 × 1.3142 = 21 027.2 → 21 027', () => {
    expect(introAmount(supportCase())).toMatchObject({ baseKronor: 20_000, monthlyKronor: 21_027, longestMonths: 12 })
    // Half time: 0.80 × 10 000 × 1.3142 = 10 513.6 → 10 514; pay below the cap counts as it is.
    expect(introAmount(supportCase({ job: { workingTime: 5000 } }))?.monthlyKronor).toBe(10_514)
    expect(introAmount(supportCase({ job: { monthlyPayKronor: 15_000 } }))?.monthlyKronor).toBe(15_770)
    const [line] = explained(introAmount(supportCase())!).lines
    expect(line?.inputs).toEqual({ baseKronor: 20_000, fees: 0.3142, share: 0.8 })
    expect(line?.says.en).toBe('0.8 × SEK 20,000 × 1.3142 = SEK 21,027 a month, for at most 12 months.')
    expect(introAmount(supportCase({ job: { starts: '2025-12-31' } }))).toBeUndefined()
  })

  it.each([
    [{ inJobGuarantee: 'yes' }, 'met'],
    [{ inJobGuarantee: 'yes', birth: '2008-01-01' }, 'met'],
    [{ inJobGuarantee: 'unknown' }, 'unknown'],
    [{ youthGuaranteeDays: 200, birth: '2006-03-02' }, 'met'],
    [{ youthGuaranteeDays: 199, birth: '2006-03-02' }, 'not_met'],
    [{ youthGuaranteeDays: 200, birth: '2006-03-03' }, 'not_met'],
    [{ youthGuaranteeDays: 200, birth: undefined }, 'unknown'],
    [{ inEstablishmentProgramme: 'unknown', birth: '2006-03-03' }, 'not_met'],
    [{ inEstablishmentProgramme: 'yes' }, 'met'],
    [{ inEstablishmentProgramme: 'unknown' }, 'unknown'],
    [{ establishmentProgrammeEnded: '2025-03-02' }, 'met'],
    [{ establishmentProgrammeEnded: '2025-03-01' }, 'not_met'],
    [{ permitOn: '2023-03-02' }, 'met'],
    [{ permitOn: '2023-03-01' }, 'not_met'],
    [{}, 'not_met'],
  ] as const)('%j: %s', (person, expected) => {
    expect(state(person)[0]).toBe(expected)
  })

  it('says what would change it', () => {
    const change = (person: NonNullable<Over>['person']) => introGrounds(supportCase({ person }))[0]?.wouldChange
    expect(change({ youthGuaranteeDays: 150 })?.says.en).toBe('After 50 more compensated days in the youth guarantee.')
    expect(change({ youthGuaranteeDays: 200, birth: '2006-07-01' })?.by).toBe('2026-07-01')
    expect(change({ inJobGuarantee: 'unknown' })?.by).toBe('2026-03-02')
    expect(change({})).toBeUndefined()
    // Without a ground that age would help, the birthday changes nothing.
    expect(change({ birth: '2006-07-01' })).toBeUndefined()
  })

  it('once more six months after the last support, from the day after', () => {
    expect(state({ earlierIntroEnded: '2025-09-01' })[1]).toBe('met')
    expect(state({ earlierIntroEnded: '2025-09-02' })[1]).toBe('not_met')
    expect(state({})[1]).toBe('met')
    expect(introGrounds(supportCase({ person: { earlierIntroEnded: '2025-12-31' } }))[1]?.wouldChange?.by).toBe(
      '2026-07-01',
    )
    expect(
      judged({ person: { inJobGuarantee: 'yes', earlierIntroEnded: '2025-12-31' } }, 'introduktionsjobb'),
    ).toMatchObject({ outlook: 'probably_not' })
    expect(
      judged({ person: { inJobGuarantee: 'yes', earlierIntroEnded: '2025-12-31' } }, 'introduktionsjobb'),
    ).not.toHaveProperty('amount')
  })
})

describe('PRC-9: etableringsjobb', () => {
  const at = (referenceWageKronor: number | undefined, starts = '2026-03-02', on: string[] = []) =>
    establishmentAmount(supportCase({ job: { referenceWageKronor, starts } }), new Set(on))

  it('pay 2026: 7 374 × 83 400 / 74 300 = 8 277', () => {
    expect(at(undefined)).toMatchObject({ wageKronor: 8277 })
    expect(at(undefined)).not.toHaveProperty('toPersonKronor')
  })

  // 8 778, 12 239, 13 393, 14 404, 15 162 of 2023, from 16 152, 19 614, 20 767, 21 921, 23 075: all × 83 400 / 74 300.
  it.each([
    [18_129, undefined],
    [18_130, 9853],
    [22_015, 9853],
    [22_016, 13_738],
    [23_309, 13_738],
    [23_310, 15_033],
    [24_605, 15_033],
    [24_606, 16_168],
    [25_900, 16_168],
    [25_901, 17_019],
    [60_000, 17_019],
  ])('a reference wage of %d: %s to the person', (wage, paid) => {
    expect(at(wage)?.toPersonKronor).toBe(paid)
  })

  it('says who pays whom', () => {
    explained(at(24_000)!)
    expect(at(24_000)?.lines.map(({ inputs }) => inputs)).toEqual([
      { wage2023: 7374, incomeBase: 83_400, incomeBase2023: 74_300, wageKronor: 8277 },
      { referenceWageKronor: 24_000, paid2023: 13_393, toPersonKronor: 15_033 },
    ])
    expect(at(undefined)?.lines).toHaveLength(1)
    expect(at(24_000)?.lines.map(({ says }) => says.en)).toEqual([
      'The employer pays SEK 8,277 a month.',
      'The state pays the person SEK 15,033 a month.',
    ])
  })

  it('there is no amount for a year whose base amount is not verified, or not known', () => {
    expect(at(24_000, '2027-01-01')).toBeUndefined()
    expect(at(24_000, '2026-12-31')?.wageKronor).toBe(8277)
  })

  const grounds = (over: Over) => settled(establishmentGrounds(supportCase(over))).map(one => one.state)
  const absent = (from: string) => ({ absences: [{ kind: 'unemployed' as const, from }] })

  it.each([
    [{ person: absent('2024-03-02') }, ['met', 'met', 'met']],
    [{ person: absent('2024-03-03') }, ['met', 'not_met', 'met']],
    [{ person: { ...absent('2020-01-01'), birth: '2006-03-03' } }, ['met', 'not_met', 'met']],
    [{ person: { ...absent('2020-01-01'), birth: '2006-03-02' } }, ['met', 'met', 'met']],
    [{ person: { ...absent('2020-01-01'), birth: undefined } }, ['met', 'unknown', 'met']],
    [{ person: { birth: undefined } }, ['met', 'not_met', 'met']],
    [{ person: { absences: undefined } }, ['met', 'unknown', 'met']],
    [{ person: { inEstablishmentProgramme: 'yes' } }, ['met', 'met', 'met']],
    [{ person: { permitOn: '2023-03-02' } }, ['met', 'met', 'met']],
    [{ person: { permitOn: '2023-03-01' } }, ['met', 'not_met', 'met']],
    [{ employer: { establishmentAgreement: 'no' } }, ['not_met', 'not_met', 'met']],
    [{ employer: { establishmentAgreement: 'unknown' } }, ['unknown', 'not_met', 'met']],
    [{ job: { workingTime: 9999 } }, ['met', 'not_met', 'not_met']],
  ] as const)('%j: %j', (over, expected) => {
    expect(grounds(over as Over)).toEqual(expected)
  })

  it('brings its amounts to whoever meets its grounds', () => {
    const over: Over = { person: { inEstablishmentProgramme: 'yes' }, job: { referenceWageKronor: 24_000 } }
    expect(judged(over, 'etableringsjobb')?.amount).toMatchObject({ wageKronor: 8277, toPersonKronor: 15_033 })
    expect(judged({ ...over, job: { workingTime: 5000 } }, 'etableringsjobb')).not.toHaveProperty('amount')
  })

  it('says what would change it, and by when', () => {
    const changes = establishmentGrounds(
      supportCase({
        person: { absences: undefined },
        employer: { establishmentAgreement: 'unknown' },
        job: { workingTime: 5000 },
      }),
    ).map(one => one.wouldChange?.says.en)
    expect(changes).toEqual(['Ask by 2026-03-02.', 'Ask by 2026-03-02.', 'Offer full time by 2026-03-02.'])
  })
})

describe('PRC-9: before the parameters begin', () => {
  it('no support has grounds to judge, nor an amount', () => {
    const early = supportCase({ job: { starts: '2025-12-31', referenceWageKronor: 24_000 } })
    expect([introGrounds(early), establishmentGrounds(early)]).toEqual([[], []])
    expect([introAmount(early), establishmentAmount(early, new Set())]).toEqual([undefined, undefined])
  })
})

describe('PRC-9: each answer names the facts that it rests on', () => {
  it('and nothing but them', () => {
    const person = {
      inJobGuarantee: 'no',
      inEstablishmentProgramme: 'unknown',
      youthGuaranteeDays: 100,
      permitOn: '2024-01-01',
      earlierIntroEnded: '2025-12-31',
    } as const
    const employer = { lastRedundancyOn: '2025-06-01', taxDebtKronor: 20_000 }
    const answers = judgeSupports(supportCase({ person, employer }), '2026-02-22').flatMap(one => [
      ...one.grounds,
      ...one.conditions,
    ])
    const named = Object.fromEntries(
      answers.map(({ rule, why }) => [rule.replace('candidates.support.', ''), why.inputs]),
    )
    expect(named).toEqual({
      'nystartsjobb.absence': { months: 12, of: 15, absentMonths: 14 },
      'nystartsjobb.newly_arrived': { inEstablishmentProgramme: 'unknown', permitOn: '2024-01-01' },
      'nystartsjobb.job_guarantee': { inJobGuarantee: 'no' },
      'introduktionsjobb.programme': {
        inJobGuarantee: 'no',
        inEstablishmentProgramme: 'unknown',
        youthGuaranteeDays: 100,
      },
      'introduktionsjobb.again': { earlierIntroEnded: '2025-12-31', againAfterMonths: 6 },
      'etableringsjobb.agreement': { agreement: 'yes' },
      'etableringsjobb.person': { inEstablishmentProgramme: 'unknown' },
      'etableringsjobb.full_time': { workingTime: 1 },
      // What is known of work ability never stands among the inputs (GEN-1).
      lonebidrag: {},
      sius: {},
      skyddat_arbete: {},
      'condition.decision_before_start': { decisionOn: '2026-02-20', starts: '2026-03-02' },
      'condition.applied_in_time': { starts: '2026-03-02', appliedOn: '2026-02-01' },
      'condition.registered': { answer: 'yes' },
      'condition.employer_registered': { answer: 'yes' },
      'condition.no_trading_ban': { answer: 'yes' },
      'condition.solvent': { answer: 'yes' },
      'condition.tax_debts': { taxDebtKronor: 20_000, limit: 10_000 },
      'condition.no_redundancy': { lastRedundancyOn: '2025-06-01', months: 12 },
      'condition.pay_by_agreement': { answer: 'yes' },
      'condition.electronic_pay': { answer: 'yes' },
      'condition.not_own_business': { ownership: 'none' },
      'condition.one_cost_one_support': { answer: 'yes' },
    })
  })
})

describe('PRC-9: supports that are decided for each person', () => {
  it.each([
    ['lonebidrag', 'yes', 'may_be_relevant'],
    ['lonebidrag', 'unknown', 'too_little_known'],
    ['lonebidrag', 'no', 'probably_not'],
    ['sius', 'yes', 'may_be_relevant'],
    ['sius', 'no', 'probably_not'],
    ['skyddat_arbete', 'yes', 'probably_not'],
  ] as const)('%s with %s: %s', (support, reducedWorkAbility, outlook) => {
    expect(judged({ person: { reducedWorkAbility } }, support)?.outlook).toBe(outlook)
  })

  it('never have an amount, and say that the decision is individual', () => {
    for (const reducedWorkAbility of ['yes', 'no', 'unknown'] as const)
      for (const support of ['lonebidrag', 'sius', 'skyddat_arbete'] as const) {
        const one = judged({ person: { reducedWorkAbility }, employer: { publicEmployer: 'yes' } }, support)
        expect(one).not.toHaveProperty('amount')
        expect(JSON.stringify(one?.grounds)).not.toMatch(/kronor|\d\s*(kr|%)|SEK \d/)
      }
    expect(judged({ person: { reducedWorkAbility: 'yes' } }, 'lonebidrag')?.grounds[0]?.why.says.en).toMatch(
      /The decision is individual/,
    )
    expect(judged({ person: { reducedWorkAbility: 'yes' } }, 'lonebidrag')?.grounds[0]?.wouldChange?.by).toBe(
      '2026-03-02',
    )
    expect(judged({}, 'lonebidrag')?.grounds[0]).not.toHaveProperty('wouldChange')
  })

  it('sheltered work is for public employers, and asks for work ability too', () => {
    const at = (publicEmployer: 'yes' | 'no' | 'unknown', reducedWorkAbility: 'yes' | 'no') =>
      judged({ employer: { publicEmployer }, person: { reducedWorkAbility } }, 'skyddat_arbete')?.outlook
    expect([at('yes', 'yes'), at('no', 'yes'), at('unknown', 'yes'), at('yes', 'no')]).toEqual([
      'may_be_relevant',
      'probably_not',
      'too_little_known',
      'probably_not',
    ])
  })

  it('vocational introduction is off until turned on, and even then nothing is known of it', () => {
    expect(judged({}, 'yrkesintroduktion')).toBeUndefined()
    expect(judged({}, 'yrkesintroduktion', ['candidates.support.yrkesintroduktion'])).toMatchObject({
      outlook: 'too_little_known',
    })
  })
})
