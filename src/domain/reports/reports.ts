import type { TargetGroup } from '#domain/places'
import type { Day } from '#kernel'

/** The stages of the funnel, first to last (ux.md P4). */
export const stages = ['called', 'came', 'listed', 'interviewed', 'hired'] as const
export type Stage = (typeof stages)[number]

export const measures = ['procurements_with_requirement', 'promised_months', 'filled_share', 'kept_share'] as const
export type Measure = (typeof measures)[number]

/** A count of people as it may be shown; null is hidden, because it is small or would give a small one away. */
export type Shown = number | null

/** What needs somebody's decision, as the period ended. The sentence is the page's. */
export type DecisionCode =
  | 'districts_pass'
  | 'requirement_undecided'
  | 'commitments_short'
  | 'first_starts_late'
  | 'reports_late'

export type Decision = { readonly code: DecisionCode; readonly facts: Readonly<Record<string, string | number>> }

export type DistrictGiven = {
  readonly area: string
  readonly name: string
  readonly percent: number
  /** Places given, and what the key's share of all given places amounts to. */
  readonly given: number
  readonly due: number
}

/** Every published count of people, of one whole calendar year. */
export type PeopleTables = {
  readonly year: number
  /** Counts of people below this are hidden. */
  readonly threshold: number
  readonly funnel: Readonly<Record<Stage, Shown>>
  /** Those for whom six months have passed since their first day, and those of them who were confirmed to be still there. */
  readonly stayed: { readonly hadTime: Shown; readonly kept: Shown }
  /** Places that began in the year. */
  readonly places: { readonly all: number; readonly filled: Shown }
  /** People hired by district and group, with totals under `*`: `hires[area][group]`. */
  readonly hires: Readonly<Record<string, Readonly<Record<string, Shown>>>>
}

/** Changes when the shape of the tables does. The first counted people of twelve months that overlapped; it is shown no more. */
export const edition = 2

/** The tables of a snapshot, as stored: of its twelve months, but for the people. */
export type SnapshotTables = PeopleTables & {
  readonly edition: typeof edition
  readonly procurements: { readonly all: number; readonly required: number }
  /** Full-time months of the commitments in force, to two decimals. What one gives above its promise does not make up for what another lacks. */
  readonly months: {
    readonly promised: number
    readonly delivered: number
    readonly running: number
    readonly lacking: number
  }
  readonly commitments: {
    readonly all: number
    readonly fulfilled: number
    readonly onCourse: number
    readonly short: number
    readonly late: number
  }
  readonly keys: readonly {
    readonly group: TargetGroup
    readonly nameSv: string
    readonly nameEn: string
    readonly given: number
    readonly districts: readonly DistrictGiven[]
  }[]
  readonly decisions: readonly Decision[]
}

/** A period of twelve months, both days counted, named by its last month. */
export type SnapshotPeriod = { readonly month: string; readonly from: Day; readonly to: Day }

/** What `reports.raw_counts` gives the worker. Never shown. */
export type RawCounts = {
  readonly funnel: Readonly<Record<Stage, number>>
  readonly stayed: { readonly hadTime: number; readonly kept: number }
  readonly hires: readonly { readonly area: string | null; readonly group: string; readonly hired: number }[]
  readonly procurements: { readonly all: number; readonly required: number }
  readonly undecided: number
  readonly places: { readonly all: number; readonly filled: number }
  readonly commitments: readonly RawCommitment[]
  readonly lateReports: number
  readonly keys: readonly {
    readonly group: TargetGroup
    readonly nameSv: string
    readonly nameEn: string
    readonly areas: readonly {
      readonly area: string
      readonly name: string
      readonly percent: number
      readonly given: number
    }[]
  }[]
  readonly passes: readonly { readonly name: string; readonly times: number }[]
}

export type RawCommitment = {
  readonly parameters: unknown
  readonly contractStart: Day
  readonly contractEnd: Day
  readonly employments: readonly {
    readonly rate: number
    readonly offeredOn: Day
    readonly startsOn: Day | null
    readonly startedOn: Day | null
    readonly endsOn: Day | null
    readonly endedOn: Day | null
    readonly endReason: string | null
  }[]
}
