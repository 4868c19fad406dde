import type { Dice } from '../dice.ts'
import type { Happening } from '../journal.ts'
import { staffAt } from '../staff.ts'
import { aboutCandidate, type Candidacy } from './candidacy.ts'
import type { Course } from './casting.ts'
import type { Stage } from './stage.ts'
import type { Told } from './story.ts'

/** Where a candidacy stands on the world's day. */
export function stateOf(story: Told, course: Course, disclosed: boolean): Candidacy['state'] {
  const after = (state: Candidacy['state']): Candidacy['state'] => (story.has('chosen') ? 'not_needed' : state)
  if (course.asked && course.answer === 'withdrawn' && story.has('answered')) return 'withdrawn'
  // One in four of those who did not come to the meeting has stepped back.
  const stayedAway = story.has('attended') && !course.attends && course.person.number % 4 === 0
  if (!course.shortlisted) return stayedAway ? 'withdrawn' : after('proposed')
  if (!story.has('shortlisted')) return 'proposed'
  if (!disclosed || !story.has('presented')) return after('shortlisted')
  if (!story.has('wanted')) return 'presented'
  if (!course.wanted) return 'declined'
  if (!story.has('chosen')) return 'wanted'
  return course.hired ? 'chosen' : course.interviewed ? 'declined' : 'not_needed'
}

/** What was decided, by whom and why: the employer's yes or no, the person's stepping back, or that nobody more was needed. */
export function tellDecision(stage: Stage, story: Told, course: Course, row: Candidacy, throws: Dice): void {
  const { journal, pool } = stage
  const employer = (story.supplier && staffAt(story.supplier)) ?? 'system'
  const about = aboutCandidate(story, course.person, row.id)
  const tell = (kind: string, facts: Happening['facts'] = {}): Happening => ({ ...about, kind, facts })
  if (['wanted', 'chosen'].includes(row.state) || (row.state === 'declined' && course.wanted))
    journal.write(story.on.wanted, employer, tell('matching.wanted'))
  if (row.state === 'chosen') row.decided_at = journal.write(story.on.chosen, employer, tell('matching.chosen'))
  if (row.state === 'not_needed') row.decided_at = journal.write(story.on.chosen, employer, tell('matching.not_needed'))
  if (row.state === 'withdrawn') {
    const day = course.asked ? story.on.answered : story.on.attended
    row.decided_at = journal.write(day, pool.participant(course.person), tell('matching.stepped_back'))
  }
  if (row.state !== 'declined') return
  row.decline_reason = course.wanted
    ? 'place_taken'
    : throws.pick(['licence_missing', 'hours_do_not_fit', 'experience_missing', 'other_about_the_work'] as const)
  const day = course.wanted ? story.on.chosen : story.on.wanted
  row.decided_at = journal.write(day, employer, tell('matching.declined', { why: row.decline_reason }))
}
