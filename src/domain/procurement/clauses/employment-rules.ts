import { addDays, addMonths, type Day, daysBetween } from '#kernel'
import { type ContractPeriod, intervalEnds } from './contract-period.ts'
import type { EmploymentClause, EndReason, OccupationForm } from './employment-parameters.ts'

/**
 * Full-time months as whole parts: one month = 377 580 × 10 000 parts. 377 580 is divisible by 28, 29, 30 and 31, and working
 * time comes in ten-thousandths, so every sum of days is exact. Safe up to two million months.
 */
export type MonthParts = number

const partsPerMonth = 377_580
const fullTime = 10_000
export const oneMonth: MonthParts = partsPerMonth * fullTime

/** One employment under a clause. Days are calendar days, first and last counted. */
export type Employment = {
  readonly id: string
  /** Working time in ten-thousandths of full time: 5000 = 50 %. A change of working time is a new line. */
  readonly workingTime: number
  readonly offeredOn?: Day
  /** First day of work, begun or agreed; absent while only offered. */
  readonly from?: Day
  /** Agreed last day; absent for an employment until further notice. */
  readonly plannedLastDay?: Day
  readonly ended?: { readonly lastDay: Day; readonly reason: EndReason }
  readonly targetGroupConfirmed: boolean
  readonly existingStaff: boolean
  readonly linkedToContractWork: boolean
  /** An employment when left out. A placement is not an employment and has no pay. */
  readonly form?: OccupationForm
  /** For a placement: whether it is supervised as the clause defines it. */
  readonly supervised?: boolean
}

/** What follow-up measures against (PRC-10): the clause's parameters and the contract's term. */
export type Commitment = { readonly clause: EmploymentClause; readonly contract: ContractPeriod }

export type FulfilmentState = 'fulfilled' | 'deemed_fulfilled' | 'on_course' | 'short' | 'late_first_start'

export type FulfilmentReason =
  | 'not_counted.other_form'
  | 'not_counted.unsupervised'
  | 'not_counted.target_group_unconfirmed'
  | 'not_counted.existing_staff'
  | 'not_counted.not_linked_to_contract'
  | 'early_end.allowed'
  | 'early_end.not_allowed'
  | 'volume.reached'
  | 'volume.threshold_reached'
  | 'volume.below_threshold'
  | 'volume.planned_enough'
  | 'volume.planned_enough_for_threshold'
  | 'volume.time_remains'
  | 'volume.lacking'
  | 'first_start.in_time'
  | 'first_start.open'
  | 'first_start.missed'

export type FulfilmentLine = {
  readonly code: FulfilmentReason
  readonly facts: Readonly<Record<string, string | number>>
}

export type Fulfilment = {
  /** Exact, for whoever sums or compares. */
  readonly exact: Readonly<Record<'committed' | 'delivered' | 'running' | 'agreed' | 'lacking', MonthParts>>
  /** For showing, two decimals: what has been done is rounded down, what is lacking up, so that 11.999 is never shown as done. */
  readonly committedMonths: number
  readonly deliveredMonths: number
  /** What begun employments add from tomorrow to their planned end, and what agreed ones that have not begun add. */
  readonly runningMonths: number
  readonly agreedMonths: number
  readonly lackingMonths: number
  /** Delivered of committed, four decimals, rounded down. */
  readonly ratio: number
  readonly state: FulfilmentState
  /** The volume alone, when `state` says that the first start was late. */
  readonly volume: Exclude<FulfilmentState, 'late_first_start'>
  readonly firstStart: { readonly deadline: Day; readonly met: 'yes' | 'no' | 'open'; readonly on?: Day }
  readonly explanation: readonly FulfilmentLine[]
}

/**
 * Exact full-time months of employments inside a contract: for each calendar month, the share of its days that were
 * employed × working time. An employment until further notice runs to the contract's last day.
 * Source: Upphandlingsmyndigheten 11554 ("together equal to at least n months full-time"); pro rata by day is our reading.
 */
export function fullTimeMonths(employments: readonly Employment[], contract: ContractPeriod): MonthParts {
  return employments.reduce((sum, one) => sum + partsBetween(one, contract, contract.from, addDays(contract.to, -1)), 0)
}

