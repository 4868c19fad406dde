import { candidatesRegister, eligibilityCalculation, supportCalculation } from '#domain/candidates'
import { compensationCalculation, compensationRules } from '#domain/compensation'
import { effectsCalculation, effectsRules } from '#domain/effects'
import { places, placesRules } from '#domain/places'
import { clauseCalculation, clauseRegister, triageCalculation, triageRegister } from '#domain/procurement'
import { strategyRegister } from '#domain/strategy'
import { market, tender, tenderingRules } from '#domain/tendering'
import type { Calculation, RegisteredRule } from '#kernel'

/** Every calculation that `fotfaste calc` runs. A capability adds its own line. */
export const calculations: readonly Calculation[] = [
  clauseCalculation,
  triageCalculation,
  eligibilityCalculation,
  supportCalculation,
  compensationCalculation,
  effectsCalculation,
  places,
  tender,
  market,
]

/** Every dated rule and parameter, for `fotfaste rules list`. A capability adds its own line. */
export const rulebook: readonly RegisteredRule[] = [
  ...clauseRegister,
  ...triageRegister,
  ...strategyRegister,
  ...candidatesRegister,
  ...compensationRules,
  ...effectsRules,
  ...placesRules,
  ...tenderingRules,
]
