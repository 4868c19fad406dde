import type { ReactNode } from 'react'
import { Figure, type FigureTexts, type TwinTable } from './figure.tsx'
import { type Placed, placeInLane, type Spot } from './lane-layout.ts'
import { dayNumber, fractionScale, monthStarts, percent } from './scale.ts'

export type LaneTone = 'pine' | 'sky' | 'sun'

type Entry = {
  readonly key: string
  readonly label: string
  /** The dates as people say them, for the table and the lists: "2–16 mars". */
  readonly when: string
  readonly href?: string
}

/** Solid = ours and fixed, outline = planned, problem = does not fit (hatched, and its label says why). */
export type LaneBar = Entry & {
  readonly kind: 'solid' | 'outline' | 'problem'
  /** First and last day, `YYYY-MM-DD`; the last day counts. */
  readonly from: string
  readonly to: string
}

export type LaneMilestone = Entry & { readonly kind: 'diamond' | 'dot'; readonly on: string }

export type Lane = {
  readonly key: string
  readonly label: string
  readonly tone: LaneTone
  readonly items: readonly (LaneBar | LaneMilestone)[]
}

export type LanesProps = FigureTexts & {
  readonly lanes: readonly Lane[]
  /** The days the axis spans, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
  readonly today?: { readonly on: string; readonly label: string }
  /** Twelve month names, January first, in the reader's language. */
  readonly months: readonly string[]
  readonly words: {
    readonly lane: string
    readonly what: string
    readonly when: string
    readonly note: string
    /** Said of a bar that does not fit: "hinner inte". */
    readonly problem: string
    /** Said when the lane is empty. */
    readonly none: string
  }
}

type LaneItem = LaneBar | LaneMilestone

export function isBar(item: LaneItem): item is LaneBar {
  return 'from' in item
}

/** The same items as the picture, in the same order. */
export function lanesTable({ lanes, words }: Pick<LanesProps, 'lanes' | 'words'>): TwinTable {
  return {
    columns: [{ label: words.what }, { label: words.lane }, { label: words.when }, { label: words.note }],
    rows: lanes.flatMap(lane =>
      lane.items.map(item => [item.label, lane.label, item.when, item.kind === 'problem' ? words.problem : '']),
    ),
  }
}

const lineHeight = 46
const underHeight = 22
const lanePadding = 20
const barHeight = 30
const axisHeight = 34

type Scale = (day: number) => number

function placed(item: LaneItem, scale: Scale): Placed {
  const start = isBar(item) ? scale(dayNumber(item.from)) : scale(dayNumber(item.on))
  const end = isBar(item) ? scale(dayNumber(item.to) + 1) : start
  return { key: item.key, label: item.label, start: clamp(start), end: clamp(end) }
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

const anchors = { inside: 'start', after: 'start', before: 'end', under: 'start' } as const

function Drawn({ item, at, spot, top, tone, hatch }: DrawnProps): ReactNode {
  const middle = top + barHeight / 2
  const bar = isBar(item)
  const body = bar ? 10 : 14
  const shift = { inside: 11, after: body, before: -body, under: 0 }[spot.side]
  const anchorAtEnd = spot.side === 'under' && at.start > 0.72
  const x = spot.side === 'after' || anchorAtEnd ? at.end : at.start
  const y = spot.side === 'under' ? top + barHeight + 18 : middle + 5
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
      <text x={percent(x)} y={y} dx={shift} textAnchor={anchorAtEnd ? 'end' : anchors[spot.side]} data-side={spot.side}>
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
): { readonly bands: LaneBand[]; readonly height: number } {
  let top = axisHeight
  const made = lanes.map(lane => {
    const where = lane.items.map(item => placed(item, scale))
    const { spots, lines } = placeInLane(where)
    const under = Array.from({ length: lines }, (_, line) =>
      spots.some(spot => spot.line === line && spot.side === 'under'),
    )
    const lineTop = (line: number): number =>
      top + lanePadding + under.slice(0, line).reduce((sum, has) => sum + lineHeight + (has ? underHeight : 0), 0)
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

/** At most about eight month names; January carries the year. */
function monthMarks(from: number, to: number, months: readonly string[]): readonly { day: number; label: string }[] {
  const starts = monthStarts(from, to)
  const every = Math.max(1, Math.ceil(starts.length / 9))
  return starts.map(({ day, month, year }, index) => {
    const name = every > 1 ? (months[month - 1] ?? '').slice(0, 3) : (months[month - 1] ?? '')
    return { day, label: index % every === 0 ? (month === 1 ? `${name} ${year}` : name) : '' }
  })
}

/** The lanes on one time axis. Time runs left to right in every language (ux.md §6.3). */
function LanesDrawing(props: LanesProps): ReactNode {
  const { id, title, summary, lanes, today, months } = props
  const from = dayNumber(props.from)
  const to = dayNumber(props.to)
  const scale = fractionScale(from, to)
  const hatch = `${id}-hatch`
  const drawing = bands(lanes, scale, hatch)
  const foot = today ? 26 : 6
  const now = today ? percent(clamp(scale(dayNumber(today.on)))) : undefined
  return (
    <div className="ff-lanes" dir="ltr">
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
        {monthMarks(from, to, months).map(mark => (
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

function LaneLists({ lanes, words, level = 2 }: LanesProps): ReactNode {
  const Name = `h${Math.min(6, level + 1)}` as 'h3'
  return (
    <div className="ff-lane-lists">
      {lanes.map(lane => (
        <section key={lane.key} className={`ff-lane-list ff-lane--${lane.tone}`}>
          <Name>{lane.label}</Name>
          <ol>
            {lane.items.map(item => (
              <li key={item.key} className={`ff-lane-entry ff-lane-entry--${item.kind}`}>
                {item.href ? <a href={item.href}>{item.label}</a> : <b>{item.label}</b>}
                <span className="ff-soft">{item.when}</span>
              </li>
            ))}
          </ol>
          {lane.items.length === 0 ? <p className="ff-soft">{words.none}</p> : null}
        </section>
      ))}
    </div>
  )
}

/** Do the processes meet in time (P2)? Lanes on one axis; below 700 px one list per lane. */
export function Lanes(props: LanesProps): ReactNode {
  return (
    <Figure {...props} table={lanesTable(props)}>
      <LanesDrawing {...props} />
      <LaneLists {...props} />
    </Figure>
  )
}
