import type { ReactNode } from 'react'
import type { HeadingLevel } from './classes.ts'

export type HeadingProps = {
  readonly level?: HeadingLevel
  readonly id?: string
  readonly className?: string
  readonly children: ReactNode
}

/** A heading whose level follows the outline of the page, while its size follows its class. */
export function Heading({ level = 2, id, className, children }: HeadingProps): ReactNode {
  const Tag = `h${level}` as const
  return (
    <Tag id={id} className={className}>
      {children}
    </Tag>
  )
}

/** Text for those who listen instead of look. */
export function Hidden({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className="ds-sr-only">{children}</span>
}
