import {
  type Day,
  type Entry,
  type ExplanationLine,
  entryOn,
  explain,
  ruleEntry,
  sayKronor,
  sayMonths,
  sayNumber,
  type TurnedOn,
  valuesOn,
  type Wording,
  yearsBetween,
} from '#kernel'
import type { RuleAnswer } from '../rule-answer.ts'
import { absentLonger, absentMonths } from './absence.ts'
import type { SupportCase, SupportPerson } from './facts.ts'
import { absence, arrived, groupOf, guarantee } from './nystartsjobb.ts'
import {
  employerFees,
  type NystartGroups,
  type NystartLevels,
  nystartGroups,
  nystartLevels,
  payCap,
  youthFees,
} from './parameters.ts'

export const layers: Entry<unknown> = ruleEntry(
  'candidates.support.nystartsjobb.two_layers',
  { sv: 'Två lager', en: 'Two layers' },
  {
    value: {
      sv: 'det första räknas på avgifterna som de faktiskt blir, det andra på avgifterna utan nedsättning',
      en: 'the first is counted on the contributions as they actually are, the second on contributions without reduction',
    },
    validFrom: '2026-01-01',
    source: 'Förordning (2018:43) om stöd för nystartsjobb, 16 §, i lydelse 2026-01-02',
    confidence: 'source',
  },
)

/** What the employer is paid a month, and for how long at most. Whole kronor. */
export type NystartAmount = {
  readonly baseKronor: number
  readonly firstLayerKronor: number
  readonly extraLayerKronor: number
  readonly monthlyKronor: number
  readonly longestMonths: number
  readonly lines: readonly ExplanationLine[]
}

/**
 * The amount on the best ground that is met (16 § of the ordinance): the first layer on the contributions actually
 * payable, the extra layer on the unreduced ones. Undefined when no ground is met.
 */
export function nystartAmount(
  one: SupportCase,
  grounds: readonly RuleAnswer[],
  turnedOn: TurnedOn,
): NystartAmount | undefined {
  const { person, job } = one
  const held = valuesOn<[NystartGroups, NystartLevels, number, number]>(job.starts, [
    nystartGroups,
    nystartLevels,
    payCap,
    employerFees,
  ])
  if (held === undefined) return undefined
  const [groups, levels, cap, fees] = held
  const best = bestGround(person, job.starts, grounds, groups, levels)
  if (best === undefined) return undefined

  // Kronor × hundredths of öre: every product below is a whole number of hundred-thousandths of a krona.
  const baseKronor = Math.min(job.monthlyPayKronor, Math.floor((cap * job.workingTime) / 10_000))
  const actual = actualRate(person, job.starts, turnedOn) ?? fees
  const firstLayerKronor = Math.round((baseKronor * actual) / 100_000)
  const extraLayerKronor = Math.round((baseKronor * fees * best.extra) / 10_000_000)
  const monthlyKronor = firstLayerKronor + extraLayerKronor
  const [base, first, extra, sum] = [baseKronor, firstLayerKronor, extraLayerKronor, monthlyKronor].map(sayKronor) as [
    Wording,
    Wording,
    Wording,
    Wording,
  ]
  return {
    baseKronor,
    firstLayerKronor,
    extraLayerKronor,
    monthlyKronor,
    longestMonths: best.longest,
    lines: [
      explain(
        payCap,
        job.starts,
        { monthlyPayKronor: job.monthlyPayKronor, workingTime: job.workingTime / 10_000, baseKronor },
        {
          sv: `Stödet räknas på ${base.sv}.`,
          en: `The support is counted on ${base.en}.`,
        },
      ),
      explain(
        layers,
        job.starts,
        { actualRate: actual / 100_000, rate: fees / 100_000, extra: best.extra / 100 },
        {
          sv: `Första lagret: ${base.sv} × ${sayNumber(actual / 1000).sv} % = ${first.sv}. Andra lagret: ${base.sv} × ${sayNumber(fees / 1000).sv} % × ${sayNumber(best.extra / 100).sv} = ${extra.sv}.`,
          en: `First layer: ${base.en} × ${sayNumber(actual / 1000).en}% = ${first.en}. Second layer: ${base.en} × ${sayNumber(fees / 1000).en}% × ${sayNumber(best.extra / 100).en} = ${extra.en}.`,
        },
      ),
      explain(
        nystartLevels,
        job.starts,
        { monthlyKronor, longestMonths: best.longest },
        {
          sv: `Tillsammans ${sum.sv} i månaden, i högst ${sayMonths(best.longest).sv}.`,
          en: `Together ${sum.en} a month, for at most ${sayMonths(best.longest).en}.`,
        },
      ),
    ],
  }
}

type Best = { readonly extra: number; readonly longest: number }

/** Of the grounds that are met the one that gives most; the guarantee only when there is no other. */
function bestGround(
  { birth, absences = [] }: SupportPerson,
  starts: Day,
  grounds: readonly RuleAnswer[],
  groups: NystartGroups,
  { fromMonths, moreThanMonths, extra }: NystartLevels,
): Best | undefined {
  const met = (entry: Entry<unknown>): boolean => grounds.some(one => one.rule === entry.id && one.state === 'met')
  const longest = birth === undefined ? groups.younger.longest : groupOf(birth, starts, groups).longest
  if (met(arrived)) return { extra: extra[1], longest }
  if (met(absence)) {
    const months = absentMonths(absences, starts)
    const level = absentLonger(absences, starts, moreThanMonths) ? extra[1] : months >= fromMonths ? extra[0] : 0
    return { extra: level, longest: Math.min(months, longest) }
  }
  return met(guarantee) ? { extra: 0, longest: groups.guaranteeLongest } : undefined
}

/** The reduced rate for the young. It holds for the first 25 000 kronor of any pay, and the support counts on no more than 20 000. */
function actualRate({ birth }: SupportPerson, starts: Day, turnedOn: TurnedOn): number | undefined {
  const young = entryOn(youthFees, starts, turnedOn)?.value
  if (young === undefined || birth === undefined) return undefined
  const age = yearsBetween(birth, `${starts.slice(0, 4)}-01-01`)
  return age >= young.fromAge && age < young.belowAge ? young.rate : undefined
}
