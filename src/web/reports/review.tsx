import type { ReactElement } from 'react'
import { type Reading, readingFlags, reportsAccess, viewReview } from '#domain/reports'
import type { Day } from '#kernel'
import { formatMonth, formatNumber, formatTime, type Handle, type Language, look, orNotFound, visit } from '#shell'
import { DataTable, DefinitionList, Note, Page, Panel, Stack, Tag } from '#ui'
import { roleName } from '../shell/navigation.ts'
import type { Route } from './+types/review'
import { reviewTexts } from './review-texts.ts'

export const handle: Handle = { operations: { loader: 'review.view' } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, reportsAccess, 'review.view', request)
  const wanted = new URL(request.url).searchParams.get('manad') ?? undefined
  const review = orNotFound(await look(v, tx => viewReview(tx, wanted, v.today, v.newId())))
  return { language: v.language, today: v.today, review, pageTitle: reviewTexts(v.language)('page') }
}

/** The auditor's page: is the event log whole, and were the sensitive readings of a month called for (ux.md J5)? */
export default function Review({ loaderData }: Route.ComponentProps): ReactElement {
  const { language, today, review } = loaderData
  const t = reviewTexts(language)
  const { log, readings } = review
  const number = (value: number): string => formatNumber(value, language)
  const month = (text: string): string => formatMonth(`${text}-01`, language)
  return (
    <Page
      title={log.broken.length === 0 ? t('whole') : t('broken', { n: log.broken.length })}
      kicker={t('page')}
      lede={t('lede', { events: number(log.events), chains: number(log.chains) })}
    >
      <Stack gap="l">
        {log.broken.length > 0 ? (
          <Note tone="red" role="alert">
            {t('brokenWhich', { which: log.broken.map(stream => stream.slice(-8)).join(', ') })}
          </Note>
        ) : null}
        <Panel title={t('readings', { month: month(review.month) })} id="lasningar">
          <p>{t('sampleLede', { n: readings.length, all: review.all })}</p>
          {readings.length > 0 ? (
            <>
              <DefinitionList
                layout="above"
                items={readingFlags.map(flag => ({ key: flag, label: t(flag), value: number(review.flagged[flag]) }))}
              />
              <Readings readings={readings} language={language} today={today} />
            </>
          ) : null}
          <p className="ff-soft">{t('noted')}</p>
        </Panel>
        <nav className="rs-months" aria-label={t('months')}>
          <a href={`?manad=${review.previous}`} rel="prev">
            {t('previous', { month: month(review.previous) })}
          </a>
          {review.next ? (
            <a href={`?manad=${review.next}`} rel="next">
              {t('next', { month: month(review.next) })}
            </a>
          ) : null}
        </nav>
      </Stack>
    </Page>
  )
}

type Props = { readonly readings: readonly Reading[]; readonly language: Language; readonly today: Day }

function Readings({ readings, language, today }: Props): ReactElement {
  const t = reviewTexts(language)
  const word = (text: string): string =>
    Object.hasOwn(reviewTexts.all.sv ?? {}, text) ? t(text as 'name') : text.replaceAll('_', ' ')
  return (
    <DataTable
      caption={t('flags')}
      captionHidden
      dense
      narrow="scroll"
      rows={readings}
      rowKey={reading => String(reading.id)}
      columns={[
        { key: 'when', label: t('when'), cell: reading => formatTime(new Date(reading.at), language, today) },
        {
          key: 'who',
          label: t('who'),
          cell: reading => `${reading.reader}, ${roleName(reading.role, language)}`,
        },
        { key: 'organisation', label: t('organisation'), cell: reading => reading.organisation },
        { key: 'what', label: t('what'), cell: reading => reading.fields.map(word).join(', ') },
        { key: 'why', label: t('why'), cell: reading => word(reading.purpose) },
        { key: 'case', label: t('case'), cell: reading => reading.caseNumber ?? t('none') },
        { key: 'person', label: t('person'), cell: reading => reading.person },
        {
          key: 'flag',
          label: t('flag'),
          cell: reading =>
            reading.flags.length === 0
              ? t('none')
              : reading.flags.map(flag => (
                  <Tag key={flag} tone={flag === 'refused' ? 'red' : 'sun'}>
                    {t(flag)}
                  </Tag>
                )),
        },
      ]}
    />
  )
}
