import { describe, expect, it } from 'vitest'
import type { CaseFacts, GoverningRule } from '#domain/strategy'
import { expectExamples, faultsIn, told } from '#test/calculation'
import { explained } from '#test/wording'
import { triageCalculation } from '../calculations/triage.ts'
import { gateQuestions, gates, screening, screeningQuestions } from './questions.ts'
import { type TriageCase, triage } from './triage.ts'

const yes = { G1: 'yes', G2: 'yes', G3: 'yes', G4: 'yes' } as const
const rule = (ruling: GoverningRule['value']['ruling'], jobsAtMost = 1): GoverningRule => ({
  id: ruling,
  name: { sv: ruling, en: ruling },
  value: { when: { jobsAtMost }, ruling },
  validFrom: '2026-01-01',
  source: 's',
  confidence: 'source',
})
const one = (over: Partial<TriageCase> = {}): TriageCase => ({
  gates: yes,
  screening: {},
  facts: { fullTimeJobs: 1 },
  ...over,
})
const advice = (over: Partial<TriageCase>, ...policy: GoverningRule[]) => triage(one(over), policy, '2026-03-01').advice

describe('PRC-5: the gates come before the weighing', () => {
  it.each([
    [yes, 'consider', 'consider'],
    [yes, 'special_care', 'special_care'],
    [yes, 'exempt', 'exempt'],
    [{ ...yes, G3: 'no' }, 'consider', 'prepare_first'],
    [{ ...yes, G3: 'unknown' }, 'consider', 'ask_first'],
    [{ ...yes, G1: 'unknown', G4: 'no' }, 'special_care', 'prepare_first'],
    // What is exempt needs no preparation.
    [{ ...yes, G2: 'no' }, 'exempt', 'exempt'],
  ] as const)('%j and a rule that says %s: %s', (answers, ruling, expected) => {
    expect(advice({ gates: answers }, rule(ruling))).toBe(expected)
  })

  it('a missing fact is asked for, and without rules there is no rule', () => {
    expect(advice({ facts: {} }, rule('consider'))).toBe('ask_first')
    expect(advice({})).toBe('no_rule')
    expect(triage(one({ facts: {} }), [rule('exempt')], '2026-03-01').ruling).toEqual({
      outcome: 'unknown',
      rules: ['exempt'],
      missing: ['jobsAtMost'],
    })
  })

  it.each(gates)('%s: a no says what to do first', id => {
    const answered = (answer: 'yes' | 'no' | 'unknown') =>
      triage(one({ gates: { ...yes, [id]: answer } }), [], '2026-03-01').lines.find(({ rule }) => rule.endsWith(id))
    const { asks, ifNo } = gateQuestions[id]
    expect(answered('no')?.says).toEqual({ sv: `${asks.sv} Nej. ${ifNo.sv}`, en: `${asks.en} No. ${ifNo.en}` })
    expect(answered('yes')?.says.sv).toBe(`${asks.sv} Ja.`)
    expect(answered('unknown')?.says.en).toBe(`${asks.en} Not answered yet.`)
    expect(answered('yes')?.says.en).toBe(`${asks.en} Yes.`)
    expect(answered('unknown')?.says.sv).toBe(`${asks.sv} Inte besvarad än.`)
    expect(answered('no')?.inputs).toEqual({ answer: 'no' })
  })
})

