import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationsOf, readAccess, readPages } from '../house/inventory.ts'
import { type Application, openApplication } from './application.ts'
import { castNet } from './canaries.ts'
import { figure, seed, tell } from './extent.ts'
import { formsByHand, unwritten } from './forms-by-hand.ts'
import {
  differencesInAbsence,
  drawForms,
  type FoundForm,
  faultsOfForeignIds,
  faultsOfForm,
  faultsOfVisit,
  formsOf,
  type Stage,
  visitsOf,
} from './matrix.ts'
import { type Facts, readFacts, type Who } from './oracle/facts.ts'
import { openOperations, operations } from './oracle/operations.ts'
import { readable } from './oracle/rows.ts'
import { writeSession } from './sessions.ts'
import { actors, canaries, matrixActors, oneOfEach, openTrustWorld, type TrustWorld } from './world.ts'

// S1 and S2: every page and every form, by everybody, on the own, others', protected and missing; every byte looked through.

let world: TrustWorld
let app: Application
let stage: Stage
let facts: Facts
let before: Record<string, string>
const cookies = new Map<string, string>()
const forms: FoundForm[] = []
let requests = 0

beforeAll(async () => {
  world = await openTrustWorld()
  app = await openApplication(world)
  facts = await readFacts(world.above, Object.keys(readable))
  for (const who of actors) cookies.set(who.key, await writeSession(world.above, who.appointment))
  stage = { app, facts, cookies, net: castNet(canaries().values(), () => facts), seed, objects: figure(1, 4) }
  before = await fingerprint()
}, 400_000)
afterAll(() => world.end())

/** What the tables hold, those apart that tell of looking and trying. */
async function fingerprint(): Promise<Record<string, string>> {
  const tables = await world.above<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r'
       and n.nspname !~ '^(pg_|information_schema|pgboss)' and c.oid::regclass::text not in ('gate.session', 'gate.read_log', 'gate.sign_in_log', 'gate.receipt', 'log.event', 'log.head') order by 1`,
  )
  const held: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await world.above<{ sum: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from ${name} t`,
    )
    held[name] = row?.sum ?? ''
  }
  return held
}

it('the oracle knows every operation, and no other (S0)', async () => {
  const { all } = await readAccess()
  expect([...Object.keys(operations), ...openOperations].sort()).toEqual(Object.keys(all).sort())
})

describe.each(matrixActors.map(who => ({ key: who.key, who })))('$key', ({ who }) => {
  it('is answered on every page as the oracle says, and no byte tells too much (S1, S2)', async () => {
    const found: string[] = []
    const answers: Parameters<typeof differencesInAbsence>[0][number][] = []
    for (const visit of visitsOf(stage, who)) {
      const { faults, answer } = await faultsOfVisit(stage, who, visit)
      requests += 1
      found.push(...faults)
      answers.push({ visit, answer })
      forms.push(...formsOf(visit, answer, who.key))
    }
    expect(found, `seed ${seed}`).toEqual([])
    expect(differencesInAbsence(answers)).toEqual([])
  })
})

