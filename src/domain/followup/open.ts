import { sql } from 'kysely'
import type { Tx } from '#db'
import { periodsToOpen } from './periods.ts'
import { commitmentsInForce, type Edge } from './store.ts'

/** Opens the report of every period that is over and has none; how many. For the clock's role; twice the same day opens nothing more (PRC-10). */
export async function openReports(tx: Tx, { today, newId }: Pick<Edge, 'today' | 'newId'>): Promise<number> {
  let opened = 0
  for (const one of await commitmentsInForce(tx, today)) {
    for (const { from, to, due } of periodsToOpen(one.commitment, one.opened, today)) {
      const { rows } = await sql<{
        done: boolean
      }>`select followup.open_report(${newId()}::uuid, ${newId()}::uuid, ${one.id}::uuid,
        ${from}::date, ${to}::date, ${due}::date) as done`.execute(tx)
      if (rows[0]?.done) opened += 1
    }
  }
  return opened
}
