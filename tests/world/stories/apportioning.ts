import { type Calculation, decideProposal, type Key } from '#domain/places'
import { type District, districtAreaId, districtKeys, districtName, keyId, keyNames } from '../areas.ts'
import { idOf } from '../identities.ts'
import type { Happening } from '../journal.ts'
import { type KeyGroup, keyWeights } from '../reference.ts'
import { staffOf } from '../staff.ts'
import { tellPlaces } from './places.ts'
import type { Stage } from './stage.ts'
import type { Told } from './story.ts'

/** The key as the product reads it from the database. */
function publishedKey(group: KeyGroup): Key {
  const { name, basis } = keyNames[group]
  return {
    id: keyId(group),
    targetGroup: group,
    nameSv: name.sv,
    nameEn: name.en,
    basisSv: basis.sv,
    basisEn: basis.en,
    treatment: 'normalise',
    source: '',
    rows: keyWeights(group).map(({ code, percent }) => ({ area: idOf('area', code), name: code, percent })),
  }
}

/** Where each key's year stands while the story of the year is told: by group and year. */
type Ledgers = Map<string, Calculation['output']['ledger']>

/**
 * Apportions every case's places in the order in which the team decided, each from where the year's ledger then stood, by the
 * product's own rule (TGT-4). Answers, by case, with the district of each place; undefined while it is open.
 */
export function tellApportionments(stage: Stage, stories: readonly Told[]): Map<string, (District | undefined)[]> {
  const ledgers: Ledgers = new Map()
  const given = new Map<string, (District | undefined)[]>()
  const decided = stories.filter(story => story.has('apportioned'))
  decided
    .toSorted((a, b) => (a.on.apportioned < b.on.apportioned ? -1 : 1))
    .forEach((story, nth) => {
      given.set(story.key, tellOne(stage, story, ledgers, nth))
    })
  for (const story of stories) if (story.proposal && !story.has('apportioned')) tellOne(stage, story, ledgers)
  for (const story of stories) tellPlaces(stage, story, given.get(story.key))
  return given
}

/** @param nth which of the team's decisions this is, in time; undefined for a proposal that waits */
function tellOne(stage: Stage, story: Told, ledgers: Ledgers, nth?: number): District[] {
  const { sheet, journal, calendar } = stage
  const group = story.group ?? 'youth_foreign_born'
  const day = nth === undefined ? calendar.workday(-1) : story.on.apportioned
  const year = Number(day.slice(0, 4))
  const calculation = calculate(story, year, ledgers.get(`${group} ${year}`))
  const id = idOf('apportionment', story.key)
  const happening = { stream: 'procurement', streamId: story.id, plane: 'contract', subject: id } as const
  const team = staffOf('district_team')
  // The ledger is read by the time of decision, so no two decisions of the team bear the same minute.
  const minutes = 9 * 60 + ((nth ?? 0) % 40) * 11
  const tell = (more: Pick<Happening, 'kind' | 'facts' | 'reason'>): string =>
    journal.write(day, team, { ...happening, ...more }, minutes)
  const facts = {
    places: story.places,
    areas: new Set(calculation.output.order).size,
    key: keyNames[group].name.sv,
    year,
  }
  const at = nth === undefined ? null : tell({ kind: 'places.apportioned', facts })
  sheet.add('places.apportionment', {
    id,
    procurement_id: story.id,
    key_id: keyId(group),
    year,
    state: nth === undefined ? 'proposed' : 'decided',
    calculation: JSON.stringify(calculation),
    decided_at: at,
    created_at: at ?? `${day} 11:20:00 Europe/Stockholm`,
  })
  for (const { district, reason } of story.passes ?? []) {
    const pass = idOf('pass', `${story.key} ${district}`)
    sheet.add('places.pass', { id: pass, apportionment_id: id, area_id: districtAreaId(district), reason })
    if (at) tell({ kind: 'places.passed', facts: { area: districtName(district), reason } })
  }
  if (nth === undefined) return []
  ledgers.set(`${group} ${year}`, calculation.output.ledger)
  for (const { place, district, reason } of story.overrides ?? [])
    tell({ kind: 'places.overridden', facts: { place, area: districtName(district), reason } })
  return calculation.output.order.map(area => districtKeys.find(one => districtAreaId(one) === area) as District)
}

function calculate(story: Told, year: number, ledger: Calculation['output']['ledger'] | undefined): Calculation {
  const standing = {
    procurement: story.id,
    places: story.places,
    startsOn: story.placesStart,
    key: publishedKey(story.group ?? 'youth_foreign_born'),
    year,
    ledger,
  }
  const note = ''
  const passes = (story.passes ?? []).map(({ district, reason }) => ({ area: districtAreaId(district), reason, note }))
  const overrides = (story.overrides ?? []).map(({ place, district, reason }) => ({
    place,
    area: districtAreaId(district),
    reason,
    note,
  }))
  const result = decideProposal(standing, passes, overrides)
  if (!result.ok) throw new Error(`The places of ${story.key} cannot be apportioned: ${result.code}`)
  return result.value
}
