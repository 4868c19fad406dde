import type { ReactNode } from 'react'
import { Figure, type FigureTexts, type TwinTable } from './figure.tsx'
import { fractionScale, percent } from './scale.ts'

export type CommitmentMeasure = {
  readonly key: string
  /** "Heltidsmånader", "Personer": months and persons are two bars, never one. */
  readonly label: string
  readonly promised: number
  readonly done: number
  /** Running and counted to its planned end. */
  readonly running: number
}

export type CommitmentFlag = {
  readonly key: string
  readonly label: string
  readonly state: 'met' | 'missed' | 'coming'
  /** Where on the bar, in the measure's unit; left out for a flag that is a date only. */
  readonly on?: { readonly measure: string; readonly at: number; readonly label: string }
}

export type CommitmentBarProps = FigureTexts & {
  readonly measures: readonly CommitmentMeasure[]
  readonly flags?: readonly CommitmentFlag[]
  readonly format: (value: number) => string
  readonly words: {
    readonly measure: string
    readonly promised: string
    readonly done: string
    readonly running: string
    readonly lacking: string
    readonly flag: string
    readonly met: string
    readonly missed: string
    readonly coming: string
  }
}

/** What is promised and neither done nor running; never below 0. */
export function lackingOf(measure: CommitmentMeasure): number {
  return Math.max(0, Math.round((measure.promised - measure.done - measure.running) * 100) / 100)
}

export function commitmentTable({
  measures,
  format,
  words,
}: Pick<CommitmentBarProps, 'measures' | 'format' | 'words'>): TwinTable {
  const numeric = true
  return {
    columns: [
      { label: words.measure },
      { label: words.promised, numeric },
      { label: words.done, numeric },
      { label: words.running, numeric },
      { label: words.lacking, numeric },
    ],
    rows: measures.map(one => [
      one.label,
      format(one.promised),
      format(one.done),
      format(one.running),
      format(lackingOf(one)),
    ]),
  }
}

type MeasureProps = Pick<CommitmentBarProps, 'id' | 'format' | 'words'> & {
  readonly measure: CommitmentMeasure
  readonly flags: readonly CommitmentFlag[]
}

function Measure({ id, measure, flags, format, words }: MeasureProps): ReactNode {
  const { promised, done, running } = measure
  const lacking = lackingOf(measure)
  // Room above the bar for the flags' words, only where there are any.
  const top = flags.length > 0 ? 22 : 4
  const scale = fractionScale(0, Math.max(promised, done + running))
  const hatch = `${id}-${measure.key}-hatch`
  const parts = [
    { key: 'done', word: words.done, value: done },
    { key: 'running', word: words.running, value: running },
    { key: 'lacking', word: words.lacking, value: lacking },
  ] as const
  const label = `${measure.label}: ${words.promised} ${format(promised)}, ${parts.map(part => `${part.word} ${format(part.value)}`).join(', ')}`
  return (
    <div className="ff-commit">
      <p className="ff-commit-head">
        <b>{measure.label}</b>{' '}
        <span className="ff-soft">
          {words.promised} {format(promised)}
        </span>
      </p>
      <svg className="ff-commit-bar" width="100%" height={top + 38} role="img" aria-label={label}>
        <defs>
          <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="ff-run-ground" width="8" height="8" />
            <rect className="ff-run-line" width="3" height="8" />
          </pattern>
        </defs>
        <rect className="ff-commit-done" x="0" y={top} width={percent(scale(done))} height="32" rx="4" />
        <rect
          className="ff-commit-running"
          x={percent(scale(done))}
          y={top}
          width={percent(scale(done + running) - scale(done))}
          height="32"
          fill={`url(#${hatch})`}
        />
        <rect className="ff-commit-frame" x="0" y={top} width={percent(scale(promised))} height="32" rx="4" />
        {flags.map(flag =>
          flag.on ? (
            <g key={flag.key} className={`ff-commit-flag ff-commit-flag--${flag.state}`}>
              <line x1={percent(scale(flag.on.at))} x2={percent(scale(flag.on.at))} y1="4" y2={top + 38} />
              <text
                x={percent(scale(flag.on.at))}
                y="14"
                dx={scale(flag.on.at) > 0.5 ? -7 : 7}
                textAnchor={scale(flag.on.at) > 0.5 ? 'end' : 'start'}
              >
                {flag.on.label}
              </text>
            </g>
          ) : null,
        )}
      </svg>
      <ul className="ff-commit-parts">
        {parts.map(part => (
          <li key={part.key} className={`ff-commit-part ff-commit-part--${part.key}`}>
            {part.word} <b>{format(part.value)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

const flagSigns = { met: '✓', missed: '✗', coming: '○' } as const

/** Will the promise hold (P7)? What is promised is the frame; done, running and lacking fill it. */
export function CommitmentBar(props: CommitmentBarProps): ReactNode {
  const { id, measures, flags = [], format, words } = props
  return (
    <Figure {...props} table={commitmentTable(props)}>
      {measures.map(measure => (
        <Measure
          key={measure.key}
          id={id}
          measure={measure}
          flags={flags.filter(flag => flag.on?.measure === measure.key)}
          format={format}
          words={words}
        />
      ))}
      {flags.length > 0 ? (
        <ul className="ff-flags" aria-label={words.flag}>
          {flags.map(flag => (
            <li key={flag.key} className={`ff-flag ff-flag--${flag.state}`}>
              <span className="ff-flag-sign" aria-hidden="true">
                {flagSigns[flag.state]}
              </span>
              <span>
                {flag.label} <span className="ff-soft">{words[flag.state]}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Figure>
  )
}
