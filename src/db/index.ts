export { asActor, type Db, type Receipt, viewAs, withReceipt } from './act.ts'
export { appendEvent, type HistoryLine, type NewEvent, readHistory } from './event.ts'
export { migrate } from './migrate.ts'
export { openDatabase } from './open.ts'
export { type LoginRole, loginRoles, roleName } from './roles.ts'
export { type Opened, openSession } from './session.ts'
export {
  type Beginning,
  type CastMember,
  changeRole,
  demonstrate,
  endSession,
  listCast,
  type Started,
} from './sign-in.ts'
export type { DB } from './tables.gen.ts'
export type { Tx } from './tx.ts'
