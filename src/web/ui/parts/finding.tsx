import type { ReactNode } from 'react'
import { Hidden } from '../heading.tsx'
import { Button } from './button.tsx'

export type PaginationProps = {
  readonly label: string
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
  readonly previous: string
  readonly next: string
  /** "1–50 av 312" */
  readonly summary?: ReactNode
}

/** Page numbers worth showing: first, last, the current and its neighbours; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): readonly number[] {
  const near = [1, page - 1, page, page + 1, pages].filter(number => number >= 1 && number <= pages)
  const shown = [...new Set(near)].sort((a, b) => a - b)
  return shown.flatMap((number, index) => (index > 0 && number - (shown[index - 1] ?? 0) > 1 ? [0, number] : [number]))
}

/** Pages of a list, never endless scrolling: one must be able to find the place again (ux.md §7.1). */
export function Pagination({ label, page, pages, href, previous, next, summary }: PaginationProps): ReactNode {
  if (pages <= 1) return summary ? <p className="ff-soft">{summary}</p> : null
  return (
    <nav className="ff-pages" aria-label={label}>
      {summary ? <p className="ff-soft">{summary}</p> : null}
      <ol>
        {page > 1 ? (
          <li>
            <a href={href(page - 1)} rel="prev" className="ff-pages-turn">
              {previous}
            </a>
          </li>
        ) : null}
        {pageNumbers(page, pages).map((number, index) =>
          number === 0 ? (
            <li key={`gap-${index === 1 ? 'before' : 'after'}`} className="ff-pages-gap" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={number} className={Math.abs(number - page) > 0 ? 'ff-pages-far' : undefined}>
              <a href={href(number)} aria-current={number === page ? 'page' : undefined}>
                {number}
              </a>
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <a href={href(page + 1)} rel="next" className="ff-pages-turn">
              {next}
            </a>
          </li>
        ) : null}
      </ol>
    </nav>
  )
}

export type FilterChip = {
  readonly key: string
  readonly label: string
  /** The same list without this filter. */
  readonly removeHref: string
  /** "Ta bort filtret", read before the label. */
  readonly removeLabel: string
}

export type FilterFormProps = {
  /** Names the search for those who listen. */
  readonly label: string
  readonly action: string
  readonly submitLabel: string
  readonly chips?: readonly FilterChip[]
  readonly clear?: { readonly href: string; readonly label: string }
  /** How many there are: announced when it changes. */
  readonly count?: ReactNode
  /** The few top filters; more can stand in a `Details`. */
  readonly children?: ReactNode
}

/** Filters live in the address: a GET form, and chips that are links (ux.md §4.4). */
export function FilterForm({
  label,
  action,
  submitLabel,
  chips = [],
  clear,
  count,
  children,
}: FilterFormProps): ReactNode {
  return (
    <search className="ff-filter" aria-label={label}>
      <form method="get" action={action}>
        <div className="ff-filter-fields">
          {children}
          <Button variant="ghost">{submitLabel}</Button>
        </div>
      </form>
      <div className="ff-filter-line">
        {count ? (
          <p className="ff-filter-count" role="status">
            {count}
          </p>
        ) : null}
        {chips.length > 0 ? (
          <ul className="ff-chips">
            {chips.map(chip => (
              <li key={chip.key}>
                <a className="ff-chip" href={chip.removeHref}>
                  <Hidden>{chip.removeLabel} </Hidden>
                  {chip.label}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {clear && chips.length > 0 ? <a href={clear.href}>{clear.label}</a> : null}
      </div>
    </search>
  )
}

export type Tab = {
  readonly href: string
  readonly label: string
  readonly current?: boolean
  readonly count?: ReactNode
}

export type TabsProps = { readonly label: string; readonly tabs: readonly Tab[] }

/** Parts of one thing, each with an address of its own; links, so they work without script and can be sent. */
export function Tabs({ label, tabs }: TabsProps): ReactNode {
  return (
    <nav className="ff-tabs" aria-label={label}>
      <ul>
        {tabs.map(tab => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined ? <span className="ff-tabs-count">{tab.count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
