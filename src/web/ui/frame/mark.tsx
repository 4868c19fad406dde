import type { ReactNode } from 'react'

export type MarkProps = { readonly name: string; readonly href?: string }

/** The mark: a stair of three steps, and the name. With `href` it leads home. */
export function Mark({ name, href }: MarkProps): ReactNode {
  const inside = (
    <>
      <svg className="ff-mark-stair" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
        <path d="M3 23.5h8v-6.5h7v-6.5h7" />
      </svg>
      <span translate="no">{name}</span>
    </>
  )
  return href ? (
    <a className="ff-mark" href={href}>
      {inside}
    </a>
  ) : (
    <span className="ff-mark">{inside}</span>
  )
}
