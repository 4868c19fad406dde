import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actors, addUp, eachFlow, type FlowName, flowName, flowNames, flows, gainsOf } from './flows.ts'

const amounts = fc.dictionary(fc.constantFrom(...flowNames), fc.integer({ min: -1e9, max: 1e9 }))

describe('double entry (STR-10)', { timeout: 60_000 }, () => {
  it('makes the actors’ gains sum to the work done less what was used up, whatever flows', () => {
    fc.assert(
      fc.property(amounts, drawn => {
        const gains = gainsOf(drawn)
        const of = (name: FlowName): number => drawn[name] ?? 0
        const used = of('work_costs') + of('programme') + of('employer_costs') + of('municipal_costs')
        expect(gains.society).toBe(of('work_done') - used)
        expect(actors.reduce((sum, who) => sum + gains[who], 0)).toBe(gains.society)
      }),
    )
  })

  it.each([
    ['pay', 'employer', 'individual'],
    ['employer_fees', 'employer', 'state'],
    ['municipal_tax', 'individual', 'municipality'],
    ['region_tax', 'individual', 'region'],
    ['burial_fee', 'individual', 'municipality'],
    ['state_tax', 'individual', 'state'],
    ['tax_credits', 'state', 'individual'],
    ['state_benefits', 'state', 'individual'],
    ['social_assistance', 'municipality', 'individual'],
    ['support', 'state', 'employer'],
    ['equalisation_municipality', 'municipality', 'state'],
    ['equalisation_region', 'region', 'state'],
  ] as const)('moves %s from %s to %s and changes nothing else', (name, from, to) => {
    expect(gainsOf({ [name]: 7 })).toEqual({
      individual: 0,
      municipality: 0,
      region: 0,
      state: 0,
      employer: 0,
      society: 0,
      [from]: -7,
      [to]: 7,
    })
  })

  it.each([
    ['work_costs', 'individual'],
    ['programme', 'state'],
    ['employer_costs', 'employer'],
    ['municipal_costs', 'municipality'],
  ] as const)('takes %s from %s and from society', (name, from) => {
    expect(gainsOf({ [name]: 7 })).toMatchObject({ [from]: -7, society: -7 })
  })

  it('pays the support and the costs of the requirement for everybody; all else only for whom it changed', () => {
    const forAll = flowNames.filter(name => !flows[name].additional)
    expect(forAll).toEqual(['support', 'employer_costs', 'municipal_costs'])
  })

  it('adds, leaves out what is nothing, and has a name in both languages for each flow', () => {
    expect(addUp([{ pay: 3, support: 2 }, { pay: -3 }])).toEqual({ support: 2 })
    expect(eachFlow(name => (name === 'pay' ? 1 : 0))).toEqual({ pay: 1 })
    expect(new Set(flowNames.map(name => flowName(name).sv)).size).toBe(flowNames.length)
    expect(new Set(flowNames.map(name => flowName(name).en)).size).toBe(flowNames.length)
  })
})
