import type { ReactNode } from 'react'
import { classes } from '../classes.ts'

/** What the control itself must carry so that label, hint and error are read with it. */
export type ControlProps = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** What every field says. `error` is a sentence that tells how to put it right. */
export type FieldTexts = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  /** "frivilligt": the minority is marked, by a word and never by an asterisk. */
  readonly optional?: ReactNode
}

export type FieldProps = FieldTexts & {
  readonly id: string
  readonly width?: 'short' | 'medium' | 'full'
  readonly children: (control: ControlProps) => ReactNode
}

/** The ids of hint and error that exist, in reading order. */
export function describedBy(id: string, { hint, error }: Pick<FieldTexts, 'hint' | 'error'>): string | undefined {
  return classes(hint ? `${id}-hint` : undefined, error ? `${id}-error` : undefined) || undefined
}

/** Label, hint and error tied to one control. The error summary links to `id`. */
export function Field({ id, label, hint, error, optional, width = 'full', children }: FieldProps): ReactNode {
  return (
    <div className={classes('ff-field', `ff-field--${width}`, Boolean(error) && 'ff-field--error')}>
      <label className="ff-label" htmlFor={id}>
        {label}
        {optional ? <span className="ff-optional"> {optional}</span> : null}
      </label>
      {hint ? (
        <div className="ff-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p className="ds-validation-message" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {children({ id, 'aria-describedby': describedBy(id, { hint, error }), 'aria-invalid': error ? true : undefined })}
    </div>
  )
}

export type FieldsetProps = FieldTexts & {
  readonly id?: string
  /** Set large when the question is the page. */
  readonly big?: boolean
  readonly children: ReactNode
}

/** Several controls that answer one question. */
export function Fieldset({ id, label, hint, error, optional, big, children }: FieldsetProps): ReactNode {
  return (
    <fieldset
      className={classes('ds-fieldset', 'ff-fieldset', Boolean(error) && 'ff-field--error')}
      id={id}
      tabIndex={id ? -1 : undefined}
      aria-describedby={id ? describedBy(id, { hint, error }) : undefined}
    >
      <legend className={big ? 'ff-legend ff-legend--big' : 'ff-legend'}>
        {label}
        {optional ? <span className="ff-optional"> {optional}</span> : null}
      </legend>
      {hint ? (
        <div className="ff-hint" id={id ? `${id}-hint` : undefined}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p className="ds-validation-message" id={id ? `${id}-error` : undefined}>
          {error}
        </p>
      ) : null}
      {children}
    </fieldset>
  )
}
