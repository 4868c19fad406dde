import type { Id } from './id.ts'

/** The eight roles of the process, and the two that keep the house. Order as on the requirements page. */
export const roles = [
  'decision_maker',
  'procurer',
  'matching_officer',
  'district_team',
  'employer',
  'coordinator',
  'provider',
  'participant',
  'administrator',
  'auditor',
] as const

export type Role = (typeof roles)[number]

/** Roles held by people who work in the process on the public side. */
export const staffRoles = [
  'decision_maker',
  'procurer',
  'matching_officer',
  'district_team',
  'coordinator',
  'provider',
] as const satisfies readonly Role[]

export type StaffRole = (typeof staffRoles)[number]

/**
 * Whoever acts, as the database has verified it: never built from request data.
 * `context` is the secret that `gate.actor()` checks inside every transaction (trust.md §4.3); it is not the cookie.
 */
export type Actor = {
  readonly context: string
  readonly session: Id<'session'>
  readonly account: Id<'account'>
  readonly appointment: Id<'appointment'>
  readonly organisation: Id<'organisation'>
  readonly role: Role
  readonly name: string
  readonly organisationName: string
  /** The person behind a participant's account; undefined for everybody else. */
  readonly person?: Id<'person'>
}
