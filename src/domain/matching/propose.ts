import { appendEvent, asActor, type Db, type Tx } from '#db'
import type { PersonStatus } from '#domain/candidates'
import { type Actor, accept, type Day, dayOf, type Outcome, refuse } from '#kernel'
import { mayMatch } from './access.ts'
import { mostAtOnce } from './change.ts'
import { eligibilityOf } from './eligible.ts'
import type { Candidacy, MatchingCase, MatchingRefusal } from './matching.ts'
import { agreedToMatching } from './permissions.ts'
import { decideProposals, type Proposable, startOf } from './rules.ts'
import {
  areaOf,
  assignToCase,
  findCase,
  insertCandidacy,
  lockCandidacies,
  lockCase,
  tell,
  writeChange,
} from './store.ts'

/** `note`: what is known of what the rules do not know; needed only then. Names and health are not written. */
export type ProposeCandidates = {
  readonly procurement: string
  readonly people: readonly string[]
  readonly note: string
  readonly now: Date
  readonly newId: () => string
}

/**
 * Proposes people for the places of a case (TGT-5): a district its own, for places that have been apportioned to it; the case's matching unit and
 * coordinator those they may see. From then on the case's matching unit and coordinator may see them, for this case.
 */
export function proposeCandidates(
  db: Db,
  actor: Actor,
  command: ProposeCandidates,
): Promise<Outcome<{ people: number }, MatchingRefusal | 'form.key_reused'>> {
  return asActor<{ people: number }, MatchingRefusal>(db, actor, async tx => {
    const people = [...new Set(command.people)]
    if (people.length === 0) return refuse('candidacy.nobody_chosen')
    if (people.length > mostAtOnce) return refuse('candidacy.too_many', { most: mostAtOnce })
    await lockCase(tx, command.procurement)
    const about = await findCase(tx, command.procurement)
    if (!about) return refuse('candidacy.not_found')
    if (!mayMatch(actor, 'matching.propose', about)) return refuse('candidacy.not_yours')
    const open = await decideCase(tx, actor, about)
    if (!open.ok) return open

    const today = dayOf(command.now)
    const held = await lockCandidacies(tx, about.id, { people })
    const rows = await readPeople(tx, people, held, about, today)
    if (rows.length < people.length) return refuse('candidacy.not_found')
    if (actor.role === 'district_team' && rows.some(row => row.district !== actor.organisation))
      return refuse('candidacy.not_yours')
    const decision = decideProposals(rows, command.note)
    if (!decision.ok) return decision

    for (const [index, row] of rows.entries()) {
      const explained = decision.value[index]?.explained === true && command.note.trim() !== ''
      await propose(
        tx,
        row,
        about,
        held.find(one => one.person === row.id),
        command,
      )
      if (explained) await explain(tx, row.id, about, command)
      await assignToCase(tx, row.id, about.id)
    }
    return accept({ people: rows.length })
  })
}

async function decideCase(tx: Tx, actor: Actor, about: MatchingCase): Promise<Outcome<true, MatchingRefusal>> {
  if (!about.open) return refuse('candidacy.case_closed')
  if (about.areas.length === 0) return refuse('candidacy.no_places')
  if (actor.role !== 'district_team') return accept(true)
  const area = await areaOf(tx, actor.organisation)
  return area !== undefined && about.areas.includes(area) ? accept(true) : refuse('candidacy.no_places_for_district')
}

type Row = Proposable & { readonly id: string; readonly district: string }

async function readPeople(
  tx: Tx,
  people: readonly string[],
  held: readonly Candidacy[],
  about: MatchingCase,
  today: Day,
): Promise<Row[]> {
  const rows = await tx
    .selectFrom('candidates.person')
    .select(['id', 'number', 'status', 'protected', 'district_id'])
    .where('id', 'in', [...people])
    .orderBy('number')
    .execute()
  const agreed = await agreedToMatching(tx, people, today)
  const rules = await eligibilityOf(tx, people, startOf(about, today), today)
  return rows.map(row => {
    const candidacy = held.find(one => one.person === row.id)?.state
    return {
      id: row.id,
      number: row.number,
      district: row.district_id,
      protected: row.protected,
      status: row.status as PersonStatus,
      agreed: agreed.get(row.id) ?? 'not_answered',
      eligibility: rules.get(row.id),
      ...(candidacy === undefined ? {} : { candidacy }),
    }
  })
}

async function propose(
  tx: Tx,
  row: Row,
  about: MatchingCase,
  held: Candidacy | undefined,
  { now, newId }: ProposeCandidates,
): Promise<void> {
  const candidacy = { id: held?.id ?? newId(), procurement: about.id, person: row.id, protected: row.protected }
  if (held) {
    const fresh = {
      shortlisted_at: null,
      shortlist_reason: null,
      shortlist_note: '',
      presented_at: null,
      shown_to: null,
    }
    await writeChange(tx, held.id, { state: 'proposed', decided_at: null, ...fresh })
  } else await insertCandidacy(tx, { ...candidacy, district: row.district }, now)
  await tell(tx, candidacy, { id: newId(), kind: 'matching.proposed' })
}

/** What was said of the unknown, on the person's own history: the case's is read by the whole team. */
async function explain(tx: Tx, person: string, about: MatchingCase, { note, newId }: ProposeCandidates): Promise<void> {
  await appendEvent(tx, {
    id: newId(),
    stream: 'person',
    streamId: person,
    kind: 'matching.proposal_explained',
    subject: about.id,
    plane: 'person',
    facts: { case: about.number },
    reason: note.trim(),
  })
}
