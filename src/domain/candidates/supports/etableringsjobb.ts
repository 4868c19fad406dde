import {
  addMonths,
  type Day,
  type Entry,
  type ExplanationLine,
  entryOn,
  explain,
  rulesFrom,
  sayKronor,
  type TurnedOn,
  valuesOn,
  type Wording,
} from '#kernel'
import { answerTo, anyOf, metIf, type RuleAnswer, stateOf } from '../rule-answer.ts'
import { absentEnough } from './absence.ts'
import type { SupportCase } from './facts.ts'
import { tooYoung } from './nystartsjobb.ts'
import { type EstablishmentTerms, establishmentTerms, incomeBase } from './parameters.ts'

const ordinance = 'Förordning (2022:807) om statlig ersättning för arbete i etableringsjobb'
const rule = rulesFrom('candidates.support.etableringsjobb', ordinance, '2026-01-01')

const agreement = rule(
  'agreement',
  { sv: 'Kollektivavtal om etableringsjobb', en: 'Collective agreement on etableringsjobb' },
  {
    sv: 'ett centralt avtal hos Arbetsförmedlingen och ett med det lokala facket',
    en: 'a central one filed with Arbetsförmedlingen and one with the local union',
  },
)
const person = rule(
  'person',
  { sv: 'Långtidsarbetslös eller nyanländ, från 20 år', en: 'Long-term unemployed or newly arrived, from 20 years' },
  {
    sv: 'utan arbete 24 av de senaste 27 månaderna, eller i etableringsprogrammet, eller uppehållstillstånd de senaste 36 månaderna',
    en: 'without work 24 of the last 27 months, or in the establishment programme, or a residence permit within 36 months',
  },
)
const fullTime = rule(
  'full_time',
  { sv: 'Heltid', en: 'Full time' },
  { sv: 'arbetet är på heltid', en: 'the work is full-time' },
)
const amounts = rule(
  'amounts',
  { sv: 'Lön och ersättning', en: 'Pay and benefit' },
  {
    sv: 'belopp i 2023 års nivå, uppräknade med inkomstbasbeloppet; staten betalar till personen, inte till arbetsgivaren',
    en: 'amounts at the level of 2023, indexed by the income base amount; the state pays the person, not the employer',
  },
)

export const establishmentRules: readonly Entry<unknown>[] = [agreement, person, fullTime, amounts]

/** All must hold: agreement, person, full time. */
export function establishmentGrounds({ person: who, employer, job }: SupportCase): RuleAnswer[] {
  const terms = entryOn(establishmentTerms, job.starts)?.value
  if (terms === undefined) return []
  const { starts } = job
  const ask = { by: starts, says: { sv: `Fråga senast ${starts}.`, en: `Ask by ${starts}.` } }
  const asked = stateOf(employer.establishmentAgreement)
  const young = who.birth && tooYoung(person, who.birth, starts, terms.leastAge)
  const group = anyOf([
    who.absences === undefined
      ? 'unknown'
      : metIf(absentEnough(who.absences, starts, terms.absentMonths, terms.ofMonths)),
    stateOf(who.inEstablishmentProgramme),
    metIf(who.permitOn !== undefined && addMonths(who.permitOn, terms.permitWithinMonths) >= starts),
  ])
  const known = who.birth === undefined && group === 'met' ? 'unknown' : group
  const full = job.workingTime === 10_000
  return [
    answerTo(
      agreement,
      starts,
      asked,
      { agreement: employer.establishmentAgreement },
      agreementSays[asked],
      asked === 'unknown' ? ask : undefined,
    ),
    young ??
      answerTo(
        person,
        starts,
        known,
        { inEstablishmentProgramme: who.inEstablishmentProgramme },
        personSays[known],
        known === 'unknown' ? ask : undefined,
      ),
    answerTo(
      fullTime,
      starts,
      metIf(full),
      { workingTime: job.workingTime / 10_000 },
      full
        ? { sv: 'Jobbet är på heltid.', en: 'The job is full-time.' }
        : { sv: 'Jobbet är på deltid.', en: 'The job is part-time.' },
      full
        ? undefined
        : { by: starts, says: { sv: `Erbjud heltid senast ${starts}.`, en: `Offer full time by ${starts}.` } },
    ),
  ]
}

const agreementSays = {
  met: { sv: 'Det finns avtal.', en: 'There are agreements.' },
  not_met: { sv: 'Det finns inga avtal.', en: 'There are no agreements.' },
  unknown: { sv: 'Vi vet inte om det finns avtal.', en: 'We do not know whether there are agreements.' },
} as const
const personSays = {
  met: { sv: 'Hör till en grupp som stödet är för.', en: 'Belongs to a group that the support is for.' },
  not_met: { sv: 'Hör inte till någon grupp som stödet är för.', en: 'Belongs to no group that the support is for.' },
  unknown: {
    sv: 'Vi vet inte om personen hör till en grupp som stödet är för.',
    en: 'We do not know whether the person belongs to a group that the support is for.',
  },
} as const

export type EstablishmentAmount = {
  readonly wageKronor: number
  /** Paid by the state to the person; undefined without a reference wage, or with one below the lowest step. */
  readonly toPersonKronor?: number
  readonly lines: readonly ExplanationLine[]
}

/** Kronor of 2023 × the income base amount of the year / that of 2023, rounded: 7 374 × 83 400 / 74 300 = 8 277. */
export function establishmentAmount({ job }: SupportCase, turnedOn: TurnedOn): EstablishmentAmount | undefined {
  const held = valuesOn<[EstablishmentTerms, number]>(job.starts, [establishmentTerms, incomeBase], turnedOn)
  if (held === undefined) return undefined
  const [terms, base] = held
  const indexed = (kronor: number): number => Math.round((kronor * base) / terms.baseOf2023)
  const wageKronor = indexed(terms.wage)
  const { referenceWageKronor = 0 } = job
  const step = terms.steps.findLast(({ from }) => referenceWageKronor >= indexed(from))
  const paid = step && { paid2023: step.paid, toPersonKronor: indexed(step.paid) }
  const wage = sayKronor(wageKronor)
  const wageLine = line(
    job.starts,
    { wage2023: terms.wage, incomeBase: base, incomeBase2023: terms.baseOf2023, wageKronor },
    { sv: `Arbetsgivaren betalar ${wage.sv} i månaden.`, en: `The employer pays ${wage.en} a month.` },
  )
  if (paid === undefined) return { wageKronor, lines: [wageLine] }
  const toPerson = sayKronor(paid.toPersonKronor)
  const personLine = line(
    job.starts,
    { referenceWageKronor, ...paid },
    {
      sv: `Staten betalar personen ${toPerson.sv} i månaden.`,
      en: `The state pays the person ${toPerson.en} a month.`,
    },
  )
  return { wageKronor, toPersonKronor: paid.toPersonKronor, lines: [wageLine, personLine] }
}

function line(day: Day, inputs: ExplanationLine['inputs'], says: Wording): ExplanationLine {
  return explain(amounts, day, inputs, says)
}
