import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, openApplication, type Planted } from './application.ts'
import { castNet } from './canaries.ts'
import { catalogueFaults } from './catalogue.ts'
import { formsIn } from './forms.ts'
import { faultsOfVisit, type Stage, visitsOf } from './matrix.ts'
import { cardsTold, namesTold, readingsLogged } from './naked-calls.ts'
import { connectAs, grantedTables, nakedRead, withContext } from './naked-reads.ts'
import { nakedInsert, nakedUpdate, writableTables } from './naked-writes.ts'
import { type Facts, readFacts, type Who } from './oracle/facts.ts'
import { readable } from './oracle/rows.ts'
import { contextOf, writeSession } from './sessions.ts'
import { actorCalled, canaries, openTrustWorld, type TrustWorld } from './world.ts'

// §9.5: the tests of this folder can fail. Each fault is planted in a world of its own, and the check that guards it must see it.

/** A world to plant in, and somebody to look. */
type Lab = { world: TrustWorld; client: pg.Client; facts: Facts; context: (key: string) => Promise<string> }
type Check = (lab: Lab) => Promise<string[]>

async function openLab(): Promise<Lab & { end: () => Promise<void> }> {
  const world = await openTrustWorld()
  const client = await connectAs(world, 'web_rw')
  const facts = await readFacts(world.above, Object.keys(readable))
  const context = async (key: string): Promise<string> =>
    contextOf(await writeSession(world.above, actorCalled(key).appointment))
  const end = async (): Promise<void> => {
    await client.end()
    await world.end()
  }
  return { world, client, facts, context, end }
}

const catalogue: Check = ({ world }) => catalogueFaults(world.above)

const reads =
  (key: string, table: string): Check =>
  async ({ world, client, facts, context }) => {
    const granted = (await grantedTables(world.above, 'web_rw')).find(one => one.table === table)
    return granted ? nakedRead(client, await context(key), actorCalled(key), granted, facts) : []
  }
const writes =
  (key: string, table: string, how: typeof nakedUpdate): Check =>
  async ({ world, client, facts, context }) => {
    const to = (await writableTables(world.above)).find(one => one.table === table)
    return to ? how(client, await context(key), actorCalled(key), to, facts) : []
  }
const people = (facts: Facts) =>
  facts
    .rows('candidates.person')
    .filter(
      (row, n) => row.protected || n % 20 === 0 || facts.by('candidates.assignment', 'person_id', row.id).length > 0,
    )
const names =
  (key: string): Check =>
  async ({ client, facts, context }) =>
    namesTold(client, await context(key), actorCalled(key), facts, people(facts))
const logged =
  (key: string): Check =>
  async ({ client, world, facts, context }) =>
    readingsLogged(client, world.above, await context(key), actorCalled(key), people(facts))
const cards =
  (key: string): Check =>
  async ({ client, facts, context }) =>
    cardsTold(client, await context(key), actorCalled(key), facts, facts.rows('procurement.procurement'))
/** Somebody's account number, known to every colleague, is no context. */
const forged =
  (key: string): Check =>
  async ({ client }) => {
    const { rows } = await withContext(client, actorCalled(key).account, () =>
      client.query('select id from organisations.area'),
    )
    return rows.length > 0 ? [`an account number opens ${rows.length} rows`] : []
  }

/** A function of the database with a piece of its text put otherwise. */
const rewritten =
  (name: string, there: string, instead: string) =>
  async ({ world }: Lab): Promise<void> => {
    const [row] = await world.above<{ text: string }>(`select pg_get_functiondef($1::regproc) as text`, [name])
    if (!row?.text.includes(there)) throw new Error(`${name} does not say ${there}`)
    await world.above(row.text.replace(there, instead))
  }
const done =
  (statement: string) =>
  async ({ world }: Lab): Promise<void> =>
    void (await world.above(statement))

