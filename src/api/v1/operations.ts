import type { Operation } from '../operation.ts'
import { candidacies } from './candidacies.ts'
import { commitments } from './commitments.ts'
import { interventions } from './interventions.ts'
import { me } from './me.ts'
import { type NoticeTools, notices } from './notices.ts'
import { people } from './people.ts'
import { placements } from './placements.ts'
import { places } from './places.ts'
import { procurements } from './procurements.ts'
import { profiles } from './profiles.ts'
import { reports } from './reports.ts'
import { results } from './results.ts'

export type { NoticeTools }

/** Every operation of version 1, in the order of the process. */
export function createOperations(tools: NoticeTools): readonly Operation[] {
  return [
    ...me,
    ...notices(tools),
    ...procurements,
    ...commitments,
    ...profiles,
    ...places,
    ...interventions,
    ...people,
    ...candidacies,
    ...placements,
    ...reports,
    ...results,
  ]
}
