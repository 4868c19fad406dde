export { type ReportsOperation, reportsAccess } from './access.ts'
export { isMonth, lastMonth, periodOf } from './month.ts'
export {
  type Decision,
  type DecisionCode,
  type DistrictGiven,
  type Measure,
  type Shown,
  type SnapshotTables,
  type Stage,
  stages,
} from './reports.ts'
export { catchUpSnapshots, type TakeSnapshot, takeSnapshot } from './take-snapshot.ts'
export { type HistoryBar, type StatePage, viewState } from './views.ts'
