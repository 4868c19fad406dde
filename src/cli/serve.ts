import pg from 'pg'
import { sealIdentity } from '#domain/candidates'
import { dayOf } from '#kernel'
import { layOutWorld, loadWorld } from '#world'
import type { Pictures } from './calc.ts'
import { type Installation, openInstallation } from './installation.ts'
import type { OperatorSettings } from './settings.ts'

/** Pages and API, given by main.ts, since this room does not know the web. */
export type Host = {
  /** What `calc` can draw. */
  readonly pictures: Pictures
  /** Builds the pages when their sources have changed. */
  readonly prepare: () => Promise<unknown>
  /** Puts them on a port; resolves when it listens. */
  readonly listen: (
    installation: Installation,
    options: HostOptions,
  ) => Promise<{ url: string; close: () => Promise<void> }>
}

/** What the operator has set, with the public address settled. `lost` ends the program when the database is given up. */
export type HostOptions = {
  readonly demonstration: boolean
  readonly publicUrl: string
  readonly operator: OperatorSettings
}

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

/** `fotfaste start`: the demonstration. Own database, own secret, the Göteborg world in an empty database, pages on this machine. */
export async function start(settings: OperatorSettings, host: Host, day: string | undefined): Promise<void> {
  const built = host.prepare()
  const installation = await openInstallation(settings, true, say)
  await Promise.all([built, seedWhenEmpty(installation, day)])
  await installation.readClock()
  await listen(installation, host, {
    demonstration: true,
    publicUrl: settings.publicUrl ?? `http://localhost:${settings.port}`,
    operator: settings,
  })
}

/** `fotfaste serve`: production. Refuses without its secrets and on a database that holds a demonstration world. */
export async function serve(settings: OperatorSettings, host: Host): Promise<void> {
  const faults = [
    ...(settings.secret
      ? []
      : ['FOTFASTE_SECRET is missing: at least 32 random characters, for example from `openssl rand -base64 32`.']),
    ...(settings.publicUrl?.startsWith('https://')
      ? []
      : ['FOTFASTE_URL is missing or not https: the address where users reach the service.']),
    ...(settings.databaseUrl
      ? []
      : ['DATABASE_URL is missing: production runs on a PostgreSQL of your own (15–18), which you back up.']),
    ...(settings.smtpUrl ? [] : ['SMTP_URL is missing: employers and participants sign in by a mailed link.']),
  ]
  if (faults.length > 0) throw new Error(faults.join('\n'))
  await host.prepare()
  const installation = await openInstallation(settings, false, say)
  if (await isDemonstration(installation)) {
    await installation.close()
    throw new Error('This database holds a demonstration world. Production needs a database of its own.')
  }
  await listen(installation, host, { demonstration: false, publicUrl: settings.publicUrl ?? '', operator: settings })
}

async function listen(installation: Installation, host: Host, options: HostOptions): Promise<void> {
  const listening = await host.listen(installation, options)
  say(`Fotfäste is at ${listening.url}`)
  let ending = false
  const end = async (): Promise<void> => {
    if (ending) return
    ending = true
    await listening.close()
    await installation.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end())
}

async function seedWhenEmpty(installation: Installation, day: string | undefined): Promise<void> {
  if (await hasWorld(installation)) return
  say('Laying out the demonstration world …')
  await loadWorld(installation.adminUrl, layOutWorld({ day: day ?? dayOf(new Date()) }), {
    seal: number => sealIdentity(installation.secret, number),
  })
}

async function hasWorld(installation: Installation): Promise<boolean> {
  return asAdministrator(
    installation,
    async admin => (await admin.query('select from organisations.organisation limit 1')).rowCount !== 0,
  )
}

async function isDemonstration(installation: Installation): Promise<boolean> {
  return asAdministrator(
    installation,
    async admin =>
      (await admin.query('select 1 from gate.demonstration union all select 1 from gate.cast limit 1')).rowCount !== 0,
  )
}

async function asAdministrator<Value>(
  installation: Installation,
  work: (admin: pg.Client) => Promise<Value>,
): Promise<Value> {
  const admin = new pg.Client({ connectionString: installation.adminUrl })
  await admin.connect()
  return work(admin).finally(() => admin.end())
}
