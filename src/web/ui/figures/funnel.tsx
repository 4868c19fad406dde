import type { ReactNode } from 'react'
import { Figure, type FigureTexts, Picture, type TwinTable } from './figure.tsx'
import { fractionScale, percent } from './scale.ts'

export type FunnelStage = {
  readonly key: string
  readonly label: string
  /** People who came this far; null when the number is too small to show. */
  readonly count: number | null
  /** "94", or "färre än 5" */
  readonly countText: string
  /** "78 % av förra" */
  readonly ofPrevious?: string
  /** "78 % av alla kallade": in the table. */
  readonly ofFirst?: string
}

export type FunnelProps = FigureTexts & {
  readonly stages: readonly FunnelStage[]
  /** Numbers below this are not shown; the hatched stub has this length and so gives nothing away. */
  readonly smallest?: number
  readonly words: {
    readonly stage: string
    readonly count: string
    readonly ofPrevious: string
    readonly ofFirst: string
  }
}

export function funnelTable({ stages, words }: Pick<FunnelProps, 'stages' | 'words'>): TwinTable {
  return {
    columns: [
      { label: words.stage },
      { label: words.count, numeric: true },
      { label: words.ofPrevious, numeric: true },
      { label: words.ofFirst, numeric: true },
    ],
    rows: stages.map(stage => [stage.label, stage.countText, stage.ofPrevious ?? '', stage.ofFirst ?? '']),
  }
}

/** Where are people lost (P4)? The pale part of each bar is those who did not come from the stage before. */
export function Funnel(props: FunnelProps): ReactNode {
  const { id, stages, smallest = 5 } = props
  const scale = fractionScale(0, Math.max(1, ...stages.map(stage => stage.count ?? smallest)))
  const hatch = `${id}-hatch`
  return (
    <Figure {...props} table={funnelTable(props)}>
      <Picture id={id} className="ff-funnel">
        {stages.map((stage, index) => {
          const before = stages[index - 1]?.count ?? null
          return (
            <div key={stage.key} className="ff-funnel-row">
              <span className="ff-funnel-label">{stage.label}</span>
              <svg className="ff-funnel-bar" width="100%" height="34" aria-hidden="true">
                <defs>
                  <pattern
                    id={`${hatch}-${stage.key}`}
                    width="7"
                    height="7"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                  >
                    <rect className="ff-still-ground" width="7" height="7" />
                    <rect className="ff-still-line" width="2.5" height="7" />
                  </pattern>
                </defs>
                {before === null ? null : (
                  <rect className="ff-funnel-lost" x="0" y="3" width={percent(scale(before))} height="28" rx="5" />
                )}
                <rect
                  className={stage.count === null ? 'ff-funnel-hidden' : 'ff-funnel-kept'}
                  x="0"
                  y="3"
                  width={percent(scale(stage.count ?? smallest))}
                  height="28"
                  rx="5"
                  fill={stage.count === null ? `url(#${hatch}-${stage.key})` : undefined}
                />
              </svg>
              <span className="ff-funnel-count">
                <b>{stage.countText}</b> {stage.ofPrevious ? <span className="ff-soft">{stage.ofPrevious}</span> : null}
              </span>
            </div>
          )
        })}
      </Picture>
    </Figure>
  )
}
