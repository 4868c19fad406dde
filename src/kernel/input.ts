import { z } from 'zod'
import type { InputFault } from './calculation.ts'
import { isDay } from './day.ts'
import type { Wording } from './rule.ts'

/** A calendar day as text, `2026-03-01`. */
export const aDay = z.string().refine(isDay, { params: { code: 'day' } })

/** A text in both languages. */
export const aWording = z.strictObject({ sv: z.string().trim().min(1), en: z.string().trim().min(1) })

/** What is known of a fact: unknown is never "no". Left out means unknown. */
export const anAnswer = z.enum(['yes', 'no', 'unknown']).default('unknown')

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly InputFault[] }

/** Reads input from outside by a schema: the typed value, or every fault at once with its JSON pointer, in both languages (house.md §9). */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): Read<z.output<Schema>> {
  const read = schema.safeParse(input, { reportInput: true })
  return read.success ? { ok: true, value: read.data } : { ok: false, faults: read.error.issues.flatMap(faultsOf) }
}

/** A JSON pointer (RFC 6901) to a place in the input. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function faultsOf(issue: z.core.$ZodIssue): InputFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      pointer: pointerTo([...issue.path, key]),
      says: { sv: 'Fältet finns inte här. Ta bort det.', en: 'There is no such field here. Remove it.' },
    }))
  if (issue.code === 'invalid_union' && issue.discriminator === undefined) return faultsOfForms(issue)
  return [{ pointer: pointerTo(issue.path), says: sentenceOf(issue) }]
}

/** Of several forms: the faults within the one that the input is of the right kind for, or else which kinds there are. */
function faultsOfForms({ errors, path }: z.core.$ZodIssueInvalidUnion): InputFault[] {
  const kindsOf = errors.map(issues => issues.find(isOfKind))
  const meant = errors.filter((_, index) => kindsOf[index] === undefined)
  if (meant.length === 1) return meant.flat().flatMap(issue => faultsOf({ ...issue, path: [...path, ...issue.path] }))
  const forms = kindsOf.filter(issue => issue !== undefined).map(kindAsked)
  const says = {
    sv: `Ska vara ${forms.map(({ sv }) => sv).join(' eller ')}.`,
    en: `Must be ${forms.map(({ en }) => en).join(' or ')}.`,
  }
  return [{ pointer: pointerTo(path), says }]
}

type OfKind = z.core.$ZodIssueInvalidType | z.core.$ZodIssueInvalidValue

/** Whether an issue says that the whole is of another kind, and not that something in it is wrong. */
function isOfKind(issue: z.core.$ZodIssue): issue is OfKind {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
}

function kindAsked(issue: OfKind): Wording {
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? { sv: issue.expected, en: issue.expected }
  const values = issue.values.map(String)
  return { sv: values.join(' eller '), en: values.join(' or ') }
}

const kinds: Readonly<Record<string, Wording>> = {
  string: { sv: 'text', en: 'text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  array: { sv: 'en lista', en: 'a list' },
  object: { sv: 'ett objekt', en: 'an object' },
}

function sentenceOf(issue: z.core.$ZodIssue): Wording {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return { sv: 'Saknas. Fyll i det.', en: 'Missing. Fill it in.' }
      const kind = kindAsked(issue)
      return { sv: `Ska vara ${kind.sv}.`, en: `Must be ${kind.en}.` }
    }
    case 'too_small':
      return limit(issue.origin, issue.minimum, 'least')
    case 'too_big':
      return limit(issue.origin, issue.maximum, 'most')
    case 'invalid_value': {
      const list = issue.values.map(String).join(', ')
      return { sv: `Ska vara något av: ${list}.`, en: `Must be one of: ${list}.` }
    }
    case 'invalid_union':
      return { sv: 'Ska vara en av de sorter som finns.', en: 'Must be one of the kinds there are.' }
    default:
      if (issue.code === 'custom' && issue.params?.code === 'day')
        return {
          sv: 'Ska vara en dag som finns, skriven 2026-03-01.',
          en: 'Must be a day that exists, written 2026-03-01.',
        }
      if (issue.code === 'custom' && isWording(issue.params?.says)) return issue.params.says
      return { sv: 'Har fel form.', en: 'Has the wrong form.' }
  }
}

function limit(origin: string, bound: number | bigint, side: 'least' | 'most'): Wording {
  const unit = origin === 'string' ? { sv: ' tecken', en: ' characters' } : { sv: ' i listan', en: ' in the list' }
  const { sv, en } = origin === 'string' || origin === 'array' ? unit : { sv: '', en: '' }
  return side === 'least'
    ? { sv: `Ska vara minst ${bound}${sv}.`, en: `Must be at least ${bound}${en}.` }
    : { sv: `Ska vara högst ${bound}${sv}.`, en: `Must be at most ${bound}${en}.` }
}

function isWording(value: unknown): value is Wording {
  return aWording.safeParse(value).success
}
