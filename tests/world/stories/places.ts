import { type District, districtAreaId } from '../areas.ts'
import { idOf } from '../identities.ts'
import { organisationId } from '../organisations.ts'
import { staffOf } from '../staff.ts'
import type { Stage } from './stage.ts'
import type { Told } from './story.ts'

export const placeId = (story: Told, number: number): string => idOf('place', `${story.key} ${number}`)

/** The places that the need opens, given to districts or not, and the self-check of the case (TGT-4, TGT-7). */
export function tellPlaces(stage: Stage, story: Told, given: readonly (District | undefined)[] | undefined): void {
  if (story.has('places')) {
    const happening = { stream: 'procurement', streamId: story.id, plane: 'contract', subject: story.id } as const
    const facts = { places: story.places }
    const procurer = staffOf(story.procurer)
    stage.journal.write(story.on.places, procurer, { ...happening, kind: 'places.opened', facts })
    for (let number = 1; number <= story.places; number++) onePlace(stage, story, number, given?.[number - 1])
  }
  if (!story.has('selfCheck')) return
  answer(stage, story, 'disability')
  if (story.selfCheck !== 'one') answer(stage, story, 'social_enterprise')
}

function onePlace({ sheet }: Stage, story: Told, number: number, district: District | undefined): void {
  const override = district && story.overrides?.find(({ place }) => place === number)
  sheet.add('places.place', {
    id: placeId(story, number),
    procurement_id: story.id,
    number,
    area_id: district ? districtAreaId(district) : null,
    apportionment_id: district ? idOf('apportionment', story.key) : null,
    given_by: district ? (override ? 'override' : 'rule') : null,
    override_reason: override ? override.reason : null,
    starts_on: story.placesStart,
    state: story.state === 'cancelled' ? 'withdrawn' : district ? 'apportioned' : 'open',
  })
}

function answer({ sheet, journal }: Stage, story: Told, question: 'disability' | 'social_enterprise'): void {
  const asked =
    question === 'social_enterprise'
      ? [organisationId('tva-hander'), organisationId('omstart')]
      : [organisationId('samordning')]
  const answered = journal.write(story.on.selfCheck, staffOf('district_team'), {
    stream: 'procurement',
    streamId: story.id,
    plane: 'contract',
    subject: story.id,
    kind: 'places.self_check_answered',
    facts: { question, considered: true, asked: asked.length },
  })
  sheet.add('places.self_check', {
    id: idOf('self_check', `${story.key} ${question}`),
    procurement_id: story.id,
    question,
    considered: true,
    asked,
    answered_at: answered,
  })
}
