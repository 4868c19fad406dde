import {
  addDays,
  addMonths,
  type Day,
  type Entry,
  type ExplanationLine,
  entryOn,
  explain,
  rulesFrom,
  sayKronor,
  sayMonths,
  sayNumber,
  valuesOn,
} from '#kernel'
import { allOf, answerTo, anyOf, metIf, type RuleAnswer, type RuleState, stateOf } from '../rule-answer.ts'
import type { SupportCase, SupportPerson } from './facts.ts'
import { tooYoung } from './nystartsjobb.ts'
import { employerFees, type IntroTerms, introTerms, payCap } from './parameters.ts'

const ordinance = 'Förordning (2018:42) om särskilt anställningsstöd'
const rule = rulesFrom('candidates.support.introduktionsjobb', ordinance, '2026-01-01')

const programme = rule(
  'programme',
  { sv: 'I rätt program eller nyanländ', en: 'In the right programme or newly arrived' },
  {
    sv: 'i jobb- och utvecklingsgarantin; eller från 20 år med 200 ersatta dagar i ungdomsgarantin; eller nyanländ från 20 år',
    en: 'in the job and development guarantee; or from 20 years with 200 compensated days in the youth guarantee; or newly arrived from 20 years',
  },
)
const again = rule(
  'again',
  { sv: 'Tid sedan förra stödet', en: 'Time since the last support' },
  { sv: 'sex månader efter ett tidigare stöd', en: 'six months after an earlier support' },
)
const share = rule(
  'labour_cost',
  { sv: 'Del av lönekostnaden', en: 'Part of the labour cost' },
  { sv: 'lön upp till taket och avgifter på den', en: 'pay up to the cap and contributions on it' },
)

export const introRules: readonly Entry<unknown>[] = [programme, again, share]

/** Both must hold: a programme (or newly arrived), and time enough since an earlier support. */
export function introGrounds({ person, job }: SupportCase): RuleAnswer[] {
  const terms = entryOn(introTerms, job.starts)?.value
  return terms === undefined ? [] : [inProgramme(person, job.starts, terms), notAgain(person, job.starts, terms)]
}

function inProgramme(person: SupportPerson, starts: Day, terms: IntroTerms): RuleAnswer {
  const { birth, inJobGuarantee, youthGuaranteeDays, inEstablishmentProgramme, establishmentProgrammeEnded, permitOn } =
    person
  const young = birth && tooYoung(programme, birth, starts, terms.leastAge)
  const grown: RuleState = birth === undefined ? 'unknown' : metIf(young === undefined)
  const recent = (day: Day | undefined, months: number): boolean =>
    day !== undefined && addMonths(day, months) >= starts
  const others = anyOf([
    metIf(youthGuaranteeDays !== undefined && youthGuaranteeDays >= terms.guaranteeDays),
    stateOf(inEstablishmentProgramme),
    metIf(recent(establishmentProgrammeEnded, terms.monthsAfterProgramme)),
    metIf(recent(permitOn, terms.permitWithinMonths)),
  ])
  // The age limit stands for all grounds but the job and development guarantee.
  const state = anyOf([stateOf(inJobGuarantee), allOf([others, grown])])
  if (state === 'not_met' && others !== 'not_met' && young) return young
  const inputs = {
    inJobGuarantee,
    inEstablishmentProgramme,
    ...(youthGuaranteeDays === undefined ? {} : { youthGuaranteeDays }),
  }
  const left = youthGuaranteeDays === undefined ? undefined : terms.guaranteeDays - youthGuaranteeDays
  if (state === 'met')
    return answerTo(programme, starts, state, inputs, {
      sv: 'Hör till en grupp som stödet är för.',
      en: 'Belongs to a group that the support is for.',
    })
  if (state === 'unknown')
    return answerTo(
      programme,
      starts,
      state,
      inputs,
      { sv: 'Vi vet inte om personen är i ett program.', en: 'We do not know whether the person is in a programme.' },
      {
        by: starts,
        says: { sv: `Fråga Arbetsförmedlingen senast ${starts}.`, en: `Ask Arbetsförmedlingen by ${starts}.` },
      },
    )
  return answerTo(
    programme,
    starts,
    state,
    inputs,
    { sv: 'Hör inte till någon grupp som stödet är för.', en: 'Belongs to no group that the support is for.' },
    left === undefined
      ? undefined
      : {
          says: {
            sv: `Efter ${sayNumber(left).sv} ersatta dagar till i ungdomsgarantin.`,
            en: `After ${sayNumber(left).en} more compensated days in the youth guarantee.`,
          },
        },
  )
}

function notAgain({ earlierIntroEnded }: SupportPerson, starts: Day, terms: IntroTerms): RuleAnswer {
  if (earlierIntroEnded === undefined)
    return answerTo(again, starts, 'met', {}, { sv: 'Inget tidigare stöd.', en: 'No earlier support.' })
  const free = addDays(addMonths(earlierIntroEnded, terms.againAfterMonths), 1)
  const says = {
    sv: `Ett tidigare stöd slutade ${earlierIntroEnded}.`,
    en: `An earlier support ended on ${earlierIntroEnded}.`,
  }
  const inputs = { earlierIntroEnded, againAfterMonths: terms.againAfterMonths }
  return free <= starts
    ? answerTo(again, starts, 'met', inputs, says)
    : answerTo(again, starts, 'not_met', inputs, says, {
        by: free,
        says: { sv: `En start ${free} eller senare räcker.`, en: `A start on ${free} or later is enough.` },
      })
}

export type IntroAmount = {
  readonly baseKronor: number
  readonly monthlyKronor: number
  readonly longestMonths: number
  readonly lines: readonly ExplanationLine[]
}

/** 80 % of pay up to the cap with its contributions: at most 0.80 × 20 000 × 1.3142 = 21 027 kronor a month. */
export function introAmount({ job }: SupportCase): IntroAmount | undefined {
  const held = valuesOn<[IntroTerms, number, number]>(job.starts, [introTerms, payCap, employerFees])
  if (held === undefined) return undefined
  const [terms, cap, fees] = held
  const baseKronor = Math.min(job.monthlyPayKronor, Math.floor((cap * job.workingTime) / 10_000))
  const monthlyKronor = Math.round((baseKronor * (100_000 + fees) * terms.share) / 10_000_000)
  const [base, month] = [sayKronor(baseKronor), sayKronor(monthlyKronor)]
  return {
    baseKronor,
    monthlyKronor,
    longestMonths: terms.longest,
    lines: [
      explain(
        share,
        job.starts,
        { baseKronor, fees: fees / 100_000, share: terms.share / 100 },
        {
          sv: `${sayNumber(terms.share / 100).sv} × ${base.sv} × ${sayNumber(1 + fees / 100_000).sv} = ${month.sv} i månaden, i högst ${sayMonths(terms.longest).sv}.`,
          en: `${sayNumber(terms.share / 100).en} × ${base.en} × ${sayNumber(1 + fees / 100_000).en} = ${month.en} a month, for at most ${sayMonths(terms.longest).en}.`,
        },
      ),
    ],
  }
}
