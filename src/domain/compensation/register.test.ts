import { expect, it } from 'vitest'
import { expectRegister } from '#test/wording'
import { compensationRules } from './register.ts'

it('UPH-5: each rule and parameter says what it is and how well it is known, in both languages, from its day', () => {
  expectRegister(compensationRules)
  expect(compensationRules.map(({ id, kind, confidence }) => [id, kind, confidence])).toEqual([
    ['compensation.shares', 'parameter', 'source'],
    ['compensation.base', 'rule', 'source'],
    ['compensation.results', 'rule', 'source'],
    ['compensation.cost_cover', 'rule', 'source'],
    ['compensation.tiers', 'rule', 'own_choice'],
    ['compensation.clawback', 'rule', 'own_choice'],
    ['compensation.corrections', 'rule', 'own_choice'],
    ['compensation.rehearsal', 'rule', 'own_choice'],
  ])
  expect(new Set(compensationRules.map(({ validFrom }) => validFrom))).toEqual(new Set(['2019-01-01']))
})
