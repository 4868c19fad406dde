import type { TrackInstance } from '#engine'
import { drawing, randomTracks, type TrackShape } from './random-tracks.ts'

export const smallShape: TrackShape = {
  participants: 2,
  modules: 6,
  weeks: 40,
  towns: 2,
  ladders: 1,
  starts: 2,
  seats: 0.5,
  alwaysPossible: false,
}

/** Small instances of every kind: one to four participants, one chain or two side by side, scarce or plenty of seats. */
export function smallTracks(from: number, count: number): { seed: number; instance: TrackInstance }[] {
  return Array.from({ length: count }, (_, index) => {
    const draw = drawing(from + index)
    const shape = {
      ...smallShape,
      participants: 1 + Math.floor(4 * draw()),
      weeks: 24 + Math.floor(20 * draw()),
      seats: draw() < 0.7 ? 0.2 : 1,
      ...(index % 3 === 0 ? { ladders: 2, modules: 8 } : {}),
    }
    return { seed: from + index, instance: randomTracks(from + index, shape) }
  })
}
