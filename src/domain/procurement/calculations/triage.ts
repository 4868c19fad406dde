import { type GoverningRule, partNames, publishedPolicies, type Rehearsal, rehearse } from '#domain/strategy'
import {
  type Calculated,
  type Calculation,
  type NotCalculated,
  readInput,
  sayCount,
  sayNumber,
  type Wording,
} from '#kernel'
import { routeDecision } from '../triage/decision-basis.ts'
import { type Triage, triage } from '../triage/triage.ts'
import { type TriageInput, triageInput } from './triage-input.ts'

/** `calc triage`: a case against gates, screening and governing rules; a changed policy over past cases; or a decision basis (STR-3, PRC-5). */
export const triageCalculation: Calculation = {
  name: 'triage',
  about: {
    sv: 'om krav bör övervägas i en upphandling, vad en ändrad policy skulle ha ändrat, och vad ett beslut saknar',
    en: 'whether a requirement should be considered, what a changed policy would have changed, and what a decision lacks',
  },
  calculate(input) {
    const read = readInput(triageInput, input)
    if (!read.ok) return read
    switch (read.value.kind) {
      case 'case':
        return oneCase(read.value)
      case 'rehearsal':
        return rehearsal(read.value)
      case 'decision':
        return decision(read.value)
    }
  },
}

type Of<Kind extends TriageInput['kind']> = Extract<TriageInput, { kind: Kind }>

function oneCase({ gates, screening, facts, published, policy, on }: Of<'case'>): Calculated {
  const rules = [...policy, ...published.flatMap(name => publishedPolicies[name])]
  const { lines, ...value } = triage({ gates, screening, facts }, rules, on)
  return { ok: true, value, summary: adviceSays(value, rules), lines }
}

/** Rules by their names, between quotation marks: a reader knows the name, and `value` has the ids for machines. */
function named(ids: readonly string[], rules: readonly GoverningRule[]): Wording {
  const found = ids.map(id => rules.find(rule => rule.id === id)?.name ?? { sv: id, en: id })
  return { sv: found.map(({ sv }) => `”${sv}”`).join(', '), en: found.map(({ en }) => `“${en}”`).join(', ') }
}

function adviceSays(
  { advice, ruling, speaksFor, speaksAgainst }: Omit<Triage, 'lines'>,
  among: readonly GoverningRule[],
): Wording {
  const rules = named(ruling.rules, among)
  const missing = {
    sv: ruling.missing.map(part => partNames[part].sv).join(', '),
    en: ruling.missing.map(part => partNames[part].en).join(', '),
  }
  const pro = sayCount(speaksFor.length, { sv: 'svar', en: 'answer speaks' }, { sv: 'svar', en: 'answers speak' })
  const con = sayNumber(speaksAgainst.length)
  const weighs = { sv: `${pro.sv} talar för och ${con.sv} emot.`, en: `${pro.en} for and ${con.en} against.` }
  switch (advice) {
    case 'exempt':
      return { sv: `Undantagen, enligt ${rules.sv}.`, en: `Exempt, by ${rules.en}.` }
    case 'prepare_first':
      return {
        sv: 'Förbered först: en av de fyra första frågorna har svaret nej.',
        en: 'Prepare first: one of the four first questions has the answer no.',
      }
    case 'ask_first':
      return missing.sv === ''
        ? {
            sv: 'Ta reda på mer först: en fråga är inte besvarad.',
            en: 'Find out more first: a question is not answered.',
          }
        : {
            sv: `Ta reda på mer först: uppgift saknas om ${missing.sv}, som avgör ${rules.sv}.`,
            en: `Find out more first: facts are missing on ${missing.en}, which decide ${rules.en}.`,
          }
    case 'special_care':
      return {
        sv: `Kräver särskild uppmärksamhet, enligt ${rules.sv}. ${weighs.sv}`,
        en: `Needs special care, by ${rules.en}. ${weighs.en}`,
      }
    case 'consider':
      return {
        sv: `Krav bör övervägas, enligt ${rules.sv}. ${weighs.sv}`,
        en: `A requirement should be considered, by ${rules.en}. ${weighs.en}`,
      }
    case 'no_rule':
      return { sv: `Ingen regel säger något. ${weighs.sv}`, en: `No rule says anything. ${weighs.en}` }
  }
}

