import { z } from 'zod'
import { aDay, addDays, aWording, sayNumber, type Wording } from '#kernel'
import type { ClauseFault } from '../clauses/checks.ts'
import { type EmploymentClause, endReasons, occupationForms, validateClause } from '../clauses/employment-parameters.ts'
import { deficiencies, penaltyUnits, sanctionSteps } from '../clauses/sanctions.ts'
import { contractTypes } from '../clauses/volume.ts'

const kronor = z.number().int().min(0).max(1_000_000_000_000)
const count = z.number().int().min(0).max(100_000)
const calendarMonths = z.number().int().min(1).max(120)
const days = z.number().int().min(0).max(366)
const name = z.string().trim().min(1).max(200)
const item = z.strictObject({ id: name, wording: aWording })

/** A contract by its first and last day, both counted. */
const aContract = z
  .strictObject({ firstDay: aDay, lastDay: aDay })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    path: ['lastDay'],
    params: { says: { sv: 'Ska inte ligga före den första dagen.', en: 'Must not be before the first day.' } },
  })
  .transform(({ firstDay, lastDay }) => ({ from: firstDay, to: addDays(lastDay, 1) }))

/** An employment clause, held to its own rules; their faults come with the pointers they have in the file. */
const aClause = z.unknown().transform((value, context): EmploymentClause => {
  for (const fault of value === undefined ? [missing] : validateClause(value))
    context.addIssue({
      code: 'custom',
      path: fault.pointer.split('/').slice(1).map(unescaped),
      params: { says: clauseFaultSays(fault) },
    })
  return value as EmploymentClause
})
const missing: ClauseFault = { pointer: '', code: 'missing', facts: {} }

const occupation = z.strictObject({
  id: name,
  form: z.enum(occupationForms).default('employment'),
  workingTime: z.number().int().min(1).max(10_000),
  offeredOn: aDay.optional(),
  from: aDay.optional(),
  plannedLastDay: aDay.optional(),
  ended: z.strictObject({ lastDay: aDay, reason: z.enum(endReasons) }).optional(),
  targetGroupConfirmed: z.boolean(),
  existingStaff: z.boolean(),
  linkedToContractWork: z.boolean(),
  supervised: z.boolean().optional(),
})

const employment = z.strictObject({
  kind: z.literal('employment'),
  on: aDay,
  contract: aContract,
  clause: aClause,
  occupations: z.array(occupation).max(1000),
})
const volume = z.strictObject({
  kind: z.literal('volume'),
  on: aDay,
  contractType: z.enum(contractTypes),
  valueKronor: kronor,
})
const dialogue = z.strictObject({
  kind: z.literal('dialogue'),
  on: aDay,
  contract: aContract,
  clause: z.strictObject({
    firstWithinMonths: calendarMonths,
    intervalMonths: calendarMonths,
    participants: z.array(item),
    agenda: z.array(item).min(1),
    minutesWithinDays: days,
    offersBecomeBinding: z.boolean(),
  }),
  dialogues: z.array(
    z.strictObject({ on: aDay, participants: z.array(name), agenda: z.array(name), minutesOn: aDay.optional() }),
  ),
  voluntary: z.array(z.strictObject({ id: name, what: aWording, offeredOn: aDay, asRequirement: z.boolean() })),
})
const bonus = employment.extend({
  kind: z.literal('bonus'),
  bonus: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          form: z.enum(occupationForms),
          placeMonths: z.number().int().min(1).max(12_000),
          kronorPerPlace: kronor,
          mostPlaces: count,
        }),
      )
      .min(1),
    mostKronor: kronor,
  }),
  claims: z.array(
    z.strictObject({
      id: name,
      form: z.enum(occupationForms),
      places: count,
      evidence: z.boolean(),
      registeredBy: name,
      decidedBy: name.optional(),
    }),
  ),
})
const sanctions = z.strictObject({
  kind: z.literal('sanctions'),
  on: aDay,
  frameworkAgreement: z.boolean(),
  ladder: z.strictObject({
    correctWithinDays: days,
    remedyWithinDays: days,
    penalty: z.strictObject({ unit: z.enum(penaltyUnits), kronorPerUnit: kronor, mostKronor: kronor }).optional(),
    callOffExclusionMonths: calendarMonths.optional(),
    termination: z.boolean(),
  }),
  deficiency: z.strictObject({
    kind: z.enum(deficiencies),
    notedOn: aDay,
    units: z.number().min(0).max(100_000),
    taken: z.array(z.strictObject({ step: z.enum(sanctionSteps), on: aDay })),
    mendedOn: aDay.optional(),
  }),
})
const reporting = z.strictObject({
  kind: z.literal('reporting'),
  contract: aContract,
  terms: z.strictObject({
    intervalMonths: calendarMonths,
    dueWithinDays: days,
    meetingEveryMonths: calendarMonths,
    closingMeeting: z.boolean(),
  }),
})
const change = z.strictObject({
  kind: z.literal('change'),
  on: aDay,
  change: z.strictObject({
    before: aClause,
    after: aClause,
    agreedByBoth: z.boolean(),
    addedKronor: kronor,
    voluntaryPlaces: count,
    reviewClause: z
      .strictObject({ inDocuments: z.boolean(), clearAndExact: z.boolean(), keepsOverallNature: z.boolean() })
      .optional(),
    contract: z.strictObject({
      type: z.enum(['works', 'other']),
      valueKronor: kronor,
      earlierChangesKronor: kronor,
      changeKronor: kronor.optional(),
      thresholdKronor: kronor.optional(),
    }),
  }),
})

/** Everything that `calc clause` takes; `kind` says which part of the clauses is asked about. */
export const clauseInput = z.discriminatedUnion('kind', [
  employment,
  volume,
  dialogue,
  bonus,
  sanctions,
  reporting,
  change,
])
export type ClauseInput = z.output<typeof clauseInput>

function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** The kinds of value that `checks.ts` asks for. */
const kinds = {
  'whole number': { sv: 'ett heltal', en: 'a whole number' },
  'true or false': { sv: 'true eller false', en: 'true or false' },
  text: { sv: 'text', en: 'text' },
  list: { sv: 'en lista', en: 'a list' },
  object: { sv: 'ett objekt', en: 'an object' },
} as const

function clauseFaultSays({ code, facts }: ClauseFault): Wording {
  switch (code) {
    case 'missing':
      return { sv: 'Saknas. Fyll i det.', en: 'Missing. Fill it in.' }
    case 'unknown_field':
      return { sv: 'Fältet finns inte här. Ta bort det.', en: 'There is no such field here. Remove it.' }
    case 'wrong_type': {
      const { sv, en } = kinds[facts.expected as keyof typeof kinds]
      return { sv: `Ska vara ${sv}.`, en: `Must be ${en}.` }
    }
    case 'out_of_range': {
      const [least, most] = [sayNumber(Number(facts.least)), sayNumber(Number(facts.most))]
      return { sv: `Ska vara ${least.sv}–${most.sv}.`, en: `Must be ${least.en}–${most.en}.` }
    }
    case 'empty':
      return { sv: 'Är tomt. Fyll i det.', en: 'Is empty. Fill it in.' }
    case 'unknown_value':
      return { sv: `Ska vara något av: ${facts.allowed}.`, en: `Must be one of: ${facts.allowed}.` }
    case 'twice':
      return { sv: 'Står två gånger.', en: 'Stands there twice.' }
    case 'after_contract_end':
      return { sv: 'Ligger efter kontraktets slut.', en: 'Is after the end of the contract.' }
  }
}
