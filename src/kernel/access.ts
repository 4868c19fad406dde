import type { Actor, Role } from './actor.ts'

/**
 * The outermost fence: which roles may do an operation, and on what condition, in words a lawyer can read.
 * Each capability's `access.ts` holds one table; the house test compares their union with the routes and the API document.
 */
export type AccessRule = {
  readonly roles: readonly Role[] | 'everyone'
  /** The relation that must hold besides the role, e.g. "the case belongs to the actor's authority". */
  readonly when?: string
}

export type AccessTable = Readonly<Record<string, AccessRule>>

/** Whether the actor's role is named for the operation. The relation (`when`) is checked by the capability's `may()`. */
export function holdsRole(table: AccessTable, operation: string, actor: Pick<Actor, 'role'>): boolean {
  const rule = table[operation]
  return rule !== undefined && (rule.roles === 'everyone' || rule.roles.includes(actor.role))
}
