import type { ReactNode } from 'react'
import { classes } from '../classes.ts'

/** The five distances of the look: 8, 16, 24, 40 and 64 px. */
export type Gap = 's' | 'm' | 'l' | 'xl' | 'xxl'

export type StackProps = { readonly gap?: Gap; readonly children: ReactNode }

/** Things under each other. */
export function Stack({ gap = 'l', children }: StackProps): ReactNode {
  return <div className={`ff-stack ff-gap-${gap}`}>{children}</div>
}

export type RowProps = {
  readonly gap?: Gap
  /** `apart` sends the last to the far end, `end` all of them. */
  readonly spread?: 'start' | 'apart' | 'end'
  readonly children: ReactNode
}

/** Things beside each other, which wrap when there is no room. */
export function Row({ gap = 'm', spread = 'start', children }: RowProps): ReactNode {
  return <div className={classes('ff-row', `ff-gap-${gap}`, spread !== 'start' && `ff-row--${spread}`)}>{children}</div>
}

export type SplitProps = {
  /** How the width is shared: equal, or the first wider. */
  readonly shape?: 'even' | 'wide-first' | 'narrow-first' | 'three'
  readonly children: ReactNode
}

/** Two or three columns that become one when narrow. */
export function Split({ shape = 'even', children }: SplitProps): ReactNode {
  return <div className={`ff-split ff-split--${shape}`}>{children}</div>
}

export type ProseProps = { readonly children: ReactNode }

/** Running text, at most 62 characters a line. */
export function Prose({ children }: ProseProps): ReactNode {
  return <div className="ff-prose">{children}</div>
}