describe('PRC-5: the screening reads the facts first', () => {
  const screened = (facts: CaseFacts, answers: TriageCase['screening'] = {}) =>
    explained(triage(one({ facts, screening: answers }), [], '2026-03-01'))
  const span = (lastDay: string): CaseFacts => ({ performance: { firstDay: '2026-01-01', lastDay } })

  it.each([
    ['S1', { procedure: 'framework_agreement' }, 'yes'],
    ['S1', { procedure: 'own_contract' }, 'no'],
    ['S2', span('2026-12-31'), 'no'],
    ['S2', span('2027-01-01'), 'yes'],
    ['S5', { fullTimeJobs: 1 }, 'no'],
    ['S5', { fullTimeJobs: 1.5 }, 'yes'],
    ['S5', { fullTimeJobs: 0 }, 'no'],
  ] as const)('%s of %j: %s, whatever was answered', (id, facts, expected) => {
    const other = expected === 'yes' ? 'no' : 'yes'
    expect(screened(facts).screening[id]).toBe(expected)
    expect(screened(facts, { [id]: other }).screening[id]).toBe(expected)
    expect(screened({}, { [id]: other }).screening[id]).toBe(other)
    expect(screened({}).screening[id]).toBe('unknown')
  })

  it('what speaks for and against is what weighs; the others only call for something', () => {
    const all = (answer: 'yes' | 'no') => Object.fromEntries(screeningQuestions.map(id => [id, answer]))
    expect(screened({}, all('yes'))).toMatchObject({ speaksFor: ['S2', 'S3', 'S4', 'S5', 'S6'], speaksAgainst: [] })
    expect(screened({}, all('no'))).toMatchObject({ speaksFor: [], speaksAgainst: ['S2', 'S3', 'S4', 'S5', 'S6'] })
    for (const id of screeningQuestions) {
      const { asks, ifYes, ifNo } = screening[id]
      const said = (answer: 'yes' | 'no') => screened({}, all(answer)).lines.find(({ rule }) => rule.endsWith(id))?.says
      expect(said('yes')).toEqual({ sv: `${asks.sv} Ja. ${ifYes.sv}`, en: `${asks.en} Yes. ${ifYes.en}` })
      expect(said('no')).toEqual({ sv: `${asks.sv} Nej. ${ifNo.sv}`, en: `${asks.en} No. ${ifNo.en}` })
      const open = screened({}).lines.find(({ rule }) => rule.endsWith(id))
      expect(open?.says).toEqual({ sv: `${asks.sv} Inte besvarad än.`, en: `${asks.en} Not answered yet.` })
      expect(open?.inputs).toEqual({ answer: 'unknown' })
    }
  })
})

