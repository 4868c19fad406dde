import { z } from 'zod'
import { type PublishedPolicy, procedures, publishedPolicies, purchaseTypes, rulings } from '#domain/strategy'
import { aDay, anAnswer, aWording } from '#kernel'
import { decisionOutcomes } from '../triage/decision-basis.ts'
import { gates, screeningQuestions } from '../triage/questions.ts'

const kronor = z.number().int().min(0).max(1_000_000_000_000)
const months = z.number().int().min(1).max(240)
const jobs = z.number().min(0).max(100_000)
const name = z.string().trim().min(1).max(200)
const cpv = z.string().refine(code => /^\d{8}(-\d)?$/.test(code), {
  params: {
    says: {
      sv: 'Ska vara en CPV-kod: åtta siffror, och kontrollsiffran efter bindestreck om den är med.',
      en: 'Must be a CPV code: eight digits, and the check digit after a hyphen if it is given.',
    },
  },
})
const cpvStart = z.string().refine(digits => /^\d{2,8}$/.test(digits), {
  params: {
    says: { sv: 'Ska vara början på en CPV-kod: 2–8 siffror.', en: 'Must be the start of a CPV code: 2 to 8 digits.' },
  },
})

const facts = z.strictObject({
  cpv: cpv.transform(code => code.slice(0, 8)).optional(),
  type: z.enum(purchaseTypes).optional(),
  procedure: z.enum(procedures).optional(),
  valueKronor: kronor.optional(),
  performance: z
    .strictObject({ firstDay: aDay, lastDay: aDay })
    .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
      path: ['lastDay'],
      params: { says: { sv: 'Ska inte ligga före den första dagen.', en: 'Must not be before the first day.' } },
    })
    .optional(),
  fullTimeJobs: jobs.optional(),
  area: name.optional(),
  groups: z.array(name).optional(),
})

/** Ids that begin with `strategy.` belong to the published rules. */
const ownId = name.refine(id => !id.startsWith('strategy.'), {
  params: {
    says: {
      sv: 'Namnet hör till de publicerade reglerna. Välj ett annat.',
      en: 'The name belongs to the published rules. Choose another.',
    },
  },
})

const governingRule = z
  .strictObject({
    id: ownId,
    name: aWording,
    when: z.strictObject({
      cpvStartsWith: z.array(cpvStart).min(1).optional(),
      types: z.array(z.enum(purchaseTypes)).min(1).optional(),
      procedures: z.array(z.enum(procedures)).min(1).optional(),
      valueAtLeast: kronor.optional(),
      valueBelow: kronor.optional(),
      longerThanMonths: months.optional(),
      notLongerThanMonths: months.optional(),
      shorterThanMonths: months.optional(),
      jobsAbove: jobs.optional(),
      jobsAtMost: jobs.optional(),
      jobsBelow: jobs.optional(),
      areas: z.array(name).min(1).optional(),
      groups: z.array(name).min(1).optional(),
    }),
    ruling: z.enum(rulings),
    validFrom: aDay,
    validTo: aDay.optional(),
    source: name,
  })
  .transform(({ when, ruling, ...dated }) => ({ ...dated, value: { when, ruling }, confidence: 'source' as const }))

const policyNames = Object.keys(publishedPolicies) as PublishedPolicy[]
const policy = z.array(governingRule).max(1000)

const oneCase = z.strictObject({
  kind: z.literal('case'),
  on: aDay,
  gates: z.strictObject(each(gates)),
  screening: z.strictObject(each(screeningQuestions)),
  facts,
  published: z.array(z.enum(policyNames)),
  policy,
})
const rehearsal = z.strictObject({
  kind: z.literal('rehearsal'),
  before: policy,
  after: policy,
  cases: z.array(z.strictObject({ id: name, decidedOn: aDay, facts })).max(100_000),
})
const decision = z.strictObject({
  kind: z.literal('decision'),
  on: aDay,
  answers: z.array(z.strictObject({ question: name, answer: z.string() })),
  decision: z.strictObject({ outcome: z.enum(decisionOutcomes), reasons: z.string() }).optional(),
})

/** Everything that `calc triage` takes; `kind` says whether a case, a changed policy or a decision basis is asked about. */
export const triageInput = z.discriminatedUnion('kind', [oneCase, rehearsal, decision])
export type TriageInput = z.output<typeof triageInput>

/** An answer for each question; left out means unknown. */
function each<Name extends string>(names: readonly Name[]): Record<Name, typeof anAnswer> {
  return Object.fromEntries(names.map(one => [one, anAnswer])) as Record<Name, typeof anAnswer>
}
