import { type Accepted, accept } from '#kernel'
import { lacking, mostLacking } from './choices.ts'
import type { TrackInstance } from './track.ts'

/** What is wrong with a file of tracks, and where: a JSON pointer. `least` and `most` come with numbers out of range. */
export type TrackFault = {
  readonly pointer: string
  readonly fault:
    | 'not_an_object'
    | 'missing'
    | 'unknown_format'
    | 'not_a_list'
    | 'not_whole'
    | 'out_of_range'
    | 'not_in_order'
    | 'twice'
    | 'not_square'
    | 'not_text'
    | 'too_many_lacking'
  readonly least?: number
  readonly most?: number
}

type Faults = { readonly list: TrackFault[]; readonly add: (pointer: string, fault: TrackFault['fault']) => void }

/**
 * Reads an instance of format `jtt 1` (already parsed JSON). Every fault is named at once; fields that the format does not know
 * are left alone. Modules are numbered 0, 1, … in their order, so that an answer's numbers mean one thing only.
 */
export function readTracks(
  input: unknown,
): Accepted<TrackInstance> | { readonly ok: false; readonly faults: TrackFault[] } {
  const list: TrackFault[] = []
  const faults: Faults = { list, add: (pointer, fault) => list.push({ pointer, fault }) }
  if (!isObject(input)) return { ok: false, faults: [{ pointer: '', fault: 'not_an_object' }] }
  if (input.format !== 'jtt 1') faults.add('/format', input.format === undefined ? 'missing' : 'unknown_format')

  const weeks = whole(faults, input, '', 'weeks', 1, 2_000)
  const competences = whole(faults, input, '', 'competences', 1, 100_000)
  const someCompetences = (owner: Fields, at: string, name: string): void =>
    numbers(faults, owner, at, name, 0, competences - 1, true)
  someCompetences(input, '', 'profile')

  const travel = items(faults, input, '', 'travel')
  for (const town of travel.keys()) {
    numbers(faults, travel as unknown as Fields, '/travel', `${town}`, 0, 100_000, false)
    const row = travel[town]
    if (Array.isArray(row) && row.length !== travel.length) faults.add(`/travel/${town}`, 'not_square')
  }

  eachObject(faults, input, 'modules', (module, at, index) => {
    if (whole(faults, module, at, 'id', 0, Number.MAX_SAFE_INTEGER) !== index) faults.add(`${at}/id`, 'not_in_order')
    someCompetences(module, at, 'covers')
    someCompetences(module, at, 'needs')
    whole(faults, module, at, 'weeks', 1, weeks)
    whole(faults, module, at, 'hours', 1, 168)
    whole(faults, module, at, 'town', -1, travel.length - 1)
    const begun = new Set<unknown>()
    eachObject(
      faults,
      module,
      'starts',
      (start, place) => {
        whole(faults, start, place, 'week', 0, weeks - 1)
        whole(faults, start, place, 'seats', 0, 1_000_000)
        if (begun.has(start.week)) faults.add(`${place}/week`, 'twice')
        begun.add(start.week)
      },
      at,
    )
  })

  const known = new Set<unknown>()
  eachObject(faults, input, 'participants', (participant, at) => {
    whole(faults, participant, at, 'id', 0, Number.MAX_SAFE_INTEGER)
    if (known.has(participant.id)) faults.add(`${at}/id`, 'twice')
    known.add(participant.id)
    whole(faults, participant, at, 'town', 0, travel.length - 1)
    whole(faults, participant, at, 'reach', 0, 100_000)
    whole(faults, participant, at, 'hours', 1, 168)
    whole(faults, participant, at, 'ready', 0, weeks)
    someCompetences(participant, at, 'has')
  })
  checkNames(faults, input)
  if (list.length > 0) return { ok: false, faults: list }

  const instance = input as unknown as TrackInstance
  for (const [index, participant] of instance.participants.entries()) {
    if (lacking(instance, participant).length > mostLacking)
      list.push({ pointer: `/participants/${index}/has`, fault: 'too_many_lacking', most: mostLacking })
  }
  return list.length > 0 ? { ok: false, faults: list } : accept(instance)
}

type Fields = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The whole number in a field, least ≤ number ≤ most; NaN after telling what is wrong with it. */
function whole({ list, add }: Faults, owner: Fields, at: string, name: string, least: number, most: number): number {
  const value = owner[name]
  const pointer = `${at}/${name}`
  if (value === undefined) add(pointer, 'missing')
  else if (!Number.isSafeInteger(value)) add(pointer, 'not_whole')
  else if (!((value as number) >= least) || (value as number) > most)
    list.push({ pointer, fault: 'out_of_range', least, most })
  else return value as number
  return Number.NaN
}

function items({ add }: Faults, owner: Fields, at: string, name: string): readonly unknown[] {
  const value = owner[name]
  if (Array.isArray(value)) return value
  add(`${at}/${name}`, value === undefined ? 'missing' : 'not_a_list')
  return []
}

function numbers(
  faults: Faults,
  owner: Fields,
  at: string,
  name: string,
  least: number,
  most: number,
  once: boolean,
): void {
  const all = items(faults, owner, at, name)
  for (const [index, value] of all.entries()) {
    whole(faults, all as unknown as Fields, `${at}/${name}`, `${index}`, least, most)
    if (once && all.indexOf(value) !== index) faults.add(`${at}/${name}/${index}`, 'twice')
  }
}

function eachObject(
  faults: Faults,
  owner: Fields,
  name: string,
  visit: (one: Fields, at: string, index: number) => void,
  at = '',
): void {
  for (const [index, one] of items(faults, owner, at, name).entries()) {
    if (isObject(one)) visit(one, `${at}/${name}/${index}`, index)
    else faults.add(`${at}/${name}/${index}`, 'not_an_object')
  }
}

function checkNames(faults: Faults, input: Fields): void {
  if (input.names === undefined) return
  if (!isObject(input.names)) {
    faults.add('/names', 'not_an_object')
    return
  }
  for (const kind of ['competences', 'towns']) {
    if (input.names[kind] === undefined) continue
    for (const [index, name] of items(faults, input.names, '/names', kind).entries()) {
      if (typeof name !== 'string') faults.add(`/names/${kind}/${index}`, 'not_text')
    }
  }
}
