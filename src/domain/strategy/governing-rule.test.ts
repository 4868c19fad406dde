import { describe, expect, it } from 'vitest'
import { explained } from '#test/wording'
import { type CaseFacts, type Condition, type GoverningRule, holdParts, holds } from './governing-rule.ts'
import { judgeCase, partNames } from './judge.ts'
import { publishedPolicies, strategyRegister } from './published-policies.ts'

const span = (firstDay: string, lastDay: string): CaseFacts => ({ performance: { firstDay, lastDay } })

describe('STR-3: each part of a condition, at its edges', () => {
  it.each<[Condition, CaseFacts, 'yes' | 'no']>([
    [{ cpvStartsWith: ['9091'] }, { cpv: '90910000' }, 'yes'],
    [{ cpvStartsWith: ['9091'] }, { cpv: '90900000' }, 'no'],
    [{ cpvStartsWith: ['45', '9091'] }, { cpv: '45210000' }, 'yes'],
    [{ cpvStartsWith: ['91'] }, { cpv: '45910000' }, 'no'],
    [{ types: ['works', 'goods'] }, { type: 'goods' }, 'yes'],
    [{ types: ['works'] }, { type: 'services' }, 'no'],
    [{ procedures: ['call_off'] }, { procedure: 'call_off' }, 'yes'],
    [{ procedures: ['call_off'] }, { procedure: 'own_contract' }, 'no'],
    [{ valueAtLeast: 1000 }, { valueKronor: 1000 }, 'yes'],
    [{ valueAtLeast: 1000 }, { valueKronor: 999 }, 'no'],
    [{ valueBelow: 1000 }, { valueKronor: 999 }, 'yes'],
    [{ valueBelow: 1000 }, { valueKronor: 1000 }, 'no'],
    // Four calendar months from 1 January end on 30 April.
    [{ longerThanMonths: 4 }, span('2026-01-01', '2026-04-30'), 'no'],
    [{ longerThanMonths: 4 }, span('2026-01-01', '2026-05-01'), 'yes'],
    [{ notLongerThanMonths: 4 }, span('2026-01-01', '2026-04-30'), 'yes'],
    [{ notLongerThanMonths: 4 }, span('2026-01-01', '2026-05-01'), 'no'],
    // Six months from 31 August end on the last day but one of February (28 February is the first day after).
    [{ shorterThanMonths: 6 }, span('2026-08-31', '2027-02-26'), 'yes'],
    [{ shorterThanMonths: 6 }, span('2026-08-31', '2027-02-27'), 'no'],
    [{ jobsAbove: 1 }, { fullTimeJobs: 1 }, 'no'],
    [{ jobsAbove: 1 }, { fullTimeJobs: 1.5 }, 'yes'],
    [{ jobsAtMost: 1 }, { fullTimeJobs: 1 }, 'yes'],
    [{ jobsAtMost: 1 }, { fullTimeJobs: 1.1 }, 'no'],
    [{ jobsBelow: 5 }, { fullTimeJobs: 4.9 }, 'yes'],
    [{ jobsBelow: 5 }, { fullTimeJobs: 5 }, 'no'],
    [{ areas: ['Angered', 'Centrum'] }, { area: 'Centrum' }, 'yes'],
    [{ areas: ['Angered'] }, { area: 'Centrum' }, 'no'],
    [{ groups: ['young', 'old'] }, { groups: ['old'] }, 'yes'],
    [{ groups: ['young'] }, { groups: ['old'] }, 'no'],
    [{ groups: ['young'] }, { groups: [] }, 'no'],
  ])('%j of %j: %s', (when, facts, held) => {
    expect(holds(when, facts)).toBe(held)
    expect(holdParts(when, facts)).toEqual([{ part: Object.keys(when)[0], held }])
    // Without the fact nothing can be said, and the part has a name to ask by.
    expect(holds(when, {})).toBe('unknown')
    expect(partNames[Object.keys(when)[0] as keyof Condition].sv).toMatch(/\S/)
  })

  it('every part must hold; one that fails decides, whatever is unknown', () => {
    const when: Condition = { valueAtLeast: 1000, types: ['works'] }
    expect(holds(when, { valueKronor: 1000, type: 'works' })).toBe('yes')
    expect(holds(when, { valueKronor: 1000 })).toBe('unknown')
    expect(holds(when, { valueKronor: 1 })).toBe('no')
    expect(holds({}, {})).toBe('yes')
  })
})

const rule = (
  id: string,
  when: Condition,
  ruling: GoverningRule['value']['ruling'],
  over: Partial<GoverningRule> = {},
): GoverningRule => ({
  id,
  name: { sv: `Regel ${id}`, en: `Rule ${id}` },
  value: { when, ruling },
  validFrom: '2026-01-01',
  source: `§ ${id}`,
  confidence: 'source',
  ...over,
})
const day = '2026-03-01'

