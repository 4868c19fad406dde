export { catalogueAccess, mayCatalogue } from './access.ts'
export { type CatalogueRefusal, freshDays, type Intervention, type Payer, payers, type Start } from './catalogue.ts'
export { changeSeats, confirmIntervention, type LockedStart, lockStart, moveSeat } from './keep.ts'
export { findStart, listInterventions } from './views.ts'
