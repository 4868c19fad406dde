import type { Tx } from '#db'
import { readNames } from '#domain/candidates'
import type { Actor, Day } from '#kernel'
import { mayMatch } from '../access.ts'
import type { CandidacyState, DeclineReason, ShortlistReason } from '../matching.ts'
import { permissionsTowards, type ShownPermission } from '../permissions.ts'
import { type Card, previewCards } from './cards.ts'
import { type CaseHead, headOf } from './head.ts'

export type ShortlistLine = {
  readonly candidacy: string
  readonly person: string
  readonly number: string
  readonly name: string
  readonly state: CandidacyState
  readonly invitedOn: Day | null
  readonly attendedOn: Day | null
  readonly interviewedOn: Day | null
  readonly reason: ShortlistReason | null
  readonly note: string
  readonly declineReason: DeclineReason | null
  readonly shownTo: Day | null
  readonly permission: ShownPermission
  /** What the employer sees, or would see; undefined without a permission in force. */
  readonly card?: Card
  readonly version: number
}

export type ShortlistPage = {
  readonly head: CaseHead
  readonly lines: readonly ShortlistLine[]
  readonly handledApart: readonly string[]
}

const listed: readonly CandidacyState[] = ['proposed', 'shortlisted', 'presented', 'wanted', 'chosen', 'declined']
/** The order of the page: nearest to a job first, and by number within; nothing that says anything of a person. */
const nearest: readonly CandidacyState[] = ['chosen', 'wanted', 'presented', 'shortlisted', 'proposed', 'declined']

const onCard: readonly CandidacyState[] = ['shortlisted', 'presented', 'wanted']

/** Where everybody in a case stands, with permission and the card as the employer would see it (ux.md E5). Names and cards are logged. */
export async function viewShortlist(
  tx: Tx,
  actor: Actor,
  procurement: string,
  today: Day,
): Promise<ShortlistPage | undefined> {
  const found = await headOf(tx, procurement, today)
  if (!found || !mayMatch(actor, 'matching.view_shortlist', found.about)) return undefined
  const { about: _, ...head } = found
  const rows = await tx
    .selectFrom('matching.candidacy as c')
    .innerJoin('candidates.person as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.person_id', 'c.state', 'c.version', 'c.invited_on', 'c.attended_on', 'c.interviewed_on'])
    .select(['c.shortlist_reason', 'c.shortlist_note', 'c.decline_reason', 'c.shown_to', 'p.number', 'p.protected'])
    .where('c.procurement_id', '=', procurement)
    .where('c.state', 'in', [...listed])
    .orderBy('p.number')
    .orderBy('c.id')
    .limit(300)
    .execute()
  const open = rows.filter(row => !row.protected)
  const people = open.map(row => row.person_id)
  const names = await readNames(tx, people, 'shortlist', procurement)
  const permissions = await permissionsTowards(tx, people, head.employer?.id, procurement, today)
  const cards = await previewCards(
    tx,
    open.filter(row => onCard.includes(row.state as CandidacyState)).map(row => row.id),
  )
  const inOrder = open.toSorted(
    (a, b) => nearest.indexOf(a.state as CandidacyState) - nearest.indexOf(b.state as CandidacyState),
  )
  return {
    head,
    handledApart: rows.filter(row => row.protected).map(row => String(row.number)),
    lines: inOrder.map(row => {
      const card = cards.get(row.id)
      return {
        candidacy: row.id,
        person: row.person_id,
        number: String(row.number),
        name: names.get(row.person_id) ?? '',
        state: row.state as CandidacyState,
        invitedOn: row.invited_on,
        attendedOn: row.attended_on,
        interviewedOn: row.interviewed_on,
        reason: row.shortlist_reason as ShortlistReason | null,
        note: row.shortlist_note,
        declineReason: row.decline_reason as DeclineReason | null,
        shownTo: row.shown_to,
        permission: permissions.get(row.person_id) ?? { state: 'none' as const },
        ...(card ? { card } : {}),
        version: row.version,
      }
    }),
  }
}
