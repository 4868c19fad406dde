import type { ReactNode } from 'react'
import { isBar, type Lane, type LaneItem, type LanesProps, type LaneTone } from './lane.ts'
import { narrowest, type Placed, placeInLane, type Spot } from './lane-layout.ts'
import { dayNumber, fractionScale, monthStarts, percent, textWidth } from './scale.ts'

const lineHeight = 46
const underHeight = 22
const lanePadding = 20
const barHeight = 30
const axisHeight = 34

type Scale = (day: number) => number

function placed(item: LaneItem, scale: Scale): Placed {
  const start = isBar(item) ? scale(dayNumber(item.from)) : scale(dayNumber(item.on))
  const end = isBar(item) ? scale(dayNumber(item.to) + 1) : start
  return { key: item.key, label: item.label, start: clamp(start), end: clamp(end), outside: item.kind === 'problem' }
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction))
}

type DrawnProps = {
  readonly item: LaneItem
  readonly at: Placed
  readonly spot: Spot
  readonly top: number
  readonly tone: LaneTone
  readonly hatch: string
}

function Drawn({ item, at, spot, top, tone, hatch }: DrawnProps): ReactNode {
  const middle = top + barHeight / 2
  const bar = isBar(item)
  const body = bar ? 10 : 14
  const shift = { inside: 11, after: body, before: -body, under: spot.anchor === 'end' ? -2 : 2 }[spot.side]
  const x = spot.side === 'after' || (spot.side === 'under' && spot.anchor === 'end') ? at.end : at.start
  const y = spot.side === 'under' ? top + barHeight + 18 + spot.row * underHeight : middle + 5
  return (
    <g className={`ff-lane-item ff-lane--${tone} ff-lane-item--${item.kind}`}>
      {bar ? (
        <rect
          x={percent(at.start)}
          y={top}
          width={percent(Math.max(0.004, at.end - at.start))}
          height={barHeight}
          rx="7"
          fill={item.kind === 'problem' ? `url(#${hatch})` : undefined}
        />
      ) : (
        <svg x={percent(at.start)} y={middle} overflow="visible" width="1" height="1" aria-hidden="true">
          {item.kind === 'dot' ? <circle r="8" /> : <path d="M0-13L11 0 0 13-11 0z" />}
        </svg>
      )}
      <text x={percent(x)} y={y} dx={shift} textAnchor={spot.anchor} data-side={spot.side}>
        {item.label}
      </text>
    </g>
  )
}

type LaneBand = {
  readonly lane: Lane
  readonly top: number
  readonly height: number
  readonly items: readonly DrawnProps[]
}

/** Lanes under each other, each as high as its lines need. */
function bands(
  lanes: readonly Lane[],
  scale: Scale,
  hatch: string,
  axis: number,
): { readonly bands: LaneBand[]; readonly height: number } {
  let top = axisHeight
  const made = lanes.map(lane => {
    const where = lane.items.map(item => placed(item, scale))
    const { spots, lines } = placeInLane(where, axis)
    const rows = Array.from({ length: lines }, (_, line) =>
      Math.max(0, ...spots.filter(spot => spot.line === line && spot.side === 'under').map(spot => spot.row + 1)),
    )
    const lineTop = (line: number): number =>
      top + lanePadding + rows.slice(0, line).reduce((sum, under) => sum + lineHeight + under * underHeight, 0)
    const height = 2 * lanePadding + lineTop(lines) - lineTop(0) - (lineHeight - barHeight)
    const items = lane.items.flatMap((item, index) => {
      const at = where[index]
      const spot = spots.find(one => one.key === item.key)
      return at && spot ? [{ item, at, spot, top: lineTop(spot.line), tone: lane.tone, hatch }] : []
    })
    const band: LaneBand = { lane, top, height, items }
    top += height
    return band
  })
  return { bands: made, height: top }
}

/** Month names where they fit; January carries the year. On a long axis every second, third … is named, shortened. */
function monthMarks(props: LanesDrawingProps, scale: Scale): readonly { day: number; label: string }[] {
  const starts = monthStarts(dayNumber(props.from), dayNumber(props.to))
  const axis = narrowest[props.size]
  const every = Math.max(1, Math.ceil((starts.length * 92) / axis))
  return starts.map(({ day, month, year }, index) => {
    const full = props.months[month - 1] ?? ''
    const name = every > 1 ? full.slice(0, 3) : full
    const label = month === 1 ? `${name} ${year}` : name
    const room = (1 - scale(day)) * axis
    return { day, label: index % every === 0 && room > textWidth(label) + 5 ? label : '' }
  })
}

type LanesDrawingProps = LanesProps & { readonly size: keyof typeof narrowest }

/** The lanes on one time axis. Time runs left to right in every language (ux.md §6.3). */
export function LanesDrawing(props: LanesDrawingProps): ReactNode {
  const { title, summary, lanes, today, size } = props
  const id = `${props.id}-${size}`
  const from = dayNumber(props.from)
  const to = dayNumber(props.to)
  const scale = fractionScale(from, to)
  const hatch = `${id}-hatch`
  const drawing = bands(lanes, scale, hatch, narrowest[size])
  const foot = today ? 26 : 6
  const now = today ? percent(clamp(scale(dayNumber(today.on)))) : undefined
  return (
    <div className={`ff-lanes ff-lanes--${size}`} dir="ltr">
      <svg className="ff-lanes-names" width="132" height={drawing.height + foot} aria-hidden="true">
        {drawing.bands.map(band => (
          <text key={band.lane.key} x="0" y={band.top + lanePadding + barHeight / 2 + 5}>
            {band.lane.label}
          </text>
        ))}
      </svg>
      <svg
        className="ff-lanes-axis"
        width="100%"
        height={drawing.height + foot}
        role="img"
        aria-labelledby={`${id}-svg-title ${id}-svg-desc`}
      >
        <title id={`${id}-svg-title`}>{title}</title>
        <desc id={`${id}-svg-desc`}>{summary}</desc>
        <defs>
          <pattern id={hatch} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="ff-hatch-ground" width="9" height="9" />
            <rect className="ff-hatch-line" width="3" height="9" />
          </pattern>
        </defs>
        {monthMarks(props, scale).map(mark => (
          <g key={mark.day} className="ff-lanes-month">
            <line x1={percent(scale(mark.day))} x2={percent(scale(mark.day))} y1="26" y2={drawing.height} />
            <text x={percent(scale(mark.day))} dx="5" y="16">
              {mark.label}
            </text>
          </g>
        ))}
        {drawing.bands.slice(1).map(band => (
          <line key={band.lane.key} className="ff-lanes-rule" x1="0" x2="100%" y1={band.top} y2={band.top} />
        ))}
        {now ? <line className="ff-lanes-today" x1={now} x2={now} y1="24" y2={drawing.height + 4} /> : null}
        {drawing.bands.flatMap(band => band.items.map(item => <Drawn key={item.item.key} {...item} />))}
        {now ? (
          <text className="ff-lanes-now" x={now} y={drawing.height + 20} textAnchor="middle">
            {today?.label}
          </text>
        ) : null}
      </svg>
    </div>
  )
}
