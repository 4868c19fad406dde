import type { ReactElement } from 'react'
import { reportsAccess, viewEmployerDay } from '#domain/reports'
import { formatDayLong, type Handle, look, visit } from '#shell'
import { ButtonLink, EmptyState, Page, Panel, Split, Stack } from '#ui'
import type { Route } from './+types/employer'
import { texts } from './texts.ts'
import { ToDoItems } from './to-do-list.tsx'

export const handle: Handle = { operations: { loader: 'day.employer' } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, reportsAccess, 'day.employer', request)
  const day = await look(v, tx => viewEmployerDay(tx, v.actor, v.today))
  return {
    language: v.language,
    today: v.today,
    day,
    organisation: v.actor.organisationName,
    pageTitle: texts(v.language)('employerPage'),
  }
}

/** What the city wants from a supplier (employer), by when, how long it takes, and whom to call (ux.md G1). */
export default function EmployerDayPage({ loaderData }: Route.ComponentProps): ReactElement {
  const { language, today, day, organisation } = loaderData
  const t = texts(language)
  const { toDo, contact } = day
  const n = toDo.shown.length + toDo.more
  return (
    <Page
      title={n === 0 ? t('employerNone') : t('employerTitle', { n })}
      kicker={`${organisation} · ${formatDayLong(today, language)}`}
    >
      <Split shape="wide-first">
        <Stack gap="l">
          {n === 0 ? (
            <EmptyState title={t('employerDone')} />
          ) : (
            <Panel title={t('toDo')} id="att-gora">
              <ToDoItems items={toDo.shown} label={t('toDo')} language={language} today={today} />
            </Panel>
          )}
          <ButtonLink href="/ataganden" variant="ghost">
            {t('commitments')}
          </ButtonLink>
        </Stack>
        {contact ? (
          <Panel title={t('contact')} tone="sky">
            <p>
              <b>{contact.name}</b>
              <br />
              {contact.organisationName}
              {contact.phone ? (
                <>
                  <br />
                  <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>
                </>
              ) : null}
            </p>
            <p className="ff-soft">{t('contactText')}</p>
          </Panel>
        ) : null}
      </Split>
    </Page>
  )
}
