import { scaleLinear } from 'd3-scale'

/** A place or a length along a picture, as an SVG percentage with two decimals, so that no `style` is needed (CSP). */
export function percent(fraction: number): string {
  return `${Math.round(fraction * 10_000) / 100}%`
}

/** Maps numbers to fractions of the picture's width, 0–1. An empty domain maps everything to 0. */
export function fractionScale(from: number, to: number): (value: number) => number {
  if (from === to) return () => 0
  const scale = scaleLinear().domain([from, to]).range([0, 1])
  return value => scale(value)
}

const dayLength = 86_400_000

/** Whole days since 1970 for a calendar day `YYYY-MM-DD`; no time zone is involved. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength)
}

/** The first day of each calendar month that begins within the span, as day numbers with year and month (1–12). */
export function monthStarts(from: number, to: number): readonly { day: number; year: number; month: number }[] {
  const first = new Date(from * dayLength)
  const starts: { day: number; year: number; month: number }[] = []
  let year = first.getUTCFullYear()
  let month = first.getUTCMonth() + (first.getUTCDate() > 1 ? 1 : 0)
  for (;;) {
    const at = Date.UTC(year, month, 1) / dayLength
    if (at > to) return starts
    const day = new Date(at * dayLength)
    year = day.getUTCFullYear()
    month = day.getUTCMonth()
    starts.push({ day: at, year, month: month + 1 })
    month += 1
  }
}

const narrow = new Set("fijlrtI.,:;!|'()[] -–")
const broad = new Set('mwMWÅÄÖ%@')

/** About how wide a text is at 15 px in the product's face, in px; a little generous, so that labels never meet. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (narrow.has(sign) ? 4.6 : broad.has(sign) ? 11.5 : 8.2), 0)
}
