import type { ReactNode } from 'react'

export type Definition = { readonly key: string; readonly label: ReactNode; readonly value: ReactNode }

export type DefinitionListProps = { readonly items: readonly Definition[]; readonly layout?: 'beside' | 'above' }

/** Names and what they stand for. `above` sets each name over its value, several beside each other. */
export function DefinitionList({ items, layout = 'beside' }: DefinitionListProps): ReactNode {
  return (
    <dl className={`ff-defs ff-defs--${layout}`}>
      {items.map(item => (
        <div key={item.key}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export type TimelineEvent = {
  readonly key: string
  readonly who: ReactNode
  readonly what: ReactNode
  /** As people say it: "i dag 09.12", with `dateTime` for machines. */
  readonly when: ReactNode
  readonly dateTime?: string
  readonly why?: ReactNode
}

export type TimelineProps = { readonly events: readonly TimelineEvent[]; readonly label?: string }

/** History: who did what, when, and why. Newest first by the caller's order. */
export function Timeline({ events, label }: TimelineProps): ReactNode {
  return (
    <ol className="ff-timeline" aria-label={label}>
      {events.map(event => (
        <li key={event.key}>
          <p>
            <b>{event.who}</b> {event.what}
          </p>
          {event.why ? <p className="ff-timeline-why">{event.why}</p> : null}
          <p className="ff-soft">
            <time dateTime={event.dateTime}>{event.when}</time>
          </p>
        </li>
      ))}
    </ol>
  )
}

export type Task = {
  readonly key: string
  /** Begins with a verb: "Beskriv målgruppen". */
  readonly name: ReactNode
  /** Without `href` the task cannot be begun. */
  readonly href?: string
  readonly hint?: ReactNode
  /** A `Tag`, or plain text when it is done. */
  readonly status?: ReactNode
}

export type TaskListProps = { readonly tasks: readonly Task[]; readonly label?: string }

/** What is to be done, one row each; the whole row is the target (GOV.UK's task list pattern, ux.md §4.1). */
export function TaskList({ tasks, label }: TaskListProps): ReactNode {
  return (
    <ul className="ff-tasks" aria-label={label}>
      {tasks.map(task => (
        <li key={task.key} className={task.href ? 'ff-task' : 'ff-task ff-task--locked'}>
          <div>
            {task.href ? (
              <a className="ff-task-name" href={task.href}>
                {task.name}
              </a>
            ) : (
              <span className="ff-task-name">{task.name}</span>
            )}
            {task.hint ? <p className="ff-soft">{task.hint}</p> : null}
          </div>
          {task.status ? <div className="ff-task-status">{task.status}</div> : null}
        </li>
      ))}
    </ul>
  )
}

export type KeyFigure = {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
  /** The base or the goal: a number never stands alone. */
  readonly note?: ReactNode
}

export type KeyFiguresProps = { readonly figures: readonly KeyFigure[]; readonly label?: string }

/** The band of up to four large figures. */
export function KeyFigures({ figures, label }: KeyFiguresProps): ReactNode {
  return (
    <div className="ff-figures-frame">
      <dl className="ff-figures" aria-label={label}>
        {figures.map(figure => (
          <div key={figure.key}>
            <dt>{figure.label}</dt>
            <dd className="ff-figures-value">{figure.value}</dd>
            {figure.note ? <dd className="ff-soft">{figure.note}</dd> : null}
          </div>
        ))}
      </dl>
    </div>
  )
}

export type Answer = {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
  /** `hidden` completes the link for those who listen: "Ändra" + "heltidsmånader". */
  readonly change?: { readonly href: string; readonly label: string; readonly hidden: string }
}

export type CheckAnswersProps = { readonly answers: readonly Answer[] }

/** Everything about to be sent, with a way back to each answer (GOV.UK's check answers pattern, ux.md §4.3). */
export function CheckAnswers({ answers }: CheckAnswersProps): ReactNode {
  return (
    <dl className="ff-answers">
      {answers.map(answer => (
        <div key={answer.key}>
          <dt>{answer.label}</dt>
          <dd className="ff-answers-value">{answer.value}</dd>
          <dd className="ff-answers-change">
            {answer.change ? (
              <a href={answer.change.href}>
                {answer.change.label}
                <span className="ds-sr-only"> {answer.change.hidden}</span>
              </a>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
