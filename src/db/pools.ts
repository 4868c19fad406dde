import { Pool, types } from 'pg'
import { type LoginRole, roleName, rolePassword } from './roles.ts'

// A day is a day: never a JavaScript Date in the server's time zone. Counts and hundredths fit a double exactly.
types.setTypeParser(types.builtins.DATE, text => text)
types.setTypeParser(types.builtins.INT8, text => Number(text))
types.setTypeParser(types.builtins.NUMERIC, text => Number(text))

export type Pools = Readonly<Record<'web_rw' | 'web_ro' | 'sign_in' | 'worker', Pool>>

/** Connection pools, one per login role. Only this folder imports them. */
export function openPools(adminUrl: string, secret: string, size: number): Pools {
  const open = (role: LoginRole, max: number): Pool => {
    const pool = new Pool({
      ...connection(adminUrl, secret, role),
      max,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
    })
    pool.on('error', () => undefined) // an idle connection died: the pool replaces it, the next query tells if the server is gone
    return pool
  }
  return {
    web_rw: open('web_rw', size),
    web_ro: open('web_ro', size),
    sign_in: open('sign_in', 4),
    worker: open('worker', 4),
  }
}

/** How a login role reaches the same database as the administrator. */
export function connection(adminUrl: string, secret: string, role: LoginRole): { connectionString: string } {
  const url = new URL(adminUrl)
  url.username = roleName(role)
  url.password = rolePassword(secret, role)
  url.searchParams.set('application_name', `fotfaste ${role}`)
  return { connectionString: url.toString() }
}