/** Months for showing: two decimals, rounded down (or up, for what is lacking). */
export function monthsShown(parts: MonthParts, direction: 'down' | 'up' = 'down'): number {
  const hundredths = parts / (oneMonth / 100)
  return (direction === 'down' ? Math.floor(hundredths) : Math.ceil(hundredths)) / 100
}

/**
 * How a commitment stands on a day, that day's work included (PRC-10).
 * Fulfilled when the months are reached; deemed fulfilled when an employment ended early for an allowed reason and the
 * threshold is reached; late when nobody had begun or been offered employment by the deadline, which a later start does not undo.
 * Before that deadline a lack is not yet a shortfall. Source: Upphandlingsmyndigheten 11554, point 1 a.
 */
export function fulfilment(
  { clause, contract }: Commitment,
  employments: readonly Employment[],
  today: Day,
): Fulfilment {
  const lastDay = addDays(contract.to, -1)
  const excluded = employments.flatMap(one => notCounted(clause, one) ?? [])
  const counted = employments.filter(one => notCounted(clause, one) === undefined)
  const begun = counted.filter(({ from }) => from !== undefined && from <= today)
  const total = (from: Day, to: Day, of: readonly Employment[]): MonthParts =>
    of.reduce((sum, one) => sum + partsBetween(one, contract, from, to), 0)

  const committed = (clause.fullTimeMonths * oneMonth) / 100
  const delivered = total(contract.from, today, begun)
  const running = total(addDays(today, 1), lastDay, begun)
  const agreed = total(addDays(today, 1), lastDay, counted) - running
  const planned = delivered + running + agreed
  const lacking = Math.max(0, committed - planned)

  const ends = begun.flatMap(one => earlyEnd(one, clause, contract, today) ?? [])
  const endedEarly = ends.some(({ code }) => code === 'early_end.allowed')
  const { numerator, denominator } = clause.earlyEndThreshold
  const atThreshold = (parts: MonthParts): boolean =>
    BigInt(parts) * BigInt(denominator) >= BigInt(committed) * BigInt(numerator)
  const firstStart = judgeFirstStart(clause, contract, counted, today)

  const months = { delivered: monthsShown(delivered), committed: monthsShown(committed) }
  const threshold = { ...months, numerator, denominator }
  const judged = ((): { volume: Fulfilment['volume']; code: FulfilmentReason; facts: FulfilmentLine['facts'] } => {
    if (delivered >= committed) return { volume: 'fulfilled', code: 'volume.reached', facts: months }
    if (endedEarly && atThreshold(delivered))
      return { volume: 'deemed_fulfilled', code: 'volume.threshold_reached', facts: threshold }
    if (lacking === 0) return { volume: 'on_course', code: 'volume.planned_enough', facts: months }
    if (endedEarly && atThreshold(planned))
      return { volume: 'on_course', code: 'volume.planned_enough_for_threshold', facts: threshold }
    if (today <= firstStart.deadline && today <= lastDay)
      return { volume: 'on_course', code: 'volume.time_remains', facts: { until: firstStart.deadline } }
    if (endedEarly) return { volume: 'short', code: 'volume.below_threshold', facts: threshold }
    return { volume: 'short', code: 'volume.lacking', facts: { ...months, lacking: monthsShown(lacking, 'up') } }
  })()

  const done = judged.volume === 'fulfilled' || judged.volume === 'deemed_fulfilled'
  return {
    exact: { committed, delivered, running, agreed, lacking },
    committedMonths: months.committed,
    deliveredMonths: months.delivered,
    runningMonths: monthsShown(running),
    agreedMonths: monthsShown(agreed),
    lackingMonths: monthsShown(lacking, 'up'),
    ratio: Number((BigInt(delivered) * 10_000n) / BigInt(committed)) / 10_000,
    state: !done && firstStart.met === 'no' ? 'late_first_start' : judged.volume,
    volume: judged.volume,
    firstStart,
    explanation: [...excluded, ...ends, { code: judged.code, facts: judged.facts }, firstStartLine(firstStart, today)],
  }
}

/** When the supplier reports (PRC-10): the last day of each interval from contract start, the last one at the contract's end. */
export function reportingDays({ clause, contract }: Commitment): Day[] {
  return intervalEnds(contract, clause.reportingIntervalMonths)
}

