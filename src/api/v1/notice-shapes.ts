import { z } from '@hono/zod-openapi'
import { count, day } from '../fields.ts'

const words = z.record(z.string(), z.string()).openapi({ description: 'Texts by language, as the notice writes it' })
const label = z.object({ sv: z.string(), en: z.string() })

const fieldRead = z
  .object({ field: z.string(), label, value: z.string(), meaning: label.nullable() })
  .openapi('FieldRead')

const notUnderstood = z
  .object({
    why: z.enum(['not_used', 'unknown_element', 'unknown_code', 'unusable_value', 'withheld']),
    label,
    path: z.string(),
    line: count,
    value: z.string(),
    times: count,
  })
  .openapi('NotUnderstood')

const signal = z
  .object({
    field: z.string().openapi({ example: 'BT-775' }),
    about: z.enum(['employment', 'reservation']),
    value: z.string(),
    label: label.nullable(),
    strength: z.enum(['clear', 'possible']),
    why: z.array(z.string()),
    words: z.array(z.string()),
  })
  .openapi('EmploymentSignal')

function proposed<Value extends z.ZodType>(value: Value) {
  return z.object({
    value: value.nullable(),
    from: z.string().nullable().openapi({ description: 'The eForms field that the value comes from' }),
    because: z.string().nullable().openapi({ description: 'Why a value that stands there was not taken' }),
    beside: z.array(z.object({ field: z.string(), text: z.string() })),
  })
}

const lotProposal = z
  .object({
    lot: z.string(),
    title: proposed(z.string()),
    cpv: proposed(z.array(z.string())),
    value: proposed(z.number()).openapi({ description: 'In öre' }),
    contractStart: proposed(day),
    contractEnd: proposed(day),
    municipality: proposed(z.string()),
    hasSocialObjective: z.boolean(),
    isReserved: z.boolean(),
    inputs: z.object({
      places: proposed(z.number()),
      employmentForm: proposed(z.string()),
      service: proposed(z.object({ nature: z.string().nullable(), cpv: z.string().nullable() })),
      competence: proposed(z.string()),
      district: proposed(z.string()),
      comments: proposed(z.string()),
    }),
  })
  .openapi('LotProposal', { description: 'What a lot suggests for a case. A person looks at each value and accepts' })

export const storedNotice = z
  .object({
    document: z.string(),
    noticeId: z.string(),
    language: z.string().nullable(),
    issueDate: z.string().nullable(),
    title: words.nullable(),
    buyers: z.array(z.object({ name: z.string().nullable() })),
    lots: z.array(
      z.object({
        id: z.string(),
        title: words.nullable(),
        signals: z.array(signal),
        read: z.array(fieldRead),
        notUnderstood: z.array(notUnderstood),
      }),
    ),
    read: z.array(fieldRead),
    notUnderstood: z.array(notUnderstood),
    proposals: z.array(lotProposal),
  })
  .openapi('NoticeReading')
