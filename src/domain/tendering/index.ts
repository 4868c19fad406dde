export { marketCalculation } from './market.ts'
export { tenderingRegister } from './register.ts'
export { tenderCalculation } from './tender.ts'
