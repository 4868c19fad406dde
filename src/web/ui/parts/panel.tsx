import type { ReactNode } from 'react'
import { classes, type HeadingLevel, type Tone } from '../classes.ts'
import { Heading } from '../heading.tsx'

export type PanelProps = {
  readonly title?: ReactNode
  readonly level?: HeadingLevel
  /** A quiet link or tag beside the heading. */
  readonly aside?: ReactNode
  readonly tone?: Tone
  readonly id?: string
  readonly children?: ReactNode
}

/** One panel for one question. Never inside another panel. Its heading is enough to find it by: a landmark a panel would be too many. */
export function Panel({ title, level = 2, aside, tone = 'plain', id, children }: PanelProps): ReactNode {
  const headingId = id && title ? `${id}-title` : undefined
  return (
    <section className={classes('ff-panel', tone !== 'plain' && `ff-panel--toned ff-panel--${tone}`)} id={id}>
      {title ? (
        <div className="ff-panel-head">
          <Heading level={level} id={headingId}>
            {title}
          </Heading>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  )
}

export type NoteProps = {
  readonly tone?: 'sun' | 'red' | 'pine' | 'sky'
  /** The first words, in bold: they say what is so. */
  readonly title?: ReactNode
  /** `status` for something just saved, `alert` only for the urgent (WCAG 4.1.3). */
  readonly role?: 'status' | 'alert'
  readonly id?: string
  readonly children?: ReactNode
}

/** Something to know before going on, in two sentences. */
export function Note({ tone = 'sun', title, role, id, children }: NoteProps): ReactNode {
  return (
    <div className={`ff-note ff-note--${tone}`} role={role} id={id}>
      {title ? <strong className="ff-note-title">{title}</strong> : null} {children}
    </div>
  )
}

export type TagProps = { readonly tone?: Tone; readonly children: ReactNode }

/** One of the twelve state words. Plain for what is done; colour only for what needs somebody (ux.md §3). */
export function Tag({ tone = 'plain', children }: TagProps): ReactNode {
  return <span className={`ff-tag ff-tag--${tone}`}>{children}</span>
}

export type EmptyStateProps = {
  /** What will stand here, and when the next thing comes. */
  readonly title: ReactNode
  readonly action?: ReactNode
  readonly children?: ReactNode
}

/** Nothing yet, nothing for this filter, or all done: three texts, one form (ux.md §4.9). */
export function EmptyState({ title, action, children }: EmptyStateProps): ReactNode {
  return (
    <div className="ff-empty">
      <p className="ff-empty-title">{title}</p>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  )
}

export type DetailsProps = {
  readonly summary: ReactNode
  readonly open?: boolean
  readonly id?: string
  readonly children: ReactNode
}

/** Folded text, native. Opens in print. */
export function Details({ summary, open, id, children }: DetailsProps): ReactNode {
  return (
    <details className="ff-details" open={open} id={id}>
      <summary>{summary}</summary>
      <div className="ff-details-in">{children}</div>
    </details>
  )
}
