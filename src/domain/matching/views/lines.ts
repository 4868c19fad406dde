import type { Tx } from '#db'
import { type Eligibility, type PersonStatus, readNames } from '#domain/candidates'
import {
  type HeldCompetence,
  type MatchCell,
  matchPerson,
  type Profile,
  type ProfileRequirement,
  type Requirement,
} from '#domain/competence'
import { addDays, type Day } from '#kernel'
import { eligibilityOf } from '../eligible.ts'
import type { CandidacyState } from '../matching.ts'
import { agreedToMatching, permissionsTowards, type ShownPermission } from '../permissions.ts'
import type { Proposable } from '../rules.ts'
import { type Way, waysTo } from './ways.ts'

/** Why a cell stands as it does. `way`: the course that leads there in time, or the first one that does not. */
export type CellWhy = {
  readonly code: 'held' | 'nothing_known' | 'level_unknown' | 'lacking' | 'level_below' | 'booked' | 'course'
  readonly level?: number
  readonly asked?: number
  readonly way?: Way
}

export type LineCell = MatchCell & { readonly why: CellWhy }

/** One person against one profile. There is no sum of the cells (GEN-4). `name` is empty until it is read, which is logged. */
export type Line = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly status: PersonStatus
  readonly waitingSince: Day
  readonly readyOn: Day | null
  readonly district: string
  readonly cells: readonly LineCell[]
  readonly permission: ShownPermission
  readonly agreed: Proposable['agreed']
  readonly eligibility?: Eligibility
  readonly candidacy?: { readonly id: string; readonly state: CandidacyState; readonly version: number }
}

/** A person as it comes from the database, before it is held against anything. */
export type PersonRow = {
  readonly id: string
  readonly number: number
  readonly status: string
  readonly waiting_since: Day
  readonly ready_on: Day | null
  readonly district_id: string
  readonly candidacy?: Line['candidacy']
}

type Frame = {
  readonly procurement: string
  readonly employer?: string
  readonly profile?: Profile
  /** The job's first day: a course that ends on it is too late. */
  readonly firstDay: Day
  readonly today: Day
  /** Whether the rules of eligibility are asked: where people are proposed, not where they are compared. */
  readonly eligibility?: boolean
}

/** Holds people against the profile, requirement by requirement, with why. Five queries, however many people. */
export async function linesOf(tx: Tx, people: readonly PersonRow[], frame: Frame): Promise<Line[]> {
  const ids = people.map(person => person.id)
  const asked = frame.profile?.requirements ?? []
  const known = await competencesOf(tx, ids, asked)
  const ways = await waysTo(tx, asked, ids, frame.today)
  const permissions = await permissionsTowards(tx, ids, frame.employer, frame.procurement, frame.today)
  const agreed = await agreedToMatching(tx, ids, frame.today)
  const rules = await eligibilityOf(tx, frame.eligibility ? ids : [], frame.firstDay, frame.today)
  const requirements: Requirement[] = asked.map(({ id, kind, concept, level }) => ({
    id,
    kind,
    concept,
    ...(level === undefined ? {} : { level }),
  }))
  return people.map(person => {
    const competences = known.get(person.id) ?? []
    const cells = matchPerson(
      requirements,
      { competences, opportunities: ways.of(person.id) },
      addDays(frame.firstDay, -1),
    )
    const eligibility = rules.get(person.id)
    return {
      id: person.id,
      number: String(person.number),
      name: '',
      status: person.status as PersonStatus,
      waitingSince: person.waiting_since,
      readyOn: person.ready_on,
      district: person.district_id,
      cells: cells.map((cell, index) => ({
        ...cell,
        why: whyOf(cell, asked[index], competences, start => ways.named(person.id, start)),
      })),
      permission: permissions.get(person.id) ?? { state: 'none' },
      agreed: agreed.get(person.id) ?? 'not_answered',
      ...(eligibility ? { eligibility } : {}),
      ...(person.candidacy ? { candidacy: person.candidacy } : {}),
    }
  })
}

function whyOf(
  cell: MatchCell,
  requirement: ProfileRequirement | undefined,
  competences: readonly HeldCompetence[],
  named: (start: string) => Way | undefined,
): CellWhy {
  const held = competences.find(one => one.concept === requirement?.concept)
  const levels = {
    ...(held?.level === undefined ? {} : { level: held.level }),
    ...(requirement?.level === undefined ? {} : { asked: requirement.level }),
  }
  if (cell.state === 'met') return { code: 'held', ...levels }
  if (cell.state === 'unknown') return { code: held ? 'level_unknown' : 'nothing_known', ...levels }
  const through = cell.state === 'by_date' ? cell.through : cell.tooLate?.through
  const way = through === undefined ? undefined : named(through)
  if (cell.state === 'by_date') return { code: way?.booked ? 'booked' : 'course', ...levels, ...(way ? { way } : {}) }
  return { code: held?.state === 'held' ? 'level_below' : 'lacking', ...levels, ...(way ? { way } : {}) }
}

/** The lines with names, each reading logged with its purpose. Whoever has no name for the actor is left out: it does not exist. */
export async function withNames(tx: Tx, lines: readonly Line[], purpose: string, procurement: string): Promise<Line[]> {
  const names = await readNames(
    tx,
    lines.map(line => line.id),
    purpose,
    procurement,
  )
  return lines.flatMap(line => {
    const name = names.get(line.id)
    return name === undefined ? [] : [{ ...line, name }]
  })
}

async function competencesOf(
  tx: Tx,
  people: readonly string[],
  asked: readonly ProfileRequirement[],
): Promise<ReadonlyMap<string, HeldCompetence[]>> {
  const found = new Map<string, HeldCompetence[]>()
  if (people.length === 0 || asked.length === 0) return found
  const rows = await tx
    .selectFrom('candidates.competence')
    .select(['person_id', 'concept', 'state', 'level'])
    .where('person_id', 'in', [...people])
    .where(
      'concept',
      'in',
      asked.map(({ concept }) => concept),
    )
    .execute()
  for (const row of rows) {
    const one: HeldCompetence = {
      concept: row.concept,
      state: row.state as HeldCompetence['state'],
      ...(row.level === null ? {} : { level: row.level }),
    }
    found.set(row.person_id, [...(found.get(row.person_id) ?? []), one])
  }
  return found
}
