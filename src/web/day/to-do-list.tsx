import type { ReactElement } from 'react'
import type { ToDo } from '#domain/reports'
import { addDays, type Day } from '#kernel'
import { formatDay, type Language, relativeDays } from '#shell'
import { Tag, TaskList } from '#ui'
import { periodText } from '../followup/period.ts'
import { texts } from './texts.ts'

type Props = {
  readonly items: readonly ToDo[]
  readonly label: string
  readonly language: Language
  readonly today: Day
}

/** What to do, about what, by when, each the way to where it is done. */
export function ToDoItems({ items, label, language, today }: Props): ReactElement {
  return (
    <TaskList
      label={label}
      tasks={items.map(item => ({
        key: `${item.kind} ${item.key}`,
        href: item.href,
        name: sentenceOf(item, language),
        hint: hintOf(item, language, today),
        status: <Due item={item} language={language} today={today} />,
      }))}
    />
  )
}

function Due({ item, language, today }: { item: ToDo; language: Language; today: Day }): ReactElement {
  if (item.due === undefined) return <Tag>{texts(language)('noDate')}</Tag>
  const tone = item.due < today ? 'red' : item.due <= addDays(today, 3) ? 'sun' : 'plain'
  return <Tag tone={tone}>{relativeDays(item.due, today, language)}</Tag>
}

/** The verb and its object. Facts are numbers and titles; the sentence is the page's (house.md §9). */
export function sentenceOf({ kind, facts }: ToDo, language: Language): string {
  const t = texts(language)
  const number = (name: string): number => Number(facts[name] ?? 0)
  const text = (name: string): string => String(facts[name] ?? '')
  const course = language === 'en' ? text('courseEn') : text('course')
  const period = (): string => periodText(text('from'), text('to'), language)
  switch (kind) {
    case 'late_case':
      return t(kind, { side: t(`side_${text('side') as 'team'}`) })
    case 'propose_people':
      return t(kind, { left: number('left'), proposed: number('proposed') })
    case 'consider_proposals':
    case 'present_shortlist':
    case 'note_results':
    case 'answer_candidates':
      return t(kind, { n: number('n') })
    case 'ask_again':
    case 'remind_permission':
      return t(kind, { number: number('number') })
    case 'apportion':
      return t(kind, { places: number('places') })
    case 'book_course':
      return t(kind, { n: number('n'), course })
    case 'confirm_intervention':
      return t(kind, { course })
    case 'start_soon':
      return t(kind, { course, taken: number('taken'), seats: number('seats') })
    case 'send_report':
    case 'mend_report':
      return t(kind, { period: period() })
    case 'appointment_ends':
      return t(kind, { who: text('who'), organisation: text('organisation') })
    default:
      return t(kind)
  }
}

/** About what, and by when, in one quiet line. */
function hintOf({ kind, facts, due }: ToDo, language: Language, today: Day): string {
  const t = texts(language)
  const day = due === undefined ? '' : formatDay(due, language, today)
  const about =
    facts.title ?? facts.file ?? (kind === 'note_results' ? (language === 'en' ? facts.courseEn : facts.course) : '')
  const minutes: Partial<Record<ToDo['kind'], number>> = {
    send_report: 5,
    mend_report: 5,
    answer_candidates: 10,
    say_started: 1,
    say_still: 1,
  }
  const takes = minutes[kind]
  return [about, facts.area ?? facts.supplier, day, takes === undefined ? undefined : t('minutes', { n: takes })]
    .filter(part => part !== undefined && part !== '')
    .join(' · ')
}
