import type { ReactNode } from 'react'
import { classes } from '../classes.ts'

export type SkipLinkProps = { readonly label: string; readonly target?: string }

/** First in the page: goes past the menu to the content (WCAG 2.4.1). */
export function SkipLink({ label, target = 'main' }: SkipLinkProps): ReactNode {
  return (
    <a className="ds-skip-link ff-skip" href={`#${target}`}>
      {label}
    </a>
  )
}

export type Crumb = { readonly label: string; readonly href?: string }

export type CrumbsProps = { readonly label: string; readonly items: readonly Crumb[] }

/** The way back up. The last crumb without `href` is the page itself. */
export function Crumbs({ label, items }: CrumbsProps): ReactNode {
  return (
    <nav className="ff-crumbs" aria-label={label}>
      <ol>
        {items.map(crumb => (
          <li key={crumb.label}>
            {crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export type PageProps = {
  /** The one sentence of the page: what is so, or what to do. */
  readonly title: ReactNode
  readonly kicker?: ReactNode
  readonly crumbs?: CrumbsProps
  readonly lede?: ReactNode
  /** State of the thing, a `Tag`. */
  readonly tag?: ReactNode
  /** The one primary action, and at most a quiet one before it. */
  readonly actions?: ReactNode
  /** `text` keeps forms and reading pages to one readable column. */
  readonly width?: 'wide' | 'text'
  readonly id?: string
  readonly children?: ReactNode
}

/** The main part of a staff page: where, what, why, and the one thing to do. */
export function Page(props: PageProps): ReactNode {
  const { title, kicker, crumbs, lede, tag, actions, width = 'wide', id = 'main', children } = props
  return (
    <main className={classes('ff-page', width === 'text' && 'ff-page--text')} id={id} tabIndex={-1}>
      <div className="ff-page-head">
        {crumbs ? <Crumbs {...crumbs} /> : null}
        {kicker ? <p className="ff-kicker">{kicker}</p> : null}
        <div className="ff-page-line">
          <h1>{title}</h1>
          {tag || actions ? (
            <div className="ff-page-actions">
              {tag}
              {actions}
            </div>
          ) : null}
        </div>
        {lede ? <p className="ff-lede">{lede}</p> : null}
      </div>
      {children}
    </main>
  )
}

export type FooterProps = {
  readonly label: string
  readonly links: readonly { readonly href: string; readonly label: string }[]
  readonly children?: ReactNode
}

/** The foot of every page: help stands in the same place everywhere (WCAG 3.2.6). */
export function Footer({ label, links, children }: FooterProps): ReactNode {
  return (
    <footer className="ff-foot">
      <div className="ff-foot-in">
        {children ? <p>{children}</p> : null}
        <nav aria-label={label}>
          <ul>
            {links.map(link => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
