export { asActor, asWorker, type Db, type Receipt, viewAs, withReceipt } from './act.ts'
export { appendEvent, type HistoryLine, type NewEvent, readHistory } from './event.ts'
export { migrate } from './migrate.ts'
export { openDatabase } from './open.ts'
export {
  apiTokenPrefix,
  chooseLanguage,
  createApiToken,
  endOwnSession,
  type OwnAccount,
  type OwnAppointment,
  type OwnSession,
  ownTotp,
  renewRecovery,
  viewOwnAccount,
} from './own-account.ts'
export { connection } from './pools.ts'
export { type LoginRole, loginRoles, roleName } from './roles.ts'
export {
  beginWithIdentity,
  checkPassword,
  finishStep,
  type Network,
  type NextStep,
  type Proof,
  passwordSalt,
  type StepOffer,
  tryStep,
  viewStep,
} from './second-step.ts'
export { type Opened, openSession } from './session.ts'
export {
  type Beginning,
  type CastMember,
  changeRole,
  demonstrate,
  endSession,
  listCast,
  passTime,
  type Started,
} from './sign-in.ts'
export {
  type Addressed,
  askLink,
  type LinkPurpose,
  type LinkView,
  renewLink,
  spendCode,
  spendLink,
  spendPasswordLink,
  viewLink,
} from './sign-in-link.ts'
export type { DB } from './tables.gen.ts'
export type { Tx } from './tx.ts'
