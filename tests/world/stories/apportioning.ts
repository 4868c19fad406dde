import { type ApportionmentInput, apportion, type Key, type LedgerRow, type PassReason } from '#engine'
import { type District, districtAreaId, districtKeys, keyId } from '../areas.ts'
import { idOf } from '../identities.ts'
import { organisationId } from '../organisations.ts'
import { type KeyGroup, keyWeights } from '../reference.ts'
import { staffOf } from '../staff.ts'
import type { Stage } from './stage.ts'
import type { Told } from './story.ts'

/** Hundredths of a per cent, so that a key with decimals is whole numbers. */
export function engineKey(group: KeyGroup): Key {
  const rows = keyWeights(group).map(({ code, percent }) => ({
    area: idOf('area', code),
    weight: Math.round(percent * 100),
  }))
  return { rows, whole: 10_000, treatment: 'normalise' }
}

const reasons: Readonly<Record<NonNullable<Told['passes']>[number]['reason'], PassReason>> = {
  profile_missing: 'profile_missing',
  cannot_prepare_in_time: 'not_ready_in_time',
  other: 'other',
}

/**
 * Apportions every case's places in the order in which the team decided, each from where the year's ledger then stood (TGT-4).
 * @returns by case, the district of each place; undefined while it is open
 */
export function tellApportionments(stage: Stage, stories: readonly Told[]): Map<string, (District | undefined)[]> {
  const ledgers = new Map<string, readonly LedgerRow[]>()
  const given = new Map<string, (District | undefined)[]>()
  const decided = stories.filter(story => story.has('apportioned'))
  for (const story of decided.toSorted((a, b) => (a.on.apportioned < b.on.apportioned ? -1 : 1))) {
    given.set(story.key, tellOne(stage, story, ledgers, true))
  }
  for (const story of stories) if (story.proposal && !story.has('apportioned')) tellOne(stage, story, ledgers, false)
  for (const story of stories) tellPlaces(stage, story, given.get(story.key))
  return given
}

function tellOne(
  { sheet, journal, calendar }: Stage,
  story: Told,
  ledgers: Map<string, readonly LedgerRow[]>,
  decide: boolean,
): District[] {
  const group = story.group ?? 'youth_foreign_born'
  const day = decide ? story.on.apportioned : calendar.workday(-1)
  const year = Number(day.slice(0, 4))
  const ledger = ledgers.get(`${group} ${year}`)
  const input: ApportionmentInput = {
    key: engineKey(group),
    places: story.places,
    ...(ledger ? { ledger } : {}),
    passes: (story.passes ?? []).map(({ district, reason }) => ({
      area: districtAreaId(district),
      reason: reasons[reason],
    })),
    overrides: (story.overrides ?? []).map(({ place, district }) => ({ place, area: districtAreaId(district) })),
  }
  const result = apportion(input)
  if (!result.ok) throw new Error(`The places of ${story.key} cannot be apportioned: ${result.code}`)
  const id = idOf('apportionment', story.key)
  const happening = { stream: 'procurement', streamId: story.id, plane: 'matching', subject: id } as const
  const team = staffOf('district_team')
  const at = decide
    ? journal.write(day, team, { ...happening, kind: 'places.apportioned', facts: { places: story.places } })
    : null
  sheet.add('places.apportionment', {
    id,
    procurement_id: story.id,
    key_id: keyId(group),
    year,
    state: decide ? 'decided' : 'proposed',
    calculation: JSON.stringify({ input, output: result.value }),
    decided_at: at,
    created_at: at ?? `${day} 11:20:00 Europe/Stockholm`,
  })
  for (const { district, reason } of story.passes ?? []) {
    const pass = idOf('pass', `${story.key} ${district}`)
    sheet.add('places.pass', { id: pass, apportionment_id: id, area_id: districtAreaId(district), reason })
    if (decide) journal.write(day, team, { ...happening, kind: 'places.passed', facts: { reason }, reason })
  }
  if (!decide) return []
  ledgers.set(`${group} ${year}`, result.value.ledger)
  for (const { place, reason } of story.overrides ?? [])
    journal.write(day, team, { ...happening, kind: 'places.overridden', facts: { place }, reason })
  return result.value.order.map(area => districtKeys.find(district => districtAreaId(district) === area) as District)
}

export const placeId = (story: Told, number: number): string => idOf('place', `${story.key} ${number}`)

function tellPlaces({ sheet, journal }: Stage, story: Told, given: (District | undefined)[] | undefined): void {
  if (story.has('places')) {
    const happening = { stream: 'procurement', streamId: story.id, plane: 'contract', subject: story.id } as const
    const facts = { places: story.places }
    journal.write(story.on.places, staffOf(story.procurer), { ...happening, kind: 'places.opened', facts })
    for (let number = 1; number <= story.places; number++) {
      const district = given?.[number - 1]
      const override = given && story.overrides?.find(({ place }) => place === number)
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
  }
  const answers = story.has('selfCheck') ? (['disability', 'social_enterprise'] as const) : []
  for (const question of story.selfCheck === 'one' ? answers.slice(0, 1) : answers) {
    const happening = { stream: 'procurement', streamId: story.id, plane: 'matching', subject: story.id } as const
    const answered = journal.write(story.on.selfCheck, staffOf('district_team'), {
      ...happening,
      kind: 'places.self_check_answered',
      facts: { question, considered: true },
    })
    const asked = question === 'social_enterprise' ? [organisationId('tva-hander'), organisationId('omstart')] : []
    sheet.add('places.self_check', {
      id: idOf('self_check', `${story.key} ${question}`),
      procurement_id: story.id,
      question,
      considered: true,
      asked,
      answered_at: answered,
    })
  }
}
