import type { TrackInstance, TrackModule, TrackParticipant, TrackStep } from './track.ts'

/** So many competences fit in the bits of one whole number; a person who lacks more needs another kind of plan. */
export const mostLacking = 30

/**
 * What one participant can choose from: every start within reach that leads towards the profile, sorted by start week.
 * Column arrays of one length; competences are bits in the order of `competences`, those already held left out.
 */
export type Choices = {
  readonly cap: number
  readonly ready: number
  readonly competences: readonly number[]
  /** Lacking competences of the profile, and those that every way to them must gain. */
  readonly goal: number
  readonly must: number
  readonly size: number
  /** Which start of the instance it is (see `stepsOf`). */
  readonly offer: Int32Array
  readonly module: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  readonly hours: Int32Array
  readonly covers: Int32Array
  readonly needs: Int32Array
}

/** Every start of every module has a number: those of the module at position m begin at the m-th of these. */
function firstNumbers(modules: readonly TrackModule[]): number[] {
  let count = 0
  return modules.map(({ starts }) => {
    count += starts.length
    return count - starts.length
  })
}

/** The steps that starts, by number, stand for, in order of week. */
export function stepsOf(modules: readonly TrackModule[], offers: readonly number[]): TrackStep[] {
  const wanted = new Set(offers)
  const first = firstNumbers(modules)
  return modules
    .flatMap(({ id, weeks, starts }, index) =>
      starts.flatMap(({ week }, at) =>
        wanted.has(first[index]! + at) ? [{ module: id, start: week, end: week + weeks }] : [],
      ),
    )
    .sort((a, b) => a.start - b.start || a.module - b.module)
}

/** The competences that lead to the profile and are lacked: the profile's, and what the modules that cover those need in turn. */
export function lacking(instance: TrackInstance, participant: TrackParticipant): number[] {
  const has = new Set(participant.has)
  const found = new Set(instance.profile.filter(competence => !has.has(competence)))
  const open = instance.modules.filter(module => isOpen(instance, participant, module))
  for (const competence of found) {
    for (const module of open) {
      if (module.covers.includes(competence)) for (const need of module.needs) if (!has.has(need)) found.add(need)
    }
  }
  return [...found].sort((a, b) => a - b)
}

/** Whether the participant can travel to the module and has hours enough for it. */
export function isOpen(
  instance: TrackInstance,
  { town, reach, hours }: TrackParticipant,
  module: TrackModule,
): boolean {
  return (module.town < 0 || instance.travel[town]![module.town]! <= reach) && module.hours <= hours
}

/** Collects the participant's choices; O(modules × competences + starts · log starts). */
export function choicesOf(instance: TrackInstance, participant: TrackParticipant): Choices {
  const competences = lacking(instance, participant)
  const bit = new Map(competences.map((competence, index) => [competence, 1 << index]))
  const mask = (list: readonly number[]): number => list.reduce((bits, one) => bits | (bit.get(one) ?? 0), 0)
  const first = firstNumbers(instance.modules)

  const rows = instance.modules.flatMap((module, index) => {
    const covers = mask(module.covers)
    if (covers === 0 || !isOpen(instance, participant, module)) return []
    const needs = mask(module.needs)
    return module.starts.flatMap(({ week, seats }, at) =>
      week < participant.ready || week + module.weeks > instance.weeks || seats === 0
        ? []
        : [
            {
              offer: first[index]! + at,
              module: index,
              start: week,
              end: week + module.weeks,
              hours: module.hours,
              covers,
              needs,
            },
          ],
    )
  })
  rows.sort((a, b) => a.start - b.start || a.end - b.end || a.module - b.module)
  const column = (name: keyof (typeof rows)[number]): Int32Array => {
    const values = new Int32Array(rows.length)
    for (let n = 0; n < rows.length; n++) values[n] = rows[n]![name]
    return values
  }
  const goal = mask(instance.profile)
  const all = {
    cap: participant.hours,
    ready: participant.ready,
    competences,
    goal,
    size: rows.length,
    offer: column('offer'),
    module: column('module'),
    start: column('start'),
    end: column('end'),
    hours: column('hours'),
    covers: column('covers'),
    needs: column('needs'),
  }
  return { ...all, must: mustGain(all) }
}

/** The choices that are left when only some starts may be used. */
export function onlyWith(choices: Choices, usable: (offer: number) => boolean): Choices {
  const kept = choices.offer.map((_, row) => row).filter(row => usable(choices.offer[row]!))
  if (kept.length === choices.size) return choices
  const pick = (column: Int32Array): Int32Array => kept.map(row => column[row]!)
  const left = {
    ...choices,
    size: kept.length,
    offer: pick(choices.offer),
    module: pick(choices.module),
    start: pick(choices.start),
    end: pick(choices.end),
    hours: pick(choices.hours),
    covers: pick(choices.covers),
    needs: pick(choices.needs),
  }
  return { ...left, must: mustGain(left) }
}

/**
 * The competences that every way to the goal gains: the goal itself and, backwards, what all choices for a competence have in
 * common in what they cover or need. The greatest fixed point, so circles among needs do no harm.
 */
function mustGain({ competences, goal, covers, needs, size }: Omit<Choices, 'must'>): number {
  const everything = (1 << competences.length) - 1
  const must = competences.map(() => everything)
  for (let changed = true; changed; ) {
    changed = false
    for (let c = 0; c < must.length; c++) {
      let inCommon = everything
      for (let i = 0; i < size; i++) {
        if ((covers[i]! & (1 << c)) !== 0) inCommon &= covers[i]! | union(must, needs[i]!)
      }
      const now = must[c]! & (inCommon | (1 << c))
      if (now !== must[c]) changed = true
      must[c] = now
    }
  }
  return union(must, goal)
}

function union(masks: readonly number[], which: number): number {
  let bits = 0
  for (let left = which; left !== 0; left &= left - 1) bits |= masks[31 - Math.clz32(left & -left)]!
  return bits
}
