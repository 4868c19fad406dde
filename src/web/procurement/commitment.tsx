import type { ReactElement } from 'react'
import { followupAccess } from '#domain/followup'
import { type CommitmentPage, procurementAccess, reportingDays, viewCommitment } from '#domain/procurement'
import { addDays, type Day, holdsRole, isId, type Role } from '#kernel'
import { formatDay, type Handle, type Language, look, notFound, orNotFound, visit } from '#shell'
import { ButtonLink, DefinitionList, Details, Page, Panel, Split, Stack, Tag } from '#ui'
import type { Route } from './+types/commitment'
import { CommitmentPicture } from './commitment-picture.tsx'
import { explained, monthsText, stateTones } from './commitment-state.ts'
import { commitmentTexts } from './commitment-texts.ts'
import { dueBy, span, words } from './words.ts'

export const handle: Handle = { operations: { loader: 'commitment.view' } }

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, procurementAccess, 'commitment.view', request)
  const id = params.procurement
  if (!isId(id)) throw notFound()
  const page = orNotFound(await look(v, tx => viewCommitment(tx, v.actor, id, v.today)))
  return {
    page,
    role: v.actor.role,
    mayOpenReports: holdsRole(followupAccess, 'report.list', v.actor),
    mayOpenCase: holdsRole(procurementAccess, 'procurement.view', v.actor),
    language: v.language,
    today: v.today,
    pageTitle: commitmentTexts(v.language)('pageTitle', { number: page.number }),
  }
}

export default function Commitment({ loaderData }: Route.ComponentProps): ReactElement {
  const { page, role, mayOpenCase, mayOpenReports, language, today } = loaderData
  const t = commitmentTexts(language)
  const w = words(language)
  const yours = role === 'employer'
  const { fulfilment } = page
  const months = monthsText(fulfilment.committedMonths, language)
  return (
    <Page
      title={yours ? t('titleYours', { months }) : t('titleTheirs', { months, supplier: page.supplier })}
      kicker={t('kicker', {
        number: page.number,
        title: page.title,
        days: span(page.contractStart, page.contractEnd, today, language),
      })}
      lede={<Lede page={page} yours={yours} language={language} />}
      tag={<Tag tone={stateTones[fulfilment.state]}>{t(fulfilment.state)}</Tag>}
      crumbs={{
        label: w('crumbs'),
        items: [{ label: yours ? t('listTitleYours') : t('crumb'), href: '/ataganden' }, { label: page.number }],
      }}
    >
      <Stack gap="l">
        <Panel>
          <CommitmentPicture page={page} yours={yours} today={today} language={language} />
        </Panel>
        <Split shape="wide-first">
          <Panel title={t('next')}>
            <Next page={page} role={role} mayOpenReports={mayOpenReports} today={today} language={language} />
            <Details summary={t('how')}>
              <p>{t('howIntro')}</p>
              <ul className="pr-measures">
                {sentences(page, today, language).map(sentence => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Details>
          </Panel>
          <Panel title={yours ? t('contacts') : t('contactsThem')}>
            <Contacts page={page} language={language} />
          </Panel>
        </Split>
        <Panel title={t('facts')}>
          <DefinitionList
            layout="above"
            items={[
              { key: 'authority', label: t('authority'), value: page.authority },
              ...(yours ? [] : [{ key: 'supplier', label: t('supplier'), value: page.supplier }]),
              {
                key: 'contract',
                label: t('contract'),
                value: span(page.contractStart, page.contractEnd, today, language),
              },
              {
                key: 'group',
                label: t('group'),
                value: page.clause.targetGroups
                  .map(group => (language === 'en' ? group.wording.en : group.wording.sv))
                  .join('; '),
              },
              { key: 'interval', label: t('interval'), value: t('every', { n: page.clause.reportingIntervalMonths }) },
            ]}
          />
          <p className="pr-links">
            <a href={`/upphandlingar/${page.procurement}/villkor.pdf`}>{t('downloadClause')}</a>
            {mayOpenCase ? <a href={`/upphandlingar/${page.procurement}`}>{t('toCase')}</a> : null}
          </p>
        </Panel>
      </Stack>
    </Page>
  )
}

type Shown = { readonly page: CommitmentPage; readonly today: Day; readonly language: Language }

/** `7 är klara, 3 pågår, 2 saknas.` (ux.md §5.3) */
function Lede({ page, yours, language }: Omit<Shown, 'today'> & { yours: boolean }): ReactElement {
  const t = commitmentTexts(language)
  const { fulfilment } = page
  const done = monthsText(fulfilment.deliveredMonths, language)
  const { exact } = fulfilment
  const enough = exact.delivered < exact.committed && exact.delivered + exact.running > exact.committed
  const parts = enough
    ? t('ledeEnough', { done })
    : t('ledeParts', {
        done,
        running: monthsText(fulfilment.runningMonths + fulfilment.agreedMonths, language),
        lacking: monthsText(fulfilment.lackingMonths, language),
        nothing: fulfilment.lackingMonths === 0,
      })
  return (
    <>
      {yours ? `${t('ledeWho')} ` : ''}
      {parts}
    </>
  )
}

/** The report that waits, or the day of the next one; with a way to the reports for those who have them. */
function Next(props: Shown & { role: Role; mayOpenReports: boolean }): ReactElement {
  const { page, role, mayOpenReports, today, language } = props
  const t = commitmentTexts(language)
  const contract = { from: page.contractStart, to: addDays(page.contractEnd, 1) }
  const coming = reportingDays({ clause: page.clause, contract }).find(day => day >= today)
  const by = page.report ? dueBy(page.report.due, today, language) : ''
  const sentence = page.report
    ? page.report.waitsFor === 'procurer'
      ? t('nextReview', { by })
      : role === 'employer'
        ? t('nextReportYou', { by })
        : t('nextReportThem', { by })
    : coming
      ? t('nextNone', { day: formatDay(coming, language, today) })
      : t('nextEnded')
  return (
    <>
      <p>{sentence}</p>
      {mayOpenReports ? (
        <p>
          <ButtonLink href="/rapporter" variant={page.report ? 'primary' : 'ghost'}>
            {t('toReports')}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}

/** The rule's explanation in words; the same sentence about two employments is said once. */
function sentences(page: CommitmentPage, today: Day, language: Language): string[] {
  const all = page.fulfilment.explanation.flatMap(line => explained(line, today, language) ?? [])
  return [...new Set(all)]
}

/** Whom to call: names and work numbers, never somebody who seeks work. */
function Contacts({ page, language }: Omit<Shown, 'today'>): ReactElement {
  const t = commitmentTexts(language)
  if (page.contacts.length === 0) return <p className="ff-soft">{t('noContact')}</p>
  return (
    <ul className="pr-contacts">
      {page.contacts.slice(0, 4).map(contact => (
        <li key={contact.appointment}>
          <b>{contact.name}</b>
          <span className="pr-under">{contact.organisationName}</span>
          {contact.phone ? <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a> : null}
        </li>
      ))}
    </ul>
  )
}
