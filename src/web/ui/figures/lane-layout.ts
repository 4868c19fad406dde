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
  /** For a label under its body: the row, from 0, and whether the text begins or ends with the body. */
  readonly row: number
  readonly anchor: 'start' | 'end'
}

/**
 * The narrowest axis each drawing is shown with, in px; a narrower figure shows lists. What fits here fits on every wider axis,
 * since text keeps its size while the axis grows.
 */
export const narrowest = { medium: 600, wide: 900 } as const

const moment = 22
const air = 10
const insideAir = 18

type Box = { readonly from: number; readonly to: number }

type Line = { readonly bodies: Box[]; readonly labels: Box[]; readonly under: Box[][] }

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

/** Where the label stands on one side of its body. A label under it ends with the body when it would leave the picture. */
function labelBox(item: Placed, body: Box, side: LabelSide, axis: number): Box & Pick<Spot, 'anchor'> {
  const width = textWidth(item.label) + air
  const before = { from: body.from - width, to: body.from, anchor: 'end' } as const
  if (side === 'before') return before
  const from = side === 'after' ? body.to : body.from
  if (side === 'after' || from + width <= axis) return { from, to: from + width, anchor: 'start' }
  return { from: body.to - width, to: body.to, anchor: 'end' }
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
  const lines: Line[] = []
  const onLine = ordered.map(item => {
    const body = bodyOf(item, axis)
    let line = lines.findIndex(other => !meets(body, other.bodies))
    if (line < 0) line = lines.push({ bodies: [], labels: [], under: [] }) - 1
    const on = lines[line] as Line
    on.bodies.push(body)
    return { item, body, line, on }
  })
  const spots = onLine.map(({ item, body, line, on }): Spot => {
    if (!item.outside && item.start !== item.end && body.to - body.from >= textWidth(item.label) + insideAir) {
      return { key: item.key, line, side: 'inside', row: 0, anchor: 'start' }
    }
    const others = on.bodies.filter(other => other !== body)
    for (const side of ['after', 'before'] as const) {
      const box = labelBox(item, body, side, axis)
      if (fits(box, axis) && !meets(box, others) && !meets(box, on.labels)) {
        on.labels.push(box)
        return { key: item.key, line, side, row: 0, anchor: box.anchor }
      }
    }
    const box = labelBox(item, body, 'under', axis)
    let row = on.under.findIndex(taken => !meets(box, taken))
    if (row < 0) row = on.under.push([]) - 1
    on.under[row]?.push(box)
    return { key: item.key, line, side: 'under', row, anchor: box.anchor }
  })
  return { spots, lines: Math.max(1, lines.length) }
}
