import { expect, it } from 'vitest'
import { expectRegister } from '#test/wording'
import { effectsRules } from './register.ts'

it('STR-10: each rule and parameter says what it is and how well it is known, in both languages, from its day', () => {
  expectRegister(effectsRules)
  expect(effectsRules.map(({ id, kind, confidence, validFrom }) => [id, kind, confidence, validFrom])).toEqual([
    ['effects.double_entry', 'rule', 'own_choice', '2026-01-01'],
    ['effects.counterfactual', 'rule', 'own_choice', '2026-01-01'],
    ['effects.span', 'rule', 'own_choice', '2026-01-01'],
    ['effects.income_tax', 'parameter', 'secondary', '2026-01-01'],
    ['effects.benefits', 'parameter', 'source', '2025-10-01'],
    ['effects.average_local_tax', 'parameter', 'unverified', '2026-01-01'],
    ['effects.income_equalisation', 'parameter', 'unverified', '2020-01-01'],
    ['effects.assumptions', 'parameter', 'own_choice', '2026-01-01'],
  ])
})
