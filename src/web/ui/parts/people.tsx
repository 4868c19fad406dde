import type { ReactNode } from 'react'

export type PersonChipProps = {
  readonly name: string
  /** The case's number for the person, never a personal identity number. */
  readonly number?: string
  readonly href?: string
  /** The role or the organisation. */
  readonly note?: ReactNode
  /** Two letters; left out when a name may not be shown. */
  readonly initials?: string
}

/** A person in a row of text: name, number, role. Never a picture, a score or an origin. */
export function PersonChip({ name, number, href, note, initials }: PersonChipProps): ReactNode {
  const label = <bdi>{name}</bdi>
  return (
    <span className="ff-person">
      {initials ? (
        <span className="ff-person-initials" aria-hidden="true">
          {initials}
        </span>
      ) : null}
      <span>
        {href ? <a href={href}>{label}</a> : <b>{label}</b>} {number ? <span className="ff-soft">{number}</span> : null}
        {note ? <span className="ff-person-note">{note}</span> : null}
      </span>
    </span>
  )
}

export type ReceiptProps = {
  /** "Rapporten är skickad" */
  readonly title: ReactNode
  readonly reference?: { readonly label: ReactNode; readonly value: ReactNode }
  /** What happens next and when. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** The proof that it went through, at once: what, number, what happens next. */
export function Receipt({ title, reference, children, actions }: ReceiptProps): ReactNode {
  return (
    <section className="ff-receipt" role="status">
      <svg className="ff-receipt-sign" width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
        <circle cx="22" cy="22" r="21" />
        <path d="M13 22.5l6.5 6.5L32 16" />
      </svg>
      <div>
        <h2>{title}</h2>
        {reference ? (
          <p className="ff-receipt-ref">
            {reference.label} <b>{reference.value}</b>
          </p>
        ) : null}
        {children}
        {actions ? <div className="ff-row ff-gap-m">{actions}</div> : null}
      </div>
    </section>
  )
}