const faults: Readonly<Record<string, readonly [plant: (lab: Lab) => Promise<void>, check: Check]>> = {
  'the policy of the protected dropped': [
    done('drop policy protected_only_to_the_named on candidates.person'),
    reads('matching_officer', 'candidates.person'),
  ],
  'a policy beside that opens': [
    done('create policy all_of_it on matching.candidacy for select to fotfaste_web_ro, fotfaste_web_rw using (true)'),
    reads('employer', 'matching.candidacy'),
  ],
  'row-level security off': [
    done('alter table procurement.notice disable row level security'),
    reads('district_team', 'procurement.notice'),
  ],
  'force off': [done('alter table candidates.permission no force row level security'), catalogue],
  'a name granted': [done('grant select (given_name) on candidates.person to fotfaste_web_ro'), catalogue],
  'the group label granted': [
    done('grant select (target_groups) on candidates.person to fotfaste_web_rw'),
    reads('coordinator', 'candidates.person'),
  ],
  'a materialized view granted': [
    done(
      'create materialized view reports.everybody as select id from candidates.person; grant select on reports.everybody to fotfaste_web_rw',
    ),
    reads('auditor', 'reports.everybody'),
  ],
  'a view with its owner’s right': [
    done(
      'create view reports.everybody as select id from candidates.person; grant select on reports.everybody to fotfaste_web_rw',
    ),
    reads('auditor', 'reports.everybody'),
  ],
  'an update by role alone': [
    done(
      `create policy by_role_alone on candidates.person for update to fotfaste_web_rw using ((select gate.role()) = 'coordinator')`,
    ),
    writes('coordinator', 'candidates.person', nakedUpdate),
  ],
  'rows for others': [
    done('create policy all_of_it on tracks.booking for insert to fotfaste_web_rw with check (true)'),
    writes('provider', 'tracks.booking', nakedInsert),
  ],
  'a function without the rule': [
    rewritten(
      'candidates.visible_among',
      `x.role = 'matching_officer' and p.matching_id = x.organisation_id`,
      `x.role = 'matching_officer'`,
    ),
    names('matching_officer'),
  ],
  'the protected flag ignored in a function': [
    rewritten('candidates.visible_among', 'not p.protected', 'true'),
    names('matching_officer'),
  ],
  'a lending that never ends': [
    rewritten('candidates.visible_among', 'a.to_at is null or a.to_at > x.at', 'true'),
    names('coordinator'),
  ],
  'the read log’s line left out': [
    rewritten('candidates.read_names', 'from unnest(seen) one', 'from unnest(seen) one where false'),
    logged('district_team'),
  ],
  'a withdrawn permission that still shows': [
    rewritten('matching.card', 'and q.withdrawn_at is null', ''),
    cards('employer'),
  ],
  'an expired permission that still shows': [
    rewritten('matching.card', 'and q.valid_to >= gate.today()', ''),
    cards('employer'),
  ],
  'a permission for another receiver': [
    rewritten('matching.card', 'q.receiver_id = x.supplier_id', 'true'),
    cards('employer'),
  ],
  'a permission for another case': [
    rewritten('matching.card', 'q.procurement_id = c.procurement_id', 'true'),
    cards('employer'),
  ],
  'a protected person on a card': [rewritten('matching.card', 'not p.protected', 'true'), cards('employer')],
  'more fields than were said yes to': [
    rewritten('matching.card', `case when 'phone' = any (m.fields) then p.phone end`, 'p.phone'),
    cards('employer'),
  ],
  'a whole family name on a card': [
    rewritten('matching.card', 'left(p.family_name, 1)', 'p.family_name'),
    cards('employer'),
  ],
  'a context that is a settable id': [
    rewritten(
      'gate.actor',
      `s.context_hash = sha256(convert_to(nullif(current_setting('ctx.secret', true), ''), 'UTF8'))`,
      `s.account_id::text = current_setting('ctx.secret', true)`,
    ),
    async lab => {
      await lab.context('matching_officer')
      return forged('matching_officer')(lab)
    },
  ],
}

describe('planted in the database', () => {
  it.each(Object.entries(faults))('%s', async (_, [plant, check]) => {
    const lab = await openLab()
    try {
      expect(await check(lab)).toEqual([])
      await plant(lab)
      expect(await check(lab)).not.toEqual([])
    } finally {
      await lab.end()
    }
  })
})