function rehearsal({ before, after, cases }: Of<'rehearsal'>): Calculated {
  const value = rehearse(cases, before, after)
  const differ = sayNumber(value.treatedDifferently.length)
  const all = sayCount(
    value.cases,
    { sv: 'upphandling', en: 'procurement' },
    { sv: 'upphandlingar', en: 'procurements' },
  )
  return {
    ok: true,
    value,
    summary: {
      sv: `${differ.sv} av ${all.sv} skulle ha behandlats annorlunda.`,
      en: `${differ.en} of ${all.en} would have been treated differently.`,
    },
    lines: [
      ...value.treatedDifferently.map(one => ({
        rule: 'strategy.local_policy',
        source: sourceOf(one.after.rules[0] ?? one.before.rules[0], [...after, ...before]),
        inputs: { case: one.id, before: one.before.outcome, after: one.after.outcome },
        says: differs(one, before, after),
      })),
      {
        rule: 'strategy.local_policy',
        source: sourceOf(undefined, after),
        inputs: Object.fromEntries(
          Object.entries(value.outcomes).map(([outcome, count]) => [outcome, `${count.before} → ${count.after}`]),
        ),
        says: { sv: 'Utfall före och efter ändringen.', en: 'Outcomes before and after the change.' },
      },
    ],
    notCounted: [
      {
        sv: 'Hur marknaden, anbuden och besluten hade svarat på andra regler går inte att se av gamla upphandlingar.',
        en: 'How the market, the tenders and the decisions would have responded to other rules cannot be seen from past procurements.',
      },
    ],
  }
}

function sourceOf(id: string | undefined, rules: readonly { id: string; source: string }[]): string {
  return rules.find(rule => rule.id === id)?.source ?? 'Den policy som prövas'
}

const outcomes: Readonly<Record<Treated['before']['outcome'], Wording>> = {
  exempt: { sv: 'undantagen', en: 'exempt' },
  special_care: { sv: 'särskild uppmärksamhet', en: 'special care' },
  consider: { sv: 'bör övervägas', en: 'should be considered' },
  no_rule: { sv: 'ingen regel', en: 'no rule' },
  unknown: { sv: 'går inte att säga', en: 'cannot be said' },
}

type Treated = Rehearsal['treatedDifferently'][number]

function differs(
  { id, ...treated }: Treated,
  before: readonly GoverningRule[],
  after: readonly GoverningRule[],
): Wording {
  const of = ({ outcome, rules: ids }: Treated['before'], rules: readonly GoverningRule[]): Wording => {
    const [name, by] = [outcomes[outcome], named(ids, rules)]
    return ids.length === 0 ? name : { sv: `${name.sv} (${by.sv})`, en: `${name.en} (${by.en})` }
  }
  const [was, is] = [of(treated.before, before), of(treated.after, after)]
  return { sv: `${id}: ${was.sv} → ${is.sv}.`, en: `${id}: ${was.en} → ${is.en}.` }
}

function decision({ answers, decision: made, on }: Of<'decision'>): Calculated | NotCalculated {
  const result = routeDecision({ answers, decision: made }, on)
  if (result === undefined)
    return {
      ok: false,
      faults: [{ pointer: '/on', says: { sv: 'Ingen mall gällde den dagen.', en: 'No template held on that day.' } }],
    }
  const { lines, unknownQuestions, ...value } = result
  const unknown = answers.flatMap(({ question }, index) => (unknownQuestions.includes(question) ? [index] : []))
  if (unknown.length > 0)
    return {
      ok: false,
      faults: unknown.map(index => ({
        pointer: `/answers/${index}/question`,
        says: { sv: 'Frågan finns inte i mallen.', en: 'The question is not in the template.' },
      })),
    }
  const left = sayCount(value.levelOneLeft, { sv: 'fråga', en: 'question' }, { sv: 'frågor', en: 'questions' })
  return {
    ok: true,
    value,
    summary: value.ready
      ? { sv: 'Underlaget räcker för beslut.', en: 'The basis is enough for a decision.' }
      : { sv: `Kvar att besvara före beslut: ${left.sv}.`, en: `Left to answer before a decision: ${left.en}.` },
    lines,
  }
}
