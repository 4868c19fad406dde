import type { Insertable } from 'kysely'
import type { DB } from '#db'

export type Table = keyof DB
/** A row as it is written, checked by the compiler against the migrated database. */
export type Row<T extends Table> = Insertable<DB[T]>
export type Rows = { readonly [T in Table]?: readonly Row<T>[] }

/** Collects rows by table in the order they are added. */
export type Sheet = {
  readonly add: <T extends Table>(table: T, ...rows: readonly Row<T>[]) => void
  readonly rows: Rows
}

export function newSheet(): Sheet {
  const rows: { [T in Table]?: Row<T>[] } = {}
  return {
    rows,
    add: <T extends Table>(table: T, ...added: readonly Row<T>[]) => {
      const list: Row<T>[] = rows[table] ?? []
      if (list.length === 0) Object.assign(rows, { [table]: list })
      for (const row of added) list.push(row)
    },
  }
}

/** Tables in the order in which they can be filled: what is pointed at comes first. */
export const tablesInOrder = [
  'organisations.area_set',
  'organisations.area',
  'organisations.organisation',
  'competence.occupation',
  'competence.skill',
  'candidates.person',
  'gate.account',
  'gate.appointment',
  'gate.demonstration',
  'gate.cast',
  'procurement.notice',
  'procurement.procurement',
  'procurement.step',
  'procurement.need',
  'procurement.clause',
  'procurement.commitment',
  'competence.profile',
  'competence.requirement',
  'catalogue.intervention',
  'catalogue.start',
  'places.key',
  'places.weight',
  'places.apportionment',
  'places.pass',
  'places.place',
  'places.self_check',
  'candidates.named_reader',
  'candidates.assignment',
  'candidates.competence',
  'candidates.standing',
  'candidates.permission',
  'tracks.booking',
  'matching.candidacy',
  'placement.placement',
  'followup.report',
  'gate.read_log',
  'reports.goal',
] as const satisfies readonly Table[]
