import { asActor, type Db } from '#db'
import { type Actor, accept, type Outcome, refuse } from '#kernel'
import { mayCompetence } from './access.ts'
import type { ProfileRefusal } from './profile.ts'
import { insertDraft, insertRequirement, lockProfiles, nextEdition, readProfile, tell } from './store.ts'

export type DraftProfile = { readonly procurement: string; readonly now: Date; readonly newId: () => string }

/** Begins a new edition: a copy of the one in force, or an empty one that takes its first words from the need (TGT-1 → TGT-3). */
export function draftProfile(
  db: Db,
  actor: Actor,
  command: DraftProfile,
): Promise<Outcome<{ id: string }, ProfileRefusal | 'form.key_reused'>> {
  return asActor<{ id: string }, ProfileRefusal>(db, actor, async tx => {
    await lockProfiles(tx, command.procurement)
    const found = await tx
      .selectFrom('procurement.procurement as p')
      .leftJoin('procurement.need as n', 'n.procurement_id', 'p.id')
      .select(['p.id', 'n.service', 'n.skills'])
      .where('p.id', '=', command.procurement)
      .executeTakeFirst()
    if (!found) return refuse('profile.not_found')
    if (!mayCompetence(actor, 'profile.draft')) return refuse('profile.not_yours')
    if (await readProfile(tx, command.procurement, 'draft')) return refuse('profile.draft_exists')

    const inForce = await readProfile(tx, command.procurement, 'adopted')
    const profile = { id: command.newId(), procurement: command.procurement }
    const edition = await nextEdition(tx, command.procurement)
    await insertDraft(tx, {
      ...profile,
      edition,
      title: inForce?.title ?? found.service ?? '',
      tasks: inForce?.tasks ?? found.skills ?? '',
      ...(inForce?.occupation ? { occupation: inForce.occupation.id } : {}),
      now: command.now,
    })
    for (const [index, line] of (inForce?.requirements ?? []).entries()) {
      await insertRequirement(tx, profile.id, { ...line, id: command.newId() }, index + 1)
    }
    await tell(tx, command.newId(), profile, 'competence.profile_drafted', { edition })
    return accept({ id: profile.id })
  })
}
