import { describe, expect, it } from 'vitest'
import { entryOn } from '#kernel'
import { faultsIn } from '#test/calculation'
import { explained } from '#test/wording'
import { triageCalculation } from '../calculations/triage.ts'
import { type DecisionBasis, decisionOutcomes, routeDecision } from './decision-basis.ts'
import { decisionTemplate } from './decision-template.ts'

const { questions } = entryOn(decisionTemplate, '2026-03-01')!.value
const ids = (level: 1 | 2) => questions.filter(one => one.level === level).map(({ id }) => id)
const answering = (names: readonly string[]): DecisionBasis['answers'] =>
  names.map(question => ({ question, answer: 'ja' }))
const route = (basis: DecisionBasis) => explained(routeDecision(basis, '2026-03-01')!)

describe('PRC-5: the decision basis on two levels', () => {
  it('each question has one name, both languages, and its party', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    for (const { asks } of questions) for (const text of [asks.sv, asks.en]) expect(text).toMatch(/^\p{Lu}.*\?$/u)
    expect([ids(1).length, ids(2).length]).toEqual([20, 11])
  })

  it('labour-market questions are the matching officer’s, purpose and money the decision maker’s', () => {
    const { open, levelOneLeft } = route({ answers: [] })
    expect(levelOneLeft).toBe(20)
    expect(open.matching_officer).toEqual([
      'group_looks',
      'seekers',
      'distance',
      'training',
      'support',
      'profiles',
      'outlook',
      'subgroups',
      'five_years',
      'integration',
    ])
    expect(open.decision_maker.slice(0, 4)).toEqual(['purpose', 'mandate', 'group', 'bonus'])
    expect(open.procurer).toContain('proportion')
    expect(Object.values(open).flat().toSorted()).toEqual(questions.map(({ id }) => id).toSorted())
  })

  it('is ready when the first level is answered; the second may stay open', () => {
    expect(route({ answers: answering(ids(1)) })).toMatchObject({ ready: true, levelOneLeft: 0, decision: 'none' })
    expect(route({ answers: answering(ids(1).slice(1)) })).toMatchObject({ ready: false, levelOneLeft: 1 })
    expect(route({ answers: answering(ids(2)) })).toMatchObject({ ready: false, levelOneLeft: 20 })
  })

  it('an empty answer is none', () => {
    const blank = answering(ids(1)).map(one => ({ ...one, answer: '  ' }))
    expect(route({ answers: blank }).levelOneLeft).toBe(20)
  })

  it('says whose turn it is, first level first, and how the decision stands', () => {
    const { lines } = route({ answers: answering([...ids(1).slice(1), ...ids(2).slice(1)]) })
    expect(lines.map(({ says }) => says.en)).toEqual([
      'Left for the decision maker (level 1): What do we want to achieve, and how will we notice?',
      'Left for the matching officer (level 2): How is the group composed, and what is the gender balance in the occupation?',
      'No decision has been made.',
    ])
    expect(lines[0]?.inputs).toEqual({ question: 'purpose', level: 1, askedOf: 'decision_maker' })
    expect(lines[0]?.says.sv).toMatch(/^Beslutsfattaren har kvar \(nivå 1\): /)
    const procurers = route({ answers: answering([...ids(1).filter(id => id !== 'clause'), ...ids(2)]) })
    expect(procurers.lines[0]?.says.sv).toMatch(/^Upphandlaren har kvar/)
  })

  it('asks what must be answered before what may be, whatever the order of the template', () => {
    const levels = route({ answers: [] }).lines.map(({ inputs }) => inputs.level)
    expect(levels).toEqual([...Array(20).fill(1), ...Array(11).fill(2), undefined])
    const [first] = decisionTemplate.versions
    const turned = {
      ...decisionTemplate,
      versions: [{ ...first!, value: { edition: 't', questions: questions.toReversed() } }],
    }
    expect(routeDecision({ answers: [] }, '2026-03-01', turned)?.lines.map(({ inputs }) => inputs.level)).toEqual(
      levels,
    )
    expect(route({ answers: [] }).lines.at(-1)?.inputs).toEqual({
      edition: '2026-1',
      levelOneLeft: 20,
      decision: 'none',
    })
  })

  it('says in words how the decision stands, and who has what left', () => {
    const said = (basis: DecisionBasis) => route(basis).lines.at(-1)?.says
    const decision = { outcome: 'no_requirement', reasons: 'därför' } as const
    expect(said({ answers: [], decision })).toEqual({
      sv: 'Beslutet är för tidigt: frågor på den första nivån är inte besvarade.',
      en: 'The decision is too early: questions of the first level are not answered.',
    })
    expect(said({ answers: answering(ids(1)), decision })?.sv).toBe('Beslutet är fattat, med skäl.')
    const left = (id: string) => route({ answers: [] }).lines.find(({ inputs }) => inputs.question === id)?.says
    expect(left('seekers')?.sv).toMatch(/^Den matchningsansvariga har kvar \(nivå 1\): /)
    expect(left('clause')?.en).toMatch(/^Left for the procurer \(level 1\): /)
  })

  it.each(decisionOutcomes)('%s needs reasons, as a no does', outcome => {
    const answers = answering(ids(1))
    expect(route({ answers, decision: { outcome, reasons: ' ' } }).decision).toBe('reasons_missing')
    expect(route({ answers, decision: { outcome, reasons: 'därför' } }).decision).toBe('recorded')
    const early = outcome === 'adjourned' ? 'recorded' : 'too_early'
    expect(route({ answers: [], decision: { outcome, reasons: 'därför' } }).decision).toBe(early)
  })

  it('is an edition of a template: the one of the day, and none before the first', () => {
    expect(route({ answers: [] }).edition).toBe('2026-1')
    expect(routeDecision({ answers: [] }, '2025-12-31')).toBeUndefined()
    const [first] = decisionTemplate.versions
    const next = {
      ...decisionTemplate,
      versions: [
        { ...first!, validTo: '2027-01-01' },
        { ...first!, validFrom: '2027-01-01', value: { edition: '2027-1', questions: questions.slice(0, 2) } },
      ],
    }
    expect(routeDecision({ answers: [] }, '2026-12-31', next)?.edition).toBe('2026-1')
    expect(routeDecision({ answers: answering(['clause']) }, '2027-01-01', next)).toMatchObject({
      edition: '2027-1',
      levelOneLeft: 2,
      unknownQuestions: ['clause'],
    })
    expect(decisionTemplate.shown(first!.value).sv).toBe('utgåva 2026-1: 20 frågor före beslut, 11 för fördjupning')
  })
})

