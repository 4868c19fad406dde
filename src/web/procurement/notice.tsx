import type { ReactElement } from 'react'
import { redirect } from 'react-router'
import { z } from 'zod'
import { areasOn } from '#domain/organisations'
import {
  acceptNotice,
  discardNotice,
  type NoticeLot,
  type NoticePage,
  procurementAccess,
  viewNotice,
  wordsOf,
} from '#domain/procurement'
import { isDay, isId } from '#kernel'
import {
  answer,
  FormKey,
  formatDay,
  type Handle,
  type Language,
  look,
  notFound,
  orNotFound,
  readFields,
  visit,
} from '#shell'
import { Button, DataTable, Note, Page, Panel, Split, Stack, Tag } from '#ui'
import type { Route } from './+types/notice'
import { version } from './case-form.ts'
import { Faults } from './faults.tsx'
import { caseFields, needFields, toCase } from './need-form.ts'
import { needFault } from './need-texts.ts'
import { Signs, WhatWasRead } from './notice-lot.tsx'
import { Proposal } from './notice-proposal.tsx'
import { noticeTexts } from './notice-texts.ts'
import { words } from './words.ts'

export const handle: Handle = {
  operations: { loader: 'notice.view', actions: { accept: 'notice.accept', discard: 'notice.discard' } },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, procurementAccess, 'notice.view', request)
  const id = params.notice
  if (!isId(id)) throw notFound()
  const query = new URL(request.url).searchParams
  return look(v, async tx => {
    const page = orNotFound(await viewNotice(tx, v.actor, id))
    const asked = query.get('del')
    const { lots } = page.reading
    const title = wordsOf(page.reading.title, page.reading.language)
    return {
      page,
      lot: lots.find(lot => lot.id === asked) ?? firstTelling(page),
      areas: await areasOn(tx, v.today),
      title,
      language: v.language,
      today: v.today,
      done: query.get('klart'),
      pageTitle: title ?? noticeTexts(v.language)('noTitle'),
    }
  })
}

/** The lot to begin with: the first that speaks clearly of employment and is not a case yet, else the first. */
function firstTelling({ reading, cases }: NoticePage): NoticeLot | undefined {
  const free = reading.lots.filter(lot => !cases.some(one => one.lot === lot.id))
  const tells = free.find(lot => lot.signals.some(one => one.about === 'employment' && one.strength === 'clear'))
  return tells ?? free[0] ?? reading.lots[0]
}

const acceptSchema = z.strictObject({
  version,
  lot: z.string().min(1).max(100),
  submit: z.literal('on').optional(),
  ...caseFields,
  ...needFields,
})

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  const notice = params.notice
  if (!operation || !isId(notice)) throw notFound()
  const v = visit(context, procurementAccess, operation, request)
  const edge = { now: v.now(), today: v.today, newId: v.newId }
  if (intent === 'discard') {
    const read = readFields(form, v, operation, z.strictObject({ version }))
    if (!read.ok) return read.answer
    const outcome = await discardNotice(read.db, v.actor, { notice, ...read.value, ...edge })
    return answer(outcome, read.values, `/annonser/${notice}?klart=discarded`)
  }
  const read = readFields(form, v, operation, acceptSchema)
  if (!read.ok) return read.answer
  const { version: seen, lot, submit, ...fields } = read.value
  const command = { notice, version: seen, lot, submit: submit === 'on', id: v.newId(), ...toCase(fields), ...edge }
  const outcome = await acceptNotice(read.db, v.actor, command)
  if (outcome.ok) return redirect(`/upphandlingar/${outcome.value.id}?klart=opened`, 303)
  return answer(outcome, read.values, '')
}

const states = { read: 'stateRead', accepted: 'stateAccepted', discarded: 'stateDiscarded' } as const
const confirmations = ['received', 'already', 'discarded'] as const

