import type { CandidateCount } from '#domain/matching'
import type { PlacesLine } from '#domain/places'
import type { Day } from '#kernel'

/** One case's places as a line of the list: of one district, or of all its districts together. */
export type CaseLine = {
  readonly procurement: string
  readonly number: string
  readonly title: string
  readonly startsOn: Day
  readonly areas: readonly string[]
  readonly places: number
  readonly taken: number
  readonly proposed: number
}

/** Gathers the lines of each case, in the order they came, with how many are taken and proposed. `area` limits the counts to one district's. */
export function byCase(
  lines: readonly PlacesLine[],
  candidates: readonly CandidateCount[],
  taken: readonly { readonly procurement: string; readonly area: string; readonly taken: number }[],
  area?: string,
): CaseLine[] {
  const ids = [...new Set(lines.map(line => line.procurement))]
  return ids.flatMap(procurement => {
    const own = lines.filter(line => line.procurement === procurement)
    const [first] = own
    if (!first) return []
    const counts = candidates.filter(one => one.procurement === procurement && (!area || one.area === area))
    const held = taken.filter(one => one.procurement === procurement && (!area || one.area === area))
    return [
      {
        procurement,
        number: first.number,
        title: first.title,
        startsOn: first.startsOn,
        areas: [...new Set(own.flatMap(line => (line.areaName === null ? [] : [line.areaName])))],
        places: own.reduce((sum, line) => sum + line.places, 0),
        taken: held.reduce((sum, one) => sum + one.taken, 0),
        proposed: counts.reduce((sum, one) => sum + one.proposed, 0),
      },
    ]
  })
}
