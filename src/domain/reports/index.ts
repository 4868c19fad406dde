export { type ReportsOperation, reportsAccess } from './access.ts'
export { type CheckConsistency, type CheckResult, checkConsistency } from './check/check-consistency.ts'
export type { FindingGroup } from './day/findings.ts'
export { type MyDay, viewMyDay } from './day/my-day.ts'
export type { NewsLine } from './day/news.ts'
export { type EmployerDay, viewEmployerDay } from './day/of-employer.ts'
export { type ToDo, type ToDoKind, type ToDoList, toDoKinds } from './day/to-do.ts'
export { isMonth, lastMonth, periodOf } from './month.ts'
export { reportsRegister } from './register.ts'
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
export { type Reading, type ReadingFlag, type ReviewPage, readingFlags, viewReview } from './review.ts'
export type { SuppressRefusal } from './suppress.ts'
export { catchUpSnapshots, type TakeSnapshot, takeSnapshot } from './take-snapshot.ts'
export { type HistoryBar, type StatePage, viewState } from './views.ts'
