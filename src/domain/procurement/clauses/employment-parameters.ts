import { addMonths, type Dated, type Day, inForceOn, type Period, pointerTo, type Wording } from '#kernel'
import {
  type Check,
  type ClauseFault,
  fault,
  flag,
  isRecord,
  list,
  oneOf,
  part,
  text,
  whole,
  wording,
} from './checks.ts'

export type { ClauseFault } from './checks.ts'

/** A group that the clause is for, defined or delimited by the authority from its own needs (UHM, application of 11554). */
export type TargetGroup = { readonly id: string; readonly wording: Wording }

/** The three forms that Upphandlingsmyndigheten counts: employment, apprenticeship (an employment too) and placement, which is none. */
export const occupationForms = ['employment', 'apprenticeship', 'supervised_placement'] as const
export type OccupationForm = (typeof occupationForms)[number]

/** How an employment ended. `dismissed_personal_reasons` and `shortage_of_work` are the two branches of LAS 7 §; `summarily_dismissed` is 18 §. */
export const endReasons = [
  'as_planned',
  'employee_resigned',
  'dismissed_personal_reasons',
  'summarily_dismissed',
  'shortage_of_work',
  'other',
] as const
export type EndReason = (typeof endReasons)[number]
export type EarlyEndReason = Exclude<EndReason, 'as_planned'>

/** A part of a whole in whole numbers, so that 75 % is decided without rounding. */
export type Part = { readonly numerator: number; readonly denominator: number }

/**
 * The employment clause (PRC-6 a): persons in the target groups get employment, apprenticeship or a supervised placement that
 * together make a number of full-time months. The same parameters make the clause text (`employment-text.ts`) and measure the
 * commitment (`employment-rules.ts`). Source: Upphandlingsmyndigheten, criterion 11554; alternative a) is read in the source,
 * b) and c) (apprenticeship and placement) are our reading of its three alternatives.
 */
export type EmploymentClause = {
  readonly variant: OccupationForm
  /** Hundredths of full-time months: 1200 = 12 months. */
  readonly fullTimeMonths: number
  /** The first one is begun or offered at the latest so many calendar months after contract start. */
  readonly firstStartWithinMonths: number
  /** With an early end for an allowed reason, this part of the months is enough. */
  readonly earlyEndThreshold: Part
  readonly allowedEarlyEndReasons: readonly EarlyEndReason[]
  readonly targetGroups: readonly TargetGroup[]
  /** What the authority means by the form here: terms, training in connection with the job. */
  readonly formDefinition: Wording
  readonly countsExistingStaff: boolean
  readonly linkedToContractWork: boolean
  /** The supplier reports every so many calendar months (PRC-10). */
  readonly reportingIntervalMonths: number
  /** What supervision means in this case; the authority must have said so when the form is a supervised placement. */
  readonly supervisionDefinition?: Wording
}

export type ClauseDefault<Name extends keyof EmploymentClause = keyof EmploymentClause> = {
  [N in Name]: { readonly parameter: N } & Dated<EmploymentClause[N]>
}[Name]

/** From this day the product uses the value; the source may be older. */
const since = '2026-01-01'
const uhm = 'Upphandlingsmyndigheten, kriterium 11554, alternativ a'

/** Defaults as dated configuration (house.md §6). A case may set other values; it never inherits a later default. */
export const clauseDefaults: readonly ClauseDefault[] = [
  { parameter: 'firstStartWithinMonths', value: 6, validFrom: since, source: uhm, confidence: 'source' },
  {
    parameter: 'earlyEndThreshold',
    value: { numerator: 3, denominator: 4 },
    validFrom: since,
    source: uhm,
    confidence: 'source',
  },
  {
    parameter: 'allowedEarlyEndReasons',
    value: ['employee_resigned', 'dismissed_personal_reasons', 'summarily_dismissed'],
    validFrom: since,
    source: `${uhm}; arbetsbrist räknas inte om myndigheten inte har sagt det`,
    confidence: 'source',
  },
  {
    parameter: 'countsExistingStaff',
    value: false,
    validFrom: since,
    source: 'Trafikverkets modell, tillämpad även här',
    confidence: 'secondary',
  },
  { parameter: 'linkedToContractWork', value: true, validFrom: since, source: uhm, confidence: 'source' },
  {
    parameter: 'reportingIntervalMonths',
    value: 3,
    validFrom: since,
    source: 'Eget val; myndigheten bestämmer när och hur',
    confidence: 'own_choice',
  },
]

/** The defaults in force on a day, each parameter's latest version. */
export function clauseDefaultsOn(day: Day, defaults = clauseDefaults): Partial<EmploymentClause> {
  const parameters = [...new Set(defaults.map(({ parameter }) => parameter))]
  return Object.fromEntries(
    parameters.flatMap(name => {
      const held = inForceOn(
        defaults.filter(({ parameter }) => parameter === name),
        day,
      )
      return held === undefined ? [] : [[name, held.value]]
    }),
  )
}

/** Every fault at once (house.md §9). With `contract`, also that the first start can fall within it. Empty = a valid `EmploymentClause`. */
export function validateClause(parameters: unknown, contract?: Period): ClauseFault[] {
  if (!isRecord(parameters)) return [fault('', 'wrong_type', { expected: 'object' })]
  const asked = parameters.variant === 'supervised_placement' ? { ...checks, supervisionDefinition: wording } : checks
  const faults = Object.entries(asked).flatMap(([name, check]) =>
    parameters[name] === undefined ? [fault(`/${name}`, 'missing')] : check(parameters[name], `/${name}`),
  )
  for (const name of Object.keys(parameters)) {
    if (!Object.hasOwn(asked, name) && parameters[name] !== undefined)
      faults.push(fault(pointerTo([name]), 'unknown_field'))
  }
  const within = parameters.firstStartWithinMonths
  if (
    contract?.to !== undefined &&
    typeof within === 'number' &&
    !faults.some(({ pointer }) => pointer === '/firstStartWithinMonths')
  ) {
    const deadline = addMonths(contract.from, within)
    if (deadline >= contract.to)
      faults.push(fault('/firstStartWithinMonths', 'after_contract_end', { deadline, contractEnds: contract.to }))
  }
  return faults
}

const checks: Readonly<Record<Exclude<keyof EmploymentClause, 'supervisionDefinition'>, Check>> = {
  variant: oneOf(occupationForms),
  fullTimeMonths: whole(1, 1_000_000),
  firstStartWithinMonths: whole(1, 60),
  earlyEndThreshold: part,
  allowedEarlyEndReasons: list(oneOf(endReasons.filter(reason => reason !== 'as_planned')), item => item, 0),
  targetGroups: list(
    (value, pointer) =>
      isRecord(value)
        ? [...text(value.id, `${pointer}/id`), ...wording(value.wording, `${pointer}/wording`)]
        : [fault(pointer, 'wrong_type', { expected: 'object' })],
    item => (isRecord(item) ? item.id : item),
    1,
  ),
  formDefinition: wording,
  countsExistingStaff: flag,
  linkedToContractWork: flag,
  reportingIntervalMonths: whole(1, 24),
}
