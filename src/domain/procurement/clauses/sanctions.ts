import {
  addDays,
  type Day,
  type Entry,
  type ExplanationLine,
  explain,
  nextWorkday,
  ruleEntry,
  sayKronor,
  sayMonths,
  sayNumber,
  type Wording,
} from '#kernel'

export const deficiencies = ['participation', 'reporting', 'commitment'] as const
export type DeficiencyKind = (typeof deficiencies)[number]

export const sanctionSteps = ['correct', 'remedy', 'penalty', 'call_off_exclusion', 'termination'] as const
export type SanctionStep = (typeof sanctionSteps)[number]

export const penaltyUnits = ['missing_month', 'missed_report', 'missed_dialogue'] as const
export type PenaltyUnit = (typeof penaltyUnits)[number]

/** What follows when the clause is not kept. Every step must stand in the procurement documents; amounts are the authority's own. */
export type SanctionLadder = {
  readonly correctWithinDays: number
  readonly remedyWithinDays: number
  readonly penalty?: { readonly unit: PenaltyUnit; readonly kronorPerUnit: number; readonly mostKronor: number }
  /** For framework agreements only: no call-offs for so many calendar months. */
  readonly callOffExclusionMonths?: number
  readonly termination: boolean
}

export type Deficiency = {
  readonly kind: DeficiencyKind
  readonly notedOn: Day
  /** Missing months, missed reports or missed dialogues, as the penalty counts them; a part begun is none. */
  readonly units: number
  readonly taken: readonly { readonly step: SanctionStep; readonly on: Day }[]
  readonly mendedOn?: Day
}

export type NextStep = {
  readonly answer: 'mended' | 'take' | 'wait' | 'skipped_a_step' | 'ladder_is_done'
  readonly step?: SanctionStep
  /** For `wait`: the last day that the supplier has. For `take` of a demand: the last day it would give. */
  readonly until?: Day
  readonly penaltyKronor?: number
  readonly lines: readonly ExplanationLine[]
}

export const sanctionRule: Entry<unknown> = ruleEntry(
  'procurement.clause.sanction_ladder',
  { sv: 'Hantering av brister, steg för steg', en: 'Handling of deficiencies, step by step' },
  {
    value: {
      sv: 'tillfälle att rätta vid bristande medverkan eller redovisning; tillfälle att avhjälpa; vite om villkoret har det; avstängning från avrop i ramavtal; uppsägning om avtalet säger det',
      en: 'a chance to correct lacking participation or reporting; a chance to remedy; a penalty if the clause has one; exclusion from call-offs in a framework agreement; termination if the contract says so',
    },
    validFrom: '2026-01-01',
    source:
      'Upphandlingsmyndigheten, tillämpning av villkoren: hantering av brister; LOU 4 kap. 1 § (proportionalitet)',
    confidence: 'source',
  },
)

/** The steps that this ladder has for a deficiency, in order. A deficiency in the commitment itself begins with remedy. */
export function ladderFor(kind: DeficiencyKind, ladder: SanctionLadder, frameworkAgreement: boolean): SanctionStep[] {
  return [
    ...(kind === 'commitment' ? [] : (['correct'] as const)),
    'remedy',
    ...(ladder.penalty === undefined ? [] : (['penalty'] as const)),
    ...(frameworkAgreement && ladder.callOffExclusionMonths !== undefined ? (['call_off_exclusion'] as const) : []),
    ...(ladder.termination ? (['termination'] as const) : []),
  ]
}

/** The last day to correct or remedy after a demand; a day off moves to the next working day. Undefined for steps that give no time. */
export function lastDayFor(step: SanctionStep, on: Day, ladder: SanctionLadder): Day | undefined {
  if (step === 'correct') return nextWorkday(addDays(on, ladder.correctWithinDays))
  if (step === 'remedy') return nextWorkday(addDays(on, ladder.remedyWithinDays))
  return undefined
}

/** The penalty for so many whole units, never above the ceiling. */
export function penaltyKronor(ladder: SanctionLadder, units: number): number {
  if (ladder.penalty === undefined) return 0
  return Math.min(Math.floor(units) * ladder.penalty.kronorPerUnit, ladder.penalty.mostKronor)
}

