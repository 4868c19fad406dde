import type { ReactNode } from 'react'
import { Hidden } from '../heading.tsx'

export type StepState = 'done' | 'now' | 'late' | 'todo' | 'locked'

export type Step = {
  readonly key: string
  readonly label: string
  readonly state: StepState
  /** The date as people say it: "senast 6 mars, 4 dagar kvar". */
  readonly note?: ReactNode
  readonly href?: string
}

export type StepLineProps = {
  /** Names the list: "Processens sex steg". */
  readonly label: string
  readonly steps: readonly Step[]
  /** The state in words, read after the name: "klart", "pågår", "försenat", "inte påbörjat", "kan inte börja än". */
  readonly states: Readonly<Record<StepState, string>>
}

function Sign({ state, number }: { readonly state: StepState; readonly number: number }): ReactNode {
  if (state === 'done') return <path d="M8 14.5l4 4 8-9" />
  if (state === 'locked') return <path d="M9.5 13.5h9v6h-9zM11.5 13.5v-2a2.5 2.5 0 0 1 5 0v2" />
  return (
    <text x="14" y="19" textAnchor="middle">
      {state === 'late' ? '!' : number}
    </text>
  )
}

/** Where it is, whose turn, what is late (P1). A list with `aria-current`, lying on a desk and standing on a phone. */
export function StepLine({ label, steps, states }: StepLineProps): ReactNode {
  return (
    <ol className="ff-steps" aria-label={label}>
      {steps.map((step, index) => {
        const current = step.state === 'now' || step.state === 'late'
        return (
          <li key={step.key} className={`ff-step ff-step--${step.state}`} aria-current={current ? 'step' : undefined}>
            <svg className="ff-step-node" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
              <circle cx="14" cy="14" r="12.5" />
              <Sign state={step.state} number={index + 1} />
            </svg>
            <span className="ff-step-name">
              {step.href ? <a href={step.href}>{step.label}</a> : step.label}
              <Hidden>, {states[step.state]}</Hidden>
            </span>
            {step.note ? <span className="ff-step-note">{step.note}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
