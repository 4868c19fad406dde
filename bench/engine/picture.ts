import { type MatchInstance, match } from '#engine'

export type Curve = { readonly name: string; readonly points: readonly Point[] }
type Point = { readonly ms: number; readonly value: number; readonly bound: number }

/** Value and bound as the matching goes on. The clock stands still while the plan is weighed. */
export async function followCurve(instance: MatchInstance): Promise<Point[]> {
  const points: Point[] = []
  await match(instance)
  const began = performance.now()
  let weighing = 0
  const answer = await match(instance, {
    onProgress: ({ soFar }) => {
      const now = performance.now()
      const { value, bound } = soFar()
      if (Number.isFinite(bound)) points.push({ ms: now - began - weighing, value, bound })
      weighing += performance.now() - now
    },
  })
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  points.push({ ms: performance.now() - began - weighing, value: answer.value.worth.value, bound: answer.value.bound })
  return points
}

const [width, height, left, top] = [640, 260, 70, 40]

/** Both curves of each matching under each other, as a share of the final value. Points are measured; lines join them. */
export function drawCurves(curves: readonly Curve[]): string {
  const panels = curves.map((curve, n) => panel(curve, n * (height + 70)))
  const total = curves.length * (height + 70) + 20
  const words = curves
    .map(({ name, points }) => `${name}: ${points.length} points, ${Math.round(points.at(-1)!.ms)} ms`)
    .join('; ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width + left + 90} ${total}" role="img" font-family="sans-serif" font-size="13">
<title>Value of the plan and the bound no plan exceeds, over time</title>
<desc>${words}. The two meet: the plan is proved best.</desc>
${panels.join('\n')}
</svg>
`
}

function panel({ name, points }: Curve, y: number): string {
  const last = points.at(-1)!
  const end = last.ms
  // Before there are prices the bound is far off: what lies above twice the best is drawn along the edge.
  const highest = 2
  const x = (ms: number): number => left + (ms / end) * width
  const at = (share: number): number => y + top + height * (1 - Math.min(highest, Math.max(0, share)) / highest)
  const path = (of: (point: Point) => number): string =>
    points
      .map((point, n) => `${n === 0 ? 'M' : 'L'}${x(point.ms).toFixed(1)} ${at(of(point) / last.value).toFixed(1)}`)
      .join('')
  return `<g>
<text x="${left}" y="${y + 22}" font-weight="bold">${name}</text>
<path d="M${left} ${y + top}V${y + top + height}H${left + width}" fill="none" stroke="#888"/>
<text x="${left - 8}" y="${at(1) + 4}" text-anchor="end">best</text>
<text x="${left - 8}" y="${at(0) + 4}" text-anchor="end">0</text>
<path d="M${left} ${at(1).toFixed(1)}H${left + width}" stroke="#bbb" stroke-dasharray="3 3"/>
<path d="${path(point => point.bound)}" fill="none" stroke="#a33" stroke-width="2"/>
<path d="${path(point => point.value)}" fill="none" stroke="#136" stroke-width="2"/>
<text x="${left + width / 2}" y="${y + top + height + 18}" text-anchor="middle">milliseconds, 0 to ${Math.round(end)}</text>
<text x="${left + width + 6}" y="${at(1) - 6}" fill="#a33">bound</text>
<text x="${left + width + 6}" y="${at(1) + 16}" fill="#136">value</text>
</g>`
}
