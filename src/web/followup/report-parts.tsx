import type { ReactElement, ReactNode } from 'react'
import { daysToAnswer, type ReportPage } from '#domain/followup'
import { addDays, type Day } from '#kernel'
import { formatDay, type Language, relativeDays } from '#shell'
import { ButtonLink, Note, Panel, Receipt, Tag } from '#ui'
import { StateTag } from './reports.tsx'
import { texts } from './texts.ts'

type Part = { readonly report: ReportPage; readonly language: Language; readonly today: Day }

/** Where the report stands, or by when it is due. */
export function DueTag({ report, today, language }: Part): ReactElement {
  const { due } = report.period
  if (report.state !== 'open') return <StateTag line={{ state: report.state, due }} today={today} language={language} />
  return (
    <Tag tone={due < today ? 'red' : 'sun'}>
      {texts(language)('dueBy', {
        day: formatDay(due, language, today),
        left: relativeDays(due, today, language),
      })}
    </Tag>
  )
}

/** What has just been done, told quietly; a sending with its receipt. */
export function Confirmed({ done, report, today, language }: Part & { done: string | null }): ReactNode {
  const t = texts(language)
  if (done === 'skickad' && report.receiptNumber && report.state === 'submitted')
    return (
      <Receipt
        title={t('receiptTitle')}
        reference={{ label: t('receiptNumber'), value: report.receiptNumber }}
        actions={
          <ButtonLink href="/rapporter" variant="ghost">
            {t('reports')}
          </ButtonLink>
        }
      >
        <p>{t('receiptNext', { day: formatDay(addDays(report.sentOn ?? today, daysToAnswer), language, today) })}</p>
      </Receipt>
    )
  const said = { andrad: 'savedChange', godkand: 'savedApproved', tillbaka: 'savedReturned' } as const
  const key = said[done as keyof typeof said]
  return key ? (
    <Note role="status" tone="pine">
      {t(key)}
    </Note>
  ) : null
}

/** Whom to ask about the report. */
export function Contacts({ report, language }: Pick<Part, 'report' | 'language'>): ReactElement {
  const t = texts(language)
  return (
    <Panel title={t(report.own ? 'contact' : 'contactSupplier')}>
      {onePerRole(report.contacts).map(contact => (
        <p key={contact.appointment}>
          <b>{contact.name}</b>, {contact.organisationName}
          <br />
          <span className="ff-soft">{t(contact.role as 'procurer')}</span>
          {contact.phone ? (
            <>
              <br />
              <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>
            </>
          ) : null}
        </p>
      ))}
    </Panel>
  )
}

/** One name to call for each kind of question, never a list. */
function onePerRole(contacts: ReportPage['contacts']): ReportPage['contacts'] {
  return contacts.filter((contact, index) => contacts.findIndex(one => one.role === contact.role) === index)
}
