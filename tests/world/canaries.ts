import type { Person } from './person.ts'
import { emailOfPerson, phoneOf } from './person.ts'
import type { Row, Rows, Sheet, Table } from './rows.ts'
import type { World } from './world.ts'

/** A value that names its owner and class, so that wherever it turns up it tells whose it is and that it has leaked. */
export type Canary = {
  /** The unique string to look for: letters and digits only, so that no escaping in HTML, URL, JSON or CSV hides it. */
  readonly marker: string
  readonly ownerKind: 'person' | Exclude<Table, 'candidates.person'>
  readonly ownerId: string
  /** What it is: `given`, `phone`, `note`… */
  readonly class: string
  readonly table: Table
  readonly column: string
}

/** The personal texts of one person, marked or as they are. */
type PersonalTexts = {
  readonly given: string
  readonly family: string
  readonly phone: string
  readonly email: string
  readonly instrument: string | undefined
  readonly label: (label: string) => string
}

const personMarker = (number: number, what: string): string => `KNp${number}${what}`
/** E-mail is kept in lower case. */
const emailMarker = (number: number): string => `knp${number}email`

/** A person's texts in a world with canaries: `Amir-KNp4471given`. */
export function textsOf(person: Person, canaries: boolean): PersonalTexts {
  const { number, given, family, standing } = person
  const phone = phoneOf(number)
  const email = emailOfPerson(number)
  const plain = { given, family, phone, email, instrument: standing.instrument }
  if (!canaries) return { ...plain, label: label => label }
  const mark = (what: string): string => personMarker(number, what)
  return {
    given: `${given}-${mark('given')}`,
    family: `${family}-${mark('family')}`,
    phone: `${phone} ${mark('phone')}`,
    email: email.replace('@', `.${emailMarker(number)}@`),
    instrument: standing.instrument && `${standing.instrument} ${mark('instrument')}`,
    label: label => `${label} ${mark('competence')}`,
  }
}

/** Confidential texts outside the people's own tables: which column, and in which rows. */
type Confidential<T extends Table> = {
  readonly table: T
  readonly column: keyof Row<T> & string
  readonly class: string
  readonly id: keyof Row<T> & string
  readonly when?: (row: Row<T>) => boolean
}

function confidential<T extends Table>(one: Confidential<T>): Confidential<T> {
  return one
}

const columns = [
  confidential({ table: 'procurement.need', column: 'comments', class: 'comments', id: 'procurement_id' }),
  confidential({ table: 'procurement.notice', column: 'file_name', class: 'file', id: 'id' }),
  confidential({
    table: 'competence.profile',
    column: 'tasks',
    class: 'draft',
    id: 'id',
    when: row => row.state === 'draft',
  }),
  confidential({ table: 'places.pass', column: 'note', class: 'note', id: 'id' }),
  confidential({
    table: 'places.place',
    column: 'override_note',
    class: 'note',
    id: 'id',
    when: row => row.given_by === 'override',
  }),
  confidential({ table: 'places.self_check', column: 'note', class: 'note', id: 'id' }),
  confidential({
    table: 'matching.candidacy',
    column: 'shortlist_note',
    class: 'note',
    id: 'id',
    when: row => row.shortlisted_at !== null,
  }),
  confidential({
    table: 'followup.report',
    column: 'remark',
    class: 'remark',
    id: 'id',
    when: row => row.state !== 'open',
  }),
  confidential({
    table: 'followup.report',
    column: 'return_note',
    class: 'judgement',
    id: 'id',
    when: row => row.state === 'returned',
  }),
] as const

/** Marks the confidential texts of the stories in place, and the participants' addresses. */
export function markSheet(sheet: Sheet): void {
  for (const one of columns) markColumn(sheet.rows, one as Confidential<Table>)
  for (const account of sheet.rows['gate.account'] ?? []) {
    const number = /^person(\d+)@/.exec(account.email ?? '')?.[1]
    if (number) account.email = account.email?.replace('@', `.${emailMarker(Number(number))}@`)
  }
}

function markColumn(rows: Rows, { table, column, class: what, id, when }: Confidential<Table>): void {
  for (const row of rows[table] ?? []) {
    const values = row as unknown as Record<string, string | undefined>
    // A copy has one list of columns: what only some rows have would be null in the others.
    values[column] ??= ''
    if (!when || when(row)) values[column] = `${values[column]} ${rowMarker(table, String(values[id]), what)}`.trim()
  }
}

function rowMarker(table: Table, id: string, what: string): string {
  return `KN${(table.split('.')[1] ?? table).replaceAll('_', '')}${id.replaceAll('-', '').slice(0, 12)}${what}`
}

/** Every canary of a world that was laid out with them, person by person, then row by row. */
export function* canariesOf(world: World): Generator<Canary> {
  for (const person of world.persons()) yield* canariesOfPerson(person)
  for (const one of columns) {
    const { table, column, class: what, id, when } = one as Confidential<Table>
    for (const row of world.rows[table] ?? []) {
      if (when && !when(row)) continue
      const ownerId = String((row as unknown as Record<string, unknown>)[id])
      const ownerKind = table as Canary['ownerKind']
      yield { marker: rowMarker(table, ownerId, what), ownerKind, ownerId, class: what, table, column }
    }
  }
}

function* canariesOfPerson(person: Person): Generator<Canary> {
  const owner = { ownerKind: 'person', ownerId: person.id } as const
  const table = 'candidates.person'
  const { number, identity } = person
  for (const [what, column] of [
    ['given', 'given_name'],
    ['family', 'family_name'],
    ['phone', 'phone'],
  ] as const)
    yield { ...owner, marker: personMarker(number, what), class: what, table, column }
  yield { ...owner, marker: emailMarker(number), class: 'email', table, column: 'email' }
  // An identity number is its own canary: it must be an official test number, and each is dealt out once.
  if (identity) yield { ...owner, marker: identity.slice(2), class: 'identity', table, column: 'identity_sealed' }
  if (person.standing.instrument) {
    const marker = personMarker(number, 'instrument')
    yield { ...owner, marker, class: 'instrument', table: 'candidates.standing', column: 'ability_instrument' }
  }
  const marker = personMarker(number, 'competence')
  yield { ...owner, marker, class: 'competence', table: 'candidates.competence', column: 'label_sv' }
}
