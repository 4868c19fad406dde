import type { ReactElement } from 'react'

/** The way up, step by step: the product's mark at full size. A list for those who listen; on a phone a stair seen from the side. */
export function StairOfSteps(props: { label: string; steps: readonly { name: string; text: string }[] }): ReactElement {
  return (
    <ol className="sh-stair" aria-label={props.label}>
      {props.steps.map(step => (
        <li key={step.name}>
          <strong>{step.name}</strong>
          <span>{step.text}</span>
        </li>
      ))}
    </ol>
  )
}
