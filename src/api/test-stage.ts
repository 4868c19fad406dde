import { randomBytes, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import pg from 'pg'
import { apiTokenPrefix, createApiToken, demonstrate, openSession } from '#db'
import { sealIdentity } from '#domain/candidates'
import { newId } from '#kernel'
import { proposeCase, readNotice } from '#outside/notices'
import { type Content, createTestDatabase, type TestDatabase } from '#test/database'
import { type Canary, canariesOf, cast, layOutWorld, loadWorld, type World } from '#world'
import { createApi } from './api.ts'
import { basePath } from './openapi.ts'

const day = '2026-03-02'

/** The demonstration world with every personal text marked by whose it is. */
const markedWorld: Content = {
  name: 'api_canaries',
  fill: async database => {
    const seal = (number: string) => sealIdentity(database.secret, number)
    await loadWorld(database.adminUrl, laidOut(), { seal })
  },
}

let world: World | undefined
function laidOut(): World {
  world ??= layOutWorld({ day, canaries: true })
  return world
}

export type Sent = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Readonly<Record<string, unknown>>
}

export type Ask = {
  readonly token?: string
  readonly body?: unknown
  /** As it stands: neither made to JSON nor given a content type. */
  readonly raw?: BodyInit
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type ApiStage = TestDatabase & {
  /** Asks the API as a program would: `get /me`, with the token of somebody in the cast. */
  readonly ask: (line: string, ask?: Ask) => Promise<Sent>
  /** A token that acts as somebody of the cast. */
  readonly tokenOf: (key: string) => Promise<string>
  readonly above: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  /** Errors that the API did not expect. */
  readonly errors: unknown[]
  /** Every marked text of the world, by its marker. */
  readonly canaries: ReadonlyMap<string, Canary>
  readonly end: () => Promise<void>
}

/** The API on a world of one's own. */
export async function setApiStage(options: { readonly perMinute?: number } = {}): Promise<ApiStage> {
  const database = await createTestDatabase(markedWorld)
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const above: ApiStage['above'] = async <Row extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ) => (await admin.query<Row>(text, [...values])).rows
  const errors: unknown[] = []
  // Mounted as main.ts does it.
  const app = new Hono()
  const api = createApi({
    db: database.db,
    now: database.now,
    readNotice,
    proposeCase,
    onError: error => errors.push(error),
    perMinute: options.perMinute ?? 1_000_000,
  })
  app.route(basePath, api)
  const tokens = new Map<string, Promise<string>>()
  return {
    ...database,
    above,
    errors,
    canaries: new Map([...canariesOf(laidOut())].map(one => [one.marker, one])),
    ask: async (line, { token, body, raw, key = newId(), headers = {} } = {}) => {
      const [method = 'GET', path = '/'] = line.split(' ')
      const response = await app.request(basePath + path, {
        method: method.toUpperCase(),
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(/^(post|put)$/i.test(method) ? { 'Idempotency-Key': key } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined && raw === undefined ? {} : { body: raw ?? JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, body: text === '' ? {} : JSON.parse(text) }
    },
    tokenOf: key => {
      const made = tokens.get(key) ?? makeToken(database, above, key)
      tokens.set(key, made)
      return made
    },
    end: async () => {
      await admin.end()
      await database.drop()
    },
  }
}

const secretOf = (): string => randomBytes(32).toString('base64url')

/** Staff make their own tokens. For an employer an administrator makes one, for a service account at the same organisation. */
async function makeToken({ db }: TestDatabase, above: ApiStage['above'], key: string): Promise<string> {
  const member = cast.find(one => one.key === key)
  if (!member) throw new Error(`Nobody in the cast is ${key}`)
  const isStaff = member.role !== 'employer' && member.role !== 'participant'
  const maker = isStaff ? member : cast.find(one => one.role === 'administrator')
  const session = secretOf()
  await demonstrate(db, maker?.appointmentId ?? '', { token: session, device: 'test' })
  const actor = await openSession(db, session)
  if (!actor) throw new Error(`${maker?.key} could not sign in`)
  const appointment = isStaff
    ? member.appointmentId
    : await enterProgram(above, { key, organisation: member.organisationId ?? '', role: member.role })
  const token = apiTokenPrefix + secretOf()
  const made = await createApiToken(db, actor, { token, appointment, name: `Test ${key}`, days: 30 })
  if (!made.ok) throw new Error(`${key}: ${made.code}`)
  return token
}

async function enterProgram(
  above: ApiStage['above'],
  { key, organisation, role }: { readonly key: string; readonly organisation: string; readonly role: string },
): Promise<string> {
  const appointment = randomUUID()
  await above(`select gate.enter_account($1, 'service', $2, 'sv', $3, $4, $5, 'A program', 'program', null)`, [
    randomUUID(),
    `program-${key}@example.org`,
    appointment,
    organisation,
    role,
  ])
  return appointment
}