describe('STR-3: a case held against a policy', () => {
  const policy = [
    rule('c', { valueAtLeast: 100 }, 'consider'),
    rule('s', { cpvStartsWith: ['90'] }, 'special_care'),
    rule('e', { jobsAtMost: 1 }, 'exempt'),
  ]

  it.each<[CaseFacts, string, string[]]>([
    [{ valueKronor: 100, cpv: '90000000', fullTimeJobs: 1 }, 'exempt', ['e']],
    [{ valueKronor: 100, cpv: '90000000', fullTimeJobs: 2 }, 'special_care', ['s']],
    [{ valueKronor: 100, cpv: '45000000', fullTimeJobs: 2 }, 'consider', ['c']],
    [{ valueKronor: 99, cpv: '45000000', fullTimeJobs: 2 }, 'no_rule', []],
    [{ valueKronor: 100, cpv: '90000000' }, 'unknown', ['e']],
    [{ valueKronor: 100, fullTimeJobs: 2 }, 'unknown', ['s']],
    [{ cpv: '45000000', fullTimeJobs: 2 }, 'unknown', ['c']],
    [{ fullTimeJobs: 1 }, 'exempt', ['e']],
  ])('%j: %s by %j', (facts, outcome, rules) => {
    expect(explained(judgeCase(facts, policy, day))).toMatchObject({ outcome, rules })
  })

  it('names every rule that says the same, and what is missing but once', () => {
    const twice = [rule('a', { jobsAtMost: 1 }, 'exempt'), rule('b', { jobsBelow: 3, jobsAtMost: 2 }, 'exempt')]
    expect(judgeCase({ fullTimeJobs: 1 }, twice, day).rules).toEqual(['a', 'b'])
    expect(judgeCase({}, [...twice, rule('d', { jobsAtMost: 9 }, 'exempt')], day).missing).toEqual([
      'jobsAtMost',
      'jobsBelow',
    ])
    expect(judgeCase({ fullTimeJobs: 1 }, twice, day).missing).toEqual([])
  })

  it('says of each rule in force what it says and why, with the source of the policy', () => {
    const { lines } = judgeCase({ valueKronor: 1, fullTimeJobs: 1 }, policy, day)
    expect(lines.map(({ says }) => says)).toEqual([
      { sv: 'Regel c: gäller inte (värdet).', en: 'Rule c: does not apply (the value).' },
      {
        sv: 'Regel s: går inte att säga än, för uppgift saknas (CPV-koden).',
        en: 'Rule s: cannot be said yet, since a fact is missing (the CPV code).',
      },
      { sv: 'Regel e: gäller. Upphandlingen är undantagen.', en: 'Rule e: applies. The procurement is exempt.' },
    ])
    expect(lines[0]).toMatchObject({
      rule: 'strategy.local_policy',
      source: '§ c',
      inputs: { rule: 'c', valueAtLeast: 'no' },
    })
    const others = judgeCase({ valueKronor: 100, cpv: '90000000' }, policy, day).lines
    expect(others[0]?.says.sv).toBe('Regel c: gäller. Krav bör övervägas.')
    expect(others[1]?.says.en).toBe('Rule s: applies. The procurement needs special care.')
  })

  it('names the parts that decide, all of them and no others', () => {
    const many: Condition = { valueAtLeast: 100, types: ['works'], areas: ['Angered'], groups: ['young'] }
    const line = (facts: CaseFacts) =>
      explained(judgeCase(facts, [rule('m', many, 'special_care')], day)).lines[0]?.says
    expect(line({ valueKronor: 100 })).toEqual({
      sv: 'Regel m: går inte att säga än, för uppgift saknas (slaget av inköp, området, målgruppen).',
      en: 'Rule m: cannot be said yet, since a fact is missing (the kind of purchase, the area, the target group).',
    })
    expect(line({ valueKronor: 100, type: 'goods', area: 'Centrum' })).toEqual({
      sv: 'Regel m: gäller inte (slaget av inköp, området).',
      en: 'Rule m: does not apply (the kind of purchase, the area).',
    })
    expect(judgeCase({ valueKronor: 100, type: 'works' }, [rule('m', many, 'exempt')], day).missing).toEqual([
      'areas',
      'groups',
    ])
    const both = judgeCase(
      { valueKronor: 1 },
      [rule('c', { valueAtLeast: 1 }, 'consider'), rule('s', { valueAtLeast: 1 }, 'special_care')],
      day,
    )
    expect(both.lines.map(({ says }) => says)).toEqual([
      { sv: 'Regel c: gäller. Krav bör övervägas.', en: 'Rule c: applies. A requirement should be considered.' },
      {
        sv: 'Regel s: gäller. Upphandlingen kräver särskild uppmärksamhet.',
        en: 'Rule s: applies. The procurement needs special care.',
      },
    ])
  })

  it('every part of a condition has a name in both languages, of its own kind', () => {
    for (const { sv, en } of Object.values(partNames)) expect(`${sv} / ${en}`).toMatch(/^\S{3,}.* \/ the \S/u)
    expect([partNames.procedures, partNames.jobsBelow, partNames.longerThanMonths].map(({ en }) => en)).toEqual([
      'the way of purchase',
      'the number of full-time jobs',
      'the length of the contract',
    ])
  })

  it('a version holds on its days only, and what is unverified must be turned on', () => {
    const dated = [
      rule('v', { valueAtLeast: 100 }, 'consider', { validTo: '2026-07-01' }),
      rule('v', { valueAtLeast: 500 }, 'consider', { validFrom: '2026-07-01' }),
    ]
    const on = (when: string) => judgeCase({ valueKronor: 100 }, dated, when).outcome
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([
      'no_rule',
      'consider',
      'consider',
      'no_rule',
    ])
    const unsure = [rule('u', {}, 'exempt', { confidence: 'unverified' })]
    expect(judgeCase({}, unsure, day).outcome).toBe('no_rule')
    expect(judgeCase({}, unsure, day, new Set(['u'])).outcome).toBe('exempt')
  })
})

