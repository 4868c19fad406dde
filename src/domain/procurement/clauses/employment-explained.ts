import {
  type Day,
  type Entry,
  type ExplanationLine,
  explain,
  ruleEntry,
  sayMonths,
  sayNumber,
  type Wording,
} from '#kernel'
import { sayPart } from './clause-words.ts'
import type { EmploymentClause } from './employment-parameters.ts'
import type { Fulfilment, FulfilmentLine, FulfilmentReason, FulfilmentState } from './employment-rules.ts'

const since = '2026-01-01'
const uhm = 'Upphandlingsmyndigheten, kriterium 11554, punkt 1 a'
const rule = (id: string, name: Wording, value: Wording, source = uhm, own = false): Entry<Wording> =>
  ruleEntry(`procurement.clause.${id}`, name, {
    value,
    validFrom: since,
    source,
    confidence: own ? 'own_choice' : 'source',
  })

export const countedRule = rule(
  'who_counts',
  { sv: 'Vem som räknas', en: 'Who counts' },
  {
    sv: 'bekräftad i målgruppen, rätt form, inte redan anställd, i arbete som hör till kontraktet, om villkoret säger så',
    en: 'confirmed in the target group, of the right form, not existing staff, in work that belongs to the contract, if the clause says so',
  },
)
export const monthsRule = rule(
  'full_time_months',
  { sv: 'Heltidsmånader', en: 'Full-time months' },
  {
    sv: 'varje kalendermånads arbetade del gånger arbetstiden, inom kontraktet',
    en: 'the part of each calendar month that was worked, times the working time, within the contract',
  },
  `${uhm}; att dela månaden i dagar är vår tolkning`,
  true,
)
export const earlyEndRule = rule(
  'early_end',
  { sv: 'Förtida slut', en: 'Early end' },
  {
    sv: 'slutar någon i förtid av ett godtaget skäl räcker den del av månaderna som villkoret anger (75 % om inget annat sägs)',
    en: 'if somebody leaves early for an accepted reason, the part of the months that the clause states is enough (75% unless it says otherwise)',
  },
)
export const firstStartRule = rule(
  'first_start',
  { sv: 'Första start', en: 'First start' },
  {
    sv: 'minst en har börjat eller fått ett erbjudande inom den tid villkoret anger (6 månader om inget annat sägs)',
    en: 'at least one has begun or been offered within the time the clause states (6 months unless it says otherwise)',
  },
)

/** The explanation of a fulfilment, line by line, each under its rule. */
export function explainFulfilment(clause: EmploymentClause, result: Fulfilment, today: Day): ExplanationLine[] {
  return result.explanation.map(line => {
    const [entry, says] = sentences[line.code]
    return explain(entry, today, line.facts, says(line.facts, clause))
  })
}

/** How the commitment stands, in one sentence. */
export function fulfilmentSummary(result: Fulfilment): Wording {
  const [done, all] = [sayNumber(result.deliveredMonths), sayMonths(result.committedMonths)]
  const { sv, en } = states[result.state]
  return { sv: `${sv} ${done.sv} av ${all.sv} är gjorda.`, en: `${en} ${done.en} of ${all.en} are done.` }
}

const states: Readonly<Record<FulfilmentState, Wording>> = {
  fulfilled: { sv: 'Åtagandet är uppfyllt.', en: 'The commitment is fulfilled.' },
  deemed_fulfilled: {
    sv: 'Åtagandet räknas som uppfyllt efter ett förtida slut.',
    en: 'The commitment is deemed fulfilled after an early end.',
  },
  on_course: { sv: 'Åtagandet är på väg.', en: 'The commitment is on course.' },
  short: { sv: 'Åtagandet räcker inte.', en: 'The commitment falls short.' },
  late_first_start: { sv: 'Ingen började i tid.', en: 'Nobody began in time.' },
}

type Facts = FulfilmentLine['facts']
type Says = (facts: Facts, clause: EmploymentClause) => Wording

const months = (facts: Facts, name: string): Wording => sayMonths(Number(facts[name]))
const enough = (clause: EmploymentClause): Wording => sayPart(clause.earlyEndThreshold)
const notCountedBecause =
  (sv: string, en: string): Says =>
  ({ employment }) => ({ sv: `${employment} räknas inte: ${sv}.`, en: `${employment} does not count: ${en}.` })

