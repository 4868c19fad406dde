import { describe, expect, it } from 'vitest'
import { expectExamples, faultsIn, told } from '#test/calculation'
import { supportCalculation } from '../calculations/support.ts'
import type { Absence } from './facts.ts'
import { supportCase } from './test-case.ts'

const asEmployer = (one: ReturnType<typeof supportCase>, view = 'employer'): string => {
  return JSON.stringify(told(supportCalculation, { on: '2026-02-22', view, ...one }))
}

const canary = /lönebidrag|skyddat|SIUS|sheltered|support person|condition\.registered|job_guarantee|absence/i

describe('GEN-1: the employer’s view never reveals disability', () => {
  it('has the supports that rest on the job alone, with nothing about the person', () => {
    const one = supportCase({
      person: { reducedWorkAbility: 'yes', registered: 'no' },
      employer: { publicEmployer: 'yes' },
    })
    expect(asEmployer(one)).not.toMatch(canary)
    expect(asEmployer(one)).toBe(asEmployer({ ...one, person: { ...one.person, reducedWorkAbility: 'no' } }))
  })

  it('the canary is seen where it should be: the adviser’s view differs and names them', () => {
    const seen = (reducedWorkAbility: 'yes' | 'no') =>
      asEmployer(supportCase({ person: { reducedWorkAbility } }), 'adviser')
    expect(seen('yes')).not.toBe(seen('no'))
    expect(seen('yes')).toMatch(canary)
  })

  it('still tells the employer what it must do, and what the support brings', () => {
    const one = supportCase({ employer: { electronicPay: 'no' }, job: { appliedOn: undefined, decisionOn: undefined } })
    const result = supportCalculation.calculate({ on: '2026-02-01', view: 'employer', ...one })
    expect(result).toMatchObject({
      ok: true,
      value: [
        { support: 'nystartsjobb', outlook: 'probably_not', monthlyKronor: 6284, longestMonths: 14 },
        {},
        { support: 'etableringsjobb' },
      ],
    })
    const says = result.ok ? result.lines.map(line => line.says.en) : []
    expect(says).toContain('Nystartsjobb: Not yet. There is no application yet. Apply by 2026-02-09.')
    expect(says).toContain('All: Not yet. Electronic pay. Needed by 2026-03-02: Electronic pay.')
  })
})

describe('calc support', () => {
  it('tells every example whole, in both languages', () => {
    expectExamples(supportCalculation)
  })

  it('says of each support what may come of it, with the amount where law gives one', () => {
    const { summary, notCounted } = told(supportCalculation, {
      on: '2026-02-22',
      view: 'adviser',
      ...supportCase({ person: { inJobGuarantee: 'yes' } }),
    })
    expect(summary.en).toBe(
      'Nystartsjobb may be relevant (SEK 6,284 a month); Introduktionsjobb may be relevant (SEK 21,027 a month); Etableringsjobb is probably not relevant; Lönebidrag is probably not relevant; Sheltered work is probably not relevant; Special support person is probably not relevant.',
    )
    expect(notCounted).toHaveLength(2)
  })

  it('says of each rule its state and by when it can change, and each line once for all supports that it is about', () => {
    const { value, lines } = told(supportCalculation, {
      on: '2026-02-22',
      view: 'adviser',
      turnOn: ['candidates.support.yrkesintroduktion'],
      ...supportCase({ employer: { electronicPay: 'no', establishmentAgreement: 'unknown' } }),
    })
    const answers = value as {
      support: string
      amount?: object
      rules: { rule: string; state: string; by?: string }[]
    }[]
    const of = (support: string) => answers.find(one => one.support === support)
    const pay = { rule: 'candidates.support.condition.electronic_pay', state: 'not_met', by: '2026-03-02' }
    for (const { rules } of answers) expect(rules).toContainEqual(pay)
    expect(of('etableringsjobb')?.rules[0]).toEqual({
      rule: 'candidates.support.etableringsjobb.agreement',
      state: 'unknown',
      by: '2026-03-02',
    })
    expect(of('etableringsjobb')?.rules[1]).toEqual({
      rule: 'candidates.support.etableringsjobb.person',
      state: 'not_met',
    })
    expect(of('nystartsjobb')?.amount).toEqual({
      baseKronor: 20_000,
      firstLayerKronor: 6284,
      extraLayerKronor: 0,
      monthlyKronor: 6284,
      longestMonths: 14,
    })
    expect(answers.map(one => [one.support, 'amount' in one])).toEqual([
      ['nystartsjobb', true],
      ['introduktionsjobb', false],
      ['etableringsjobb', false],
      ['lonebidrag', false],
      ['skyddat_arbete', false],
      ['sius', false],
      ['yrkesintroduktion', false],
    ])
    const says = lines.map(one => one.says.en)
    expect(says.filter(one => one.includes('Electronic pay'))).toEqual([
      'All: Not yet. Electronic pay. Needed by 2026-03-02: Electronic pay.',
    ])
    expect(says.filter(one => one.includes('No redundancy'))).toEqual([
      'Nystartsjobb, Introduktionsjobb, Etableringsjobb: Yes. No redundancy.',
    ])
    expect(says.find(one => one.includes('First layer'))).toMatch(/^Nystartsjobb: First layer: /)
  })

  it('points at an absence that ends before it begins, and at nothing when it is of a day', () => {
    const pointers = (absences: Absence[]) =>
      faultsIn(supportCalculation, { on: '2026-02-22', view: 'adviser', ...supportCase({ person: { absences } }) })
    const absence = { kind: 'unemployed', from: '2025-02-01' } as const
    expect(pointers([{ ...absence, lastDay: '2025-01-31' }])).toMatchObject([{ pointer: '/person/absences/0/lastDay' }])
    expect(pointers([{ ...absence, lastDay: '2025-02-01' }])).toEqual([])
  })
})