export default function Notice({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { page, lot, areas, title, language, today, done } = loaderData
  const t = noticeTexts(language)
  const w = words(language)
  const { reading } = page
  const issued = reading.issueDate?.slice(0, 10)
  const buyer = reading.buyers[0]?.name ?? t('unknownBuyer')
  const proposal = reading.proposals.find(one => one.lot === lot?.id)
  const taken = page.cases.find(one => one.lot === lot?.id)
  const confirmed = confirmations.find(one => one === done)
  const many = reading.lots.length > 1
  return (
    <Page
      title={title ?? t('noTitle')}
      kicker={
        isDay(issued)
          ? t('kicker', { day: formatDay(issued, language, today), file: page.fileName })
          : t('kickerNoDay', { file: page.fileName })
      }
      lede={many ? t('lede', { buyer, lots: t('lots', { n: reading.lots.length }) }) : t('ledeOne', { buyer })}
      tag={<Tag tone={page.state === 'read' ? 'sun' : 'plain'}>{t(states[page.state])}</Tag>}
      crumbs={{
        label: w('crumbs'),
        items: [{ label: t('crumb'), href: '/annonser' }, { label: title ?? t('noTitle') }],
      }}
    >
      <Stack gap="l">
        <Faults returned={actionData} faultText={needFault(language)} today={today} language={language} />
        {confirmed ? (
          <Note tone="pine" role="status">
            {t(confirmed)}
          </Note>
        ) : null}
        {many ? <Lots page={page} chosen={lot?.id} language={language} /> : null}
        {taken ? (
          <Note tone="sky">
            <a href={`/upphandlingar/${taken.id}`}>{t('taken', { number: taken.number })}</a>
          </Note>
        ) : null}
        {lot && proposal && !taken && page.state !== 'discarded' ? (
          <Split shape="wide-first">
            <Proposal
              page={page}
              lot={lot}
              proposal={proposal}
              areas={areas}
              returned={actionData}
              language={language}
            />
            <Stack gap="l">
              <Signs lot={lot} reading={reading} language={language} />
              {page.state === 'read' ? <Discard page={page} language={language} /> : null}
            </Stack>
          </Split>
        ) : null}
        {lot && (taken || page.state === 'discarded') ? (
          <Signs lot={lot} reading={reading} language={language} />
        ) : null}
        {lot ? <WhatWasRead lot={lot} reading={reading} language={language} /> : null}
      </Stack>
    </Page>
  )
}

/** The lots of the notice: what each is, whether it speaks of employment, and what has become of it. */
function Lots(props: { page: NoticePage; chosen: string | undefined; language: Language }): ReactElement {
  const { page, chosen, language } = props
  const t = noticeTexts(language)
  const caseOf = (lot: NoticeLot) => page.cases.find(one => one.lot === lot.id)
  return (
    <Panel title={t('lotsTitle')} id="delar">
      <DataTable<NoticeLot>
        caption={t('lotsTitle')}
        captionHidden
        rows={page.reading.lots}
        rowKey={lot => lot.id}
        columns={[
          {
            key: 'lot',
            label: t('colLot'),
            cell: lot =>
              lot.id === chosen ? (
                <>
                  <b>{lot.id}</b> <span className="ff-soft">{t('chosen')}</span>
                </>
              ) : (
                <a href={`/annonser/${page.id}?del=${encodeURIComponent(lot.id)}`}>
                  {t('chooseLot')} {lot.id}
                </a>
              ),
          },
          {
            key: 'title',
            label: t('colTitle'),
            cell: lot => wordsOf(lot.title, page.reading.language) ?? t('noTitle'),
          },
          { key: 'signs', label: t('colSigns'), cell: lot => <Strength lot={lot} language={language} /> },
          {
            key: 'case',
            label: t('colCase'),
            cell: lot => {
              const found = caseOf(lot)
              return found ? <a href={`/upphandlingar/${found.id}`}>{found.number}</a> : '–'
            },
          },
        ]}
      />
    </Panel>
  )
}

function Strength({ lot, language }: { lot: NoticeLot; language: Language }): ReactElement {
  const t = noticeTexts(language)
  const strengths = lot.signals.map(signal => signal.strength)
  if (strengths.includes('clear')) return <Tag tone="pine">{t('clear')}</Tag>
  return strengths.length > 0 ? <Tag>{t('possible')}</Tag> : <span className="ff-soft">–</span>
}

function Discard({ page, language }: { page: NoticePage; language: Language }): ReactElement {
  const t = noticeTexts(language)
  return (
    <form method="post">
      <FormKey version={page.version} intent="discard" />
      <p className="pr-aside">{t('discardHint')}</p>
      <Button variant="ghost">{t('discard')}</Button>
    </form>
  )
}
