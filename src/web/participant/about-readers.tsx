import type { ReactElement } from 'react'
import type { OwnReader } from '#domain/candidates'
import type { Day } from '#kernel'
import { formatDay, type Language } from '#shell'
import { EmptyState, Panel } from '#ui'
import { aboutTexts } from './about-texts.ts'

type Props = { readonly readers: readonly OwnReader[]; readonly language: Language; readonly today: Day }

const roles = ['matching_officer', 'district_team', 'coordinator', 'provider', 'employer'] as const
const fields = ['name', 'phone', 'email', 'identity', 'competence'] as const

/** Purposes as they stand in the log, and the sentence each is told with. What is new is told as work with the case. */
const reasons = {
  list: 'why_list',
  view: 'why_view',
  match: 'why_match',
  shortlist: 'why_match',
  preview: 'why_match',
  propose: 'why_match',
  permissions: 'why_permissions',
  choose: 'why_choose',
  training: 'why_training',
  employment: 'why_employment',
  contact_meeting: 'why_contact',
  contact_question: 'why_contact',
  contact_plan: 'why_contact',
  contact_support: 'why_contact',
  identity_check: 'why_identity',
  identity_employment_service: 'why_identity',
  identity_support: 'why_identity',
  search: 'why_search',
} as const

/** Who has read: where they work, in what function, on which day, what and why (P-R2). */
export function Readers({ readers, language, today }: Props): ReactElement {
  const t = aboutTexts(language)
  return (
    <Panel title={t('readersTitle')} id="lasare">
      <p className="ff-soft">{t('readersLede')}</p>
      {readers.length === 0 ? <EmptyState title={t('readersNone')} /> : null}
      <ul className="pa-readers">
        {readers.map(reader => (
          <li key={`${reader.day} ${reader.organisation} ${reader.role} ${reader.purpose}`}>
            <Line reader={reader} language={language} today={today} />
          </li>
        ))}
      </ul>
      {readers.length === 100 ? <p className="ff-soft">{t('readersMost')}</p> : null}
    </Panel>
  )
}

function Line({ reader, language, today }: { reader: OwnReader; language: Language; today: Day }): ReactElement {
  const t = aboutTexts(language)
  const day = formatDay(reader.day, language, today)
  const role = roles.find(one => one === reader.role)
  const why = Object.entries(reasons).find(([purpose]) => purpose === reader.purpose)?.[1] ?? 'why_other'
  const what = fields.filter(field => reader.fields.includes(field)).map(field => t(`field_${field}`))
  return (
    <>
      <p>
        <b>
          <bdi lang="sv">{reader.organisation}</bdi>
        </b>{' '}
        ({t(role ? `role_${role}` : 'role_other')})
      </p>
      <p>
        {t(why)} {t('readWhat', { what: what.join(language === 'ar' ? '، ' : ', ') })}
      </p>
      <p className="ff-soft">
        {reader.times === 1 ? t('readOnce', { day }) : t('readWhen', { day, times: reader.times })}
      </p>
    </>
  )
}
