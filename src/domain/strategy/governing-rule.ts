import { addDays, addMonths, type Dated, type Day, type Wording } from '#kernel'

export const purchaseTypes = ['goods', 'services', 'works', 'concession'] as const
export type PurchaseType = (typeof purchaseTypes)[number]

export const procedures = ['own_contract', 'framework_agreement', 'call_off', 'direct_award'] as const
export type Procedure = (typeof procedures)[number]

/** What is known of a procurement when it is held against the rules. What is left out is not known. */
export type CaseFacts = {
  /** Eight digits; a check digit after a hyphen is ignored. */
  readonly cpv?: string
  readonly type?: PurchaseType
  readonly procedure?: Procedure
  /** Whole kronor, excluding VAT, options included (LOU 5:3). */
  readonly valueKronor?: number
  /** First and last day of performance, both counted. */
  readonly performance?: { readonly firstDay: Day; readonly lastDay: Day }
  /** Full-time jobs that the work needs. */
  readonly fullTimeJobs?: number
  readonly area?: string
  readonly groups?: readonly string[]
}

/** When a rule applies: every part that is stated must hold. An "or" is two rules. */
export type Condition = {
  readonly cpvStartsWith?: readonly string[]
  readonly types?: readonly PurchaseType[]
  readonly procedures?: readonly Procedure[]
  readonly valueAtLeast?: number
  readonly valueBelow?: number
  readonly longerThanMonths?: number
  readonly notLongerThanMonths?: number
  readonly shorterThanMonths?: number
  readonly jobsAbove?: number
  readonly jobsAtMost?: number
  readonly jobsBelow?: number
  readonly areas?: readonly string[]
  /** At least one of these groups is meant. */
  readonly groups?: readonly string[]
}

export const rulings = ['exempt', 'special_care', 'consider'] as const
export type Ruling = (typeof rulings)[number]

/** One governing rule (STR-3): what it says of a case, when, since when, and who has decided it. */
export type GoverningRule = Dated<{ readonly when: Condition; readonly ruling: Ruling }> & {
  readonly id: string
  readonly name: Wording
}

export type Held = 'yes' | 'no' | 'unknown'
export type PartHeld = { readonly part: keyof Condition; readonly held: Held }

/** Each stated part of a condition on its own: holds, does not hold, or a fact is missing. */
export function holdParts(when: Condition, facts: CaseFacts): PartHeld[] {
  return Object.entries(parts).flatMap(([name, hold]) => {
    const part = name as keyof Condition
    return when[part] === undefined ? [] : [{ part, held: hold(when, facts) }]
  })
}

/** A condition holds when every part does; it fails as soon as one does, whatever is unknown. */
export function holds(when: Condition, facts: CaseFacts): Held {
  const all = holdParts(when, facts).map(({ held }) => held)
  if (all.includes('no')) return 'no'
  return all.includes('unknown') ? 'unknown' : 'yes'
}

type Part = (when: Condition, facts: CaseFacts) => Held

/** A part compares what the rule states with what is known; either missing gives unknown. */
function compare<Stated, Known>(
  stated: (when: Condition) => Stated | undefined,
  known: (facts: CaseFacts) => Known | undefined,
  fits: (stated: Stated, known: Known) => boolean,
): Part {
  return (when, facts) => {
    const [rule, fact] = [stated(when), known(facts)]
    if (rule === undefined || fact === undefined) return 'unknown'
    return fits(rule, fact) ? 'yes' : 'no'
  }
}

const value = (facts: CaseFacts): number | undefined => facts.valueKronor
const term = (facts: CaseFacts): CaseFacts['performance'] => facts.performance
const jobs = (facts: CaseFacts): number | undefined => facts.fullTimeJobs

/** Calendar months: 1 January–1 May is longer than four months, 1 January–30 April is exactly four. */
const longer = (months: number, { firstDay, lastDay }: { firstDay: Day; lastDay: Day }): boolean =>
  addDays(lastDay, 1) > addMonths(firstDay, months)

const parts: Readonly<Record<keyof Condition, Part>> = {
  cpvStartsWith: compare(
    when => when.cpvStartsWith,
    facts => facts.cpv,
    (prefixes, cpv) => prefixes.some(prefix => cpv.startsWith(prefix)),
  ),
  types: compare(
    when => when.types,
    facts => facts.type,
    (types, type) => types.includes(type),
  ),
  procedures: compare(
    when => when.procedures,
    facts => facts.procedure,
    (all, procedure) => all.includes(procedure),
  ),
  valueAtLeast: compare(
    when => when.valueAtLeast,
    value,
    (least, kronor) => kronor >= least,
  ),
  valueBelow: compare(
    when => when.valueBelow,
    value,
    (limit, kronor) => kronor < limit,
  ),
  longerThanMonths: compare(when => when.longerThanMonths, term, longer),
  notLongerThanMonths: compare(
    when => when.notLongerThanMonths,
    term,
    (months, span) => !longer(months, span),
  ),
  shorterThanMonths: compare(
    when => when.shorterThanMonths,
    term,
    (months, { firstDay, lastDay }) => addDays(lastDay, 1) < addMonths(firstDay, months),
  ),
  jobsAbove: compare(
    when => when.jobsAbove,
    jobs,
    (limit, count) => count > limit,
  ),
  jobsAtMost: compare(
    when => when.jobsAtMost,
    jobs,
    (most, count) => count <= most,
  ),
  jobsBelow: compare(
    when => when.jobsBelow,
    jobs,
    (limit, count) => count < limit,
  ),
  areas: compare(
    when => when.areas,
    facts => facts.area,
    (areas, area) => areas.includes(area),
  ),
  groups: compare(
    when => when.groups,
    facts => facts.groups,
    (groups, meant) => meant.some(group => groups.includes(group)),
  ),
}
