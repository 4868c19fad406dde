import { addDays, type Day } from '#kernel'
import { idOf } from '../identities.ts'
import { type OrganisationKey, organisationId, organisationName } from '../organisations.ts'
import { appointmentId } from '../staff.ts'
import { officerOf } from './case.ts'
import type { Course } from './casting.ts'
import type { Stage } from './stage.ts'
import type { Told } from './story.ts'

/** How the question whether the employer may see a person ends up (TGT-11): the eight states of the access matrix. */
export type Answer = 'none' | 'asked' | 'yes' | 'ending' | 'expired' | 'no' | 'withdrawn' | 'elsewhere'

/** Asks and answers, as far as the days have gone. True when a permission has let the employer see the person. */
export function tellDisclosure(stage: Stage, story: Told, course: Course): boolean {
  const { answer } = course
  const receiver: OrganisationKey = answer === 'elsewhere' ? 'bygg-ab' : (story.supplier ?? 'bygg-ab')
  if (!story.has('asked') || !course.asked || answer === 'none') return false
  const { sheet, journal, pool, calendar } = stage
  const { person } = course
  const officer = officerOf(story)
  const id = idOf('permission', `${story.key} ${person.number}`)
  const happening = { stream: 'person', streamId: person.id, plane: 'person', subject: id } as const
  const number = { case: `${story.on.created.slice(0, 4)}-${story.number}` }
  const until = validTo(stage, story, answer)
  const asked = journal.write(story.on.asked, officer, {
    ...happening,
    kind: 'permission.asked',
    facts: { ...number, until, edition: 1 },
  })
  const answered = answer !== 'asked' && story.has('answered')
  const self = pool.participant(person)
  const spoken = answered && person.number % 5 === 0
  const doer = spoken ? officer : self
  const says = answer === 'no' ? 'no' : 'yes'
  const manner = spoken ? (person.language === 'sv' ? 'spoken' : 'spoken_interpreter') : 'self'
  const answeredAt = answered
    ? journal.write(story.on.answered, doer, {
        ...happening,
        kind: says === 'yes' ? 'permission.given' : 'permission.declined',
        facts: spoken ? { ...number, manner, ground: 'needs_help_with_digital' } : number,
        ...(spoken ? { onBehalfOf: 'participant' } : {}),
      })
    : null
  const withdrawn = answered && answer === 'withdrawn'
  const withdrawnDay = calendar.workday(calendar.offset(story.on.answered) + 1)
  sheet.add('candidates.permission', {
    id,
    person_id: person.id,
    purpose: 'show_to_employer',
    receiver_id: organisationId(receiver),
    receiver_name: organisationName(receiver),
    procurement_id: story.id,
    fields: person.number % 4 === 0 ? ['name', 'competence'] : ['name', 'phone', 'competence'],
    text_edition: 1,
    asked_by: appointmentId(officer),
    asked_at: asked,
    answer: answered ? says : null,
    answered_at: answeredAt,
    manner: answered ? manner : null,
    language: answered ? person.language : null,
    valid_to: until,
    withdrawn_at:
      withdrawn && withdrawnDay < calendar.today
        ? journal.write(withdrawnDay, self, { ...happening, kind: 'permission.withdrawn', facts: number })
        : null,
  })
  return answered && says === 'yes' && !withdrawn && answer !== 'elsewhere'
}

function validTo({ calendar }: Stage, story: Told, answer: Answer): Day {
  if (answer === 'ending') return calendar.day(5)
  if (answer === 'expired') return calendar.day(-2)
  const usual = addDays(story.on.asked, 60)
  // A question that waits for its answer is not allowed to have run out meanwhile.
  return usual < calendar.today && !story.has('chosen') ? calendar.day(30) : usual
}
