import type { Day } from '#kernel'
import { idOf } from './identities.ts'
import type { Sheet } from './rows.ts'

const goals = [
  { measure: 'procurements_with_requirement', value: 15 },
  { measure: 'promised_months', value: 650 },
  { measure: 'filled_share', value: 0.8 },
  { measure: 'kept_share', value: 0.7 },
] as const

/** What the management of the world aims at (STR-7): counts and months for twelve months, shares of one. */
export function layOutGoals(sheet: Sheet, today: Day): void {
  for (const { measure, value } of goals)
    sheet.add('reports.goal', {
      id: idOf('goal', measure),
      measure,
      value,
      valid_from: `${Number(today.slice(0, 4)) - 2}-01-01`,
      valid_to: null,
      source: 'Stadsledningskontorets mål (påhittat för demonstrationen)',
    })
}
