import type { ReactElement } from 'react'
import { reportsAccess, viewMyDay } from '#domain/reports'
import { isoWeek } from '#kernel'
import { formatDayLong, type Handle, look, visit } from '#shell'
import { EmptyState, Page, Panel, Split, Stack } from '#ui'
import type { Route } from './+types/my-day'
import { Fresh } from './fresh.tsx'
import { texts } from './texts.ts'
import { ToDoItems } from './to-do-list.tsx'
import { Wrong } from './wrong.tsx'

export const handle: Handle = { operations: { loader: 'day.view' } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, reportsAccess, 'day.view', request)
  const day = await look(v, tx => viewMyDay(tx, v.actor, v.today))
  return { language: v.language, today: v.today, day, pageTitle: texts(v.language)('page') }
}

/** The start page of those who work in the process: what to do by date, what does not add up, what is new (ux.md A1, §8.1). */
export default function MyDayPage({ loaderData }: Route.ComponentProps): ReactElement {
  const { language, today, day } = loaderData
  const t = texts(language)
  const { toDo, findings, news } = day
  const n = toDo.shown.length + toDo.more
  const said = [
    ...(toDo.late > 0 ? [t('ledeLate', { n: toDo.late })] : []),
    ...(toDo.today > 0 ? [t('ledeToday', { n: toDo.today })] : []),
  ]
  return (
    <Page
      title={n === 0 ? t('titleNone') : t('title', { n })}
      kicker={t('week', { day: formatDayLong(today, language), week: isoWeek(today).week })}
      lede={said.length > 0 ? said.join(' ') : undefined}
    >
      <Stack gap="l">
        {n === 0 ? (
          <EmptyState title={news.length === 0 && findings.length === 0 ? t('nothingYet') : t('allDone')} />
        ) : (
          <Panel title={t('toDo')} id="att-gora">
            <ToDoItems items={toDo.shown} label={t('toDo')} language={language} today={today} />
            {toDo.more > 0 ? <p className="ff-soft">{t('more', { n: toDo.more })}</p> : null}
          </Panel>
        )}
        <Split>
          <Wrong groups={findings} language={language} today={today} />
          <Fresh lines={news} language={language} today={today} />
        </Split>
      </Stack>
    </Page>
  )
}
