export { market } from './market.ts'
export { tenderingRules } from './register.ts'
export { tender } from './tender.ts'
