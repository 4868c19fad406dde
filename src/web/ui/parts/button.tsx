import type { ReactNode } from 'react'
import { classes } from '../classes.ts'

export type ButtonVariant = 'primary' | 'ghost' | 'text' | 'danger'

type Look = {
  readonly variant?: ButtonVariant
  /** `big` is the 56 px button of participant pages, as wide as its column. */
  readonly size?: 'normal' | 'small' | 'big'
  readonly children: ReactNode
}

export type ButtonProps = Look & {
  readonly type?: 'submit' | 'button' | 'reset'
  readonly name?: string
  readonly value?: string
  readonly form?: string
  readonly formAction?: string
  readonly formNoValidate?: boolean
  readonly disabled?: boolean
  readonly id?: string
  readonly describedBy?: string
  /** Opens or closes the native popover or dialog with this id, without script. */
  readonly popoverTarget?: string
  readonly lang?: string
}

export type ButtonLinkProps = Look & {
  readonly href: string
  readonly download?: boolean | string
  readonly id?: string
  readonly lang?: string
  readonly rel?: string
}

/** ds-button draws the shape; `data-variant` is Designsystemet's own word for the three kinds. */
function look({ variant = 'primary', size = 'normal' }: Look): { className: string; 'data-variant': string } {
  const kind = { primary: 'primary', danger: 'primary', ghost: 'secondary', text: 'tertiary' } as const
  return {
    className: classes('ds-button', 'ff-button', `ff-button--${variant}`, size !== 'normal' && `ff-button--${size}`),
    'data-variant': kind[variant],
  }
}

/** A button says what happens: "Anta fördelningen". Sends its form unless `type` says otherwise. */
export function Button({ variant, size, children, describedBy, type = 'submit', ...rest }: ButtonProps): ReactNode {
  return (
    <button type={type} aria-describedby={describedBy} {...rest} {...look({ variant, size, children })}>
      {children}
    </button>
  )
}

/** A link that looks like a button, for going somewhere as the next step. */
export function ButtonLink({ variant, size, children, ...rest }: ButtonLinkProps): ReactNode {
  return (
    <a {...rest} {...look({ variant, size, children })}>
      {children}
    </a>
  )
}
