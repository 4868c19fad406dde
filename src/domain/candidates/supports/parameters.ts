import { type Dated, type Entry, sayCount, sayDays, sayKronor, sayMonths, sayNumber, type Wording } from '#kernel'

const since = '2026-01-01'
const nystart = 'Förordning (2018:43) om stöd för nystartsjobb, i lydelse 2026-01-02'
const intro = 'Förordning (2018:42) om särskilt anställningsstöd'
const etablering = 'Förordning (2022:807) om statlig ersättning för arbete i etableringsjobb'

function parameter<Value>(
  id: string,
  name: Wording,
  shown: (value: Value) => Wording,
  ...versions: readonly Dated<Value>[]
): Entry<Value> {
  return { id: `candidates.support.${id}`, kind: 'parameter', name, versions, shown }
}

const dated = <Value>(value: Value, source: string, over: Partial<Dated<Value>> = {}): Dated<Value> => ({
  value,
  validFrom: since,
  source,
  confidence: 'source',
  ...over,
})

/** Rates are whole hundred-thousandths (31 420 = 31.42 %), so that fees are exact in öre. */
const sayRate = (rate: number): Wording => ({
  sv: `${sayNumber(rate / 1000).sv} %`,
  en: `${sayNumber(rate / 1000).en}%`,
})

export const employerFees = parameter(
  'employer_fees',
  { sv: 'Arbetsgivaravgifter med allmän löneavgift', en: 'Employer contributions with the general payroll levy' },
  sayRate,
  dated(31_420, 'Regeringen, lagrådsremiss 2020; oförändrad 2026 enligt sekundär källa', { confidence: 'secondary' }),
)

export type YouthFees = {
  readonly rate: number
  readonly fromAge: number
  readonly belowAge: number
  readonly payAtMost: number
}

/** The law halves each of the other fees and drops further decimals: 10.21 + 10.60. Pay above the limit bears full fees. */
export const youthFees = parameter<YouthFees>(
  'youth_fees',
  { sv: 'Nedsatta avgifter för unga', en: 'Reduced contributions for young people' },
  ({ rate, fromAge, belowAge, payAtMost }) => ({
    sv: `${sayRate(rate).sv} för den som vid årets början har fyllt ${fromAge} men inte ${belowAge}, på lön upp till ${sayKronor(payAtMost).sv} i månaden`,
    en: `${sayRate(rate).en} for those who at the start of the year have turned ${fromAge} but not ${belowAge}, on pay up to ${sayKronor(payAtMost).en} a month`,
  }),
  dated(
    { rate: 20_810, fromAge: 18, belowAge: 23, payAtMost: 25_000 },
    'SFS 2026:100, 2 §: hela ålderspensionsavgiften 10,21 % och hälften av övriga, avkortat till två decimaler',
    { validFrom: '2026-04-01', validTo: '2027-10-01', confidence: 'secondary' },
  ),
)

export const payCap = parameter(
  'pay_cap',
  { sv: 'Högsta lön som stöd räknas på', en: 'Highest pay that support is counted on' },
  kronor => ({ sv: `${sayKronor(kronor).sv} i månaden på heltid`, en: `${sayKronor(kronor).en} a month full-time` }),
  dated(20_000, `${nystart}; ${intro}, 16 §`),
)

/** Extra layer in hundredths of the fees, from so many months of absence. The second limit is "more than". */
export type NystartLevels = {
  readonly fromMonths: number
  readonly moreThanMonths: number
  readonly extra: readonly [number, number]
}

export const nystartLevels = parameter<NystartLevels>(
  'nystart_levels',
  { sv: 'Nystartsjobb: nivåer', en: 'Nystartsjobb: levels' },
  ({ fromMonths, moreThanMonths, extra }) => ({
    sv: `en avgift; ${sayNumber(extra[0] / 100).sv} till efter ${sayMonths(fromMonths).sv} utan arbete, ${sayNumber(extra[1] / 100).sv} till efter mer än ${sayMonths(moreThanMonths).sv}`,
    en: `one fee; ${sayNumber(extra[0] / 100).en} more after ${sayMonths(fromMonths).en} without work, ${sayNumber(extra[1] / 100).en} more after over ${sayMonths(moreThanMonths).en}`,
  }),
  dated({ fromMonths: 24, moreThanMonths: 36, extra: [100, 150] }, `${nystart}, 16 §`),
)

/** Months out of work within a window, and the longest time of support, for the younger and for those from `olderFrom` years. */
export type NystartGroups = {
  readonly leastAge: number
  readonly olderFrom: number
  readonly older: { readonly months: number; readonly of: number; readonly longest: number }
  readonly younger: { readonly months: number; readonly of: number; readonly longest: number }
  readonly permitWithinMonths: number
  readonly guaranteeLongest: number
}

export const nystartGroups = parameter<NystartGroups>(
  'nystart_groups',
  { sv: 'Nystartsjobb: vem och hur länge', en: 'Nystartsjobb: who and for how long' },
  ({ leastAge, olderFrom, older, younger }) => ({
    sv: `från ${olderFrom} år: ${older.months} av ${sayMonths(older.of).sv} utan arbete, högst ${sayMonths(older.longest).sv}; ${leastAge}–${olderFrom - 1} år: ${younger.months} av ${sayMonths(younger.of).sv}, högst ${sayMonths(younger.longest).sv}`,
    en: `from ${olderFrom} years: ${older.months} of ${sayMonths(older.of).en} without work, at most ${sayMonths(older.longest).en}; ${leastAge}–${olderFrom - 1} years: ${younger.months} of ${sayMonths(younger.of).en}, at most ${sayMonths(younger.longest).en}`,
  }),
  dated(
    {
      leastAge: 20,
      olderFrom: 25,
      older: { months: 12, of: 15, longest: 24 },
      younger: { months: 6, of: 9, longest: 12 },
      permitWithinMonths: 36,
      guaranteeLongest: 12,
    },
    nystart,
  ),
)

