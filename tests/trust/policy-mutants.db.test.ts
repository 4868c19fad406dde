import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cardCase } from './additions.ts'
import { throwsOf } from './dice.ts'
import { extent, seed, tell } from './extent.ts'
import { connectAs, type Granted, grantedTables, nakedRead } from './naked-reads.ts'
import { almostAllowed, nakedDelete, nakedInsert, nakedUpdate, type Writable, writableTables } from './naked-writes.ts'
import { type Facts, readFacts, type Who } from './oracle/facts.ts'
import { readable } from './oracle/rows.ts'
import { type Mutant, mutantsOf, type Policy, webPolicies } from './policy-mutants.ts'
import { layOutRareStates } from './rare-states.ts'
import { repeatedConditions, whyNotSeen } from './repeated-conditions.ts'
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
  await layOutRareStates(world.above)
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

it('the naked reads and writes see every condition that is taken away, but those that another fence repeats (D3)', async () => {
  const all = policies.flatMap(mutantsOf)
  expect(policies.length).toBeGreaterThan(60)
  const throws = throwsOf(seed)
  const planted =
    extent === 'full' ? all : all.filter(one => opens(one) || throws.below(Math.ceil(all.length / 40)) === 0)
  const unseen: Mutant[] = []
  let senseless = 0
  for (const mutant of planted) {
    const seen = await planting(mutant)
    if (seen === 'senseless') senseless += 1
    else if (seen === undefined) unseen.push(mutant)
  }
  tell(
    `D3: ${planted.length - senseless} of ${all.length} mutants of ${policies.length} policies, ${unseen.length} not seen, seed ${seed}`,
  )
  expect(unseen.map(nameOf).filter(name => whyNotSeen(name) === undefined)).toEqual([])
  // A reason that nothing needs any longer is taken away.
  if (extent === 'full')
    for (const { policy, says } of repeatedConditions)
      for (const one of says)
        expect(unseen.map(nameOf)).toContainEqual(expect.stringMatching(startsAndHas(policy, one)))
}, 1_800_000)

it('in a city with one authority a notice is still the procurer’s alone (D3)', async () => {
  const others = `select n.id from procurement.notice n where n.organisation_id <> (select p.authority_id from procurement.procurement p where p.number = '${cardCase}')`
  await world.above(`update procurement.procurement set notice_id = null where notice_id in (${others})`)
  await world.above(`delete from procurement.notice where id in (${others})`)
  facts = await readFacts(world.above, Object.keys(readable))
  const mutant = policies.flatMap(mutantsOf).find(one => nameOf(one) === alone)
  expect(await firstFinding(mutant!.policy)).toBeUndefined()
  expect(await planting(mutant!)).toContain('procurement.notice')
})

/** Seen only where no other office has a row that the check refuses, and with it the whole statement. */
const alone = 'procurement.notice: own_authority_decides (UPDATE) using whole'

/** What is found while the mutant stands; undefined when nothing is. What the splitting makes is not always a condition: the database says so. */
async function planting(mutant: Mutant): Promise<string | undefined> {
  const isPlanted = await world.above(mutant.plant).then(
    () => true,
    (error: { code?: string }) => {
      if (!/^42/.test(error.code ?? '')) throw error
      return false
    },
  )
  if (!isPlanted) return 'senseless'
  const finding = await firstFinding(mutant.policy).catch((error: Error) => `error: ${error.message}`)
  await world.above(mutant.mend)
  return finding
}

const startsAndHas = (start: string, has: string): RegExp => {
  const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${plain(start)}.*${plain(has)}`)
}

const nameOf = ({ policy, says }: Mutant): string => `${policy.table}: ${policy.name} (${policy.command}) ${says}`
