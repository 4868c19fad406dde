import type { ReactNode } from 'react'
import { Figure, type FigureTexts, Picture, type TwinTable } from './figure.tsx'
import { fractionScale, percent } from './scale.ts'

export type SparkPoint = {
  readonly key: string
  /** "mars 2026" */
  readonly label: string
  /** null = too small to show, or nothing yet: a gap, never a zero. */
  readonly value: number | null
  readonly text: string
}

export type SparkBarsProps = FigureTexts & {
  readonly points: readonly SparkPoint[]
  readonly target?: { readonly value: number; readonly label: string }
  /** The latest value in words, printed large beside the bars. */
  readonly latest?: ReactNode
  readonly words: { readonly period: string; readonly value: string; readonly target: string }
}

export function sparkTable({ points, target, words }: Pick<SparkBarsProps, 'points' | 'target' | 'words'>): TwinTable {
  return {
    columns: [
      { label: words.period },
      { label: words.value, numeric: true },
      ...(target ? [{ label: words.target, numeric: true }] : []),
    ],
    rows: points.map(point => [point.label, point.text, ...(target ? [target.label] : [])]),
  }
}

const height = 112

/** Which way does it go (P9)? Bars from zero, a target line, gaps where there is nothing to show. No smoothing. */
export function SparkBars(props: SparkBarsProps): ReactNode {
  const { id, points, target, latest } = props
  const scale = fractionScale(0, Math.max(1e-9, target?.value ?? 0, ...points.map(point => point.value ?? 0)))
  const step = 1 / Math.max(1, points.length)
  const top = (value: number): number => 18 + (1 - scale(value)) * (height - 22)
  const first = points[0]?.label
  const last = points[points.length - 1]?.label
  return (
    <Figure {...props} table={sparkTable(props)}>
      <Picture id={id} className="ff-spark">
        {latest ? <p className="ff-spark-latest">{latest}</p> : null}
        <div className="ff-spark-plot" dir="ltr">
          <svg width="100%" height={height} className="ff-spark-bars" aria-hidden="true">
            {points.map((point, index) =>
              point.value === null ? (
                <line
                  key={point.key}
                  className="ff-spark-gap"
                  x1={percent(step * (index + 0.15))}
                  x2={percent(step * (index + 0.85))}
                  y1={height - 5}
                  y2={height - 5}
                />
              ) : (
                <rect
                  key={point.key}
                  className={index === points.length - 1 ? 'ff-spark-bar ff-spark-bar--last' : 'ff-spark-bar'}
                  x={percent(step * (index + 0.15))}
                  width={percent(step * 0.7)}
                  y={top(point.value)}
                  height={height - 4 - top(point.value)}
                  rx="2"
                />
              ),
            )}
            {target ? (
              <g>
                <line className="ff-spark-target" x1="0" x2="100%" y1={top(target.value)} y2={top(target.value)} />
                <text className="ff-spark-goal" x="0" y={Math.max(13, top(target.value) - 6)}>
                  {target.label}
                </text>
              </g>
            ) : null}
          </svg>
          <p className="ff-spark-axis">
            <span>{first}</span>
            <span>{last}</span>
          </p>
        </div>
      </Picture>
    </Figure>
  )
}
