import type { Day } from './day.ts'

/** The same words in Swedish and English. Rules explain themselves in both, so that text and arithmetic stand together. */
export type Wording = { readonly sv: string; readonly en: string }

/** How well a value is known: read in the source, read in a secondary one, our own choice, or not verified at all. */
export type Confidence = 'source' | 'secondary' | 'own_choice' | 'unverified'

/**
 * A value that holds from a day until another, with its source (house.md §6): rates, limits, price models, rule texts.
 * `validTo` is the first day it no longer holds. An `unverified` value is off until somebody turns it on.
 */
export type Dated<Value> = {
  readonly value: Value
  readonly validFrom: Day
  readonly validTo?: Day
  readonly source: string
  readonly confidence: Confidence
}

/** The version in force on a day; of several the one that began last. Undefined before the first and after the last. */
export function inForceOn<Version extends Dated<unknown>>(versions: readonly Version[], day: Day): Version | undefined {
  return versions
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day < validTo))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : Number(a.validFrom > b.validFrom)))
    .at(-1)
}

/** One rule or parameter as `fotfaste rules list` and the rulebook page print it. `shown` is the value in words, with its unit. */
export type RegisteredRule = Omit<Dated<Wording>, 'value'> & {
  /** `capability.name`, unchanged between versions. */
  readonly id: string
  readonly kind: 'rule' | 'parameter'
  readonly name: Wording
  readonly shown: Wording
  /** False for what is unverified and therefore off by default. */
  readonly active: boolean
}

/** A dated rule or parameter under its name in the register. What a calculation reads and what the register prints are the same rows. */
export type Entry<Value> = {
  readonly id: string
  readonly kind: 'rule' | 'parameter'
  readonly name: Wording
  readonly versions: readonly Dated<Value>[]
  shown(value: Value): Wording
}

/** Ids of unverified entries that somebody has turned on. */
export type TurnedOn = ReadonlySet<string>

/** The version of an entry that holds on a day. What is unverified does not hold, unless its id is turned on. */
export function entryOn<Value>(
  entry: Entry<Value>,
  day: Day,
  turnedOn: TurnedOn = new Set(),
): Dated<Value> | undefined {
  const on = turnedOn.has(entry.id)
  return inForceOn(
    entry.versions.filter(({ confidence }) => on || confidence !== 'unverified'),
    day,
  )
}

/** The values of several entries on a day; undefined unless every one of them holds. */
export function valuesOn<Values extends readonly unknown[]>(
  day: Day,
  entries: { readonly [Index in keyof Values]: Entry<Values[Index]> },
  turnedOn: TurnedOn = new Set(),
): Values | undefined {
  const held = (entries as readonly Entry<unknown>[]).map(entry => entryOn(entry, day, turnedOn))
  return held.includes(undefined) ? undefined : (held.map(version => version?.value) as unknown as Values)
}

/** A rule of which only the wording is dated: the arithmetic is in the code beside it. */
export function ruleEntry(id: string, name: Wording, dated: Dated<Wording>): Entry<Wording> {
  return { id, kind: 'rule', name, versions: [dated], shown: says => says }
}

/** A maker of rules that one source states from one day: their ids begin alike (`capability.part`). */
export function rulesFrom(
  beginning: string,
  source: string,
  validFrom: Day,
): (id: string, name: Wording, value: Wording) => Entry<Wording> {
  return (id, name, value) => ruleEntry(`${beginning}.${id}`, name, { value, validFrom, source, confidence: 'source' })
}

/** Entries as rows of the register, one for each version. */
export function registerOf(entries: readonly Entry<unknown>[]): RegisteredRule[] {
  return entries.flatMap(({ id, kind, name, versions, ...entry }) =>
    versions.map(({ value, ...dated }) => ({
      id,
      kind,
      name,
      shown: entry.shown(value),
      ...dated,
      active: dated.confidence !== 'unverified',
    })),
  )
}
