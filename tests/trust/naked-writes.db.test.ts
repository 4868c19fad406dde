import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectAs, withContext } from './naked-reads.ts'
import { almostAllowed, nakedDelete, nakedInsert, nakedUpdate, type Writable, writableTables } from './naked-writes.ts'
import { type Facts, readFacts } from './oracle/facts.ts'
import { readable } from './oracle/rows.ts'
import { contextOf, writeSession } from './sessions.ts'
import { actors, actorsInRun, openTrustWorld, type TrustWorld } from './world.ts'

// D2, the writing half: what an injected or careless statement could change of what is others'.

let world: TrustWorld
let facts: Facts
let client: pg.Client
let tables: Writable[]
const contexts = new Map<string, string>()

beforeAll(async () => {
  world = await openTrustWorld()
  tables = await writableTables(world.above)
  client = await connectAs(world, 'web_rw')
  for (const who of actors) contexts.set(who.key, contextOf(await writeSession(world.above, who.appointment)))
  facts = await readFacts(world.above, Object.keys(readable))
}, 240_000)
afterAll(async () => {
  await client.end()
  await world.end()
})

it.each(actorsInRun.map(who => ({ key: who.key, who })))(
  '$key changes, adds and removes nothing of others’',
  async ({ who }) => {
    const findings: string[] = []
    const context = contexts.get(who.key) ?? ''
    for (const table of tables) {
      findings.push(...(await nakedUpdate(client, context, who, table, facts)))
      findings.push(...(await nakedInsert(client, context, who, table, facts)))
      if (table.removes) findings.push(...(await nakedDelete(client, context, who, table, facts)))
    }
    findings.push(...(await almostAllowed(client, context, who, facts)))
    expect(findings).toEqual([])
  },
)

it('tables without a right to delete are not deleted from', async () => {
  const kept = tables.filter(({ removes }) => !removes)
  expect(kept.length).toBeGreaterThan(10)
  for (const { table } of kept)
    await withContext(client, contexts.get('matching_officer') ?? '', async () => {
      await expect(client.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' })
    })
})