export const applyAhead = parameter(
  'apply_days_ahead',
  { sv: 'Nystartsjobb: ansök före start', en: 'Nystartsjobb: apply before the start' },
  days => ({ sv: `minst ${sayDays(days).sv} före`, en: `at least ${sayDays(days).en} before` }),
  dated(21, 'Arbetsförmedlingen, sida för arbetsgivare om nystartsjobb'),
)

export type IntroTerms = {
  readonly share: number
  readonly guaranteeDays: number
  readonly leastAge: number
  readonly monthsAfterProgramme: number
  readonly permitWithinMonths: number
  readonly againAfterMonths: number
  readonly longest: number
}

/** The support is a part of the labour cost, in hundredths. */
export const introTerms = parameter<IntroTerms>(
  'intro_terms',
  { sv: 'Introduktionsjobb', en: 'Introduktionsjobb' },
  ({ share, longest, guaranteeDays, againAfterMonths }) => ({
    sv: `${share} % av lönekostnaden, högst ${sayMonths(longest).sv}; ${guaranteeDays} ersatta dagar i ungdomsgarantin; på nytt efter ${sayMonths(againAfterMonths).sv}`,
    en: `${share}% of the labour cost, at most ${sayMonths(longest).en}; ${guaranteeDays} compensated days in the youth guarantee; again after ${sayMonths(againAfterMonths).en}`,
  }),
  dated(
    {
      share: 80,
      guaranteeDays: 200,
      leastAge: 20,
      monthsAfterProgramme: 12,
      permitWithinMonths: 36,
      againAfterMonths: 6,
      longest: 12,
    },
    intro,
  ),
)

export const incomeBase = parameter(
  'income_base_amount',
  { sv: 'Inkomstbasbelopp', en: 'Income base amount' },
  sayKronor,
  dated(76_200, 'Härlett ur 7 563 kr i etableringsjobb 2024', {
    validFrom: '2024-01-01',
    validTo: '2025-01-01',
    confidence: 'secondary',
  }),
  dated(80_600, 'Inte kontrollerat', { validFrom: '2025-01-01', validTo: '2026-01-01', confidence: 'unverified' }),
  dated(83_400, 'Skatteverkets belopp för 2026, efter sekundär källa', {
    validTo: '2027-01-01',
    confidence: 'secondary',
  }),
)

/** Kronor of 2023, indexed by the income base amount. `from` is the lowest reference wage of a step. */
export type EstablishmentTerms = {
  readonly baseOf2023: number
  readonly wage: number
  readonly steps: readonly { readonly from: number; readonly paid: number }[]
  readonly leastAge: number
  readonly absentMonths: number
  readonly ofMonths: number
  readonly permitWithinMonths: number
  readonly longest: number
}

export const establishmentTerms = parameter<EstablishmentTerms>(
  'establishment_terms',
  { sv: 'Etableringsjobb', en: 'Etableringsjobb' },
  ({ wage, steps, longest }) => ({
    sv: `lön ${sayKronor(wage).sv} i 2023 års nivå; staten betalar personen ${sayKronor(steps[0]?.paid ?? 0).sv}–${sayKronor(steps.at(-1)?.paid ?? 0).sv}, högst ${sayMonths(longest).sv}`,
    en: `pay ${sayKronor(wage).en} at the level of 2023; the state pays the person ${sayKronor(steps[0]?.paid ?? 0).en}–${sayKronor(steps.at(-1)?.paid ?? 0).en}, at most ${sayMonths(longest).en}`,
  }),
  dated(
    {
      baseOf2023: 74_300,
      wage: 7_374,
      steps: [
        { from: 16_152, paid: 8_778 },
        { from: 19_614, paid: 12_239 },
        { from: 20_767, paid: 13_393 },
        { from: 21_921, paid: 14_404 },
        { from: 23_075, paid: 15_162 },
      ],
      leastAge: 20,
      absentMonths: 24,
      ofMonths: 27,
      permitWithinMonths: 36,
      longest: 24,
    },
    etablering,
  ),
)

export const redundancyMonths = parameter(
  'redundancy_months',
  { sv: 'Ingen uppsagd för arbetsbrist på enheten', en: 'Nobody made redundant at the unit' },
  months => ({ sv: `under ${sayMonths(months).sv} före start`, en: `in the ${sayMonths(months).en} before the start` }),
  dated(12, `${nystart}; ${intro}; ${etablering}`),
)

export const taxDebtLimit = parameter(
  'tax_debt_limit',
  { sv: 'Högsta skuld hos Skatteverket', en: 'Highest debt to Skatteverket' },
  sayKronor,
  dated(10_000, 'Arbetsförmedlingen, sida för arbetsgivare'),
)

export const decisionWorkdays = parameter(
  'establishment_decision_workdays',
  { sv: 'Etableringsjobb: beslut tidigast', en: 'Etableringsjobb: decision at the earliest' },
  days => {
    const count = sayCount(days, { sv: 'arbetsdag', en: 'working day' }, { sv: 'arbetsdagar', en: 'working days' })
    return { sv: `${count.sv} efter ansökan`, en: `${count.en} after the application` }
  },
  dated(7, etablering),
)

export const supportParameters: readonly Entry<unknown>[] = [
  employerFees,
  youthFees,
  payCap,
  nystartLevels,
  nystartGroups,
  applyAhead,
  introTerms,
  incomeBase,
  establishmentTerms,
  redundancyMonths,
  taxDebtLimit,
  decisionWorkdays,
]
