import type { ReactNode } from 'react'
import { Figure, type FigureTexts, Picture, type TwinTable } from './figure.tsx'
import { fractionScale, percent } from './scale.ts'

export type WaterfallStep = {
  readonly key: string
  readonly label: string
  /** What this party gains (+) or pays (−). */
  readonly value: number
  readonly text: string
  /** The span of the estimate, same unit. */
  readonly low?: number
  readonly high?: number
  readonly rangeText?: string
}

export type WaterfallProps = FigureTexts & {
  readonly steps: readonly WaterfallStep[]
  /** `text` of the sum, and its span. */
  readonly total: Pick<WaterfallStep, 'label' | 'text' | 'low' | 'high' | 'rangeText'>
  /** The same for two pictures that are compared, e.g. before and after. */
  readonly domain?: readonly [number, number]
  readonly words: { readonly party: string; readonly value: string; readonly range: string }
}

type Drawn = {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly rangeText?: string
  readonly from: number
  readonly to: number
  readonly low?: number
  readonly high?: number
  readonly sum?: boolean
}

/** Each step begins where the one before ended; the last row is the sum from zero. */
export function waterfallRows({ steps, total }: Pick<WaterfallProps, 'steps' | 'total'>): readonly Drawn[] {
  let at = 0
  const rows = steps.map((step): Drawn => {
    const from = at
    at = from + step.value
    return {
      key: step.key,
      label: step.label,
      text: step.text,
      rangeText: step.rangeText,
      from,
      to: at,
      low: step.low === undefined ? undefined : from + step.low,
      high: step.high === undefined ? undefined : from + step.high,
    }
  })
  return [
    ...rows,
    {
      key: 'total',
      label: total.label,
      text: total.text,
      rangeText: total.rangeText,
      low: total.low,
      high: total.high,
      from: 0,
      to: at,
      sum: true,
    },
  ]
}

export function waterfallTable(props: Pick<WaterfallProps, 'steps' | 'total' | 'words'>): TwinTable {
  return {
    columns: [
      { label: props.words.party },
      { label: props.words.value, numeric: true },
      { label: props.words.range, numeric: true },
    ],
    rows: waterfallRows(props).map(row => [row.label, row.text, row.rangeText ?? '']),
  }
}

function kindOf(row: Drawn): string {
  if (row.sum) return 'sum'
  return row.to >= row.from ? 'plus' : 'minus'
}

/** The span of an estimate: a line with two ends, under the bar. */
function Whisker({ low, high }: { readonly low: string; readonly high: string }): ReactNode {
  return (
    <g className="ff-whisker">
      <line x1={low} x2={high} y1="37" y2="37" />
      <line x1={low} x2={low} y1="33" y2="41" />
      <line x1={high} x2={high} y1="33" y2="41" />
    </g>
  )
}

/** Who gains, who pays (P8)? Rows that start where the one before ended, with the span of each estimate. */
export function Waterfall(props: WaterfallProps): ReactNode {
  const { id, domain } = props
  const rows = waterfallRows(props)
  const all = rows.flatMap(row => [row.from, row.to, row.low ?? row.to, row.high ?? row.to])
  const [low, high] = domain ?? [Math.min(0, ...all), Math.max(0, ...all)]
  const scale = fractionScale(low - (high - low) * 0.02, high + (high - low) * 0.02)
  const zero = percent(scale(0))
  return (
    <Figure {...props} table={waterfallTable(props)}>
      <Picture id={id} className="ff-fall">
        {rows.map((row, index) => {
          const left = scale(Math.min(row.from, row.to))
          const end = percent(scale(row.to))
          return (
            <div key={row.key} className={`ff-fall-row ff-fall-row--${kindOf(row)}`}>
              <span className="ff-fall-label">{row.label}</span>
              <svg className="ff-fall-bar" width="100%" height="46" aria-hidden="true">
                <line className="ff-zero" x1={zero} x2={zero} y1="0" y2="46" />
                <rect
                  x={percent(left)}
                  y="5"
                  width={percent(Math.abs(scale(row.to) - scale(row.from)))}
                  height="24"
                  rx="4"
                />
                {index < rows.length - 1 ? <line className="ff-fall-step" x1={end} x2={end} y1="29" y2="46" /> : null}
                {index > 0 && !row.sum ? (
                  <line
                    className="ff-fall-step"
                    x1={percent(scale(row.from))}
                    x2={percent(scale(row.from))}
                    y1="0"
                    y2="5"
                  />
                ) : null}
                {row.low !== undefined && row.high !== undefined ? (
                  <Whisker low={percent(scale(row.low))} high={percent(scale(row.high))} />
                ) : null}
              </svg>
              <b className="ff-fall-value">{row.text}</b>
              <span className="ff-fall-range">{row.rangeText}</span>
            </div>
          )
        })}
      </Picture>
    </Figure>
  )
}
