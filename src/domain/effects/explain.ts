import { type Day, type Entry, type ExplanationLine, entryOn, type TurnedOn, type Wording } from '#kernel'
import { assumptionNames, assumptions, sayRange } from './assumptions.ts'
import { flows } from './flows.ts'
import type { Question } from './input.ts'
import { leftOut, notCounted } from './not-counted.ts'
import { benefitRates, employerFees, introductionJob, newStartJob, youthFees } from './parameters.ts'
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
  const [sum, between] = [sayOre(Math.abs(society.likely)), sayBetween(society.low, society.high)]
  const payers = (['individual', 'municipality', 'region', 'state', 'employer'] as const).filter(
    who => gains[who].likely < 0,
  )
  const paying = payers.map(who => ({ who: parties[who], sum: sayOre(-gains[who].likely) }))
  const pay = {
    sv:
      paying.length === 0
        ? 'Ingen part betalar.'
        : `Betalar gör: ${paying.map(one => `${one.who.sv.toLowerCase()} ${one.sum.sv}`).join(', ')}.`,
    en:
      paying.length === 0
        ? 'No party pays.'
        : `Those who pay: ${paying.map(one => `${one.who.en.toLowerCase()} ${one.sum.en}`).join(', ')}.`,
  }
  const [gain, count] = [society.likely >= 0, people === 1]
  return {
    sv: `${when.sv}: samhället ${gain ? 'vinner' : 'förlorar'} ${sum.sv} (${between.sv}) på ${people} ${count ? 'person' : 'personer'}. ${pay.sv}`,
    en: `${when.en}: society ${gain ? 'gains' : 'loses'} ${sum.en} (${between.en}) on ${people} ${count ? 'person' : 'people'}. ${pay.en}`,
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

/** The parameters in force on the first day, each with its value and source. */
function parameterLines({ forecast = [], outcome = [], rulesOf, turnedOn }: Question): ExplanationLine[] {
  const day = rulesOf ?? [...forecast, ...outcome].map(({ period }) => period.from).sort()[0] ?? ''
  const groups = [...forecast, ...outcome].map(({ work }) => work)
  const has = (support: string): boolean =>
    groups.some(work => work.kind === 'employment' && work.support.kind === support)
  const young = groups.some(work => work.kind === 'employment' && work.youth)
  return [
    ...lineOf(taxRules, day, turnedOn),
    ...lineOf(employerFees, day, turnedOn),
    ...(young ? lineOf(youthFees, day, turnedOn) : []),
    ...lineOf(benefitRates, day, turnedOn),
    ...(has('introduction_job') ? lineOf(introductionJob, day, turnedOn) : []),
    ...(has('new_start_job') ? lineOf(newStartJob, day, turnedOn) : []),
  ]
}

function lineOf<Value>(entry: Entry<Value>, day: Day, turnedOn: TurnedOn): ExplanationLine[] {
  const version = entryOn(entry, day, turnedOn)
  if (!version) return []
  const shown = entry.shown(version.value)
  const says = { sv: `${entry.name.sv}: ${shown.sv}.`, en: `${entry.name.en}: ${shown.en}.` }
  return [{ rule: entry.id, source: version.source, inputs: { day }, says }]
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
    const [sum, giver, taker] = [sayOre(amount), side(from), side(to)]
    const { name } = flows[flow]
    return {
      rule: doubleEntry.id,
      source: doubleEntry.versions[0]!.source,
      inputs: { flow, öre: amount },
      says: {
        sv: `${when.sv}. ${name.sv}: ${sum.sv} mer från ${giver.sv} till ${taker.sv}.`,
        en: `${when.en}. ${name.en}: ${sum.en} more from ${giver.en} to ${taker.en}.`,
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
    const { likely, low, high } = gains[who]
    const [sum, between] = [sayOre(likely), sayBetween(low, high)]
    return {
      rule: span.id,
      source: span.versions[0]!.source,
      inputs: { seed, draws },
      says: {
        sv: `${when.sv}. ${parties[who].sv}: ${sum.sv}, ${between.sv}.`,
        en: `${when.en}. ${parties[who].en}: ${sum.en}, ${between.en}.`,
      },
    }
  })
}

function lower({ sv, en }: Wording): Wording {
  return { sv: sv.toLowerCase(), en: en.toLowerCase() }
}
