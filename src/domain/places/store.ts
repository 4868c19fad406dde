import { sql } from 'kysely'
import { appendEvent, type Tx } from '#db'
import type { Day } from '#kernel'
import type { Calculation, SelfCheck, Standing } from './places.ts'

export type LockedApportionment = {
  id: string
  state: string
  version: number
  keyId: string
  calculation: Calculation
}

/** One apportionment of a year and key at a time: whoever comes second sees the ledger as the first left it. */
export async function lockLedger(tx: Tx, keyId: string, year: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`places.ledger ${keyId} ${year}`}))`.execute(tx)
}

/** One apportionment per procurement: the lock also stops two first proposals at once. */
export async function lockApportionment(tx: Tx, procurement: string): Promise<LockedApportionment | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext(${`places.apportionment ${procurement}`}))`.execute(tx)
  const row = await tx
    .selectFrom('places.apportionment')
    .select(['id', 'state', 'version', 'key_id', 'calculation'])
    .where('procurement_id', '=', procurement)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      state: row.state,
      version: row.version,
      keyId: row.key_id,
      calculation: row.calculation as Calculation,
    }
  )
}

/** Keeps a proposal: its calculation and its passes. The same row is used until it is decided. */
export async function keepProposal(
  tx: Tx,
  held: LockedApportionment | undefined,
  standing: Standing,
  calculation: Calculation,
  ids: { apportionment: string; passes: readonly string[] },
  now: Date,
): Promise<{ id: string; version: number }> {
  const id = held?.id ?? ids.apportionment
  const version = (held?.version ?? 0) + 1
  const values = { key_id: standing.key.id, calculation: JSON.stringify(calculation), version }
  if (held) await tx.updateTable('places.apportionment').set(values).where('id', '=', id).execute()
  else {
    await tx
      .insertInto('places.apportionment')
      .values({
        id,
        procurement_id: standing.procurement,
        year: standing.year,
        state: 'proposed',
        created_at: now,
        ...values,
      })
      .execute()
  }
  await tx.deleteFrom('places.pass').where('apportionment_id', '=', id).execute()
  for (const [index, pass] of calculation.passes.entries()) {
    await tx
      .insertInto('places.pass')
      .values({
        id: ids.passes[index]!,
        apportionment_id: id,
        area_id: pass.area,
        reason: pass.reason,
        note: pass.note,
      })
      .execute()
  }
  return { id, version }
}

/** Gives each place its area. Places are opened here, when the team first spreads them. */
export async function givePlaces(
  tx: Tx,
  apportionment: string,
  standing: Standing,
  calculation: Calculation,
  placeIds: readonly string[],
): Promise<void> {
  const existing = await tx
    .selectFrom('places.place')
    .select(['id', 'number'])
    .where('procurement_id', '=', standing.procurement)
    .where('state', '=', 'open')
    .orderBy('number')
    .execute()
  for (const [index, step] of calculation.output.steps.entries()) {
    const override = calculation.overrides.find(candidate => candidate.place === step.place)
    const given = {
      area_id: step.area,
      apportionment_id: apportionment,
      given_by: step.area === null ? null : override ? 'override' : 'rule',
      override_reason: override?.reason ?? null,
      override_note: override?.note ?? '',
      state: step.area === null ? 'open' : 'apportioned',
    }
    const place = existing[index]
    if (place)
      await tx
        .updateTable('places.place')
        .set({ ...given, version: sql`version + 1` })
        .where('id', '=', place.id)
        .execute()
    else {
      await tx
        .insertInto('places.place')
        .values({
          id: placeIds[index]!,
          procurement_id: standing.procurement,
          number: index + 1,
          starts_on: standing.startsOn,
          ...given,
        })
        .execute()
    }
  }
}

export async function markDecided(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('places.apportionment')
    .set({ state: 'decided', decided_at: now, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** What the decision was, on the case's history: how many places, who passed, what was given outside the order and why. */
export async function recordDecision(
  tx: Tx,
  standing: Standing,
  apportionment: string,
  calculation: Calculation,
  newId: () => string,
): Promise<void> {
  const about = {
    stream: 'procurement',
    streamId: standing.procurement,
    subject: apportionment,
    plane: 'contract',
  } as const
  const nameOf = (area: string | null): string => standing.key.rows.find(row => row.area === area)?.name ?? ''
  await appendEvent(tx, {
    id: newId(),
    kind: 'places.apportioned',
    ...about,
    facts: {
      places: standing.places,
      areas: new Set(calculation.output.order).size,
      key: standing.key.nameSv,
      year: standing.year,
    },
  })
  for (const pass of calculation.passes) {
    await appendEvent(tx, {
      id: newId(),
      kind: 'places.passed',
      ...about,
      facts: { area: nameOf(pass.area), reason: pass.reason },
      reason: pass.note || undefined,
    })
  }
  for (const override of calculation.overrides) {
    await appendEvent(tx, {
      id: newId(),
      kind: 'places.overridden',
      ...about,
      facts: { place: override.place, area: nameOf(override.area), reason: override.reason },
      reason: override.note || undefined,
    })
  }
}

export async function keepSelfCheck(
  tx: Tx,
  procurement: string,
  id: string,
  answer: Omit<SelfCheck, 'answeredAt'>,
  now: Date,
): Promise<void> {
  const values = { considered: answer.considered, asked: [...answer.asked], note: answer.note, answered_at: now }
  await tx
    .insertInto('places.self_check')
    .values({ id, procurement_id: procurement, question: answer.question, ...values })
    .onConflict(conflict => conflict.columns(['procurement_id', 'question']).doUpdateSet(values))
    .execute()
}

/** The day's calendar year: keys are shares of a year's places (TGT-4). */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}
