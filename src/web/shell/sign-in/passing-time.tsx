import type { ReactElement } from 'react'
import { redirect } from 'react-router'
import { addDays, addMonths, type Day, isDay } from '#kernel'
import { Button, HiddenKey, Note } from '#ui'
import type { App } from '../context.ts'
import { formatDayLong } from '../format.ts'
import type { Language } from '../language.ts'
import { notFound } from '../page.ts'
import { castTexts } from './cast-texts.ts'

const steps = {
  week: (day: Day) => addDays(day, 7),
  month: (day: Day) => addMonths(day, 1),
  quarter: (day: Day) => addMonths(day, 3),
} as const satisfies Record<string, (day: Day) => Day>
type Ahead = keyof typeof steps

/** Lets the days of the demonstration pass, once for each page that was shown: a second press of the same button finds another day. */
export async function letTimePass(app: App, form: FormData): Promise<Response> {
  const from = form.get('from')
  const ahead = form.get('ahead')
  if (!app.passTime || !isDay(from) || typeof ahead !== 'string' || !Object.hasOwn(steps, ahead)) throw notFound()
  const passed = await app.passTime(from, steps[ahead as Ahead](from))
  return redirect(`/demonstration?klart=${passed ? 'tid' : 'annan-dag'}#tiden`, 303)
}

/** What the redirect of `letTimePass` says of it. */
type Moved = 'tid' | 'annan-dag' | undefined

export function movedOf(request: Request): Moved {
  const done = new URL(request.url).searchParams.get('klart')
  return done === 'tid' || done === 'annan-dag' ? done : undefined
}

type Props = { readonly language: Language; readonly today: Day; readonly moved: Moved }

/** What day it is in the demonstration, and three ways forward. A whole case, from notice to result, takes a year; nobody can wait for it. */
export function PassingTime({ language, today, moved }: Props): ReactElement {
  const t = castTexts(language)
  const day = formatDayLong(today, language)
  return (
    <section className="sh-cast-time" id="tiden" aria-labelledby="time-title">
      <div>
        <h2 id="time-title">{t(moved === 'tid' ? 'timeNow' : 'time', { day })}</h2>
        <p className="ff-soft">{t('timeText')}</p>
      </div>
      {moved === 'annan-dag' ? <Note tone="sun">{t('timeLost')}</Note> : null}
      <form method="post">
        <HiddenKey name="intent" value="pass_time" />
        <HiddenKey name="from" value={today} />
        {(Object.keys(steps) as Ahead[]).map(ahead => (
          <Button key={ahead} variant="ghost" name="ahead" value={ahead}>
            {t(`ahead_${ahead}`)}
          </Button>
        ))}
      </form>
    </section>
  )
}