describe('calc triage, decision', () => {
  const calculate = (over: object) =>
    triageCalculation.calculate({ kind: 'decision', on: '2026-03-01', answers: [], ...over })
  it('points at each question that the template does not have', () => {
    const result = calculate({
      answers: [
        { question: 'purpose', answer: 'x' },
        { question: 'nothing', answer: 'x' },
      ],
    })
    expect(result).toMatchObject({ ok: false, faults: [{ pointer: '/answers/1/question' }] })
    expect(calculate({ on: '2025-12-31' })).toMatchObject({ ok: false, faults: [{ pointer: '/on' }] })
    for (const over of [{ answers: [{ question: 'nothing', answer: 'x' }] }, { on: '2025-12-31' }]) {
      expect(faultsIn(triageCalculation, { kind: 'decision', on: '2026-03-01', answers: [], ...over })).toHaveLength(1)
    }
    for (const decision of [{}, { outcome: 'x', reasons: 'y' }, { outcome: 'x', reasons: 'y', more: 1 }]) {
      expect(calculate({ decision })).toMatchObject({ ok: false })
    }
  })
  it('counts what is left, or says that it is enough', () => {
    expect(calculate({})).toMatchObject({ summary: { en: 'Left to answer before a decision: 20 questions.' } })
    expect(calculate({ answers: answering(ids(1)) })).toMatchObject({
      summary: { sv: 'Underlaget räcker för beslut.', en: 'The basis is enough for a decision.' },
    })
    expect(calculate({ answers: answering(ids(1).slice(1)) })).toMatchObject({
      summary: { sv: 'Kvar att besvara före beslut: 1 fråga.', en: 'Left to answer before a decision: 1 question.' },
    })
  })
})
