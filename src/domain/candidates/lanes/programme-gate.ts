import {
  addDays,
  contains,
  type Dated,
  type Day,
  type Entry,
  inForceOn,
  type Period,
  rulesFrom,
  type Wording,
} from '#kernel'
import { type Answer, allOf, answerTo, type RuleAnswer, type RuleState, stateOf } from '../rule-answer.ts'

/** A decision that a participant has: the programme, when it holds, and whether it gives compensation and insurance. */
export type ProgrammeDecision = {
  readonly programme: string
  readonly period: Period
  readonly compensation: Answer
  readonly insurance: Answer
}

export type ProgrammeGate = {
  /** A track may begin only on `met`: without the decision the participant has neither income nor insurance. */
  readonly mayStart: RuleState
  readonly rules: readonly RuleAnswer[]
}

export type Carrier = Dated<Wording> & { readonly code: string }

/** Programmes that a track can rest on, from the day the product uses them. Umbrella programmes first; the last two are our reading of what else can carry it. */
export const carriers: readonly Carrier[] = [
  carrier(
    'JOB',
    { sv: 'jobb- och utvecklingsgarantin', en: 'the job and development guarantee' },
    'Förordning (2007:414)',
    '2026-01-01',
  ),
  carrier(
    'UGA',
    { sv: 'jobbgarantin för ungdomar', en: 'the job guarantee for young people' },
    'Förordning (2007:813)',
    '2026-01-01',
  ),
  carrier(
    'ETP',
    { sv: 'etableringsprogrammet', en: 'the establishment programme' },
    'Förordning (2017:820)',
    '2026-01-01',
  ),
  carrier(
    'FIN',
    { sv: 'förmedlingsinsatser', en: 'placement-service measures' },
    'Förordning (2022:812)',
    '2022-12-01',
    true,
  ),
  carrier(
    'AMP',
    { sv: 'arbetsmarknadspolitiskt program', en: 'labour-market programme' },
    'Förordning (2000:634)',
    '2026-01-01',
    true,
  ),
]

const rule = rulesFrom(
  'candidates.programme',
  'Lokala jobbspår, programgrunden för deltagarens ersättning och försäkring',
  '2026-01-01',
)

const held = rule(
  'decision',
  { sv: 'Beslut om program', en: 'Decision on a programme' },
  {
    sv: 'gäller den första dagen i ett program som kan bära spåret',
    en: 'holds on the first day, in a programme that can carry the track',
  },
)
const paid = rule(
  'compensation',
  { sv: 'Ersättning', en: 'Compensation' },
  { sv: 'beslutet ger ersättning', en: 'the decision gives compensation' },
)
const insured = rule(
  'insurance',
  { sv: 'Försäkring', en: 'Insurance' },
  { sv: 'beslutet ger försäkring', en: 'the decision gives insurance' },
)

export const programmeRules: readonly Entry<unknown>[] = [
  held,
  paid,
  insured,
  ...carriers.map(
    ({ code, value, ...dated }): Entry<Wording> => ({
      id: `candidates.programme.carrier.${code}`,
      kind: 'parameter',
      name: { sv: `Program som kan bära ett spår: ${code}`, en: `Programme that can carry a track: ${code}` },
      versions: [{ value, ...dated }],
      shown: says => says,
    }),
  ),
]

/** Whether a participant may begin a track on a day (JSP-9): a decision in a carrying programme, with compensation and insurance. */
export function programmeGate(
  decisions: readonly ProgrammeDecision[] | 'unknown',
  starts: Day,
  umbrella?: readonly string[],
): ProgrammeGate {
  const before = addDays(starts, -1)
  const ask = {
    by: before,
    says: { sv: `Fråga Arbetsförmedlingen senast ${before}.`, en: `Ask Arbetsförmedlingen by ${before}.` },
  }
  const mend = {
    by: before,
    says: {
      sv: `Ett sådant beslut behövs senast ${before}. Annars får starten vänta.`,
      en: `Such a decision is needed by ${before}. Else the start must wait.`,
    },
  }
  if (decisions === 'unknown') {
    const says = { sv: 'Vi vet inte vilka beslut personen har.', en: 'We do not know which decisions the person has.' }
    const rules = [held, paid, insured].map(one => answerTo(one, starts, 'unknown', {}, says, ask))
    return { mayStart: 'unknown', rules }
  }
  const carrying = decisions.filter(one => canCarry(one.programme, starts, umbrella) && contains(one.period, starts))
  const best = carrying.find(one => one.compensation === 'yes' && one.insurance === 'yes') ?? carrying[0]
  if (best === undefined) {
    const says = {
      sv: 'Inget beslut gäller den första dagen i ett program som kan bära spåret.',
      en: 'No decision holds on the first day in a programme that can carry the track.',
    }
    const none = { sv: 'Utan beslut finns ingen.', en: 'Without a decision there is none.' }
    return {
      mayStart: 'not_met',
      rules: [
        answerTo(held, starts, 'not_met', { starts }, says, mend),
        answerTo(paid, starts, 'not_met', {}, none),
        answerTo(insured, starts, 'not_met', {}, none),
      ],
    }
  }
  const about = (entry: Entry<unknown>, answer: Answer): RuleAnswer =>
    answerTo(
      entry,
      starts,
      stateOf(answer),
      { programme: best.programme, answer },
      given[answer],
      answer === 'yes' ? undefined : answer === 'no' ? mend : ask,
    )
  const rules = [
    answerTo(
      held,
      starts,
      'met',
      { programme: best.programme, starts },
      { sv: `Har beslut i ${best.programme}.`, en: `Has a decision in ${best.programme}.` },
    ),
    about(paid, best.compensation),
    about(insured, best.insurance),
  ]
  return { mayStart: allOf(rules.map(({ state }) => state)), rules }
}

const given: Readonly<Record<Answer, Wording>> = {
  yes: { sv: 'Beslutet ger det.', en: 'The decision gives it.' },
  no: { sv: 'Beslutet ger det inte.', en: 'The decision does not give it.' },
  unknown: { sv: 'Vi vet inte om beslutet ger det.', en: 'We do not know whether the decision gives it.' },
}

function canCarry(code: string, day: Day, asked: readonly string[] | undefined): boolean {
  const known = inForceOn(
    carriers.filter(one => one.code === code),
    day,
  )
  return known !== undefined && (asked === undefined || asked.includes(code))
}

function carrier(code: string, value: Wording, source: string, validFrom: Day, own = false): Carrier {
  return { code, value, source, validFrom, confidence: own ? 'own_choice' : 'secondary' }
}
