import { sql } from 'kysely'
import { appendEvent, asActor, type Db, type Tx } from '#db'
import { type Actor, accept, type Day, type Outcome, refuse } from '#kernel'
import { mayCatalogue } from './access.ts'
import type { CatalogueRefusal } from './catalogue.ts'

type Answer = Promise<Outcome<{ id: string }, CatalogueRefusal | 'form.key_reused'>>

/** The provider says that an intervention still is what the catalogue says it is (JSP-4: freshness). */
export function confirmIntervention(
  db: Db,
  actor: Actor,
  command: { intervention: string; version: number; today: Day; newId: () => string },
): Answer {
  return asActor<{ id: string }, CatalogueRefusal>(db, actor, async tx => {
    const held = await tx
      .selectFrom('catalogue.intervention')
      .select(['id', 'provider_id as provider', 'version'])
      .where('id', '=', command.intervention)
      .executeTakeFirst()
    if (!held) return refuse('catalogue.not_found')
    if (!mayCatalogue(actor, 'catalogue.confirm', held)) return refuse('catalogue.not_yours')
    const changed = await tx
      .updateTable('catalogue.intervention')
      .set({ confirmed_on: command.today, version: sql`version + 1` })
      .where('id', '=', held.id)
      .where('version', '=', command.version)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return refuse('catalogue.changed_meanwhile')
    await tell(tx, command.newId(), actor, 'catalogue.confirmed', held.id, {})
    return accept({ id: held.id })
  })
}

/** The provider changes how many seats a start has; never fewer than are taken, never after it has begun. */
export function changeSeats(
  db: Db,
  actor: Actor,
  command: { start: string; seats: number; version: number; today: Day; newId: () => string },
): Answer {
  return asActor<{ id: string }, CatalogueRefusal>(db, actor, async tx => {
    const start = await lockStart(tx, command.start)
    if (!start) return refuse('catalogue.not_found')
    if (!mayCatalogue(actor, 'catalogue.change_seats', start)) return refuse('catalogue.not_yours')
    if (start.version !== command.version) return refuse('catalogue.changed_meanwhile')
    if (command.seats < start.taken) return refuse('catalogue.fewer_than_taken', { taken: start.taken })
    if (start.startsOn <= command.today) return refuse('catalogue.already_begun')
    await tx
      .updateTable('catalogue.start')
      .set({ seats: command.seats, version: sql`version + 1` })
      .where('id', '=', start.id)
      .execute()
    await tell(tx, command.newId(), actor, 'catalogue.seats_changed', start.intervention, {
      from: start.seats,
      to: command.seats,
    })
    return accept({ id: start.id })
  })
}

export type LockedStart = {
  readonly id: string
  readonly intervention: string
  readonly provider: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly seats: number
  readonly taken: number
  readonly version: number
}

/** A start, locked until the transaction ends: whoever counts its seats counts them alone (trust.md R4). */
export async function lockStart(tx: Tx, id: string): Promise<LockedStart | undefined> {
  const start = await tx
    .selectFrom('catalogue.start')
    .select(['id', 'intervention_id', 'starts_on', 'ends_on', 'seats', 'taken', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!start) return undefined
  const { provider } = await tx
    .selectFrom('catalogue.intervention')
    .select('provider_id as provider')
    .where('id', '=', start.intervention_id)
    .executeTakeFirstOrThrow()
  return {
    id: start.id,
    intervention: start.intervention_id,
    provider,
    startsOn: start.starts_on,
    endsOn: start.ends_on,
    seats: start.seats,
    taken: start.taken,
    version: start.version,
  }
}

/** Takes or gives back one seat of a locked start. */
export async function moveSeat(tx: Tx, start: LockedStart, by: 1 | -1): Promise<void> {
  await tx
    .updateTable('catalogue.start')
    .set({ taken: start.taken + by, version: sql`version + 1` })
    .where('id', '=', start.id)
    .execute()
}

async function tell(
  tx: Tx,
  id: string,
  actor: Actor,
  kind: string,
  subject: string,
  facts: Record<string, number>,
): Promise<void> {
  await appendEvent(tx, {
    id,
    stream: 'organisation',
    streamId: actor.organisation,
    kind,
    subject,
    plane: 'system',
    facts,
  })
}
