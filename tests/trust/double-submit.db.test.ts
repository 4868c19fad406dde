import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#db'
import { type Answer, type Application, openApplication } from './application.ts'
import { figure, tell } from './extent.ts'
import { type Form, formsIn } from './forms.ts'
import { writeSession } from './sessions.ts'
import { actorCalled, openTrustWorld, type TrustWorld } from './world.ts'

// R5 and R6: a form sent twenty times has the effect of a form sent once. Two worlds begin alike; in one each form is sent once.

const times = figure(20, 50)

type Side = { world: TrustWorld; app: Application; cookies: Map<string, string> }
let once: Side
let often: Side

beforeAll(async () => {
  once = await openSide()
  often = await openSide()
}, 400_000)
afterAll(async () => {
  await once.world.end()
  await often.world.end()
})

async function openSide(): Promise<Side> {
  const world = await openTrustWorld()
  return { world, app: await openApplication(world), cookies: new Map() }
}

async function cookieOf(side: Side, key: string): Promise<string> {
  const held = side.cookies.get(key) ?? (await writeSession(side.world.above, actorCalled(key).appointment))
  side.cookies.set(key, held)
  return held
}

/** How many rows each table holds, but for readings and sessions. */
async function counts(side: Side): Promise<Record<string, number>> {
  const tables = await side.world.above<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r'
       and n.nspname !~ '^(pg_|information_schema|pgboss)' and c.oid::regclass::text not in ('gate.session', 'gate.read_log', 'gate.sign_in_log') order by 1`,
  )
  const held: Record<string, number> = {}
  for (const { name } of tables)
    held[name] = (await side.world.above<{ n: number }>(`select count(*)::int as n from ${name}`))[0]?.n ?? 0
  return held
}

const difference = (before: Record<string, number>, after: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.keys(after)
      .map(name => [name, (after[name] ?? 0) - (before[name] ?? 0)])
      .filter(([, n]) => n !== 0),
  )

type Case = {
  readonly who: string
  readonly intent: string
  /** Where the form is: found by a question to the database, the same in both worlds. */
  readonly page: string | ((side: Side) => Promise<string>)
  readonly fill?: Form['fields']
}

const idWhere =
  (statement: string) =>
  async (side: Side): Promise<string> => {
    const [row] = await side.world.above<{ path: string }>(statement)
    if (!row) throw new Error(`Nothing in the world is such: ${statement}`)
    return row.path
  }

const cases: Readonly<Record<string, Case>> = {
  'opening a case': {
    who: 'procurer',
    intent: 'save',
    page: '/upphandlingar/ny',
    fill: {
      title: 'Prov av dubbla tryck',
      contractStart: '2026-09-01',
      contractEnd: '2028-08-31',
      places: '3',
      months: '12',
      service: 'Lokalvård',
      education: 'Ingen',
      priorKnowledge: '',
      skills: '',
      comments: '',
      cpv: '',
      value: '',
      area: '',
    },
  },
  'confirming a course': { who: 'provider', intent: 'confirm', page: '/insatser' },
  'noting somebody’s status': {
    who: 'matching_officer',
    intent: 'status',
    page: idWhere(
      `select '/personer/' || p.id as path from candidates.person p join organisations.organisation o on o.id = p.matching_id
        where o.name = 'Arbetsmarknad Nordost' and p.status = 'ready' and not p.protected order by p.number limit 1`,
    ),
    fill: { status: 'paused', ready: '' },
  },
  'answering a question': {
    who: 'participant',
    intent: 'answer',
    page: idWhere(
      `select '/fraga/' || m.id as path from candidates.permission m join candidates.person p on p.id = m.person_id
        where p.number = 4419 and m.answer is null and m.replaced_at is null and m.valid_to >= gate.today() order by m.asked_at desc limit 1`,
    ),
  },
  'wanting to meet a candidate': {
    who: 'employer',
    intent: 'want',
    page: idWhere(`select '/kandidater/' || p.id as path from procurement.procurement p where p.number = '2025-045'`),
  },
  'proposing how places are spread': {
    who: 'district_team',
    intent: 'change',
    page: idWhere(
      `select '/upphandlingar/' || p.id || '/fordelning' as path from procurement.procurement p join procurement.need n on n.procurement_id = p.id and n.submitted_at is not null
        where p.requirement = 'employment' and p.state = 'open' and not exists (select from places.apportionment a where a.procurement_id = p.id) order by p.number limit 1`,
    ),
  },
  'sending a report': {
    who: 'employer',
    intent: 'submit',
    page: idWhere(
      `select '/rapporter/' || r.id as path from followup.report r join organisations.organisation o on o.id = r.supplier_id
        where o.name = 'Städ i Väst AB' and r.state = 'open' and r.period_to < gate.today() order by r.due_on limit 1`,
    ),
  },
}

async function draw(
  side: Side,
  one: Case,
): Promise<{ path: string; fields: Record<string, string | readonly string[]>; cookie: string }> {
  const cookie = await cookieOf(side, one.who)
  const page = typeof one.page === 'string' ? one.page : await one.page(side)
  const answer = await side.app.ask({ path: page, cookie })
  const form = formsIn(answer.body, page).find(found => found.intent === one.intent)
  if (!form) throw new Error(`${page} draws no form ${one.intent} for ${one.who} (${answer.status})`)
  const action = form.action.startsWith('#') ? page : (form.action.split('#')[0] ?? page)
  return { path: action, fields: { ...form.fields, ...one.fill }, cookie }
}

const send = (
  side: Side,
  { path, fields, cookie }: Awaited<ReturnType<typeof draw>>,
  app = side.app,
): Promise<Answer> => app.ask({ method: 'POST', path, form: fields, cookie })
const told = (answer: Answer): string =>
  `${answer.status} ${answer.location ?? ''}`.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')

describe.each(Object.entries(cases))('%s', (_, one) => {
  it(`${times} times at once has the effect of once, and the same answer (trust.md R5)`, async () => {
    const [before, single, otherTab] = [await counts(once), await draw(once, one), await draw(once, one)]
    const answer = await send(once, single)
    const effect = difference(before, await counts(once))
    expect(told(answer)).toMatch(/^303/)
    expect(Object.keys(effect).filter(table => table !== 'gate.receipt').length).toBeGreaterThan(
      one.intent === 'confirm' ? 0 : 1,
    )

    // From another tab, drawn before: it overwrites nothing (trust.md R6). A form without a version begins something new.
    if ('version' in otherTab.fields) expect([409, 422]).toContain((await send(once, otherTab)).status)
    expect('version' in otherTab.fields ? difference(before, await counts(once)) : effect).toEqual(effect)

    const [held, form] = [await counts(often), await draw(often, one)]
    const answers = await Promise.all(Array.from({ length: times }, () => send(often, form)))
    expect(new Set(answers.map(one => `${one.status} ${one.location}`)).size).toBe(1)
    expect(told(answers[0]!)).toBe(told(answer))
    expect(difference(held, await counts(often))).toEqual(effect)

    // Again after everything has been started anew: the same answer, and nothing more.
    const again = await openDatabase(often.world.adminUrl, often.world.secret, 2)
    const restarted = await openApplication({ ...often.world, db: again.db })
    expect(told(await send(often, form, restarted))).toBe(told(answer))
    await again.close()

    // The same key for something else is refused, and does nothing.
    const other = { ...form, fields: { ...form.fields, version: '77', note: 'något annat', title: 'Något annat' } }
    expect((await send(often, other)).status).toBe(422)
    expect(difference(held, await counts(often))).toEqual(effect)
  })
})

describe('a program that repeats itself', () => {
  const body = {
    title: 'Prov av upprepning',
    contractStart: '2026-09-01',
    contractEnd: '2027-08-31',
    need: { places: 2, form: 'permanent', months: 6, service: 'Lokalvård', education: 'Ingen' },
  }
  it(`opens one case in ${times} tries with one key, and none with the key of another (trust.md R5)`, async () => {
    const bearer = await writeSession(often.world.above, actorCalled('procurer').appointment, { kind: 'api' })
    const key = randomUUID()
    const held = await counts(often)
    const ask = (json: unknown): Promise<Answer> =>
      often.app.ask({ method: 'POST', path: '/api/v1/procurements', bearer, json, headers: { 'idempotency-key': key } })
    const answers = await Promise.all(Array.from({ length: times }, () => ask(body)))
    expect(new Set(answers.map(answer => `${answer.status} ${answer.body}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect((await ask({ ...body, title: 'Något annat' })).status).toBe(422)
    expect(difference(held, await counts(often))['procurement.procurement']).toBe(1)
    tell(`R5: ${Object.keys(cases).length} forms and one write of the API × ${times} at once`)
  })
})
