import { scaleLinear, scaleLog } from 'd3-scale'

/** How far a planning had come: seconds since it began, the plan in hand and what no plan can be below, both in weeks. */
export type Moment = { readonly seconds: number; readonly value: number; readonly bound: number }

const width = 760
const height = 360
const secondsWritten = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]
const edge = { left: 64, right: 150, top: 48, bottom: 52 }

/** Value and bound over time as an SVG: steps on a logarithmic axis of time, drawn from measured moments and nothing else. */
export function pictureOf(
  moments: readonly Moment[],
  { people, seed, proven }: { readonly people: number; readonly seed: number; readonly proven: boolean },
): string {
  const last = moments.at(-1)!
  const from = Math.max(0.001, moments[0]!.seconds)
  // The first bounds are far below everything else; the picture begins where they come near.
  const lowest = 0.6 * last.bound
  const x = scaleLog([from, last.seconds * 1.02], [edge.left, width - edge.right])
  const y = scaleLinear(
    [lowest, Math.max(...moments.map(({ value }) => value))],
    [height - edge.bottom, edge.top],
  ).nice()
  const steps = (pick: (moment: Moment) => number): string =>
    moments
      .map((moment, index) => {
        const at = `${x(Math.max(from, moment.seconds)).toFixed(1)} `
        const level = y(Math.max(lowest, pick(moment))).toFixed(1)
        return index === 0 ? `M${at}${level}` : `H${at}V${level}`
      })
      .join('')
  const verdict = proven ? 'They meet: the plan is proven best.' : 'They have not met: the gap is stated.'
  const summary =
    `${people} people on scarce seats (seed ${seed}): first plan ${moments[0]!.value.toFixed(0)} weeks after ` +
    `${from.toFixed(2)} s, last ${last.value.toFixed(0)} weeks; the bound reaches ${last.bound.toFixed(0)} after ` +
    `${last.seconds.toFixed(1)} s. ${verdict}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" font-family="sans-serif" font-size="13">`,
    `<title id="title">${summary}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${edge.left}" y="24" font-size="15" fill="#1a1a1a">Sum of last weeks: the plan in hand, and what no plan can be below</text>`,
    ...y
      .ticks(6)
      .map(
        tick =>
          line(edge.left, y(tick), width - edge.right, y(tick)) + text(edge.left - 8, y(tick) + 4, `${tick}`, 'end'),
      ),
    ...secondsWritten
      .filter(tick => tick >= from && tick <= last.seconds)
      .map(tick => text(x(tick), height - edge.bottom + 20, `${tick}`, 'middle')),
    text((edge.left + width - edge.right) / 2, height - 12, 'seconds, on a logarithmic axis', 'middle'),
    `<path d="${steps(moment => moment.value)}" fill="none" stroke="#b3261e" stroke-width="2.5"/>`,
    `<path d="${steps(moment => moment.bound)}" fill="none" stroke="#00508f" stroke-width="2.5" stroke-dasharray="6 3"/>`,
    text(width - edge.right + 10, y(last.value) - 6, `plan: ${last.value.toFixed(0)}`, 'start', '#b3261e'),
    text(width - edge.right + 10, y(last.bound) + 16, `bound: ${last.bound.toFixed(0)}`, 'start', '#00508f'),
    '</svg>',
    '',
  ].join('\n')
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#d9d9d9"/>`
}

function text(x: number, y: number, words: string, anchor: string, fill = '#404040'): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${fill}">${words}</text>`
}
