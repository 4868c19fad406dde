import type { ReactElement } from 'react'
import { candidatesAccess, ownQuestions } from '#domain/candidates'
import { listOwnPlacements } from '#domain/placement'
import { planOf } from '#domain/tracks'
import { formatDay, type Handle, look, notFound, visit } from '#shell'
import type { Route } from './+types/now'
import { JobView, jobQuestion } from './job-view.tsx'
import { leave } from './leave.ts'
import { jobOf, ownPage, personOf } from './own-pages.ts'
import { ParticipantPage } from './participant-page.tsx'
import { named, Phrase } from './phrases.tsx'
import { QuestionView } from './question-view.tsx'
import { participantTexts } from './texts.ts'

export const handle: Handle = {
  operations: { loader: 'self.now', actions: { leave: 'self.leave' } },
  frame: 'participant',
}

/** Leaving is answered here, before any page is drawn: its answer is not one of ours to look at. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, request }, next) => (request.method === 'POST' ? leave(context, request) : next()),
]

export function action(): never {
  throw notFound()
}

/** One thing, by what waits: a question, an offer, a confirmation, or nothing and what comes next (ux.md I1). */
export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, candidatesAccess, 'self.now', request)
  return look(v, async tx => {
    const person = personOf(v)
    const page = { ...(await ownPage(tx, v)), path: '/nu', pageTitle: participantTexts(v.language)('menuNow') }
    const questions = await ownQuestions(tx, person, v.today)
    const [line] = questions
    if (line) return { ...page, shows: 'question' as const, line, job: await jobOf(tx, line) }
    const jobs = await listOwnPlacements(tx, v.today)
    const job = (['offered', 'confirm', 'still'] as const)
      .map(question => jobs.find(one => jobQuestion(one) === question))
      .find(one => one !== undefined)
    if (job) return { ...page, shows: 'job' as const, job }
    const plan = await planOf(tx, person)
    const next = [
      ...plan
        .filter(step => step.state === 'booked' && step.startsOn >= v.today)
        .map(step => ({ kind: 'course' as const, name: step.name, day: step.startsOn })),
      ...jobs
        .filter(one => one.state === 'agreed')
        .map(one => ({ kind: 'job' as const, name: one.employer, day: one.startsOn })),
    ]
    return { ...page, shows: 'nothing' as const, next: next.sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, 3) }
  })
}

export default function Now({ loaderData }: Route.ComponentProps): ReactElement {
  if (loaderData.shows === 'question') return <QuestionView {...loaderData} />
  if (loaderData.shows === 'job') return <JobView {...loaderData} />
  const { language, today, path, contact, next } = loaderData
  const t = participantTexts(language)
  return (
    <ParticipantPage
      {...{ language, path, contact }}
      menu
      talking
      title={t('nothing')}
      lede={next.length === 0 ? t('nothingNoDate') : t('nothingDates')}
    >
      {next.length === 0 ? null : (
        <ul className="pa-dates">
          {next.map(one => {
            const day = formatDay(one.day, language, today)
            const sentence =
              one.kind === 'course'
                ? t('dateCourse', { name: named(one.name), day })
                : t('dateJob', { employer: named(one.name), day })
            return (
              <li key={`${one.kind} ${one.name} ${one.day}`}>
                <Phrase>{sentence}</Phrase>
              </li>
            )
          })}
        </ul>
      )}
    </ParticipantPage>
  )
}
