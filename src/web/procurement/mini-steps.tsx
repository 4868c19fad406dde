import type { ReactElement } from 'react'
import { type Step, steps } from '#domain/procurement'
import type { Language } from '#shell'
import { texts } from './texts.ts'
import { wordFor } from './words.ts'

type Props = { readonly step: Step; readonly ended: boolean; readonly late: boolean; readonly language: Language }

/** The six steps as six short strokes with the name of the one it is in: the process line of a row (ux.md C1). */
export function MiniSteps({ step, ended, late, language }: Props): ReactElement {
  const at = steps.indexOf(step)
  const name = wordFor(step, language)
  return (
    <span className="pr-mini">
      <svg width="88" height="10" viewBox="0 0 88 10" aria-hidden="true">
        {steps.map((one, index) => (
          <rect
            key={one}
            x={index * 15}
            y={index === at && !ended ? 1 : 3}
            width="12"
            height={index === at && !ended ? 8 : 4}
            rx="2"
            className={`pr-mini-${ended || index < at ? 'done' : index > at ? 'todo' : late ? 'late' : 'now'}`}
          />
        ))}
      </svg>
      <span>
        <span className="ds-sr-only">{texts(language)('stepOf', { n: at + 1, name: '' })}</span>
        {name}
      </span>
    </span>
  )
}
