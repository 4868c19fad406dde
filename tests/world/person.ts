import type { Day } from '#kernel'
import type { District } from './areas.ts'
import { idInOrder } from './identities.ts'
import type { TradeKey } from './trades.ts'

export type Competence = {
  readonly concept: string
  readonly type: 'skill' | 'language' | 'licence' | 'hours' | 'experience' | 'education'
  readonly label: string
  readonly level?: number
  readonly state: 'held' | 'lacking'
  readonly source: 'self' | 'officer' | 'certificate' | 'course'
  readonly notedOn: Day
}

export type Standing = {
  readonly since?: Day
  readonly testedOn?: Day
  readonly instrument?: string
  readonly atLeastHalf: 'yes' | 'no' | 'unknown'
  readonly documented: boolean
  readonly programme?: string
}

/** How the general question "may we match you?" stands. */
export type MatchPermission = 'none' | 'asked' | 'yes' | 'no' | 'withdrawn' | 'expired'

/** An invented job seeker. Stories change `status`, `readyOn` and `competences` while they are told. */
export type Person = {
  readonly number: number
  readonly id: string
  readonly given: string
  readonly family: string
  readonly language: string
  readonly district: District
  readonly identity?: string
  readonly young: boolean
  readonly bornAbroad: boolean
  readonly disability: boolean
  readonly targetGroups: readonly string[]
  readonly protected: boolean
  readonly waitingSince: Day
  readonly trade: TradeKey
  readonly standing: Standing
  readonly match: MatchPermission
  status: 'registered' | 'preparing' | 'ready' | 'placed' | 'paused' | 'left'
  readyOn?: Day
  readonly competences: Map<string, Competence>
}

export const personId = (number: number): string => idInOrder(0x5001, number)

/** 070-174 06 05 to 99: Post- och telestyrelsen keeps the series for fiction. Two people may have the same. */
export const phoneOf = (number: number): string => `070-174 06 ${String(5 + (number % 95)).padStart(2, '0')}`
export const emailOfPerson = (number: number): string => `person${number}@deltagare.example`

export function note(person: Person, competence: Competence): void {
  person.competences.set(competence.concept, competence)
}