describe('STR-3: the published rule sets', () => {
  const contract = (months: number, jobs: number, over: CaseFacts = {}): CaseFacts => ({
    ...span('2026-01-01', `2026-${String(months).padStart(2, '0')}-28`),
    fullTimeJobs: jobs,
    type: 'services',
    procedure: 'own_contract',
    ...over,
  })
  const goteborg = (facts: CaseFacts) => judgeCase(facts, publishedPolicies.goteborg, day)
  const trafikverket = (facts: CaseFacts) => judgeCase(facts, publishedPolicies.trafikverket, day)

  it('Göteborg: longer than four months and more than one employee', () => {
    expect(goteborg(span('2026-01-01', '2026-04-30')).rules).toEqual(['strategy.goteborg.short'])
    expect(goteborg(contract(6, 1)).rules).toEqual(['strategy.goteborg.one_person'])
    expect(goteborg(contract(6, 2))).toMatchObject({ outcome: 'consider', rules: ['strategy.goteborg.consider'] })
    expect(goteborg(contract(6, 2)).lines[2]).toMatchObject({ rule: 'strategy.goteborg.consider' })
    expect(goteborg({})).toMatchObject({ outcome: 'unknown', missing: ['notLongerThanMonths', 'jobsAtMost'] })
  })

  it.each([
    [contract(6, 5, span('2026-01-01', '2026-06-29')), 'exempt', 'strategy.trafikverket.short'],
    [contract(6, 5, span('2026-01-01', '2026-06-30')), 'consider', 'strategy.trafikverket.consider'],
    [contract(12, 4), 'exempt', 'strategy.trafikverket.few_jobs'],
    [contract(12, 5), 'consider', 'strategy.trafikverket.consider'],
    [contract(12, 9, { procedure: 'framework_agreement' }), 'exempt', 'strategy.trafikverket.procedure'],
    [contract(12, 9, { procedure: 'call_off' }), 'exempt', 'strategy.trafikverket.procedure'],
    [contract(12, 9, { procedure: 'direct_award' }), 'exempt', 'strategy.trafikverket.procedure'],
    [contract(12, 9, { type: 'goods' }), 'exempt', 'strategy.trafikverket.goods'],
    [contract(12, 9, { type: 'works' }), 'consider', 'strategy.trafikverket.consider'],
    [contract(12, 9, { type: 'concession' }), 'no_rule', undefined],
  ] as const)('Trafikverket: %j: %s', (facts, outcome, by) => {
    expect(trafikverket(facts)).toMatchObject({ outcome, rules: by === undefined ? [] : [by] })
  })

  it('are registered, each under its own id, with what they say', () => {
    const ids = [...publishedPolicies.goteborg, ...publishedPolicies.trafikverket].map(({ id }) => id)
    expect(strategyRegister.map(({ id }) => id)).toEqual(['strategy.local_policy', ...ids])
    expect(strategyRegister[1]?.shown).toEqual({ sv: 'undantagen', en: 'exempt' })
    expect(strategyRegister[3]?.shown.sv).toBe('bör övervägas')
  })
})
