import { asActor, type Db, type Tx } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { type CompetenceOperation, mayCompetence } from './access.ts'
import { commonConcepts } from './common-concepts.ts'
import type { Profile, ProfileRefusal, ProfileRequirement, RequirementKind } from './profile.ts'
import { decideAdd, decideAdopt } from './rules.ts'
import { insertRequirement, lockProfiles, markAdopted, readProfile, tell, touch } from './store.ts'

type Editing = { readonly procurement: string; readonly version: number; readonly newId: () => string }

type Answer = Promise<Outcome<{ id: string }, ProfileRefusal | 'form.key_reused'>>

/** The beats that every change of a draft shares: lock, permission, version; then its own decision; then the event. */
function onDraft(
  db: Db,
  actor: Actor,
  command: Editing,
  operation: CompetenceOperation,
  change: (
    tx: Tx,
    draft: Profile,
  ) => Promise<Outcome<{ kind: string; facts: Record<string, string | number> }, ProfileRefusal>>,
): Answer {
  return asActor<{ id: string }, ProfileRefusal>(db, actor, async tx => {
    await lockProfiles(tx, command.procurement)
    const draft = await readProfile(tx, command.procurement, 'draft')
    if (!draft) {
      const inForce = await readProfile(tx, command.procurement, 'adopted')
      return refuse(inForce ? 'profile.no_draft' : 'profile.not_found')
    }
    if (!mayCompetence(actor, operation)) return refuse('profile.not_yours')
    if (draft.version !== command.version) return refuse('profile.changed_meanwhile')
    const changed = await change(tx, draft)
    if (!changed.ok) return changed
    await tell(tx, command.newId(), draft, changed.value.kind, { edition: draft.edition, ...changed.value.facts })
    return accept({ id: draft.id })
  })
}

/** Says what the work is: title, tasks, occupation of the taxonomy. */
export function describeProfile(
  db: Db,
  actor: Actor,
  command: Editing & { title: string; tasks: string; occupation?: string },
): Answer {
  return onDraft(db, actor, command, 'profile.describe', async (tx, draft) => {
    if (command.title.trim() === '') return refuse('profile.title_missing')
    if (command.occupation) {
      const known = await tx
        .selectFrom('competence.occupation')
        .select('id')
        .where('id', '=', command.occupation)
        .executeTakeFirst()
      if (!known) return refuse('profile.concept_unknown')
    }
    const values = {
      title: command.title.trim(),
      tasks: command.tasks.trim(),
      occupation_id: command.occupation ?? null,
    }
    await tx.updateTable('competence.profile').set(values).where('id', '=', draft.id).execute()
    await touch(tx, draft.id)
    return accept({ kind: 'competence.profile_described', facts: { title: values.title } })
  })
}

/** Adds a line: a skill of the taxonomy, or one of the common concepts. `kind` says must, merit or teachable (TGT-3). */
export function addRequirement(
  db: Db,
  actor: Actor,
  command: Editing & { kind: RequirementKind; concept: string; level?: number; weeksToLearn?: number },
): Answer {
  return onDraft(db, actor, command, 'profile.add', async (tx, draft) => {
    const concept = await findConcept(tx, command.concept, draft)
    if (!concept) return refuse('profile.concept_unknown')
    const line: ProfileRequirement = {
      id: command.newId(),
      kind: command.kind,
      ...concept.line,
      ...(concept.levelled && command.level !== undefined ? { level: command.level } : {}),
      ...(command.weeksToLearn === undefined ? {} : { weeksToLearn: command.weeksToLearn }),
    }
    const decision = decideAdd(draft, line, concept.levelled)
    if (!decision.ok) return decision
    await insertRequirement(tx, draft.id, line, draft.requirements.length + 1)
    await touch(tx, draft.id)
    return accept({ kind: 'competence.requirement_added', facts: { label: line.labelSv } })
  })
}

/** Takes a line away from a draft; the event keeps what it was. */
export function removeRequirement(db: Db, actor: Actor, command: Editing & { requirement: string }): Answer {
  return onDraft(db, actor, command, 'profile.remove', async (tx, draft) => {
    const line = draft.requirements.find(held => held.id === command.requirement)
    if (!line) return refuse('profile.changed_meanwhile')
    await tx.deleteFrom('competence.requirement').where('id', '=', line.id).execute()
    await touch(tx, draft.id)
    return accept({ kind: 'competence.requirement_removed', facts: { label: line.labelSv } })
  })
}

/** The team adopts the edition: from now on matching holds people against it, and it is never changed again (TGT-3). */
export function adoptProfile(db: Db, actor: Actor, command: Editing & { now: Date }): Answer {
  return onDraft(db, actor, command, 'profile.adopt', async (tx, draft) => {
    const decision = decideAdopt(draft)
    if (!decision.ok) return decision
    await markAdopted(tx, draft, command.now)
    return accept({ kind: 'competence.profile_adopted', facts: { lines: draft.requirements.length } })
  })
}

async function findConcept(
  tx: Tx,
  concept: string,
  draft: Profile,
): Promise<
  { line: Pick<ProfileRequirement, 'type' | 'concept' | 'labelSv' | 'labelEn'>; levelled: boolean } | undefined
> {
  const common = commonConcepts.find(known => known.concept === concept)
  if (common)
    return {
      line: { type: common.type, concept, labelSv: common.labelSv, labelEn: common.labelEn },
      levelled: common.levelled,
    }
  if (concept === 'experience' && draft.occupation) {
    const { ssyk } = draft.occupation
    return {
      line: {
        type: 'experience',
        concept: `experience:${ssyk}`,
        labelSv: 'Erfarenhet av arbetet',
        labelEn: 'Experience of the work',
      },
      levelled: true,
    }
  }
  const skill = await tx
    .selectFrom('competence.skill')
    .select(['id', 'label_sv'])
    .where('id', '=', concept)
    .executeTakeFirst()
  return (
    skill && {
      line: { type: 'skill', concept: skill.id, labelSv: skill.label_sv, labelEn: skill.label_sv },
      levelled: false,
    }
  )
}
