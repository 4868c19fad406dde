import { addMonths, type Day, daysBetween, type Period } from '#kernel'

/** The same words in both languages, as the authority has written them. */
export type Wording = { readonly sv: string; readonly en: string }

/** A group that the clause is for, defined or delimited by the authority from its own needs (UHM, application of 11554). */
export type TargetGroup = { readonly id: string; readonly wording: Wording }

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
 * The employment clause (PRC-6 a): persons in the target groups get employment that together makes a number of full-time
 * months. The same parameters make the clause text (`clause-text.ts`) and measure the commitment (`clause-rules.ts`).
 * Source: Upphandlingsmyndigheten, criterion 11554, alternative a.
 */
export type EmploymentClause = {
  readonly variant: 'employment'
  /** Hundredths of full-time months: 1200 = 12 months. */
  readonly fullTimeMonths: number
  /** The first employment is begun or offered at the latest so many calendar months after contract start. */
  readonly firstStartWithinMonths: number
  /** With an early end for an allowed reason, this part of the months is enough. */
  readonly earlyEndThreshold: Part
  readonly allowedEarlyEndReasons: readonly EarlyEndReason[]
  readonly targetGroups: readonly TargetGroup[]
  /** What the authority means by employment here: form, terms, training in connection with the job. */
  readonly formDefinition: Wording
  readonly countsExistingStaff: boolean
  readonly linkedToContractWork: boolean
  /** The supplier reports every so many calendar months (PRC-10). */
  readonly reportingIntervalMonths: number
}

/** How well a value is known: read in the source, read in a secondary one, our own choice, or not verified at all. */
export type Confidence = 'source' | 'secondary' | 'own_choice' | 'unverified'

export type ClauseDefault<Name extends keyof EmploymentClause = keyof EmploymentClause> = {
  [N in Name]: {
    readonly parameter: N
    readonly value: EmploymentClause[N]
    /** From this day the product uses the value; the source may be older. */
    readonly validFrom: Day
    readonly validTo?: Day
    readonly source: string
    readonly confidence: Confidence
  }
}[Name]

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

/** The defaults in force on a day. The latest that is valid wins. */
export function clauseDefaultsOn(day: Day, defaults = clauseDefaults): Partial<EmploymentClause> {
  const inForce = defaults
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day < validTo))
    .toSorted((a, b) => daysBetween(b.validFrom, a.validFrom))
  return Object.fromEntries(inForce.map(({ parameter, value }) => [parameter, value]))
}

/** A fault in parameters from outside: where (JSON pointer), what, and the limits that a sentence needs. */
export type ClauseFault = {
  readonly pointer: string
  readonly code:
    | 'missing'
    | 'unknown_field'
    | 'wrong_type'
    | 'out_of_range'
    | 'empty'
    | 'unknown_value'
    | 'twice'
    | 'after_contract_end'
  readonly facts: Readonly<Record<string, string | number>>
}

type Check = (value: unknown, pointer: string) => ClauseFault[]

/** Every fault at once (house.md §9). With `contract`, also that the first start can fall within it. Empty = a valid `EmploymentClause`. */
export function validateClause(parameters: unknown, contract?: Period): ClauseFault[] {
  if (!isRecord(parameters)) return [fault('', 'wrong_type', { expected: 'object' })]
  const faults = Object.entries(checks).flatMap(([name, check]) =>
    parameters[name] === undefined ? [fault(`/${name}`, 'missing')] : check(parameters[name], `/${name}`),
  )
  for (const name of Object.keys(parameters)) {
    if (!Object.hasOwn(checks, name)) faults.push(fault(`/${escapePointer(name)}`, 'unknown_field'))
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

const checks: Readonly<Record<keyof EmploymentClause, Check>> = {
  variant: oneOf(['employment']),
  fullTimeMonths: whole(1, 1_000_000),
  firstStartWithinMonths: whole(1, 60),
  earlyEndThreshold: (value, pointer) => {
    if (!isRecord(value)) return [fault(pointer, 'wrong_type', { expected: 'object' })]
    const faults = [
      ...whole(1, 1000)(value.numerator, `${pointer}/numerator`),
      ...whole(1, 1000)(value.denominator, `${pointer}/denominator`),
    ]
    if (faults.length > 0) return faults
    return Number(value.numerator) > Number(value.denominator)
      ? [fault(pointer, 'out_of_range', { least: 0, most: 1 })]
      : []
  },
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

function whole(least: number, most: number): Check {
  return (value, pointer) => {
    if (value === undefined) return [fault(pointer, 'missing')]
    if (typeof value !== 'number' || !Number.isInteger(value))
      return [fault(pointer, 'wrong_type', { expected: 'whole number' })]
    return value < least || value > most ? [fault(pointer, 'out_of_range', { least, most })] : []
  }
}

function oneOf(values: readonly string[]): Check {
  return (value, pointer) =>
    typeof value === 'string' && values.includes(value)
      ? []
      : [fault(pointer, 'unknown_value', { allowed: values.join(', ') })]
}

function list(item: Check, identity: (value: unknown) => unknown, least: number): Check {
  return (value, pointer) => {
    if (!Array.isArray(value)) return [fault(pointer, 'wrong_type', { expected: 'list' })]
    if (value.length < least) return [fault(pointer, 'empty')]
    const ids = value.map(identity)
    return value.flatMap((entry: unknown, index) => {
      const at = `${pointer}/${index}`
      const faults = item(entry, at)
      return faults.length === 0 && ids.indexOf(ids[index]) !== index ? [fault(at, 'twice')] : faults
    })
  }
}

function wording(value: unknown, pointer: string): ClauseFault[] {
  if (!isRecord(value))
    return [
      fault(pointer, value === undefined ? 'missing' : 'wrong_type', value === undefined ? {} : { expected: 'object' }),
    ]
  return [...text(value.sv, `${pointer}/sv`), ...text(value.en, `${pointer}/en`)]
}

function text(value: unknown, pointer: string): ClauseFault[] {
  if (value === undefined) return [fault(pointer, 'missing')]
  if (typeof value !== 'string') return [fault(pointer, 'wrong_type', { expected: 'text' })]
  return value.trim() === '' ? [fault(pointer, 'empty')] : []
}

function flag(value: unknown, pointer: string): ClauseFault[] {
  return typeof value === 'boolean' ? [] : [fault(pointer, 'wrong_type', { expected: 'true or false' })]
}

function fault(pointer: string, code: ClauseFault['code'], facts: ClauseFault['facts'] = {}): ClauseFault {
  return { pointer, code, facts }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
