import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Day, Role } from '#kernel'
import { type PermissionLine, permissionLines } from './permissions.ts'

/** What a question, a proposal or an offer is about, as the person may know it. `hours`: the concept, and the profile's own words for it. */
export type OwnJob = {
  readonly title: string
  readonly area: string | null
  readonly startsOn: Day
  readonly hours: readonly { readonly concept: string; readonly label: string }[]
  readonly form: string | null
  readonly months: number | null
}

/** The job of a case, to a person who has been asked about it or proposed for it. */
export async function ownJob(tx: Tx, procurement: string): Promise<OwnJob | undefined> {
  const { rows } = await sql<{
    title: string
    area: string | null
    starts_on: Day
    hours: string[]
    hours_sv: string[]
    form: string | null
    months: number | null
  }>`select * from candidates.my_job(${procurement}::uuid)`.execute(tx)
  const row = rows[0]
  return (
    row && {
      title: row.title,
      area: row.area,
      startsOn: row.starts_on,
      hours: row.hours.map((concept, index) => ({ concept, label: row.hours_sv[index] ?? '' })),
      form: row.form,
      months: row.months,
    }
  )
}

export type OwnContact = { readonly name: string; readonly organisation: string; readonly phone: string | null }

/** Whom the person can talk to. */
export async function ownContact(tx: Tx): Promise<OwnContact | undefined> {
  const { rows } = await sql<OwnContact>`select * from candidates.my_contact()`.execute(tx)
  return rows[0]
}

/** Questions that wait for the person, oldest first. */
export async function ownQuestions(tx: Tx, person: string, today: Day): Promise<PermissionLine[]> {
  const all = await permissionLines(tx, person, today)
  return all.filter(line => line.state === 'asked').reverse()
}

/** Who has read what about the person: by organisation, function, day and purpose, never by officer (P-R2). */
export type OwnReader = {
  readonly day: Day
  readonly organisation: string
  readonly role: Role
  readonly purpose: string
  readonly fields: readonly string[]
  readonly times: number
}

export async function ownReaders(tx: Tx, most = 100): Promise<OwnReader[]> {
  const { rows } = await sql<
    Omit<OwnReader, 'day'> & { on_day: Day }
  >`select * from candidates.my_readers(${most})`.execute(tx)
  return rows.map(({ on_day, ...row }) => ({ ...row, day: on_day }))
}

/** Name, contact and identity number as they are kept; the reading is logged as the person's own. `identitySealed` opens with the secret. */
export type OwnContactDetails = {
  readonly givenName: string
  readonly familyName: string
  readonly phone: string | null
  readonly email: string | null
  readonly identitySealed: Uint8Array | null
}

export async function ownContactDetails(tx: Tx, person: string): Promise<OwnContactDetails | undefined> {
  const { rows } = await sql<{
    given_name: string
    family_name: string
    phone: string | null
    email: string | null
    identity_sealed: Buffer | null
  }>`select * from candidates.read_person(${person}::uuid, array['name', 'phone', 'email', 'identity'], 'own')`.execute(
    tx,
  )
  const row = rows[0]
  return (
    row && {
      givenName: row.given_name,
      familyName: row.family_name,
      phone: row.phone,
      email: row.email,
      identitySealed: row.identity_sealed,
    }
  )
}

/** Everything kept about the person but name, contact and identity number, table by table (P-R1). */
export type OwnFile = {
  readonly person: {
    readonly number: number
    readonly status: string
    readonly waiting_since: Day
    readonly ready_on: Day | null
    readonly language: string
    readonly target_groups: readonly string[]
    readonly protected: boolean
    readonly district: string
    readonly matching_unit: string
    readonly area: string
  }
  readonly competences: readonly {
    readonly concept: string
    readonly label: string
    readonly type: string
    readonly level: number | null
    readonly state: string
    readonly source: string
    readonly noted_on: Day
  }[]
  readonly standing: Readonly<Record<string, string | boolean | null>> | null
  readonly permissions: readonly Readonly<Record<string, unknown>>[]
  readonly assignments: readonly {
    readonly organisation: string
    readonly purpose: string
    readonly from_at: string
    readonly to_at: string | null
  }[]
  readonly bookings: readonly {
    readonly name: string
    readonly provider: string
    readonly starts_on: Day
    readonly ends_on: Day
    readonly state: string
    readonly booked_at: string
  }[]
  readonly candidacies: readonly Readonly<Record<string, string | null>>[]
  readonly placements: readonly Readonly<Record<string, string | number | null>>[]
}

export async function ownFile(tx: Tx): Promise<OwnFile | undefined> {
  const { rows } = await sql<{ file: OwnFile | null }>`select candidates.my_file() as file`.execute(tx)
  return rows[0]?.file ?? undefined
}
