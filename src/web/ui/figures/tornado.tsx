import type { ReactNode } from 'react'
import { Figure, type FigureTexts, Picture, type TwinTable } from './figure.tsx'
import { fractionScale, percent } from './scale.ts'

export type TornadoRow = {
  readonly key: string
  readonly label: string
  /** The result when the assumption is low and when it is high; same unit as the base. */
  readonly low: number
  readonly high: number
  readonly lowText: string
  readonly highText: string
  /** The assumption's own span: "20–60 %". */
  readonly span?: string
}

export type TornadoProps = FigureTexts & {
  /** At most eight, widest first. */
  readonly rows: readonly TornadoRow[]
  readonly base: { readonly value: number; readonly text: string }
  readonly words: { readonly assumption: string; readonly low: string; readonly high: string; readonly span: string }
}

/** The rows drawn: the eight widest, widest first. */
export function tornadoRows(rows: readonly TornadoRow[]): readonly TornadoRow[] {
  return [...rows].sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low)).slice(0, 8)
}

export function tornadoTable({ rows, words }: Pick<TornadoProps, 'rows' | 'words'>): TwinTable {
  return {
    columns: [
      { label: words.assumption },
      { label: words.span },
      { label: words.low, numeric: true },
      { label: words.high, numeric: true },
    ],
    rows: tornadoRows(rows).map(row => [row.label, row.span ?? '', row.lowText, row.highText]),
  }
}

/** Which assumption matters (P10)? Solid = the low end, outlined = the high end, from the same base line. */
export function Tornado(props: TornadoProps): ReactNode {
  const { id, base, words } = props
  const rows = tornadoRows(props.rows)
  const all = [base.value, ...rows.flatMap(row => [row.low, row.high])]
  const reach = Math.max(...all) - Math.min(...all)
  // A fifth of the width is kept on each side for the numbers at the ends.
  const scale = fractionScale(Math.min(...all) - reach / 3, Math.max(...all) + reach / 3)
  const middle = scale(base.value)
  return (
    <Figure {...props} table={tornadoTable(props)}>
      <Picture id={id} className="ff-tornado">
        <p className="ff-tornado-key">
          <span className="ff-tornado-low">{words.low}</span> <span className="ff-tornado-high">{words.high}</span>
          <span className="ff-soft">{base.text}</span>
        </p>
        {rows.map(row => (
          <div key={row.key} className="ff-tornado-row">
            <span className="ff-tornado-label">
              {row.label} {row.span ? <span className="ff-soft">{row.span}</span> : null}
            </span>
            <svg className="ff-tornado-bar" width="100%" height="32" aria-hidden="true">
              {(['low', 'high'] as const).map(end => (
                <rect
                  key={end}
                  className={`ff-tornado-${end}`}
                  x={percent(Math.min(middle, scale(row[end])))}
                  y="5"
                  width={percent(Math.abs(scale(row[end]) - middle))}
                  height="22"
                  rx="3"
                />
              ))}
              {(['low', 'high'] as const).map(end => (
                <text
                  key={end}
                  x={percent(scale(row[end]))}
                  y="21"
                  dx={row[end] < base.value ? -7 : 7}
                  textAnchor={row[end] < base.value ? 'end' : 'start'}
                >
                  {end === 'low' ? row.lowText : row.highText}
                </text>
              ))}
              <line className="ff-zero" x1={percent(middle)} x2={percent(middle)} y1="0" y2="32" />
            </svg>
          </div>
        ))}
      </Picture>
    </Figure>
  )
}