/** Which step may be taken today: none before the time that the last one gave has passed, none out of order, none once it is mended. */
export function nextSanction(
  ladder: SanctionLadder,
  deficiency: Deficiency,
  frameworkAgreement: boolean,
  today: Day,
): NextStep {
  const steps = ladderFor(deficiency.kind, ladder, frameworkAgreement)
  const taken = deficiency.taken.map(({ step }) => step)
  const answer = (result: Omit<NextStep, 'lines'>, says: Wording): NextStep => ({
    ...result,
    lines: [
      explain(
        sanctionRule,
        today,
        { kind: deficiency.kind, ladder: steps.join(' → '), taken: taken.join(' → '), units: deficiency.units },
        says,
      ),
    ],
  })
  const skipped = taken.find((step, index) => steps[index] !== step)
  if (skipped !== undefined)
    return answer(
      { answer: 'skipped_a_step', step: skipped },
      {
        sv: `Steget "${words[skipped].sv}" är taget men hör inte hit i trappan: ${steps.map(step => words[step].sv).join(', ')}.`,
        en: `The step "${words[skipped].en}" has been taken but does not belong here in the ladder: ${steps.map(step => words[step].en).join(', ')}.`,
      },
    )
  if (deficiency.mendedOn !== undefined && deficiency.mendedOn <= today)
    return answer(
      { answer: 'mended' },
      { sv: `Bristen är rättad ${deficiency.mendedOn}.`, en: `The deficiency was mended on ${deficiency.mendedOn}.` },
    )
  const last = deficiency.taken.at(-1)
  const until = last && lastDayFor(last.step, last.on, ladder)
  if (last && until !== undefined && today <= until)
    return answer(
      { answer: 'wait', step: last.step, until },
      { sv: `Leverantören (arbetsgivaren) har till och med ${until} på sig.`, en: `The supplier has until ${until}.` },
    )
  const step = steps[taken.length]
  if (step === undefined)
    return answer(
      { answer: 'ladder_is_done' },
      { sv: 'Alla steg i villkoret är tagna.', en: 'Every step of the clause has been taken.' },
    )
  const given = lastDayFor(step, today, ladder)
  const kronor = step === 'penalty' ? penaltyKronor(ladder, deficiency.units) : undefined
  return answer(
    {
      answer: 'take',
      step,
      ...(given === undefined ? {} : { until: given }),
      ...(kronor === undefined ? {} : { penaltyKronor: kronor }),
    },
    stepSays(step, ladder, { until: given, kronor, units: deficiency.units }),
  )
}

const words: Readonly<Record<SanctionStep, Wording>> = {
  correct: { sv: 'rättelse', en: 'correction' },
  remedy: { sv: 'avhjälpande', en: 'remedy' },
  penalty: { sv: 'vite', en: 'penalty' },
  call_off_exclusion: { sv: 'avstängning från avrop', en: 'exclusion from call-offs' },
  termination: { sv: 'uppsägning', en: 'termination' },
}

function stepSays(
  step: SanctionStep,
  ladder: SanctionLadder,
  { until, kronor = 0, units }: { until: Day | undefined; kronor: number | undefined; units: number },
): Wording {
  const months = sayMonths(ladder.callOffExclusionMonths ?? 0)
  switch (step) {
    case 'correct':
      return { sv: `Begär rättelse nu, senast ${until}.`, en: `Demand correction now, by ${until}.` }
    case 'remedy':
      return {
        sv: `Begär att bristen avhjälps, senast ${until}.`,
        en: `Demand that the deficiency is remedied, by ${until}.`,
      }
    case 'penalty':
      return {
        sv: `Vite får tas ut: ${sayKronor(kronor).sv} för ${sayNumber(Math.floor(units)).sv} hela enheter. Pröva att det står i proportion till bristen.`,
        en: `A penalty may be charged: ${sayKronor(kronor).en} for ${sayNumber(Math.floor(units)).en} whole units. Consider whether it is proportionate to the deficiency.`,
      }
    case 'call_off_exclusion':
      return {
        sv: `Avstängning från avrop får beslutas i ${months.sv}.`,
        en: `Exclusion from call-offs may be decided for ${months.en}.`,
      }
    case 'termination':
      return { sv: 'Uppsägning får prövas enligt avtalet.', en: 'Termination may be considered under the contract.' }
  }
}
