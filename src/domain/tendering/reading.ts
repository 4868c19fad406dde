import type { z } from 'zod'
import { type InputFault, readInput, type Wording } from '#kernel'

type Checks<Value> = (parts: Partial<Value>) => readonly InputFault[]

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly InputFault[] }

/**
 * Reads input by its shape and by what its parts say of each other. A fault of shape in one part does not hide what the other parts contradict:
 * `checks` gets every part that has its shape, so that all faults come at once (house.md §9).
 */
export function readChecked<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  input: unknown,
  checks: Checks<z.output<z.ZodObject<Shape>>>,
): Read<z.output<z.ZodObject<Shape>>> {
  const read = readInput(schema, input)
  const given = typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>) : {}
  const parts = Object.entries(schema.shape).flatMap(([name, part]) => {
    const tried = (part as z.ZodType).safeParse(given[name])
    return tried.success ? [[name, tried.data] as const] : []
  })
  const contradictions = checks(Object.fromEntries(parts) as Partial<z.output<z.ZodObject<Shape>>>)
  const faults = [...(read.ok ? [] : read.faults), ...contradictions]
  return read.ok && faults.length === 0 ? read : { ok: false, faults }
}

export function fault(pointer: string, sv: string, en: string): InputFault {
  return { pointer, says: { sv, en } }
}

/** A fault for each that has the same value as an earlier one. */
export function twice<One>(
  all: readonly One[],
  of: (one: One) => string | number,
  pointerOf: (index: number) => string,
): InputFault[] {
  const values = all.map(of)
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [fault(pointerOf(index), `${value} finns redan.`, `${value} is there already.`)]
      : [],
  )
}

/** A fault when a reference points at nothing. */
export function unknownIn(known: ReadonlySet<string>, id: string, pointer: string): InputFault[] {
  return known.has(id) ? [] : [fault(pointer, `${id} finns inte i underlaget.`, `${id} is not in the input.`)]
}

/** The same sentence in both languages with the words put in. */
export function both(words: (language: 'sv' | 'en') => string): Wording {
  return { sv: words('sv'), en: words('en') }
}
