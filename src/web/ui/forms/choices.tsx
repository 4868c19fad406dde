import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import { Fieldset, type FieldTexts } from './field.tsx'
import type { Choice } from './inputs.tsx'

type Group = FieldTexts & {
  readonly name: string
  /** Defaults to `name`. The first control has the id itself, so that the error summary reaches it. */
  readonly id?: string
  readonly options: readonly Choice[]
  /** `cards` are the large choices of participant pages; `inline` for two or three short ones. */
  readonly layout?: 'list' | 'inline' | 'cards'
  readonly required?: boolean
  readonly big?: boolean
}

export type RadiosProps = Group & { readonly defaultValue?: string }

export type CheckboxesProps = Group & { readonly defaultValues?: readonly string[] }

type BoxProps = {
  readonly type: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly option: Choice
  readonly checked: boolean
  readonly invalid: boolean
  readonly required?: boolean
}

function Box({ type, id, name, option, checked, invalid, required }: BoxProps): ReactNode {
  const hintId = option.hint ? `${id}-hint-own` : undefined
  return (
    <div className="ff-choice">
      <input
        className="ds-input"
        type={type}
        id={id}
        name={name}
        value={option.value}
        defaultChecked={checked}
        disabled={option.disabled}
        required={required}
        aria-invalid={invalid ? true : undefined}
        aria-describedby={hintId}
      />
      <label htmlFor={id}>{option.label}</label>
      {option.hint ? (
        <div className="ff-hint" id={hintId}>
          {option.hint}
        </div>
      ) : null}
    </div>
  )
}

function ChoiceGroup(
  props: Group & { readonly type: BoxProps['type']; readonly chosen: readonly string[] },
): ReactNode {
  const { type, chosen, name, id = name, options, layout = 'list', label, hint, error, optional, required, big } = props
  return (
    <Fieldset id={`${id}-group`} label={label} hint={hint} error={error} optional={optional} big={big}>
      <div className={classes('ff-choices', `ff-choices--${layout}`)}>
        {options.map((option, index) => (
          <Box
            key={option.value}
            type={type}
            id={index === 0 ? id : `${id}-${option.value}`}
            name={name}
            option={option}
            checked={chosen.includes(option.value)}
            invalid={Boolean(error)}
            required={type === 'radio' && required}
          />
        ))}
      </div>
    </Fieldset>
  )
}

/** One of a few. */
export function Radios({ defaultValue, ...group }: RadiosProps): ReactNode {
  return <ChoiceGroup {...group} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />
}

/** Any of a few. */
export function Checkboxes({ defaultValues = [], ...group }: CheckboxesProps): ReactNode {
  return <ChoiceGroup {...group} type="checkbox" chosen={defaultValues} />
}

export type CheckboxProps = {
  readonly name: string
  readonly value?: string
  readonly label: string
  readonly hint?: ReactNode
  readonly defaultChecked?: boolean
  readonly error?: ReactNode
  readonly id?: string
  readonly required?: boolean
}

/** One yes-or-no, e.g. "Jag har läst villkoren". */
export function Checkbox(props: CheckboxProps): ReactNode {
  const { name, value = 'on', label, hint, defaultChecked = false, error, id = name, required } = props
  return (
    <div className={classes('ff-field', Boolean(error) && 'ff-field--error')}>
      {error ? (
        <p className="ds-validation-message" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <Box
        type="checkbox"
        id={id}
        name={name}
        option={{ value, label, hint }}
        checked={defaultChecked}
        invalid={Boolean(error)}
        required={required}
      />
    </div>
  )
}
