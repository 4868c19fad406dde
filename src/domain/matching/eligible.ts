import type { Tx } from '#db'
import {
  type Eligibility,
  eligibility,
  eligibilityFactsOf,
  eligibilityParametersOn,
  type Standing,
} from '#domain/candidates'
import type { Day } from '#kernel'

/**
 * The rules of eligibility for some people and a job that starts on a day (TGT-6). Empty before the rules were in force. Who may not read the
 * standing (a coordinator) gets unknown for each: what one does not know is not "no".
 */
export async function eligibilityOf(
  tx: Tx,
  people: readonly string[],
  starts: Day,
  today: Day,
): Promise<ReadonlyMap<string, Eligibility>> {
  const parameter = eligibilityParametersOn(starts)
  if (!parameter || people.length === 0) return new Map()
  const rows = await tx
    .selectFrom('candidates.standing')
    .selectAll()
    .where('person_id', 'in', [...people])
    .execute()
  const standings = new Map(rows.map(row => [row.person_id, toStanding(row)]))
  return new Map(
    people.map(person => [
      person,
      eligibility(eligibilityFactsOf(standings.get(person), today), { starts }, parameter.value, today),
    ]),
  )
}

function toStanding(row: {
  employment_service_since: Day | null
  ability_tested_on: Day | null
  ability_instrument: string | null
  ability_at_least_half: string
  ability_documented: boolean
  programme: string | null
}): Standing {
  return {
    employmentServiceSince: row.employment_service_since,
    abilityTestedOn: row.ability_tested_on,
    abilityInstrument: row.ability_instrument,
    abilityAtLeastHalf: row.ability_at_least_half as Standing['abilityAtLeastHalf'],
    abilityDocumented: row.ability_documented,
    programme: row.programme,
  }
}
