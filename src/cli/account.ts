import { randomBytes } from 'node:crypto'
import { Command, InvalidArgumentError, Option } from 'commander'
import pg from 'pg'
import { apiTokenPrefix } from '#db'
import { newId, type Role, roles } from '#kernel'
import { type Installation, openInstallation } from './installation.ts'
import type { OperatorSettings } from './settings.ts'

export type NewAccount = {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly organisation: string
  /** Makes the organisation when there is none of that name: the first account of an installation needs one. */
  readonly organisationKind?: string
  readonly title?: string
  readonly language: 'sv' | 'en'
  /** A program: it has no link and signs in nowhere; give it a token. */
  readonly program?: boolean
}

/** `fotfaste account …`: who may sign in. Links and tokens go to stdout and are shown this once. */
export function accountCommand(settings: OperatorSettings): Command {
  const account = new Command('account').description('add accounts, invite again, tie identities, close')
  account
    .command('add')
    .description('add somebody and print a one-time link, good for seven days')
    .requiredOption('--email <address>', 'where their letters go', readEmail)
    .requiredOption('--name <name>', 'as colleagues see it')
    .addOption(new Option('--role <role>').choices(roles.filter(role => role !== 'participant')).makeOptionMandatory())
    .requiredOption('--organisation <name>', 'the organisation they act for')
    .option('--organisation-kind <kind>', 'make the organisation when it is missing, for example city_management')
    .option('--title <title>', 'their title at work')
    .addOption(new Option('--language <language>').choices(['sv', 'en']).default('sv'))
    .option('--program', 'a program that uses the API, not a human')
    .action((options: NewAccount) => run(settings, admin => addAccount(admin, options, baseOf(settings))))
  account
    .command('invite')
    .description('print a new link for choosing a password (staff) or signing in')
    .requiredOption('--email <address>', 'whose account', readEmail)
    .action(({ email }: { email: string }) => run(settings, admin => inviteAgain(admin, email, baseOf(settings))))
  account
    .command('identity')
    .description('tie an identity at the identity provider to an account')
    .requiredOption('--email <address>', 'whose account', readEmail)
    .requiredOption('--issuer <address>', 'the provider, as its tokens say (iss)')
    .requiredOption('--subject <text>', 'who they are there (sub)')
    .action((o: { email: string; issuer: string; subject: string }) =>
      run(settings, admin => say(admin, 'gate.enter_identity($1, $2, $3)', [o.email, o.issuer, o.subject], 'Tied.')),
    )
  account
    .command('forget-app')
    .description('for a lost phone without recovery codes: the next sign-in takes a new app into use')
    .requiredOption('--email <address>', 'whose account', readEmail)
    .action((o: { email: string }) =>
      run(settings, admin => say(admin, 'gate.forget_app($1)', [o.email], 'Forgotten.')),
    )
  account
    .command('close')
    .description('close an account: it is out from the next request on')
    .requiredOption('--email <address>', 'whose account', readEmail)
    .action((o: { email: string }) =>
      run(settings, admin => say(admin, 'gate.set_active($1, false)', [o.email], 'Closed.')),
    )
  account
    .command('reopen')
    .description('open a closed account again')
    .requiredOption('--email <address>', 'whose account', readEmail)
    .action((o: { email: string }) =>
      run(settings, admin => say(admin, 'gate.set_active($1, true)', [o.email], 'Open.')),
    )
  account
    .command('token')
    .description('print a token for a program that was added with --program')
    .requiredOption('--email <address>', 'whose account', readEmail)
    .requiredOption('--name <name>', 'what the token is for')
    .option('--days <number>', 'how long it works, at most 366', readDays, 365)
    .action((o: { email: string; name: string; days: number }) => run(settings, admin => makeToken(admin, o)))
  return account
}

/** One statement as the gate, for the administrator's connection. Undefined when it answers false or nothing. */
async function asGate(admin: pg.Client, text: string, values: readonly unknown[]): Promise<unknown> {
  await admin.query('begin')
  try {
    await admin.query('set local role fotfaste_gate')
    const { rows } = await admin.query<{ done: unknown }>(`select ${text} as done`, [...values])
    await admin.query('commit')
    return rows[0]?.done || undefined
  } catch (error) {
    await admin.query('rollback')
    throw error
  }
}

