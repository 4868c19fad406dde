import { type RegisteredRule, registerOf } from '#kernel'
import { decisionTemplate } from './decision-template.ts'
import { gateQuestions, screening } from './questions.ts'

/** The questions of the triage and the template of the decision basis, for the register. */
export const triageRegister: readonly RegisteredRule[] = registerOf([
  ...Object.values(gateQuestions).map(({ entry }) => entry),
  ...Object.values(screening).map(({ entry }) => entry),
  decisionTemplate,
])