/** Parts of months worked between two days, both counted, inside the contract and the employment. */
export function partsBetween(one: Employment, contract: ContractPeriod, from: Day, to: Day): MonthParts {
  if (one.from === undefined) return 0
  const first = latest(one.from, contract.from, from)
  const last = earliest(endOf(one, contract), addDays(contract.to, -1), to)
  if (first > last) return 0
  const [firstMonth, lastMonth] = [monthNumber(first), monthNumber(last)]
  let parts = 0
  for (let month = firstMonth; month <= lastMonth; month += 1) {
    const length = daysIn(month)
    const firstDay = month === firstMonth ? Number(first.slice(8)) : 1
    const lastDay = month === lastMonth ? Number(last.slice(8)) : length
    parts += (lastDay - firstDay + 1) * (partsPerMonth / length) * one.workingTime
  }
  return parts
}

/** Calendar months in one row: January 2026 is 2026 × 12. */
function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function daysIn(month: number): number {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()
}

function endOf(one: Employment, contract: ContractPeriod): Day {
  return one.ended?.lastDay ?? one.plannedLastDay ?? addDays(contract.to, -1)
}

/** Why an employment does not count towards the commitment; undefined when it does. */
export function notCounted(clause: EmploymentClause, one: Employment): FulfilmentLine | undefined {
  const facts = { employment: one.id }
  const { form = 'employment', supervised = false } = one
  // An apprenticeship is an employment (lärlingsanställning); nothing else stands in for another form.
  const fits = form === clause.variant || (form === 'apprenticeship' && clause.variant === 'employment')
  if (!fits) return { code: 'not_counted.other_form', facts }
  if (form === 'supervised_placement' && !supervised) return { code: 'not_counted.unsupervised', facts }
  if (!one.targetGroupConfirmed) return { code: 'not_counted.target_group_unconfirmed', facts }
  if (one.existingStaff && !clause.countsExistingStaff) return { code: 'not_counted.existing_staff', facts }
  if (!one.linkedToContractWork && clause.linkedToContractWork)
    return { code: 'not_counted.not_linked_to_contract', facts }
  return undefined
}

function earlyEnd(
  one: Employment,
  clause: EmploymentClause,
  contract: ContractPeriod,
  today: Day,
): FulfilmentLine | undefined {
  if (!one.ended || one.ended.reason === 'as_planned') return undefined
  const { lastDay, reason } = one.ended
  const agreed = earliest(one.plannedLastDay ?? addDays(contract.to, -1), addDays(contract.to, -1))
  if (lastDay >= agreed || lastDay > today || lastDay < contract.from) return undefined
  const allowed = clause.allowedEarlyEndReasons.some(one => one === reason)
  return {
    code: allowed ? 'early_end.allowed' : 'early_end.not_allowed',
    facts: { employment: one.id, lastDay, reason },
  }
}

/** An offer counts as begun for this rule: the clause says "begun or been offered". */
function judgeFirstStart(
  clause: EmploymentClause,
  contract: ContractPeriod,
  counted: readonly Employment[],
  today: Day,
): Fulfilment['firstStart'] {
  const deadline = addMonths(contract.from, clause.firstStartWithinMonths)
  const days = counted
    .flatMap(({ offeredOn, from }) => [offeredOn, from])
    .filter(day => day !== undefined && day <= today)
  const on = days.toSorted()[0]
  return { deadline, met: on !== undefined && on <= deadline ? 'yes' : today > deadline ? 'no' : 'open', on }
}

function firstStartLine({ deadline, met, on }: Fulfilment['firstStart'], today: Day): FulfilmentLine {
  if (met === 'open') return { code: 'first_start.open', facts: { deadline, daysLeft: daysBetween(today, deadline) } }
  return {
    code: met === 'yes' ? 'first_start.in_time' : 'first_start.missed',
    facts: on === undefined ? { deadline } : { deadline, on },
  }
}

function latest(first: Day, ...others: Day[]): Day {
  return [first, ...others].toSorted().at(-1) ?? first
}

function earliest(first: Day, ...others: Day[]): Day {
  return [first, ...others].toSorted()[0] ?? first
}
