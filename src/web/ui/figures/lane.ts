import type { FigureTexts } from './figure.tsx'

export type LaneTone = 'pine' | 'sky' | 'sun'

type Entry = {
  readonly key: string
  readonly label: string
  /** The dates as people say them, for the table and the lists: "2–16 mars". */
  readonly when: string
  readonly href?: string
}

/** Solid = ours and fixed, outline = planned, problem = does not fit (hatched, and its label says why). */
export type LaneBar = Entry & {
  readonly kind: 'solid' | 'outline' | 'problem'
  /** First and last day, `YYYY-MM-DD`; the last day counts. */
  readonly from: string
  readonly to: string
}

export type LaneMilestone = Entry & { readonly kind: 'diamond' | 'dot'; readonly on: string }

export type Lane = {
  readonly key: string
  readonly label: string
  readonly tone: LaneTone
  readonly items: readonly (LaneBar | LaneMilestone)[]
}

export type LanesProps = FigureTexts & {
  readonly lanes: readonly Lane[]
  /** The days the axis spans, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
  readonly today?: { readonly on: string; readonly label: string }
  /** Twelve month names, January first, in the reader's language. */
  readonly months: readonly string[]
  readonly words: {
    readonly lane: string
    readonly what: string
    readonly when: string
    readonly note: string
    /** Said of a bar that does not fit: "hinner inte". */
    readonly problem: string
    /** Said when the lane is empty. */
    readonly none: string
  }
}

export type LaneItem = LaneBar | LaneMilestone

export function isBar(item: LaneItem): item is LaneBar {
  return 'from' in item
}