const sentences: Readonly<Record<FulfilmentReason, readonly [Entry<Wording>, Says]>> = {
  'not_counted.other_form': [
    countedRule,
    notCountedBecause('en annan form än villkorets', 'another form than the clause asks for'),
  ],
  'not_counted.unsupervised': [
    countedRule,
    notCountedBecause('praktiken är inte handledd', 'the placement is not supervised'),
  ],
  'not_counted.target_group_unconfirmed': [
    countedRule,
    notCountedBecause('målgruppen är inte bekräftad', 'the target group is not confirmed'),
  ],
  'not_counted.existing_staff': [countedRule, notCountedBecause('arbetade redan där', 'worked there already')],
  'not_counted.not_linked_to_contract': [
    countedRule,
    notCountedBecause('arbetet hör inte till kontraktet', 'the work does not belong to the contract'),
  ],
  'early_end.allowed': [
    earlyEndRule,
    ({ employment, lastDay }, clause) => ({
      sv: `${employment} slutade ${lastDay} av ett godtaget skäl. Då räcker ${enough(clause).sv} av månaderna.`,
      en: `${employment} ended on ${lastDay} for an accepted reason. Then ${enough(clause).en} of the months are enough.`,
    }),
  ],
  'early_end.not_allowed': [
    earlyEndRule,
    ({ employment, lastDay }) => ({
      sv: `${employment} slutade ${lastDay} av ett skäl som inte är godtaget. Åtagandet gäller fullt ut.`,
      en: `${employment} ended on ${lastDay} for a reason that is not accepted. The commitment stands in full.`,
    }),
  ],
  'volume.reached': [
    monthsRule,
    facts => ({
      sv: `Gjort: ${months(facts, 'delivered').sv}. Krävs: ${months(facts, 'committed').sv}.`,
      en: `Done: ${months(facts, 'delivered').en}. Required: ${months(facts, 'committed').en}.`,
    }),
  ],
  'volume.threshold_reached': [
    earlyEndRule,
    (facts, clause) => ({
      sv: `Gjort: ${months(facts, 'delivered').sv}. Det är minst ${enough(clause).sv} av ${months(facts, 'committed').sv}.`,
      en: `Done: ${months(facts, 'delivered').en}. That is at least ${enough(clause).en} of ${months(facts, 'committed').en}.`,
    }),
  ],
  'volume.below_threshold': [
    earlyEndRule,
    (facts, clause) => ({
      sv: `Gjort: ${months(facts, 'delivered').sv}. Det är mindre än ${enough(clause).sv} av ${months(facts, 'committed').sv}.`,
      en: `Done: ${months(facts, 'delivered').en}. That is less than ${enough(clause).en} of ${months(facts, 'committed').en}.`,
    }),
  ],
  'volume.planned_enough': [
    monthsRule,
    facts => ({
      sv: `Gjort: ${months(facts, 'delivered').sv}. Det som är avtalat räcker till ${months(facts, 'committed').sv}.`,
      en: `Done: ${months(facts, 'delivered').en}. What is agreed is enough for ${months(facts, 'committed').en}.`,
    }),
  ],
  'volume.planned_enough_for_threshold': [
    earlyEndRule,
    (facts, clause) => ({
      sv: `Det som är avtalat räcker till ${enough(clause).sv} av ${months(facts, 'committed').sv}.`,
      en: `What is agreed is enough for ${enough(clause).en} of ${months(facts, 'committed').en}.`,
    }),
  ],
  'volume.time_remains': [
    monthsRule,
    ({ until }) => ({
      sv: `Det finns tid kvar att börja, till och med ${until}.`,
      en: `There is time left to begin, until ${until}.`,
    }),
  ],
  'volume.lacking': [
    monthsRule,
    facts => ({
      sv: `Gjort: ${months(facts, 'delivered').sv} av ${months(facts, 'committed').sv}. Saknas även med det som är avtalat: ${months(facts, 'lacking').sv}.`,
      en: `Done: ${months(facts, 'delivered').en} of ${months(facts, 'committed').en}. Lacking even with what is agreed: ${months(facts, 'lacking').en}.`,
    }),
  ],
  'first_start.in_time': [
    firstStartRule,
    ({ on, deadline }) => ({
      sv: `Den första började eller fick ett erbjudande ${on}, senast ${deadline}.`,
      en: `The first one began or was offered on ${on}, by ${deadline}.`,
    }),
  ],
  'first_start.open': [
    firstStartRule,
    ({ deadline }) => ({
      sv: `Den första ska börja senast ${deadline}.`,
      en: `The first one is to begin by ${deadline}.`,
    }),
  ],
  'first_start.missed': [
    firstStartRule,
    ({ on, deadline }) =>
      on === undefined
        ? { sv: `Ingen hade börjat ${deadline}.`, en: `Nobody had begun by ${deadline}.` }
        : {
            sv: `Den första började ${on}, efter ${deadline}.`,
            en: `The first one began on ${on}, after ${deadline}.`,
          },
  ],
}
