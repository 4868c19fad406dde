import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'

export type ParticipantFrameProps = {
  readonly name: string
  readonly homeHref?: string
  /** Slot for the language switch. */
  readonly language?: ReactNode
  /** Slot for "Lyssna". */
  readonly listen?: ReactNode
  /** Slot for "Lämna sidan", which takes the person away at once (ux.md §4.19). */
  readonly leave?: ReactNode
  readonly kicker?: ReactNode
  readonly title: ReactNode
  readonly lede?: ReactNode
  /** At most two big buttons. */
  readonly actions?: ReactNode
  /** A way to a human being, last on every page. */
  readonly help?: ReactNode
  readonly id?: string
  readonly children?: ReactNode
}

/** One question, big words, two buttons, a way to a human. Nothing else. Made for a phone first. */
export function ParticipantFrame(props: ParticipantFrameProps): ReactNode {
  return (
    <div className="ff-calm">
      <header className="ff-calm-top">
        <Mark name={props.name} href={props.homeHref} />
        <div className="ff-calm-tools">
          {props.language}
          {props.listen}
        </div>
      </header>
      <main className="ff-calm-main" id={props.id ?? 'main'} tabIndex={-1}>
        {props.kicker ? <p className="ff-kicker">{props.kicker}</p> : null}
        <h1>{props.title}</h1>
        {props.lede ? <div className="ff-calm-lede">{props.lede}</div> : null}
        {props.children}
        {props.actions ? <div className="ff-calm-actions">{props.actions}</div> : null}
        {props.help ? <div className="ff-calm-help">{props.help}</div> : null}
      </main>
      {props.leave ? <footer className="ff-calm-leave">{props.leave}</footer> : null}
    </div>
  )
}
