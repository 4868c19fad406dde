import { addDays, type Day } from '#kernel'

/** What somebody can owe, by role. The sentence is the page's. */
export const toDoKinds = [
  // Procurer
  'accept_notice',
  'submit_need',
  'name_matching',
  'decide_requirement',
  'choose_clause',
  'lock_clause',
  'complete_step',
  'award',
  'close',
  'judge_report',
  'late_case',
  // Matching side and districts
  'propose_people',
  'consider_proposals',
  'present_shortlist',
  'ask_again',
  'remind_permission',
  'apportion',
  'self_check',
  'adopt_profile',
  // Courses
  'book_course',
  'note_results',
  'confirm_intervention',
  'start_soon',
  // Employer
  'send_report',
  'mend_report',
  'answer_candidates',
  'say_started',
  'say_still',
  'first_start',
  // Administrator
  'appointment_ends',
] as const
export type ToDoKind = (typeof toDoKinds)[number]

/** One thing to do: what, about what, by when, and where it is done. `facts` hold titles, numbers and days, never a person's name. */
export type ToDo = {
  readonly kind: ToDoKind
  /** With the kind, the same thing has the same key on every day. */
  readonly key: string
  readonly href: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly due?: Day
}

export type ToDoList = {
  readonly shown: readonly ToDo[]
  readonly more: number
  readonly late: number
  readonly today: number
}

/** As many as a person can look at in the morning; the rest is counted. */
export const mostShown = 20

/** What is due later than this is not yet something to do. */
export const daysAhead = 90

/** By day, the late first; what has no day comes last. The order of equals is always the same. */
export function listed(all: readonly ToDo[], today: Day, most = mostShown): ToDoList {
  const horizon = addDays(today, daysAhead)
  const sorted = all
    .filter(({ due }) => due === undefined || due <= horizon)
    .toSorted(
      (a, b) =>
        (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
        toDoKinds.indexOf(a.kind) - toDoKinds.indexOf(b.kind) ||
        a.key.localeCompare(b.key),
    )
  return {
    shown: sorted.slice(0, most),
    more: Math.max(0, sorted.length - most),
    late: sorted.filter(({ due }) => due !== undefined && due < today).length,
    today: sorted.filter(({ due }) => due === today).length,
  }
}
