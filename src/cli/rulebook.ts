import { candidatesRegister, eligibilityCalculation, supportCalculation } from '#domain/candidates'
import { compensationCalculation, compensationRules } from '#domain/compensation'
import { effectsCalculation, effectsRules } from '#domain/effects'
import { placesCalculation, placesRegister } from '#domain/places'
import { clauseCalculation, procurementRegister, triageCalculation } from '#domain/procurement'
import { reportsRegister } from '#domain/reports'
import { strategyRegister } from '#domain/strategy'
import { marketCalculation, tenderCalculation, tenderingRegister } from '#domain/tendering'
import type { Calculation, RegisteredRule } from '#kernel'

/** Every calculation that `fotfaste calc` runs. A capability adds its own line. */
export const calculations: readonly Calculation[] = [
  clauseCalculation,
  triageCalculation,
  eligibilityCalculation,
  supportCalculation,
  compensationCalculation,
  effectsCalculation,
  placesCalculation,
  tenderCalculation,
  marketCalculation,
]

/** Every dated rule and parameter, for `fotfaste rules list`. A capability adds its own line. */
export const rulebook: readonly RegisteredRule[] = [
  ...procurementRegister,
  ...strategyRegister,
  ...candidatesRegister,
  ...compensationRules,
  ...effectsRules,
  ...placesRegister,
  ...tenderingRegister,
  ...reportsRegister,
]
