import { employerFees, introTerms, payCap, youthFees } from '#domain/candidates'
import {
  addDays,
  type Day,
  type Entry,
  type ExplanationLine,
  entryOn,
  monthsOf,
  type TurnedOn,
  type Wording,
} from '#kernel'
import { assumptionNames, assumptions, sayRange } from './assumptions.ts'
import { actors, flows } from './flows.ts'
import type { Question } from './input.ts'
import { leftOut, notCounted } from './not-counted.ts'
import { benefitRates } from './parameters.ts'
import type { Group } from './plan.ts'
import { counterfactual, doubleEntry, span } from './register.ts'
import type { Effects, EffectsResult } from './result.ts'
import { taxRules } from './tax-rules.ts'
import { parties, sayBetween, sayOre } from './words.ts'

/** `Prognos: samhället vinner 2 168 430 kr (från … till …). Staten betalar 628 074 kr.` */
export function summaryOf({ forecast, outcome }: EffectsResult): Wording {
  const said = [
    ...(forecast ? [sentence({ sv: 'Prognos', en: 'Forecast' }, forecast)] : []),
    ...(outcome ? [sentence({ sv: 'Utfall', en: 'Outcome' }, outcome)] : []),
  ]
  return { sv: said.map(one => one.sv).join(' '), en: said.map(one => one.en).join(' ') }
}

/** One sentence that answers the waterfall's question: who gains, who pays? */
export function sentence(when: Wording, { gains, people }: Effects): Wording {
  const { society } = gains
  const [sum, range] = [sayOre(Math.abs(society.likely)), sayRangeOf(society)]
  const payers = actors.filter(who => gains[who].likely < 0)
  const paying = payers.map(who => ({ who: lower(parties[who]), sum: sayOre(-gains[who].likely) }))
  const pay =
    paying.length === 0
      ? { sv: 'Ingen part betalar.', en: 'No party pays.' }
      : {
          sv: `Betalar: ${paying.map(one => `${one.who.sv} ${one.sum.sv}`).join(', ')}.`,
          en: `Paying: ${paying.map(one => `${one.who.en} ${one.sum.en}`).join(', ')}.`,
        }
  const [gain, count] = [society.likely >= 0, people === 1]
  return {
    sv: `${when.sv}: samhället ${gain ? 'vinner' : 'förlorar'} ${sum.sv}${range.sv} på ${people} ${count ? 'person' : 'personer'}. ${pay.sv}`,
    en: `${when.en}: society ${gain ? 'gains' : 'loses'} ${sum.en}${range.en} on ${people} ${count ? 'person' : 'people'}. ${pay.en}`,
  }
}

export function linesOf(question: Question, result: EffectsResult): ExplanationLine[] {
  const parts = [
    ...(result.forecast ? [[{ sv: 'Prognos', en: 'Forecast' }, result.forecast] as const] : []),
    ...(result.outcome ? [[{ sv: 'Utfall', en: 'Outcome' }, result.outcome] as const] : []),
  ]
  return [
    ...parameterLines(question),
    ...assumptionLines(result),
    ...parts.flatMap(([when, effects]) => [
      ...incomeLines(when, effects),
      ...flowLines(when, effects),
      ...gainLines(when, effects, result),
    ]),
  ]
}

/** What each result leaves out, and what its switches leave out. */
export function notCountedIn({ assumptions: ranges, equalisation }: EffectsResult): readonly Wording[] {
  return [
    ...(ranges.deadweight.high === 0 ? [leftOut.deadweight] : []),
    ...(ranges.displacement.high === 0 ? [leftOut.displacement] : []),
    ...(equalisation ? [] : [leftOut.equalisation]),
    ...(ranges.programmeSaved.high === 0 ? [leftOut.programme] : []),
    ...notCounted,
  ]
}

/** The parameters in force in any month of the calculation, each version with its value and source. */
function parameterLines({ forecast = [], outcome = [], rulesOf, turnedOn }: Question): ExplanationLine[] {
  const groups = [...forecast, ...outcome]
  const days = rulesOf ? [rulesOf] : monthsTouched(groups)
  const employments = groups.flatMap(({ work }) => (work.kind === 'employment' ? [work] : []))
  const supports = new Set(employments.map(({ support }) => support.kind))
  const lines = <Value>(entry: Entry<Value>): ExplanationLine[] => linesFor(entry, days, turnedOn)
  return [
    ...lines(taxRules),
    ...lines(employerFees),
    ...(employments.some(({ youth }) => youth) ? lines(youthFees) : []),
    ...lines(benefitRates),
    ...(supports.has('introduction_job') ? lines(introTerms) : []),
    ...(supports.has('introduction_job') || supports.has('new_start_job') ? lines(payCap) : []),
  ]
}

