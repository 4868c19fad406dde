import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'

export type NavItem = {
  readonly href: string
  readonly label: string
  readonly current?: boolean
  /** A number worth seeing, e.g. unanswered questions; `countLabel` says what it counts. */
  readonly count?: number
  readonly countLabel?: string
}

export type TopBarProps = {
  readonly name: string
  readonly homeHref: string
  readonly nav: readonly NavItem[]
  /** Names the navigation for those who listen: "Huvudmeny". */
  readonly navLabel: string
  /** The word on the button that opens the menu on a phone: "Meny". */
  readonly menuLabel: string
  /** Who acts and for whom: "Karin Berg · upphandlare, Lokalförvaltningen". */
  readonly who?: ReactNode
  /** Slots: a sign-out form and a language switch. */
  readonly signOut?: ReactNode
  readonly language?: ReactNode
}

function NavLink({ item }: { readonly item: NavItem }): ReactNode {
  return (
    <li>
      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
        {item.label}
        {item.count ? (
          <span className="ff-count">
            {item.count}
            {item.countLabel ? <span className="ds-sr-only"> {item.countLabel}</span> : null}
          </span>
        ) : null}
      </a>
    </li>
  )
}

/**
 * The top of every staff page. On a phone the menu is a native popover: it opens, closes with Esc and gives back focus without
 * script. A browser that lacks popover shows the whole menu.
 */
export function TopBar(props: TopBarProps): ReactNode {
  return (
    <header className="ff-top">
      <div className="ff-top-in">
        <Mark name={props.name} href={props.homeHref} />
        <button type="button" className="ff-top-button" popoverTarget="ff-menu">
          {props.menuLabel}
        </button>
        <div className="ff-top-menu" id="ff-menu" popover="auto">
          <nav aria-label={props.navLabel}>
            <ul>
              {props.nav.map(item => (
                <NavLink key={item.href} item={item} />
              ))}
            </ul>
          </nav>
          {props.who ? <p className="ff-who">{props.who}</p> : null}
          {props.language ? <div className="ff-top-tool">{props.language}</div> : null}
          {props.signOut ? <div className="ff-top-tool">{props.signOut}</div> : null}
        </div>
      </div>
    </header>
  )
}
