import type { ReactNode } from 'react'
import { Heading } from '../heading.tsx'

export type FormError = {
  /** The id of the field, which is its `name` unless told otherwise. Left out for errors of the whole form. */
  readonly field?: string
  readonly text: ReactNode
}

export type ErrorSummaryProps = {
  /** "Det finns 2 saker att rätta" */
  readonly title: ReactNode
  readonly errors: readonly FormError[]
  readonly id?: string
}

/** Moves focus here when the page comes back, natively: those who listen hear first what went wrong. */
const takesFocus = { autoFocus: true, tabIndex: -1 } as const

/**
 * All errors at once, first on the page, each a link to its field (GOV.UK's error summary pattern, ux.md §6.2).
 */
export function ErrorSummary({ title, errors, id = 'errors' }: ErrorSummaryProps): ReactNode {
  if (errors.length === 0) return null
  return (
    <div className="ds-error-summary ff-errors" role="alert" id={id} aria-labelledby={`${id}-title`} {...takesFocus}>
      <Heading level={2} id={`${id}-title`}>
        {title}
      </Heading>
      <ul>
        {errors.map((error, index) => (
          <li key={error.field ?? `whole-${index}`}>
            {error.field ? <a href={`#${error.field}`}>{error.text}</a> : error.text}
          </li>
        ))}
      </ul>
    </div>
  )
}

export type SubmitRowProps = { readonly children: ReactNode; readonly note?: ReactNode }

/** The end of a form: the one thing that happens, and quieter ways out. */
export function SubmitRow({ children, note }: SubmitRowProps): ReactNode {
  return (
    <div className="ff-submit">
      <div className="ff-row ff-gap-m">{children}</div>
      {note ? <p className="ff-soft">{note}</p> : null}
    </div>
  )
}

export type HiddenKeyProps = { readonly name: string; readonly value: string }

/** A value the form carries unseen: the idempotency key, a version, an intent. */
export function HiddenKey({ name, value }: HiddenKeyProps): ReactNode {
  return <input type="hidden" name={name} value={value} />
}

export type FormBodyProps = { readonly children: ReactNode }

/** The even distance between the fields of a form. */
export function FormBody({ children }: FormBodyProps): ReactNode {
  return <div className="ff-form">{children}</div>
}
