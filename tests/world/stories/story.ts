import type { Day } from '#kernel'
import type { District } from '../areas.ts'
import type { Calendar } from '../calendar.ts'
import { idOf } from '../identities.ts'
import type { OrganisationKey } from '../organisations.ts'
import type { KeyGroup } from '../reference.ts'
import type { TradeKey } from '../trades.ts'

export const steps = ['plan', 'map', 'analyse', 'procure', 'implement', 'manage'] as const
export type StepKey = (typeof steps)[number]

/** What happens in a procurement, in order, as days before (−) or after the contract's first day. */
const usualCourse = {
  created: -120,
  planned: -112,
  need: -105,
  mapped: -94,
  profile: -84,
  places: -78,
  selfCheck: -68,
  apportioned: -64,
  analysed: -59,
  clause: -57,
  proposed: -52,
  invited: -38,
  attended: -30,
  awarded: -26,
  asked: -24,
  answered: -21,
  shortlisted: -18,
  presented: -14,
  wanted: -10,
  interviewed: -7,
  chosen: -4,
  offered: -3,
  agreed: 2,
  implemented: 45,
} as const
export type Moment = keyof typeof usualCourse
const moments = Object.keys(usualCourse) as readonly Moment[]

/** The procurement's own moments; the rest belong to the target-group process, which may stop without stopping the purchase. */
const ofTheProcurement: readonly Moment[] = [
  'created',
  'planned',
  'need',
  'mapped',
  'analysed',
  'clause',
  'awarded',
  'implemented',
]

export type EndReason = 'as_planned' | 'resignation' | 'just_cause' | 'dismissal' | 'shortage_of_work' | 'other'
/** How one of the employments went, counted from the first hired. Months may be parts: 8.5. */
export type Fate = {
  readonly rate?: number
  readonly endedAfterMonths?: number
  readonly reason?: EndReason
  readonly unconfirmed?: boolean
  /** Extra days before the first day of work. */
  readonly lateDays?: number
  /** Working six months later and said so. */
  readonly still?: boolean
}

/** What a named person meets in a story. */
export type Part =
  | 'proposed'
  | 'asked'
  | 'yes'
  | 'no'
  | 'withdrawn'
  | 'ending'
  | 'expired'
  | 'elsewhere'
  | 'presented'
  | 'hired'

export type Story = {
  readonly key: string
  /** Three digits; the year is that of the case's first day. */
  readonly number: string
  readonly title: string
  readonly trade: TradeKey
  readonly procurer: string
  readonly matching: 'am-nordost' | 'am-centrum' | 'am-sydvast' | 'am-hisingen'
  readonly supplier?: OrganisationKey
  readonly coordinator?: OrganisationKey
  /** The contract's first day, in days from the world's day; months of contract. */
  readonly start: number
  readonly months: number
  readonly value: number
  readonly places: number
  readonly form: 'permanent' | 'fixed_term' | 'trial' | 'apprenticeship' | 'supervised_placement'
  readonly employmentMonths: number
  /** Full-time months in the clause; none when the clause is not drafted yet. */
  readonly clause?: number
  readonly group?: KeyGroup
  readonly area?: District
  readonly requirement?: 'undecided' | 'dialogue' | 'none'
  /** Work begins so many days after the contract: 14 unless said. */
  readonly firstDay?: number
  /** The last thing that happens in the procurement, and in the target-group process, however far the days have gone. */
  readonly stops?: readonly Moment[]
  /** The team has a proposed apportionment on the table. */
  readonly proposal?: boolean
  /** The clause is drafted, not locked. */
  readonly draft?: boolean
  readonly editions?: number
  readonly selfCheck?: 'one' | 'both'
  /** Moments on other days than usual. */
  readonly when?: Partial<Record<Moment, number>>
  readonly state?: 'closed' | 'cancelled'
  /** Planned days before the day it was or will be done. */
  readonly behind?: Partial<Record<StepKey, number>>
  readonly passes?: readonly { district: District; reason: 'profile_missing' | 'cannot_prepare_in_time' | 'other' }[]
  readonly overrides?: readonly { place: number; district: District; reason: 'performed_there' | 'other' }[]
  /** How many places get somebody; all but every fifth unless said. */
  readonly filled?: number
  readonly perPlace?: number
  /** Everybody proposed goes all the way to the employer. */
  readonly keen?: boolean
  /** Districts that have not proposed anybody yet. */
  readonly silent?: readonly District[]
  readonly fates?: readonly Fate[]
  /** `learns`: a must that is not met yet, and is being learnt. */
  readonly parts?: readonly { number: number; part: Part; learns?: string }[]
  readonly report?: 'open' | 'submitted' | 'returned' | 'approved'
  /** The notice and the lot that the case came from. */
  readonly notice?: { readonly file: string; readonly lot: string }
}

/** A story with its days worked out. */
export type Told = Story & {
  readonly id: string
  readonly on: Readonly<Record<Moment, Day>>
  readonly has: (moment: Moment) => boolean
  readonly contractStart: Day
  readonly contractEnd: Day
  readonly placesStart: Day
}

const procurementId = (key: string): string => idOf('procurement', key)

/** Works out the days. What lies on or after the world's day has not happened yet, nor what comes after `stops`. */
export function workOut(calendar: Calendar, story: Story, lastDay: (first: Day, months: number) => Day): Told {
  const start = calendar.offset(calendar.monday(story.start))
  const offsetOf = (moment: Moment): number => start + (story.when?.[moment] ?? usualCourse[moment])
  const on = Object.fromEntries(moments.map(moment => [moment, calendar.workday(offsetOf(moment))])) as Record<
    Moment,
    Day
  >
  const stopOf = (moment: Moment): number => {
    const own = story.stops?.find(stop => ofTheProcurement.includes(stop) === ofTheProcurement.includes(moment))
    return own ? moments.indexOf(own) : moments.length
  }
  const contractStart = calendar.day(start)
  return {
    ...story,
    id: procurementId(story.key),
    on,
    has: moment =>
      moments.indexOf(moment) <= stopOf(moment) &&
      on[moment] < calendar.today &&
      (ofTheProcurement.includes(moment) || story.requirement === undefined),
    contractStart,
    contractEnd: lastDay(contractStart, story.months),
    placesStart: calendar.monday(start + (story.firstDay ?? 14)),
  }
}