describe('calc triage', () => {
  it('tells every example whole, in both languages', () => {
    expectExamples(triageCalculation)
  })

  const base = {
    kind: 'case',
    on: '2026-03-01',
    gates: yes,
    screening: {},
    facts: { fullTimeJobs: 2 },
    published: [],
    policy: [],
  }
  const summary = (over: object): string => {
    const faults = faultsIn(triageCalculation, { ...base, ...over })
    return faults.length > 0
      ? faults.map(({ pointer }) => pointer).join(' ')
      : told(triageCalculation, { ...base, ...over }).summary.en
  }
  const mine = (ruling: string, when: object = { jobsAbove: 1 }) => ({
    policy: [
      { id: 'mine', name: { sv: 'Vår regel', en: 'Our rule' }, when, ruling, validFrom: '2026-01-01', source: 's' },
    ],
  })

  it('the answer names the rule', () => {
    expect(summary(mine('exempt'))).toBe('Exempt, by “Our rule”.')
    expect(summary(mine('consider'))).toBe(
      'A requirement should be considered, by “Our rule”. 1 answer speaks for and 0 against.',
    )
    expect(summary(mine('special_care'))).toMatch(/^Needs special care, by “Our rule”\./)
    expect(summary({})).toMatch(/^No rule says anything\./)
    expect(summary(mine('consider', { valueAtLeast: 5 }))).toBe(
      'Find out more first: facts are missing on the value, which decide “Our rule”.',
    )
    expect(summary({ gates: { ...yes, G2: 'unknown' } })).toBe('Find out more first: a question is not answered.')
    expect(summary({ gates: { ...yes, G2: 'no' } })).toMatch(/^Prepare first/)
  })

  it('names every rule and every missing fact', () => {
    const two = (when: object) => ({
      policy: ['One', 'Two'].map((en, n) => ({
        ...mine('consider', when).policy[0],
        id: `r${n}`,
        name: { sv: en, en },
      })),
    })
    expect(summary(two({ jobsAbove: 1 }))).toMatch(/^A requirement should be considered, by “One”, “Two”\. /)
    expect(summary(two({ valueAtLeast: 5, areas: ['Angered'] }))).toMatch(
      / on the \w+, the \w+, which decide “One”, “Two”/,
    )
  })

  it('takes a code, a length, names and lists only as they are written', () => {
    const wrong = (facts: object) => expect(summary({ facts })).toMatch(/^\/facts\//)
    for (const cpv of ['x90910000', '90910000x', '90910000-12', '9091']) wrong({ cpv })
    for (const area of ['', '   ', 'x'.repeat(201)]) wrong({ area })
    for (const months of [0, 241, 1.5]) {
      expect(summary(mine('exempt', { longerThanMonths: months }))).toBe('/policy/0/when/longerThanMonths')
    }
    for (const months of [1, 240]) {
      const advice = summary(mine('exempt', { longerThanMonths: months }))
      expect(advice).toMatch(/^Find out more first/)
    }
    for (const code of ['9', '909100001', 'x9091', '9091x']) {
      expect(summary(mine('exempt', { cpvStartsWith: [code] }))).toBe('/policy/0/when/cpvStartsWith/0')
    }
    for (const list of ['types', 'procedures', 'areas', 'groups', 'cpvStartsWith']) {
      expect(summary(mine('exempt', { [list]: [] }))).toBe(`/policy/0/when/${list}`)
    }
  })

  it('takes lists of several, any of which is enough', () => {
    const when = {
      types: ['services', 'works'],
      procedures: ['own_contract', 'call_off'],
      areas: [' Angered ', 'Lundby'],
      groups: ['young', 'old'],
    }
    const of = { fullTimeJobs: 1, type: 'works', procedure: 'own_contract', area: 'Angered', groups: ['old'] }
    expect(summary({ ...mine('exempt', when), facts: of })).toBe('Exempt, by “Our rule”.')
    expect(summary({ ...mine('exempt', when), facts: { ...of, area: 'Centrum' } })).toMatch(/^No rule/)
  })

  it('a published set is chosen by name, and its names cannot be taken', () => {
    expect(summary({ published: ['goteborg'], facts: { fullTimeJobs: 1 } })).toBe(
      'Exempt, by “Göteborg: no more than one employee is needed”.',
    )
    const taken = mine('exempt').policy.map(one => ({ ...one, id: 'strategy.mine' }))
    expect(summary({ policy: taken })).toBe('/policy/0/id')
  })

  it('a CPV code may carry its check digit', () => {
    expect(summary({ ...mine('exempt', { cpvStartsWith: ['90910000'] }), facts: { cpv: '90910000-9' } })).toMatch(
      /^Exempt/,
    )
  })

  it('a performance that ends before it begins is pointed at', () => {
    expect(summary({ facts: { performance: { firstDay: '2026-02-01', lastDay: '2026-01-31' } } })).toBe(
      '/facts/performance/lastDay',
    )
    expect(summary({ facts: { performance: { firstDay: '2026-02-01', lastDay: '2026-02-01' } } })).toMatch(/^No rule/)
  })

  it('a rehearsal names the case, both outcomes and the rules', () => {
    const [policy] = [mine('exempt').policy]
    const input = {
      kind: 'rehearsal',
      before: [],
      after: policy,
      cases: [{ id: 'x', decidedOn: '2026-02-01', facts: { fullTimeJobs: 2 } }],
    }
    const result = triageCalculation.calculate(input)
    if (!result.ok) throw new Error(JSON.stringify(result.faults))
    expect(result.summary.en).toBe('1 of 1 procurement would have been treated differently.')
    expect(result.lines.map(({ says }) => says.en)).toEqual([
      'x: no rule → exempt (“Our rule”).',
      'Outcomes before and after the change.',
    ])
    expect(result.lines[0]).toMatchObject({ source: 's', inputs: { case: 'x', before: 'no_rule', after: 'exempt' } })
    expect(result.lines[1]?.inputs).toMatchObject({ exempt: '0 → 1', no_rule: '1 → 0' })
    expect(result.summary.sv).toBe('1 av 1 upphandling skulle ha behandlats annorlunda.')
    expect(result.notCounted).toHaveLength(1)
  })

  it.each([
    ['special_care', { jobsAbove: 1 }, 'särskild uppmärksamhet (”Vår regel”)', 'special care (“Our rule”)'],
    ['exempt', { jobsAbove: 1 }, 'undantagen (”Vår regel”)', 'exempt (“Our rule”)'],
    ['consider', { jobsAbove: 1 }, 'bör övervägas (”Vår regel”)', 'should be considered (“Our rule”)'],
    ['consider', { valueAtLeast: 5 }, 'går inte att säga (”Vår regel”)', 'cannot be said (“Our rule”)'],
  ])('a rehearsal says what a case would have become: %s, %o', (ruling, when, sv, en) => {
    const result = told(triageCalculation, {
      kind: 'rehearsal',
      before: [],
      after: mine(ruling, when).policy,
      cases: [{ id: 'x', decidedOn: '2026-02-01', facts: { fullTimeJobs: 2 } }],
    })
    expect(result.lines[0]?.says).toEqual({ sv: `x: ingen regel → ${sv}.`, en: `x: no rule → ${en}.` })
  })

  it('a rehearsal gives the source of the rule that decided, not of another', () => {
    const [rule] = mine('exempt').policy
    const other = { ...rule, id: 'other', when: { jobsAbove: 99 }, source: 'elsewhere' }
    const result = told(triageCalculation, {
      kind: 'rehearsal',
      before: [],
      after: [other, rule],
      cases: [{ id: 'x', decidedOn: '2026-02-01', facts: { fullTimeJobs: 2 } }],
    })
    expect(result.lines.map(({ source }) => source)).toEqual(['s', 'Den policy som prövas'])
  })
})
