import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extent, tell } from './extent.ts'
import { connectAs, type Granted, grantedTables, nakedRead } from './naked-reads.ts'
import { type Facts, readFacts } from './oracle/facts.ts'
import { readable } from './oracle/rows.ts'
import { contextOf, writeSession } from './sessions.ts'
import { actors, actorsInRun, oneOfEach, openTrustWorld, type TrustWorld } from './world.ts'

// D2 (trust.md §4.7): every granted column of every table, read without a WHERE, by everybody.

let world: TrustWorld
let facts: Facts
const contexts = new Map<string, string>()
const clients = new Map<'web_ro' | 'web_rw', pg.Client>()
const granted = new Map<'web_ro' | 'web_rw', Granted[]>()

beforeAll(async () => {
  world = await openTrustWorld()
  for (const role of ['web_ro', 'web_rw'] as const) {
    granted.set(role, await grantedTables(world.above, role))
    clients.set(role, await connectAs(world, role))
  }
  for (const who of actors) contexts.set(who.key, contextOf(await writeSession(world.above, who.appointment)))
  facts = await readFacts(world.above, Object.keys(readable))
}, 240_000)
afterAll(async () => {
  for (const client of clients.values()) await client.end()
  await world.end()
})

// The policies of both roles are the same (tests/house/database.db.test.ts would tell): the second is read by one of each kind.
describe.each([
  { role: 'web_ro', readers: actorsInRun },
  { role: 'web_rw', readers: extent === 'full' ? actors : oneOfEach },
] as const)('as $role', ({ role, readers }) => {
  it('every table that is granted has a rule in the oracle', () => {
    expect((granted.get(role) ?? []).map(({ table }) => table).filter(table => !(table in readable))).toEqual([])
  })

  it.each(readers.map(who => ({ key: who.key, who })))('$key sees exactly the rows of the oracle', async ({ who }) => {
    const findings: string[] = []
    for (const table of granted.get(role) ?? [])
      findings.push(...(await nakedRead(clients.get(role)!, contexts.get(who.key) ?? '', who, table, facts)))
    expect(findings).toEqual([])
  })
})

it('the oracle tells people apart: everybody of the cast sees something, and nobody everything', () => {
  const people = facts.rows('candidates.person').length
  const seen = actors.map(
    who => facts.rows('candidates.person').filter(row => readable['candidates.person']!(who, row, facts)).length,
  )
  expect(Math.max(...seen)).toBeLessThan(people)
  expect(new Set(seen).size).toBeGreaterThan(10)
  tell(`D2: ${actorsInRun.length} actors × ${granted.get('web_ro')?.length} tables × 2 login roles, ${people} people`)
})
