import type { ReactNode } from 'react'
import { Field, type FieldTexts } from './field.tsx'

type Named = FieldTexts & {
  readonly name: string
  /** Defaults to `name`; the error summary links to it. */
  readonly id?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly readOnly?: boolean
  readonly form?: string
}

export type TextInputProps = Named & {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'time'
  readonly defaultValue?: string
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search'
  readonly maxLength?: number
  readonly width?: 'short' | 'medium' | 'full'
  readonly spellCheck?: boolean
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl' | 'auto'
}

/** One line of text. */
export function TextInput(props: TextInputProps): ReactNode {
  const { label, hint, error, optional, id, type = 'text', width, ...rest } = props
  return (
    <Field id={id ?? props.name} width={width} label={label} hint={hint} error={error} optional={optional}>
      {control => <input className="ds-input" type={type} {...rest} {...control} />}
    </Field>
  )
}

export type TextAreaProps = Named & {
  readonly defaultValue?: string
  readonly rows?: number
  readonly maxLength?: number
  readonly lang?: string
}

/** Several lines. Rare and short: say in the hint what must not be written (ux.md §5.3). */
export function TextArea({ label, hint, error, optional, id, rows = 4, ...rest }: TextAreaProps): ReactNode {
  return (
    <Field id={id ?? rest.name} label={label} hint={hint} error={error} optional={optional}>
      {control => <textarea className="ds-input" rows={rows} {...rest} {...control} />}
    </Field>
  )
}

export type Choice = {
  readonly value: string
  readonly label: string
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

export type ChoiceGroup = { readonly label: string; readonly options: readonly Choice[] }

export type SelectProps = Named & {
  readonly options: readonly (Choice | ChoiceGroup)[]
  /** The first, empty choice: "Välj …". Left out when there is a default. */
  readonly placeholder?: string
  readonly defaultValue?: string
  readonly width?: 'short' | 'medium' | 'full'
}

function Option({ option }: { readonly option: Choice }): ReactNode {
  return (
    <option value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  )
}

/** A native list, for more than seven choices; fewer are radios. */
export function Select(props: SelectProps): ReactNode {
  const { label, hint, error, optional, id, options, placeholder, width, readOnly: _, ...rest } = props
  return (
    <Field id={id ?? props.name} width={width} label={label} hint={hint} error={error} optional={optional}>
      {control => (
        <select className="ds-input" {...rest} {...control}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map(option =>
            'options' in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map(inner => (
                  <Option key={inner.value} option={inner} />
                ))}
              </optgroup>
            ) : (
              <Option key={option.value} option={option} />
            ),
          )}
        </select>
      )}
    </Field>
  )
}

export type DateInputProps = Named & {
  /** `YYYY-MM-DD` */
  readonly defaultValue?: string
  readonly min?: string
  readonly max?: string
  readonly autoComplete?: string
}

/** A day, in the browser's own picker. */
export function DateInput({ label, hint, error, optional, id, ...rest }: DateInputProps): ReactNode {
  return (
    <Field id={id ?? rest.name} width="short" label={label} hint={hint} error={error} optional={optional}>
      {control => <input className="ds-input" type="date" {...rest} {...control} />}
    </Field>
  )
}

export type NumberInputProps = Named & {
  readonly defaultValue?: number | string
  readonly min?: number
  readonly max?: number
  /** Decimals allowed: the keyboard of a phone shows a comma. */
  readonly decimals?: boolean
  /** "kr", "månader": stands after the number. */
  readonly unit?: string
}

/**
 * A number, typed as text: `type=number` loses what cannot be read, changes on scroll and refuses the Swedish comma.
 * The edge reads and refuses it (GOV.UK's advice on numbers).
 */
export function NumberInput(props: NumberInputProps): ReactNode {
  const { label, hint, error, optional, id, decimals, unit, min: _min, max: _max, ...rest } = props
  const mode = decimals ? 'decimal' : 'numeric'
  return (
    <Field id={id ?? props.name} width="short" label={label} hint={hint} error={error} optional={optional}>
      {control => (
        <span className="ff-affixed">
          <input className="ds-input" type="text" inputMode={mode} autoComplete="off" {...rest} {...control} />
          {unit ? <span className="ff-unit">{unit}</span> : null}
        </span>
      )}
    </Field>
  )
}

export type FileInputProps = Named & { readonly accept?: string; readonly multiple?: boolean }

/** A file, by button: nothing has to be dragged (WCAG 2.5.7). */
export function FileInput({ label, hint, error, optional, id, readOnly: _, ...rest }: FileInputProps): ReactNode {
  return (
    <Field id={id ?? rest.name} label={label} hint={hint} error={error} optional={optional}>
      {control => <input className="ff-file" type="file" {...rest} {...control} />}
    </Field>
  )
}
