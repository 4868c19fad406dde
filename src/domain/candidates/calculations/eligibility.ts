import { z } from 'zod'
import {
  aDay,
  anAnswer,
  type Calculated,
  type Calculation,
  type NotCalculated,
  period,
  readInput,
  type Wording,
} from '#kernel'
import { eligibility } from '../eligibility.ts'
import { apprenticeLane } from '../lanes/apprentice-lane.ts'
import { programmeGate } from '../lanes/programme-gate.ts'
import { linesOf, type RuleState } from '../rule-answer.ts'
import { explainEligibility, parametersOn } from './eligibility-explained.ts'

const code = z.string().trim().min(1).max(40)
/** A span by its first and last day, both counted; open without a last day. */
const span = z
  .strictObject({ firstDay: aDay, lastDay: aDay.optional() })
  .refine(({ firstDay, lastDay }) => lastDay === undefined || firstDay <= lastDay, {
    path: ['lastDay'],
    params: { says: { sv: 'Ska inte ligga före den första dagen.', en: 'Must not be before the first day.' } },
  })
  .transform(({ firstDay, lastDay }) => period(firstDay, lastDay))

const targetGroup = z.strictObject({
  kind: z.literal('target_group'),
  on: aDay,
  job: z.strictObject({ starts: aDay, programmes: z.array(code).min(1).optional() }),
  facts: z.strictObject({
    registration: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('registered'), since: aDay }),
      z.strictObject({ state: z.literal('not_registered') }),
      z.strictObject({ state: z.literal('unknown') }),
    ]),
    workAbility: z.strictObject({
      tested: anAnswer,
      testedOn: aDay.optional(),
      bookedFor: aDay.optional(),
      instrument: code.optional(),
      documented: anAnswer,
      atLeastHalf: anAnswer,
    }),
    programmes: z.union([z.literal('unknown'), z.array(z.strictObject({ code, period: span }))]),
  }),
})
const apprentice = z.strictObject({
  kind: z.literal('apprentice'),
  on: aDay,
  job: z.strictObject({ starts: aDay, timeForPreparation: anAnswer }),
  facts: z.strictObject({
    birth: aDay.optional(),
    foreignBorn: anAnswer,
    validatedCompetence: anAnswer,
    unemployed: anAnswer,
    complementaryAssistance: anAnswer,
    needsComplement: anAnswer,
  }),
})
const programme = z.strictObject({
  kind: z.literal('programme'),
  starts: aDay,
  umbrella: z.array(code).min(1).optional(),
  decisions: z.union([
    z.literal('unknown'),
    z.array(z.strictObject({ programme: code, period: span, compensation: anAnswer, insurance: anAnswer })),
  ]),
})
const eligibilityInput = z.discriminatedUnion('kind', [targetGroup, apprentice, programme])
type Input = z.output<typeof eligibilityInput>

/** `calc eligibility`: the target-group process (TGT-6), the apprentice lane (TGT-13) or the programme gate of a track (JSP-9). */
export const eligibilityCalculation: Calculation = {
  name: 'eligibility',
  about: {
    sv: 'om en person kan föreslås, gå lärlingsspåret eller börja ett jobbspår, regel för regel',
    en: 'whether a person may be proposed, enter the apprentice lane or begin a track, rule by rule',
  },
  calculate(input) {
    const read = readInput(eligibilityInput, input)
    return read.ok ? calculate(read.value) : read
  },
}

function calculate(input: Input): Calculated | NotCalculated {
  switch (input.kind) {
    case 'target_group': {
      const parameters = parametersOn(input.job.starts)
      if (parameters === undefined)
        return {
          ok: false,
          faults: [
            { pointer: '/job/starts', says: { sv: 'Inga regler gällde den dagen.', en: 'No rules held on that day.' } },
          ],
        }
      const { mayBeProposed, rules } = eligibility(input.facts, input.job, parameters.value, input.on)
      const value = {
        mayBeProposed,
        rules: rules.map(({ rule, state, wouldChange }) => ({ rule, state, ...(wouldChange && { wouldChange }) })),
      }
      return { ok: true, value, summary: proposed[mayBeProposed], lines: explainEligibility(rules) }
    }
    case 'apprentice': {
      const { mayEnter, priority, rules } = apprenticeLane(input.facts, input.job, input.on)
      return { ok: true, value: { mayEnter, priority }, summary: enters[mayEnter], lines: linesOf(rules) }
    }
    case 'programme': {
      const { mayStart, rules } = programmeGate(input.decisions, input.starts, input.umbrella)
      return { ok: true, value: { mayStart }, summary: begins[mayStart], lines: linesOf(rules) }
    }
  }
}

const proposed: Readonly<Record<'yes' | 'not_yet' | 'unknown', Wording>> = {
  yes: { sv: 'Kan föreslås.', en: 'May be proposed.' },
  not_yet: { sv: 'Kan inte föreslås än.', en: 'May not be proposed yet.' },
  unknown: {
    sv: 'Vi vet inte än om personen kan föreslås.',
    en: 'We do not know yet whether the person may be proposed.',
  },
}
const enters: Readonly<Record<RuleState, Wording>> = {
  met: { sv: 'Kan gå lärlingsspåret.', en: 'May enter the apprentice lane.' },
  not_met: { sv: 'Kan inte gå lärlingsspåret än.', en: 'May not enter the apprentice lane yet.' },
  unknown: {
    sv: 'Vi vet inte än om personen kan gå lärlingsspåret.',
    en: 'We do not know yet whether the person may enter the apprentice lane.',
  },
}
const begins: Readonly<Record<RuleState, Wording>> = {
  met: { sv: 'Spåret kan börja.', en: 'The track may begin.' },
  not_met: {
    sv: 'Spåret får inte börja än: personen skulle sakna ersättning eller försäkring.',
    en: 'The track may not begin yet: the person would lack compensation or insurance.',
  },
  unknown: {
    sv: 'Spåret får inte börja förrän vi vet att personen har ersättning och försäkring.',
    en: 'The track may not begin until we know that the person has compensation and insurance.',
  },
}
