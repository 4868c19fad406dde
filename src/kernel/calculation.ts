import type { Day } from './day.ts'
import { type Entry, inForceOn, type Wording } from './rule.ts'

/** One step of a calculation in words a lawyer can check: the rule, its source, what went in, and what came of it. */
export type ExplanationLine = {
  /** The id that the rule has in the register (`RegisteredRule`). */
  readonly rule: string
  readonly source: string
  readonly inputs: Readonly<Record<string, string | number | boolean>>
  readonly says: Wording
}

/** A fault in something from outside: where (JSON pointer, '' = the whole), what is wrong and how to mend it. */
export type InputFault = { readonly pointer: string; readonly says: Wording }

/** What a calculation came to. `value` is plain JSON; `notCounted` says with every result what it leaves out. */
export type Calculated = {
  readonly ok: true
  readonly value: unknown
  readonly summary: Wording
  readonly lines: readonly ExplanationLine[]
  readonly notCounted?: readonly Wording[]
}

/** Every fault at once (house.md §9). */
export type NotCalculated = { readonly ok: false; readonly faults: readonly InputFault[] }

/** A rule of the field that can be run on a file: named input in, named output and its explanation out. Pure. */
export type Calculation = {
  readonly name: string
  readonly about: Wording
  readonly calculate: (input: unknown) => Calculated | NotCalculated
}

/** One line of an explanation, with the source of the version that holds on a day (or, where none does, of the first). */
export function explain(
  entry: Entry<unknown>,
  day: Day,
  inputs: ExplanationLine['inputs'],
  says: Wording,
): ExplanationLine {
  const version = inForceOn(entry.versions, day) ?? entry.versions[0]
  return { rule: entry.id, source: version?.source ?? '', inputs, says }
}
