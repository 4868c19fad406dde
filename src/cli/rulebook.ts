import { candidatesRegister, eligibilityCalculation, supportCalculation } from '#domain/candidates'
import { clauseCalculation, procurementRegister, triageCalculation } from '#domain/procurement'
import { strategyRegister } from '#domain/strategy'
import type { Calculation, RegisteredRule } from '#kernel'

/** Every calculation that `fotfaste calc` runs. A capability adds its own line. */
export const calculations: readonly Calculation[] = [
  clauseCalculation,
  triageCalculation,
  eligibilityCalculation,
  supportCalculation,
]

/** Every dated rule and parameter, for `fotfaste rules list`. A capability adds its own line. */
export const rulebook: readonly RegisteredRule[] = [...procurementRegister, ...strategyRegister, ...candidatesRegister]
