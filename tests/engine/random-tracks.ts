import type { TrackInstance, TrackModule } from '#engine'

/** How large, and how scarce, a drawn instance is. Defaults are those of a region with sixty modules. */
export type TrackShape = {
  readonly participants: number
  readonly modules: number
  readonly weeks: number
  readonly towns: number
  /** Ladders of four steps each: a step needs the one below. The first is language, which much else needs a little of. */
  readonly ladders: number
  /** Most starts of a module. */
  readonly starts: number
  /** Seats at a start, as a share of the participants; at least one. */
  readonly seats: number
  /** Whether every competence also has a slow course at a distance with seats for all, so that everybody has a way. */
  readonly alwaysPossible: boolean
}

export const region: TrackShape = {
  participants: 1,
  modules: 60,
  weeks: 100,
  towns: 6,
  ladders: 4,
  starts: 9,
  seats: 0.4,
  alwaysPossible: true,
}

/** Draws numbers from 0 up to 1, the same for the same seed (a Weyl sequence, mixed by multiplication and shifts). */
export function drawing(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}

const rungs = 4

/** An instance of tracks to plan, the same for the same seed and shape. */
export function randomTracks(seed: number, shape: TrackShape): TrackInstance {
  const draw = drawing(seed)
  const between = (least: number, most: number): number => least + Math.floor(draw() * (most - least + 1))
  const oneOf = <Item>(items: readonly Item[]): Item => items[between(0, items.length - 1)]!
  const { weeks, towns, ladders, participants } = shape
  const competences = ladders * rungs
  const below = (competence: number): number[] => (competence % rungs === 0 ? [] : [competence - 1])

  const places = Array.from({ length: towns }, () => [between(0, 60), between(0, 60)] as const)
  const travel = places.map(([x, y]) => places.map(([u, v]) => Math.abs(x - u) + Math.abs(y - v)))
  const seatsAtStart = (): number => Math.max(1, Math.round(participants * shape.seats * (0.5 + draw())))

  const drawModule = (id: number): TrackModule => {
    const first = between(0, competences - 1)
    const length = Math.min(rungs - (first % rungs), draw() < 0.4 ? 2 : 1)
    const covers = Array.from({ length }, (_, step) => first + step)
    if (draw() < 0.15) covers.push(between(0, competences - 1))
    const language = first >= rungs && draw() < 0.5 ? [between(0, 1)] : []
    const needs = [...new Set([...below(first), ...language])].filter(need => !covers.includes(need))
    const long = Math.min(covers.length * between(2, 5), weeks - 1)
    const begin = new Set(Array.from({ length: between(1, shape.starts) }, () => between(0, weeks - long)))
    return {
      id,
      covers: [...new Set(covers)],
      weeks: long,
      hours: oneOf([8, 12, 16, 20, 24, 30]),
      town: between(-1, towns - 1),
      needs,
      starts: [...begin].sort((a, b) => a - b).map(week => ({ week, seats: seatsAtStart() })),
    }
  }
  const slowCourse = (competence: number): TrackModule => ({
    id: competence,
    covers: [competence],
    weeks: between(9, 15),
    hours: 20,
    town: -1,
    needs: below(competence),
    starts: Array.from({ length: Math.ceil(weeks / 4) - 1 }, (_, index) => ({ week: 4 * index, seats: participants })),
  })
  const slow = shape.alwaysPossible ? Array.from({ length: competences }, (_, one) => slowCourse(one)) : []
  const drawn = Array.from({ length: shape.modules }, (_, index) => drawModule(slow.length + index))

  return {
    weeks,
    competences,
    profile: Array.from({ length: ladders }, (_, ladder) => ladder * rungs + between(0, rungs - 1)),
    travel,
    modules: [...slow, ...drawn],
    participants: Array.from({ length: participants }, (_, id) => ({
      id,
      town: between(0, towns - 1),
      reach: oneOf([20, 40, 60, 120]),
      hours: oneOf([24, 30, 40]),
      ready: between(0, Math.min(6, weeks - 1)),
      has: Array.from({ length: ladders }, (_, ladder) => ladder).flatMap(ladder =>
        Array.from({ length: between(0, 2) }, (_, step) => ladder * rungs + step),
      ),
    })),
  }
}
