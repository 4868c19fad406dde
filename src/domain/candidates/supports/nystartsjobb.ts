import { addMonths, type Day, type Entry, entryOn, ruleEntry, sayMonths, type Wording, yearsBetween } from '#kernel'
import { allOf, answerTo, anyOf, metIf, type RuleAnswer, type RuleState, stateOf } from '../rule-answer.ts'
import { absentEnough, absentMonths, enoughOn } from './absence.ts'
import type { SupportCase, SupportPerson } from './facts.ts'
import { type NystartGroups, nystartGroups } from './parameters.ts'

const since = '2026-01-01'
const ordinance = 'Förordning (2018:43) om stöd för nystartsjobb, i lydelse 2026-01-02'
const rule = (id: string, name: Wording, value: Wording, own = false): Entry<Wording> =>
  ruleEntry(`candidates.support.nystartsjobb.${id}`, name, {
    value,
    validFrom: since,
    source: own ? `${ordinance}; hur dagarna räknas är vår tolkning` : ordinance,
    confidence: own ? 'own_choice' : 'source',
  })

export const absence = rule(
  'absence',
  { sv: 'Tillräckligt lång tid utan arbete', en: 'Long enough without work' },
  { sv: 'räknas i dagar över de senaste månaderna, efter ålder', en: 'counted in days over the latest months, by age' },
  true,
)
export const arrived = rule(
  'newly_arrived',
  { sv: 'Nyanländ', en: 'Newly arrived' },
  {
    sv: 'i etableringsprogrammet, eller utan arbete och med uppehållstillstånd de senaste 36 månaderna',
    en: 'in the establishment programme, or without work and with a residence permit within 36 months',
  },
)
export const guarantee = rule(
  'job_guarantee',
  { sv: 'I jobb- och utvecklingsgarantin', en: 'In the job and development guarantee' },
  { sv: 'när ingen annan grund finns', en: 'when there is no other ground' },
)
export const nystartRules: readonly Entry<unknown>[] = [absence, arrived, guarantee]

/** The grounds of which one is enough. */
export function nystartGrounds({ person, job }: SupportCase): RuleAnswer[] {
  const groups = entryOn(nystartGroups, job.starts)?.value
  if (groups === undefined) return []
  return [
    byAbsence(person, job.starts, groups),
    byArrival(person, job.starts, groups),
    byGuarantee(person, job.starts, groups),
  ]
}

function byAbsence({ birth, absences }: SupportPerson, starts: Day, groups: NystartGroups): RuleAnswer {
  if (birth === undefined || absences === undefined)
    return answerTo(
      absence,
      starts,
      'unknown',
      {},
      {
        sv: 'Vi vet inte hur länge personen har varit utan arbete, eller hur gammal den är.',
        en: 'We do not know how long the person has been without work, or its age.',
      },
      { by: starts, says: { sv: `Fråga senast ${starts}.`, en: `Ask by ${starts}.` } },
    )
  const young = tooYoung(absence, birth, starts, groups.leastAge)
  if (young) return young
  const { months, of } = groupOf(birth, starts, groups)
  const inputs = { months, of, absentMonths: absentMonths(absences, starts) }
  if (absentEnough(absences, starts, months, of))
    return answerTo(absence, starts, 'met', inputs, {
      sv: `Utan arbete minst ${months} av de senaste ${of} månaderna.`,
      en: `Without work at least ${months} of the last ${sayMonths(of).en}.`,
    })
  const on = enoughOn(absences, starts, months, of)
  return answerTo(
    absence,
    starts,
    'not_met',
    inputs,
    {
      sv: `Inte utan arbete ${months} av de senaste ${of} månaderna före ${starts}.`,
      en: `Not without work ${months} of the last ${sayMonths(of).en} before ${starts}.`,
    },
    on && {
      by: on,
      says: {
        sv: `En start ${on} eller senare räcker, om inget ändras.`,
        en: `A start on ${on} or later is enough, if nothing changes.`,
      },
    },
  )
}

function byArrival(person: SupportPerson, starts: Day, groups: NystartGroups): RuleAnswer {
  const { birth, absences, inEstablishmentProgramme, permitOn } = person
  const young = birth && tooYoung(arrived, birth, starts, groups.leastAge)
  if (young) return young
  const { months, of } = groups.younger
  const recent = metIf(permitOn !== undefined && addMonths(permitOn, groups.permitWithinMonths) >= starts)
  const absent: RuleState = absences === undefined ? 'unknown' : metIf(absentEnough(absences, starts, months, of))
  const state = anyOf([stateOf(inEstablishmentProgramme), allOf([recent, absent])])
  return answerTo(
    arrived,
    starts,
    state,
    { inEstablishmentProgramme, ...(permitOn === undefined ? {} : { permitOn }) },
    arrivedSays[state],
    state === 'unknown'
      ? {
          by: starts,
          says: { sv: `Fråga Arbetsförmedlingen senast ${starts}.`, en: `Ask Arbetsförmedlingen by ${starts}.` },
        }
      : undefined,
  )
}

const arrivedSays: Readonly<Record<RuleState, Wording>> = {
  met: { sv: 'Räknas som nyanländ.', en: 'Counts as newly arrived.' },
  not_met: { sv: 'Räknas inte som nyanländ.', en: 'Does not count as newly arrived.' },
  unknown: {
    sv: 'Vi vet inte om personen räknas som nyanländ.',
    en: 'We do not know whether the person counts as newly arrived.',
  },
}

function byGuarantee({ birth, inJobGuarantee }: SupportPerson, starts: Day, groups: NystartGroups): RuleAnswer {
  const young = birth && tooYoung(guarantee, birth, starts, groups.leastAge)
  if (young) return young
  const says = {
    yes: { sv: 'Är i garantin.', en: 'Is in the guarantee.' },
    no: { sv: 'Är inte i garantin.', en: 'Is not in the guarantee.' },
    unknown: {
      sv: 'Vi vet inte om personen är i garantin.',
      en: 'We do not know whether the person is in the guarantee.',
    },
  }[inJobGuarantee]
  return answerTo(
    guarantee,
    starts,
    stateOf(inJobGuarantee),
    { inJobGuarantee },
    says,
    inJobGuarantee === 'unknown'
      ? {
          by: starts,
          says: { sv: `Fråga Arbetsförmedlingen senast ${starts}.`, en: `Ask Arbetsförmedlingen by ${starts}.` },
        }
      : undefined,
  )
}

/** Below the least age nothing is met; the birthday tells when that changes. */
export function tooYoung(entry: Entry<unknown>, birth: Day, starts: Day, leastAge: number): RuleAnswer | undefined {
  if (yearsBetween(birth, starts) >= leastAge) return undefined
  const on = addMonths(birth, leastAge * 12)
  return answerTo(
    entry,
    starts,
    'not_met',
    { leastAge },
    {
      sv: `Stödet är för den som har fyllt ${leastAge} år.`,
      en: `The support is for those who have turned ${leastAge}.`,
    },
    {
      by: on,
      says: { sv: `En start ${on} eller senare räcker.`, en: `A start on ${on} or later is enough.` },
    },
  )
}

/** The longest time and the months asked for, by age on the first day. */
export function groupOf(birth: Day, starts: Day, { olderFrom, older, younger }: NystartGroups): NystartGroups['older'] {
  return yearsBetween(birth, starts) >= olderFrom ? older : younger
}