describe('whoever is not signed in, or no longer', () => {
  const faultsFor = async (cookie: string | undefined): Promise<string[]> => {
    const nobody: Stage = { ...stage, cookies: new Map() }
    const found: string[] = []
    for (const visit of visitsOf(nobody, undefined)) {
      requests += 1
      const answer = await app.ask({ path: visit.path, ...(cookie ? { cookie } : {}) })
      if (answer.status !== 302 || !answer.location?.startsWith('/logga-in'))
        found.push(`GET ${visit.path}: ${answer.status} ${answer.location ?? ''}`)
      found.push(...stage.net.leaks(answer.bytes, undefined))
    }
    return found
  }
  const officer = (): Who => actors.find(one => one.key === 'matching_officer')!
  const sessions: Readonly<Record<string, () => Promise<string | undefined>>> = {
    'without a session': async () => undefined,
    'with a guessed one': async () => 'A'.repeat(43),
    'with one that has ended': () => writeSession(world.above, officer().appointment, { ends: '-1 second' }),
    'with one that was revoked': async () => {
      const token = await writeSession(world.above, officer().appointment)
      await world.above('update gate.session set revoked_at = gate.now() where token_hash = $1', [
        createHash('sha256').update(token).digest(),
      ])
      return token
    },
    'with a program’s token as a cookie': () => writeSession(world.above, officer().appointment, { kind: 'api' }),
  }
  it.each(Object.entries(sessions))('%s is led to the sign-in from every page', async (_, make) => {
    expect(await faultsFor(await make())).toEqual([])
  })

  it('is told nothing marked on the pages that are open', async () => {
    const found: string[] = []
    for (const page of readPages()) {
      if (!(openOperations as readonly string[]).includes(operationsOf(page)?.loader ?? '')) continue
      const answer = await app.ask({ path: `/${page.path.replace(':token', 'A'.repeat(43))}` })
      requests += 1
      if (answer.status === 403 || answer.status >= 500) found.push(`/${page.path}: ${answer.status}`)
      found.push(...stage.net.leaks(answer.bytes + app.taken(), undefined))
    }
    expect(found).toEqual([])
  })
})

describe('forms', () => {
  /** Two of each intent: a form drawn for somebody, to be sent by everybody. */
  const chosen = (): FoundForm[] => {
    const each = new Map<string, FoundForm[]>()
    for (const found of forms) {
      const key = `${found.page.path} ${found.form.intent}`
      const held = each.get(key) ?? []
      if (held.length < figure(1, 3) && !held.some(one => one.path === found.path)) each.set(key, [...held, found])
    }
    return [...each.values()].flat()
  }

  it('are there for every intent: drawn by a page of the world, else written by hand', async () => {
    forms.push(...(await drawForms(stage, oneOfEach, figure(3, 60))))
    const intents = readPages().flatMap(page =>
      Object.entries(operationsOf(page)?.actions ?? {})
        .filter(([, operation]) => !(openOperations as readonly string[]).includes(operation))
        .map(([intent]) => `${page.path} ${intent}`),
    )
    const drawn = new Set(forms.map(found => `${found.page.path} ${found.form.intent}`))
    tell(`S1: forms of ${drawn.size} of ${intents.length} intents were drawn`)
    expect(drawn.size).toBeGreaterThan(40)
    expect(unwritten(intents, drawn)).toEqual(['konto recovery'])
    forms.push(...formsByHand(facts, drawn))
  }, 120_000)

  it.each([...matrixActors, undefined].map(who => ({ key: who?.key ?? 'nobody', who })))(
    'sent by $key: others’ are as if they did not exist',
    async ({ who }) => {
      const found: string[] = []
      for (const form of chosen()) {
        found.push(...(await faultsOfForm(stage, who, form)))
        requests += 1
      }
      expect(found).toEqual([])
    },
    120_000,
  )

  it('with others’ ids inside are answered as with ids of nothing', async () => {
    const found: string[] = []
    for (const form of chosen()) {
      const who = actors.find(one => one.key === form.drawnFor)
      if (who) found.push(...(await faultsOfForeignIds(stage, who, form)))
      requests += 2
    }
    expect(found).toEqual([])
  }, 120_000)

  it('have changed nothing: not one row', async () => {
    // Looking through the read log is itself told in the log (P-L4); nothing else is.
    const written = await world.above(
      `select kind from log.event where at > $1 and kind <> 'reports.readings_reviewed'`,
      [facts.now],
    )
    expect(written).toEqual([])
    expect(await fingerprint()).toEqual(before)
    tell(
      `S1: ${requests} requests by ${matrixActors.length} actors and nobody, ${canaries().size} marked values, seed ${seed}`,
    )
  }, 60_000)
})
