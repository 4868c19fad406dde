import { accept, type Outcome, refuse } from '#kernel'
import type { Profile, ProfileRefusal, ProfileRequirement } from './profile.ts'

const mostLines = 30

/** Whether a line may stand in a draft: each concept once, a level where levels mean something, weeks for what can be taught (TGT-3). */
export function decideAdd(
  draft: Profile,
  line: Omit<ProfileRequirement, 'id'>,
  levelled: boolean,
): Outcome<true, ProfileRefusal> {
  if (draft.requirements.length >= mostLines) return refuse('profile.too_many_lines', { most: mostLines })
  if (draft.requirements.some(held => held.concept === line.concept))
    return refuse('profile.concept_twice', { label: line.labelSv })
  if (levelled && line.level === undefined) return refuse('profile.level_missing', { label: line.labelSv })
  if (line.kind === 'teachable' && line.weeksToLearn === undefined)
    return refuse('profile.weeks_missing', { label: line.labelSv })
  return accept(true)
}

/** A profile without a must fits everybody and helps nobody: the team says what cannot be done without (PRC-8). */
export function decideAdopt(draft: Profile): Outcome<true, ProfileRefusal> {
  if (draft.title.trim() === '') return refuse('profile.title_missing')
  if (!draft.requirements.some(line => line.kind === 'must')) return refuse('profile.no_must')
  return accept(true)
}

/** Weeks from nothing for somebody who lacks all that can be taught, when the parts are learnt after each other. */
export function weeksFromNothing(profile: Pick<Profile, 'requirements'>): number {
  return profile.requirements
    .filter(line => line.kind === 'teachable')
    .reduce((sum, line) => sum + (line.weeksToLearn ?? 0), 0)
}
