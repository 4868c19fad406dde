export { compensationCalculation } from './calculation.ts'
export type { CompensationInput } from './input.ts'
export { compensationRules } from './register.ts'
export { type CompensationResult, compensationOf } from './result.ts'
