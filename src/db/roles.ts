import { createHmac } from 'node:crypto'
import type { Client } from 'pg'

/** Login roles of the application. Each owns nothing, bypasses nothing, and may create nothing (trust.md §4.2). */
export const loginRoles = ['web_rw', 'web_ro', 'sign_in', 'worker', 'auditor'] as const
export type LoginRole = (typeof loginRoles)[number]

/** The name of a role in PostgreSQL, where roles belong to the whole server. */
export function roleName(role: LoginRole | 'owner' | 'gate'): string {
  return `fotfaste_${role}`
}

/** A login role's password, derived from the installation's secret so that nothing more needs to be kept. */
export function rolePassword(secret: string, role: LoginRole): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')
}

/** Creates what is missing and sets the passwords. Runs as the administrator, before the migrations. */
export async function ensureRoles(admin: Client, secret: string): Promise<void> {
  const existing = new Set(
    (await admin.query<{ rolname: string }>('select rolname from pg_roles')).rows.map(row => row.rolname),
  )
  for (const role of ['owner', 'gate'] as const) {
    if (!existing.has(roleName(role))) await admin.query(`create role ${roleName(role)} nologin`)
    await admin.query(`grant ${roleName(role)} to current_user`)
  }
  for (const role of loginRoles) {
    const limits = 'nosuperuser nocreatedb nocreaterole noinherit login'
    const verb = existing.has(roleName(role)) ? 'alter' : 'create'
    await admin.query(`${verb} role ${roleName(role)} ${limits} password '${rolePassword(secret, role)}'`)
    await admin.query(`alter role ${roleName(role)} set search_path = pg_catalog`)
    await admin.query(`alter role ${roleName(role)} set statement_timeout = '${role === 'worker' ? '10min' : '20s'}'`)
    await admin.query(`alter role ${roleName(role)} set idle_in_transaction_session_timeout = '30s'`)
  }
}
