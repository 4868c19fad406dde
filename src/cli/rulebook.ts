import { compensationCalculation, compensationRules } from '#domain/compensation'
import { effectsCalculation, effectsRules } from '#domain/effects'
import type { Calculation, RegisteredRule } from '#kernel'

/** Every calculation that `fotfaste calc` runs. A capability adds its own line. */
export const calculations: readonly Calculation[] = [compensationCalculation, effectsCalculation]

/** Every dated rule and parameter, for `fotfaste rules list`. A capability adds its own line. */
export const rulebook: readonly RegisteredRule[] = [...compensationRules, ...effectsRules]
