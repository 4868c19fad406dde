/** What the operator may set, all optional for a demonstration. Read from the environment in main.ts and nowhere else. */
export type OperatorSettings = {
  readonly port: number
  /** A PostgreSQL server of one's own (15–18), as an administrator of the database; otherwise the embedded one is used. */
  readonly databaseUrl?: string
  /** Where the embedded server and the installation's secret lie. */
  readonly dataFolder: string
  /** Where the pages are reached from outside; decides cookies and links. */
  readonly publicUrl?: string
  /** Key material; a demonstration makes its own, production must be given one. */
  readonly secret?: string
  readonly smtpUrl?: string
  readonly mailFrom?: string
  readonly oidc?: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly name: string
    /** Authentication contexts that are strong enough for staff, from OIDC_ACR separated by spaces; any when unset. */
    readonly strongEnough?: readonly string[]
  }
  /** How many proxies of one's own stand in front, from PROXIES; none when unset. */
  readonly proxies?: number
}

/** Reads the environment. Throws with every fault at once, each with how to mend it. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): OperatorSettings {
  const faults: string[] = []
  const port = Number(env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    faults.push(`PORT is "${env.PORT}": give a number from 0 to 65535.`)
  if (env.DATABASE_URL && !/^postgres(ql)?:\/\//.test(env.DATABASE_URL)) {
    faults.push(
      'DATABASE_URL does not begin with postgres://: give an address such as postgres://user:password@host:5432/database.',
    )
  }
  const proxies = Number(env.PROXIES ?? 0)
  if (!Number.isInteger(proxies) || proxies < 0)
    faults.push(`PROXIES is "${env.PROXIES}": give the number of your own proxies in front, 0 for none.`)
  const oidcParts = [env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET]
  if (oidcParts.some(Boolean) && !oidcParts.every(Boolean)) {
    faults.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: give all three or none.')
  }
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return {
    port,
    proxies,
    dataFolder: env.FOTFASTE_DATA ?? './data',
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.FOTFASTE_URL ? { publicUrl: env.FOTFASTE_URL.replace(/\/$/, '') } : {}),
    ...(env.FOTFASTE_SECRET ? { secret: env.FOTFASTE_SECRET } : {}),
    ...(env.SMTP_URL ? { smtpUrl: env.SMTP_URL } : {}),
    ...(env.MAIL_FROM ? { mailFrom: env.MAIL_FROM } : {}),
    ...(env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
      ? {
          oidc: {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            name: env.OIDC_NAME ?? 'OIDC',
            ...(env.OIDC_ACR ? { strongEnough: env.OIDC_ACR.split(/\s+/).filter(Boolean) } : {}),
          },
        }
      : {}),
  }
}
