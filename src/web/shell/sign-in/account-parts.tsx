import type { ReactElement } from 'react'
import type { OwnAppointment, OwnSession } from '#db'
import type { Day } from '#kernel'
import { Button, FormBody, Panel, Radios, Tag } from '#ui'
import { FormKey } from '../form-key.tsx'
import { formatTime } from '../format.ts'
import { type Language, languageNames } from '../language.ts'
import { roleName } from '../navigation.ts'
import { accountTexts } from './account-texts.ts'

/** Which of several appointments acts now. Shown to those who have more than one. */
export function Appointments(props: {
  appointments: readonly OwnAppointment[]
  language: Language
}): ReactElement | null {
  const { appointments, language } = props
  const t = accountTexts(language)
  if (appointments.length < 2) return null
  return (
    <Panel title={t('roles')} id="uppdrag">
      <p className="ff-soft">{t('rolesText')}</p>
      <form method="post" action="/roll">
        <ul className="sh-rows">
          {appointments.map(appointment => (
            <li key={appointment.id}>
              <div>
                <b>{roleName(appointment.role, language)}</b>
                <p className="ff-soft">{appointment.organisation_name}</p>
              </div>
              {appointment.is_current ? (
                <Tag tone="pine">{t('current')}</Tag>
              ) : (
                <Button variant="ghost" size="small" name="roll" value={appointment.id}>
                  {t('change')}
                  <span className="ds-sr-only"> {roleName(appointment.role, language)}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </form>
    </Panel>
  )
}

type SessionsProps = { readonly sessions: readonly OwnSession[]; readonly language: Language; readonly today: Day }

/** Where one is signed in, with a way to end each of the others (ASVS 7.5.2). */
export function Sessions({ sessions, language, today }: SessionsProps): ReactElement {
  const t = accountTexts(language)
  return (
    <Panel title={t('sessions')} id="inloggningar">
      <p className="ff-soft">{t('sessionsText')}</p>
      <ul className="sh-rows">
        {sessions.map(session => (
          <li key={session.id}>
            <div>
              <b>
                <bdi>{session.label || t('unknownDevice')}</bdi>
              </b>{' '}
              {session.kind === 'api' ? <Tag>{t('program')}</Tag> : t(session.manner)}{' '}
              {session.borrowed ? <Tag>{t('borrowed')}</Tag> : null}
              <p className="ff-soft">
                {t('seen', { when: formatTime(session.seen_at, language, today) })} ·{' '}
                {t('until', { when: formatTime(session.ends_at, language, today) })}
              </p>
            </div>
            {session.is_current ? (
              <Tag tone="pine">{t('thisOne')}</Tag>
            ) : (
              <form method="post">
                <FormKey intent="end" />
                <Button variant="ghost" size="small" name="inloggning" value={session.id}>
                  {t('end')}
                  <span className="ds-sr-only"> {session.label || t('unknownDevice')}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type LanguageProps = { readonly current: Language; readonly participant: boolean; readonly language: Language }

/** The language that goes with the account, also for letters. Arabic is for participants. */
export function LanguageChoice({ current, participant, language }: LanguageProps): ReactElement {
  const t = accountTexts(language)
  const offered: readonly Language[] = participant ? ['sv', 'en', 'ar'] : ['sv', 'en']
  return (
    <Panel title={t('language')} id="sprak-val">
      <form method="post">
        <FormBody>
          <FormKey intent="language" />
          <Radios
            name="sprak"
            label={t('languageText')}
            options={offered.map(value => ({ value, label: languageNames[value] }))}
            defaultValue={current}
            layout="inline"
          />
          <div>
            <Button variant="ghost">{t('saveLanguage')}</Button>
          </div>
        </FormBody>
      </form>
    </Panel>
  )
}