function monthsTouched(groups: readonly Group[]): readonly Day[] {
  const all = groups.flatMap(({ period }) => monthsOf(period.from, addDays(period.to, -1)))
  return [...new Set(all)].sort().map(month => `${month}-01`)
}

function linesFor<Value>(entry: Entry<Value>, days: readonly Day[], turnedOn: TurnedOn): ExplanationLine[] {
  const versions = new Set(days.map(day => entryOn(entry, day, turnedOn)).filter(version => version !== undefined))
  return [...versions].map(({ value, validFrom, source }) => {
    const shown = entry.shown(value)
    const says = { sv: `${entry.name.sv}: ${shown.sv}.`, en: `${entry.name.en}: ${shown.en}.` }
    return { rule: entry.id, source, inputs: { validFrom }, says }
  })
}

function assumptionLines({ assumptions: ranges, localTax, equalisation }: EffectsResult): ExplanationLine[] {
  const { id, versions } = counterfactual
  const source = versions[0]!.source
  const said = assumptionNames.map(name => ({ name: assumptions[name].name, range: sayRange(name, ranges[name]) }))
  return [
    {
      rule: id,
      source,
      inputs: {
        municipalTax: localTax.municipality,
        regionTax: localTax.region,
        ...(equalisation
          ? { equalisationMunicipality: equalisation.municipality, equalisationRegion: equalisation.region }
          : {}),
      },
      says: {
        sv: `Antaganden. ${said.map(({ name, range }) => `${name.sv}: ${range.sv}`).join('. ')}.`,
        en: `Assumptions. ${said.map(({ name, range }) => `${name.en}: ${range.en}`).join('. ')}.`,
      },
    },
  ]
}

function incomeLines(when: Wording, { incomes }: Effects): ExplanationLine[] {
  return incomes.map(({ group, year, with: net, without }) => {
    const [a, b] = [sayOre(net), sayOre(without)]
    return {
      rule: taxRules.id,
      source: taxRules.versions[0]!.source,
      inputs: { group, year },
      says: {
        sv: `${when.sv}. ${group}, ${year}: en person har ${a.sv} efter skatt med kravet och ${b.sv} utan.`,
        en: `${when.en}. ${group}, ${year}: one person has ${a.en} after tax with the requirement and ${b.en} without.`,
      },
    }
  })
}

function flowLines(when: Wording, effects: Effects): ExplanationLine[] {
  const side = (name: string): Wording =>
    name === 'work_done'
      ? { sv: 'arbetet', en: 'the work' }
      : name === 'used_up'
        ? { sv: 'det som går åt', en: 'what is used up' }
        : lower(parties[name as keyof typeof parties])
  return effects.flows.map(({ flow, from, to, amount }) => {
    const [sum, giver, taker] = [sayOre(Math.abs(amount)), side(from), side(to)]
    const more = amount > 0 ? { sv: 'mer', en: 'more' } : { sv: 'mindre', en: 'less' }
    const { name } = flows[flow]
    return {
      rule: doubleEntry.id,
      source: doubleEntry.versions[0]!.source,
      inputs: { flow, öre: amount },
      says: {
        sv: `${when.sv}. ${name.sv}: ${sum.sv} ${more.sv} från ${giver.sv} till ${taker.sv}.`,
        en: `${when.en}. ${name.en}: ${sum.en} ${more.en} from ${giver.en} to ${taker.en}.`,
      },
    }
  })
}

function gainLines(
  when: Wording,
  { gains }: Effects,
  { simulation: { seed, draws } }: EffectsResult,
): ExplanationLine[] {
  return (Object.keys(parties) as (keyof typeof parties)[]).map(who => {
    const [sum, range] = [sayOre(gains[who].likely), sayRangeOf(gains[who])]
    return {
      rule: span.id,
      source: span.versions[0]!.source,
      inputs: { seed, draws },
      says: {
        sv: `${when.sv}. ${parties[who].sv}: ${sum.sv}${range.sv}.`,
        en: `${when.en}. ${parties[who].en}: ${sum.en}${range.en}.`,
      },
    }
  })
}

/** ` (från 1 kr till 2 kr)`, or nothing when there is no range. */
function sayRangeOf({ low, high }: Effects['gains']['society']): Wording {
  if (low === high) return { sv: '', en: '' }
  const { sv, en } = sayBetween(low, high)
  return { sv: ` (${sv})`, en: ` (${en})` }
}

function lower({ sv, en }: Wording): Wording {
  return { sv: sv.toLowerCase(), en: en.toLowerCase() }
}
