import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Day } from '#kernel'
import { compare, type OpenFinding, type Problem } from './findings.ts'

export type CheckConsistency = { readonly today: Day; readonly newId: () => string }

/** How many by kind that stand after the check; what was new, and what was gone. */
export type CheckResult = {
  readonly fresh: number
  readonly gone: number
  readonly standing: number
  readonly byKind: Readonly<Record<string, number>>
}

/**
 * The nightly consistency check (trust.md I10): new problems onto the lists of those who can mend them, mended ones off. For the clock's role.
 * Two at once give the same result as one.
 */
export async function checkConsistency(tx: Tx, { today, newId }: CheckConsistency): Promise<CheckResult> {
  await sql`select pg_advisory_xact_lock(hashtext('reports.check'))`.execute(tx)
  const found = await problems(tx)
  const { fresh, gone, standing } = compare(found, await openFindings(tx))
  for (const part of batches(fresh)) {
    await tx
      .insertInto('reports.finding')
      .values(
        part.map(one => ({
          id: newId(),
          kind: one.kind,
          subject_kind: one.subjectKind,
          subject_id: one.subject,
          procurement_id: one.procurement,
          organisation_id: one.organisation,
          role: one.role,
          facts: JSON.stringify(one.facts),
          found_on: today,
        })),
      )
      // Mended and broken again on the same day.
      .onConflict(conflict =>
        conflict.columns(['kind', 'subject_id', 'organisation_id', 'found_on']).doUpdateSet({ gone_on: null }),
      )
      .execute()
  }
  for (const part of batches(gone))
    await tx.updateTable('reports.finding').set({ gone_on: today }).where('id', 'in', part).execute()
  const byKind: Record<string, number> = {}
  for (const { kind } of found) byKind[kind] = (byKind[kind] ?? 0) + 1
  return { fresh: fresh.length, gone: gone.length, standing, byKind }
}

async function problems(tx: Tx): Promise<Problem[]> {
  const { rows } =
    await sql<Problem>`select kind, subject_kind as "subjectKind", subject_id as subject, procurement_id as procurement,
    organisation_id as organisation, role, facts from reports.problems()`.execute(tx)
  return rows
}

async function openFindings(tx: Tx): Promise<OpenFinding[]> {
  return tx
    .selectFrom('reports.finding')
    .select(['id', 'kind', 'subject_id as subject', 'organisation_id as organisation', 'role'])
    .where('gone_on', 'is', null)
    .execute()
}

function batches<Item>(items: readonly Item[]): Item[][] {
  const size = 500
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
