import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { throwsOf } from './dice.ts'
import { extent, seed, tell } from './extent.ts'
import { connectAs, type Granted, grantedTables, nakedRead } from './naked-reads.ts'
import { almostAllowed, nakedDelete, nakedInsert, nakedUpdate, type Writable, writableTables } from './naked-writes.ts'
import { type Facts, readFacts, type Who } from './oracle/facts.ts'
import { readable } from './oracle/rows.ts'
import { type Mutant, mutantsOf, type Policy, webPolicies } from './policy-mutants.ts'
import { contextOf, writeSession } from './sessions.ts'
import { actors, oneOfEach, openTrustWorld, type TrustWorld } from './world.ts'

let world: TrustWorld
let facts: Facts
let client: pg.Client
let granted: Granted[]
let writable: Writable[]
let policies: Policy[]
const contexts = new Map<string, string>()
/** Eight district representatives are like the two that look. */
const lookers = actors.filter(({ key }) => !/^district_team_(?!ostra$|other$)/.test(key))
/** Whoever has no session at all is somebody too, and sees nothing. */
const nobody = { key: 'nobody', role: 'none', account: 'none', appointment: 'none' } as unknown as Who

beforeAll(async () => {
  world = await openTrustWorld()
  granted = await grantedTables(world.above, 'web_rw')
  writable = await writableTables(world.above)
  policies = await webPolicies(world.above)
  client = await connectAs(world, 'web_rw')
  await client.query(`set statement_timeout = '5s'`)
  for (const who of lookers) contexts.set(who.key, contextOf(await writeSession(world.above, who.appointment)))
  facts = await readFacts(world.above, Object.keys(readable))
}, 240_000)
afterAll(async () => {
  await client.end()
  await world.end()
})

/** The first thing that the naked reads and writes say of a table; undefined when they see nothing. */
async function firstFinding({ table, command }: Policy): Promise<string | undefined> {
  for (const who of [nobody, ...oneOfEach, ...lookers.filter(one => !oneOfEach.includes(one))]) {
    const context = contexts.get(who.key) ?? ''
    const read = granted.find(one => one.table === table)
    const write = writable.find(one => one.table === table)
    const findings: string[] = []
    if (who === nobody && read && ['SELECT', 'ALL'].includes(command)) {
      const { rows } = await seenByNobody(read)
      if (rows > 0) return `nobody sees ${rows} rows of ${table}`
    }
    if (who === nobody) continue
    if (read && ['SELECT', 'ALL'].includes(command))
      findings.push(...(await nakedRead(client, context, who, read, facts)))
    if (write && command === 'UPDATE') findings.push(...(await nakedUpdate(client, context, who, write, facts)))
    if (write && command === 'INSERT') findings.push(...(await nakedInsert(client, context, who, write, facts)))
    if (write && command === 'DELETE') findings.push(...(await nakedDelete(client, context, who, write, facts)))
    if (write && command !== 'SELECT') findings.push(...(await almostAllowed(client, context, who, facts, table)))
    if (findings[0]) return findings[0]
  }
  return undefined
}

async function seenByNobody({ table }: Granted): Promise<{ rows: number }> {
  await client.query(`select set_config('ctx.secret', '', false)`)
  return { rows: Number((await client.query(`select count(*) as n from ${table}`)).rows[0]?.n) }
}

/** A reading policy without its whole condition: the fault that a forgotten line makes, and that must be seen in every run. */
const opens = ({ policy, says }: Mutant): boolean => policy.command === 'SELECT' && says === 'using whole'

it('the naked reads see every reading policy that is opened, and tell which other conditions they do not see (D3)', async () => {
  const all = policies.flatMap(mutantsOf)
  expect(policies.length).toBeGreaterThan(60)
  const throws = throwsOf(seed)
  const planted =
    extent === 'full' ? all : all.filter(one => opens(one) || throws.below(Math.ceil(all.length / 40)) === 0)
  const survivors: Mutant[] = []
  let senseless = 0
  for (const mutant of planted) {
    // What the splitting makes is not always a condition; the database says so.
    const isPlanted = await world.above(mutant.plant).then(
      () => true,
      (error: { code?: string }) => {
        if (!/^42/.test(error.code ?? '')) throw error
        return false
      },
    )
    senseless += isPlanted ? 0 : 1
    if (!isPlanted) continue
    const finding = await firstFinding(mutant.policy).catch((error: Error) => `error: ${error.message}`)
    await world.above(mutant.mend)
    if (finding === undefined) survivors.push(mutant)
  }
  tell(
    `D3: ${planted.length - senseless} of ${all.length} mutants of ${policies.length} policies, ${survivors.length} not seen, seed ${seed}`,
  )
  for (const mutant of survivors) tell(`not seen: ${nameOf(mutant)}`)
  // The aim is none at all; conditions that another policy repeats are still to be told from gaps (README), so a full run is red today.
  expect((extent === 'full' ? survivors : survivors.filter(opens)).map(nameOf)).toEqual([])
}, 600_000)

const nameOf = ({ policy, says }: Mutant): string => `${policy.table}: ${policy.name} (${policy.command}) ${says}`
