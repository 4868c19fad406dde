import { sql } from 'kysely'
import { appendEvent, type Tx } from '#db'
import type { ConceptType, Profile, ProfileRequirement, RequirementKind } from './profile.ts'

/** One writer at a time on the profiles of a procurement. */
export async function lockProfiles(tx: Tx, procurement: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`competence.profile ${procurement}`}))`.execute(tx)
}

export async function readProfile(
  tx: Tx,
  procurement: string,
  state: 'draft' | 'adopted',
): Promise<Profile | undefined> {
  const row = await tx
    .selectFrom('competence.profile as p')
    .leftJoin('competence.occupation as o', 'o.id', 'p.occupation_id')
    .select([
      'p.id',
      'p.procurement_id',
      'p.edition',
      'p.state',
      'p.title',
      'p.tasks',
      'p.version',
      'p.adopted_at',
      'o.id as occupation',
      'o.label_sv',
      'o.ssyk',
    ])
    .where('p.procurement_id', '=', procurement)
    .where('p.state', '=', state)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    procurement: row.procurement_id,
    edition: row.edition,
    state,
    title: row.title,
    tasks: row.tasks,
    version: row.version,
    requirements: await readRequirements(tx, row.id),
    ...(row.occupation ? { occupation: { id: row.occupation, label: row.label_sv ?? '', ssyk: row.ssyk ?? '' } } : {}),
    ...(row.adopted_at ? { adoptedAt: row.adopted_at } : {}),
  }
}

export async function readRequirements(tx: Tx, profile: string): Promise<ProfileRequirement[]> {
  const rows = await tx
    .selectFrom('competence.requirement')
    .select(['id', 'kind', 'type', 'concept', 'label_sv', 'label_en', 'level', 'weeks_to_learn'])
    .where('profile_id', '=', profile)
    .orderBy(sql`array_position(array['must', 'merit', 'teachable'], kind)`)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind as RequirementKind,
    type: row.type as ConceptType,
    concept: row.concept,
    labelSv: row.label_sv,
    labelEn: row.label_en,
    ...(row.level === null ? {} : { level: row.level }),
    ...(row.weeks_to_learn === null ? {} : { weeksToLearn: row.weeks_to_learn }),
  }))
}

export async function nextEdition(tx: Tx, procurement: string): Promise<number> {
  const row = await tx
    .selectFrom('competence.profile')
    .select(eb => eb.fn.max('edition').as('edition'))
    .where('procurement_id', '=', procurement)
    .executeTakeFirst()
  return (row?.edition ?? 0) + 1
}

export async function insertDraft(
  tx: Tx,
  draft: {
    id: string
    procurement: string
    edition: number
    title: string
    tasks: string
    occupation?: string
    now: Date
  },
): Promise<void> {
  await tx
    .insertInto('competence.profile')
    .values({
      id: draft.id,
      procurement_id: draft.procurement,
      edition: draft.edition,
      state: 'draft',
      occupation_id: draft.occupation ?? null,
      title: draft.title,
      tasks: draft.tasks,
      created_at: draft.now,
    })
    .execute()
}

export async function insertRequirement(
  tx: Tx,
  profile: string,
  line: ProfileRequirement,
  position: number,
): Promise<void> {
  await tx
    .insertInto('competence.requirement')
    .values({
      id: line.id,
      profile_id: profile,
      position,
      kind: line.kind,
      type: line.type,
      concept: line.concept,
      label_sv: line.labelSv,
      label_en: line.labelEn,
      level: line.level ?? null,
      weeks_to_learn: line.weeksToLearn ?? null,
    })
    .execute()
}

export async function touch(tx: Tx, profile: string): Promise<void> {
  await tx.updateTable('competence.profile').set({ version: sql`version + 1` }).where('id', '=', profile).execute()
}

/** The old edition steps aside before the new one comes in force: one adopted profile at a time. */
export async function markAdopted(tx: Tx, draft: Profile, now: Date): Promise<void> {
  await tx
    .updateTable('competence.profile')
    .set({ state: 'replaced', version: sql`version + 1` })
    .where('procurement_id', '=', draft.procurement)
    .where('state', '=', 'adopted')
    .execute()
  await tx
    .updateTable('competence.profile')
    .set({ state: 'adopted', adopted_at: now, version: sql`version + 1` })
    .where('id', '=', draft.id)
    .execute()
}

export async function tell(
  tx: Tx,
  id: string,
  profile: { id: string; procurement: string },
  kind: string,
  facts: Record<string, string | number>,
): Promise<void> {
  await appendEvent(tx, {
    id,
    stream: 'procurement',
    streamId: profile.procurement,
    kind,
    subject: profile.id,
    plane: 'contract',
    facts,
  })
}
