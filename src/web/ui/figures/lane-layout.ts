import { textWidth } from './scale.ts'

/** Something in a lane, placed in time: fractions 0–1 of the axis. A moment has `start === end`. */
export type Placed = {
  readonly key: string
  readonly label: string
  readonly start: number
  readonly end: number
  /** The label never stands inside, e.g. on a hatched ground. */
  readonly outside?: boolean
}

export type LabelSide = 'inside' | 'after' | 'before' | 'under'

export type Spot = {
  readonly key: string
  /** Which line of bars within the lane, from 0. Two things at the same time stand on two lines. */
  readonly line: number
  readonly side: LabelSide
}

/**
 * The narrowest axis each drawing is shown with, in px; a narrower figure shows lists. What fits here fits on every wider axis,
 * since text keeps its size while the axis grows.
 */
export const narrowest = { medium: 600, wide: 900 } as const

const moment = 22
const air = 10

type Box = { from: number; to: number }

function meets(box: Box, taken: readonly Box[]): boolean {
  return taken.some(other => box.from < other.to && other.from < box.to)
}

function bodyOf(item: Placed, axis: number): Box {
  const from = item.start * axis
  const to = item.end * axis
  return item.start === item.end
    ? { from: from - moment / 2, to: to + moment / 2 }
    : { from, to: Math.max(to, from + 6) }
}

/** Where the label can stand beside its body without meeting another body or leaving the picture. */
function labelBox(item: Placed, body: Box, side: LabelSide, axis: number): Box {
  const width = textWidth(item.label) + air
  if (side === 'inside') return body
  if (side === 'before') return { from: body.from - width, to: body.from }
  if (side === 'after') return { from: body.to, to: body.to + width }
  const from = Math.min(body.from, axis - width)
  return { from, to: from + width }
}

function fits(box: Box, axis: number): boolean {
  return box.from >= 0 && box.to <= axis
}

/**
 * Gives each thing a line and its label a side: inside when it fits, else after, before, or under; never over another.
 * Deterministic, so a picture looks the same each time.
 */
export function placeInLane(
  items: readonly Placed[],
  axis: number,
): { readonly spots: readonly Spot[]; readonly lines: number } {
  const ordered = [...items].sort((a, b) => a.start - b.start || a.end - b.end)
  const lines: { bodies: Box[]; labels: Box[]; under: Box[] }[] = []
  const lineOf = new Map<string, number>()
  for (const item of ordered) {
    const body = bodyOf(item, axis)
    let line = lines.findIndex(other => !meets(body, other.bodies))
    if (line < 0) line = lines.push({ bodies: [], labels: [], under: [] }) - 1
    lines[line]?.bodies.push(body)
    lineOf.set(item.key, line)
  }
  const spots = ordered.map((item): Spot => {
    const line = lineOf.get(item.key) ?? 0
    const on = lines[line] ?? { bodies: [], labels: [], under: [] }
    const body = bodyOf(item, axis)
    const others = on.bodies.filter(other => other.from !== body.from || other.to !== body.to)
    if (!item.outside && item.start !== item.end && body.to - body.from >= textWidth(item.label) + 18) {
      return { key: item.key, line, side: 'inside' }
    }
    for (const side of ['after', 'before'] as const) {
      const box = labelBox(item, body, side, axis)
      if (fits(box, axis) && !meets(box, others) && !meets(box, on.labels)) {
        on.labels.push(box)
        return { key: item.key, line, side }
      }
    }
    on.under.push(labelBox(item, body, 'under', axis))
    return { key: item.key, line, side: 'under' }
  })
  return { spots, lines: Math.max(1, lines.length) }
}
