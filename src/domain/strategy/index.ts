export {
  type CaseFacts,
  type Condition,
  type GoverningRule,
  procedures,
  purchaseTypes,
  type Ruling,
  rulings,
} from './governing-rule.ts'
export { type Judgement, judgeCase, partNames } from './judge.ts'
export { type PublishedPolicy, publishedPolicies, strategyRegister } from './published-policies.ts'
export { type PastCase, type Rehearsal, rehearse } from './rehearse.ts'