/**
 * Adds an account with one appointment.
 * @param base the public address of the installation
 * @returns the address of a one-time link; a sentence for a program
 * @throws with a sentence when the e-mail is taken or the organisation is missing
 */
export async function addAccount(admin: pg.Client, account: NewAccount, base: string): Promise<string> {
  const organisation = await organisationOf(admin, account)
  const kind = account.program ? 'service' : account.role === 'employer' ? 'employer' : 'staff'
  const link = randomBytes(32).toString('base64url')
  const { email, language, role, name, title } = account
  const values = [newId(), kind, email, language, newId(), organisation, role, name, title ?? null, link]
  try {
    await asGate(admin, `gate.enter_account($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) is not null`, values)
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'account_email_is_unique') throw error
    throw new Error(
      `There is an account with the e-mail ${email} already. A new link: fotfaste account invite --email ${email}`,
    )
  }
  return account.program
    ? `Added. Its token: fotfaste account token --email ${email} --name …`
    : `${base}/logga-in/lank/${link}`
}

async function organisationOf(admin: pg.Client, account: NewAccount): Promise<string> {
  const { organisation: name, organisationKind: kind } = account
  const found = await asGate(admin, '(select id from organisations.organisation where name = $1 order by id limit 1)', [
    name,
  ])
  if (typeof found === 'string') return found
  if (!kind)
    throw new Error(`There is no organisation called ${name}. Give --organisation-kind as well, and it is made.`)
  const id = newId()
  try {
    await asGate(admin, 'gate.enter_organisation($1, $2, $3)', [id, kind, name])
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'organisation_kind_is_known') throw error
    throw new Error(`${kind} is not a kind of organisation. Examples: city_management, authority, district, supplier.`)
  }
  return id
}

/** A new link for somebody who has an account. @throws with a sentence when there is none that signs in */
export async function inviteAgain(admin: pg.Client, email: string, base: string): Promise<string> {
  const link = randomBytes(32).toString('base64url')
  if (!(await asGate(admin, 'gate.invite_again($1, $2)', [email, link]))) throw noAccount(email)
  return `${base}/logga-in/lank/${link}`
}

/** A token for a program. @throws with a sentence when the account is not a program's */
export async function makeToken(
  admin: pg.Client,
  wanted: { email: string; name: string; days: number },
): Promise<string> {
  const token = apiTokenPrefix + randomBytes(32).toString('base64url')
  const { email, name, days } = wanted
  if (await asGate(admin, 'gate.enter_token($1, $2, $3, $4)', [email, token, name, days])) return token
  throw new Error(`${email} is not an open account of a program. Add one: fotfaste account add --program …`)
}

/** Runs one of the gate's yes-or-no functions and answers with a sentence. */
export async function say(admin: pg.Client, call: string, values: readonly string[], done: string): Promise<string> {
  if (await asGate(admin, call, values)) return done
  throw noAccount(values[0] ?? '')
}

const noAccount = (email: string): Error => new Error(`There is no such account: ${email}`)
const baseOf = (settings: OperatorSettings): string => settings.publicUrl ?? `http://localhost:${settings.port}`

async function run(settings: OperatorSettings, work: (admin: pg.Client) => Promise<string>): Promise<void> {
  const quiet = (): void => undefined
  const installation: Installation = await openInstallation(settings, settings.databaseUrl === undefined, quiet)
  const admin = new pg.Client({ connectionString: installation.adminUrl })
  try {
    await admin.connect()
    process.stdout.write(`${await work(admin)}\n`)
  } finally {
    await admin.end()
    await installation.close()
  }
}

function readEmail(text: string): string {
  if (!/^[^\s@]+@[^\s@]+$/.test(text)) throw new InvalidArgumentError('Give an address such as name@city.example.')
  return text.toLowerCase()
}

function readDays(text: string): number {
  const days = Number(text)
  if (!Number.isInteger(days) || days < 1 || days > 366)
    throw new InvalidArgumentError('Give a whole number from 1 to 366.')
  return days
}
