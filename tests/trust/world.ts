import { openDatabase } from '#db'
import { sealIdentity } from '#domain/candidates'
import { runClock } from '#jobs'
import type { Role } from '#kernel'
import { type Content, createTestDatabase, type TestDatabase } from '#test/database'
import { type Canary, canariesOf, cast, layOutWorld, loadWorld, type World } from '#world'
import { type Above, standAbove } from './above.ts'
import { additions, layOutAdditions } from './additions.ts'
import { extent } from './extent.ts'
import type { Who } from './oracle/facts.ts'

/** The day the world of the trust tests stands on. */
export const worldDay = '2026-03-02'

let laidOut: World | undefined
export function world(): World {
  laidOut ??= layOutWorld({ day: worldDay, canaries: true })
  return laidOut
}

/** The world with every confidential text marked, and with the people and states that only the trust tests ask for. */
const markedWorld: Content = {
  name: 'canaries',
  fill: async database => {
    await loadWorld(database.adminUrl, world(), { seal: number => sealIdentity(database.secret, number) })
    const { above, end } = await standAbove(database.adminUrl)
    await layOutAdditions(above).finally(end)
    // What the clock owes: the months' figures, and what does not add up.
    const { db, now, close } = await openDatabase(database.adminUrl, database.secret, 2)
    await runClock(db, now()).finally(close)
  },
}

export type TrustWorld = TestDatabase & { readonly above: Above; readonly end: () => Promise<void> }

/** A clone of the marked world. End it in `afterAll`. */
export async function openTrustWorld(): Promise<TrustWorld> {
  const database = await createTestDatabase(markedWorld)
  const { above, end } = await standAbove(database.adminUrl)
  return {
    ...database,
    above,
    end: async () => {
      await end()
      await database.drop()
    },
  }
}

/** Everybody who acts in the tests: the cast, and those whom `additions.ts` adds beside them. */
export const actors: readonly Who[] = [
  ...cast.map(member => ({
    key: member.key,
    role: member.role as Role,
    account: member.accountId,
    appointment: member.appointmentId,
    ...(member.organisationId ? { organisation: member.organisationId } : {}),
    ...(member.personId ? { person: member.personId } : {}),
  })),
  ...additions,
]

/** Eight district representatives have the same relations as the two that stay: they act in the long run only. */
const alike = /^district_team_(?!ostra$|other$)|^crossed_/
export const actorsInRun: readonly Who[] = actors.filter(who => extent === 'full' || !alike.test(who.key))
/** One of each role. */
export const oneOfEach: readonly Who[] = actors.filter(
  (who, n) => actors.findIndex(other => other.role === who.role) === n,
)

/** Two of each kind from different offices, and those whose office does something else than they: enough to tell every relation apart. */
const ofTheMatrix =
  /^(decision_maker|procurer(_other)?|matching_officer(_other)?|two_roles|district_team(_ostra)?|employer(_other)?|coordinator|provider(_other)?|administrator|auditor|participant(_other|_protected)?|decision_maker_at_unit|provider_at_coordinator)$/
export const matrixActors: readonly Who[] = actors.filter(who => extent === 'full' || ofTheMatrix.test(who.key))

export function actorCalled(key: string): Who {
  const found = actors.find(one => one.key === key)
  if (!found) throw new Error(`Nobody is called ${key}`)
  return found
}

/** Every marked value by its marker. */
export const canaries = (): ReadonlyMap<string, Canary> =>
  new Map([...canariesOf(world())].map(canary => [canary.marker, canary]))
