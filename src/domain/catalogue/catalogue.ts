import type { Day } from '#kernel'

export const payers = ['municipality', 'employment_service', 'employer', 'coordination_association'] as const
export type Payer = (typeof payers)[number]

/** One time an intervention begins. `endsOn` is the last day, counted. */
export type Start = {
  readonly id: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly seats: number
  readonly taken: number
  readonly version: number
}

export type Intervention = {
  readonly id: string
  readonly provider: string
  readonly providerName: string
  readonly nameSv: string
  readonly nameEn: string
  readonly concepts: readonly string[]
  readonly weeks: number
  readonly payer: Payer
  readonly confirmedOn: Day
  readonly version: number
  readonly starts: readonly Start[]
}

export type CatalogueRefusal =
  | 'catalogue.not_found'
  | 'catalogue.not_yours'
  | 'catalogue.changed_meanwhile'
  | 'catalogue.fewer_than_taken'
  | 'catalogue.already_begun'

/** A provider's word older than this is greyed and asked for again (ux P14). */
export const freshDays = 60