describe('planted in the pages', () => {
  let lab: Awaited<ReturnType<typeof openLab>>
  let cookies: Map<string, string>
  const lookers = ['procurer', 'participant', 'provider', 'matching_officer', 'employer']
  const net = () => castNet(canaries().values(), () => lab.facts)

  beforeAll(async () => {
    lab = await openLab()
    cookies = new Map()
    for (const key of lookers) cookies.set(key, await writeSession(lab.world.above, actorCalled(key).appointment))
  }, 400_000)
  afterAll(() => lab.end())

  async function faultsWith(planted: Planted, keys: readonly string[], wanted: RegExp): Promise<string[]> {
    const app = await openApplication(lab.world, planted)
    const stage: Stage = { app, facts: lab.facts, cookies, net: net(), seed: 1, objects: 1 }
    const found: string[] = []
    for (const key of keys) {
      const who: Who = actorCalled(key)
      for (const visit of visitsOf(stage, who).filter(one => wanted.test(one.operation)))
        found.push(...(await faultsOfVisit(stage, who, visit)).faults)
    }
    return found
  }

  it('nothing: then there is nothing', async () => {
    expect(await faultsWith([], ['procurer'], /^(person|notice)\./)).toEqual([])
  })
  it('a verb given to the wrong role', async () => {
    const wider: Planted = [[/"person\.list": \{\s*roles: \[/, '"person.list": { roles: ["procurer", ']]
    expect((await faultsWith(wider, ['procurer'], /^person\.list$/)).join()).toMatch(/200 instead of 404/)
  })
  it('a 403 in place of a 404', async () => {
    const told: Planted = [
      [
        'function notFound() {\n\treturn new Response(null, { status: 404 });',
        'function notFound() {\n\treturn new Response(null, { status: 403 });',
      ],
    ]
    expect((await faultsWith(told, ['participant'], /^person\.view$/)).join()).toMatch(
      /403 tells that there is something/,
    )
  })
  it('no verb table at all (S11): the statuses are wrong, and still not one marked value gets out', async () => {
    const open: Planted = [
      [
        /function holdsRole\(table, operation, actor\) \{/,
        'function holdsRole(table, operation, actor) { return true;',
      ],
    ]
    const found = await faultsWith(open, lookers, /./)
    expect(found.filter(fault => fault.includes('200 instead of 404')).length).toBeGreaterThan(20)
    expect(found.filter(fault => fault.includes('reached'))).toEqual([])
  }, 120_000)
  it('a form key that nobody keeps', async () => {
    const careless: Planted = [
      [/function withReceipt\(db, receipt\) \{/, 'function withReceipt(db, receipt) { return db;'],
    ]
    const cookie = cookies.get('procurer') ?? ''
    const opened = async (planted: Planted): Promise<number> => {
      const app = await openApplication(lab.world, planted)
      const page = await app.ask({ path: '/upphandlingar/ny', cookie })
      const form = formsIn(page.body, '/upphandlingar/ny').find(one => one.intent === 'save')
      const title = `Prov ${randomUUID()}`
      const fields = {
        ...form?.fields,
        title,
        contractStart: '2026-09-01',
        contractEnd: '2027-08-31',
        places: '2',
        months: '6',
        service: 'Prov',
        education: 'Prov',
        cpv: '',
        value: '',
        area: '',
      }
      await Promise.all(
        Array.from({ length: 5 }, () => app.ask({ method: 'POST', path: '/upphandlingar/ny', cookie, form: fields })),
      )
      return (await lab.world.above('select from procurement.procurement where title = $1', [title])).length
    }
    expect(await opened([])).toBe(1)
    expect(await opened(careless)).toBeGreaterThan(1)
  })
})

describe('a marked value is found in every channel', () => {
  const given = [...canaries().values()].find(one => one.class === 'given')!
  const identity = [...canaries().values()].find(one => one.class === 'identity')!
  const answer = (more: Partial<Answer>): Answer => ({ status: 200, location: undefined, bytes: '', body: '', ...more })
  const nobody = { rows: () => [], by: () => [], find: () => undefined, now: new Date(), today: '' } as unknown as Facts
  const channels: Readonly<Record<string, string>> = {
    'in a text': `<li>Amir-${given.marker} H.</li>`,
    'in capitals': given.marker.toUpperCase(),
    'in an attribute': `<a title="${given.marker}">`,
    'in JSON': JSON.stringify({ name: given.marker }),
    'in a header': `200 OK\nx-hint: ${given.marker}`,
    'in an address one is led to': `location: /personer?q=${given.marker}`,
    'in a cookie': `set-cookie: hint=${given.marker}`,
    'in an e-mail address': `till ${given.marker.toLowerCase()}@deltagare.example`,
    'in an error': `Error: duplicate key value (${given.marker})`,
    'with letters close after': `${given.marker}s uppgifter`,
    'in a comment of the page': `<!-- ${given.marker} -->`,
    'an identity number': `Personnummer 19${identity.marker}`,
    'an identity number with its hyphen': `${identity.marker.slice(0, 6)}-${identity.marker.slice(-4)}`,
  }
  it.each(Object.entries(channels))('%s', (_, text) => {
    expect(castNet(canaries().values(), () => nobody).leaks(answer({ bytes: text }).bytes, undefined)).toHaveLength(1)
  })
  it('and nothing is found where there is none', () => {
    expect(castNet(canaries().values(), () => nobody).caught('<p>Kneippbyn 010101-0000 KNow</p>')).toEqual([])
  })
})
