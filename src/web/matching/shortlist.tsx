import type { ReactElement } from 'react'
import {
  matchingAccess,
  noteMeeting,
  presentCandidates,
  removeFromShortlist,
  type ShortlistLine,
  viewShortlist,
  withdrawProposal,
} from '#domain/matching'
import { freePlaces } from '#domain/placement'
import { isId } from '#kernel'
import { answer, type Handle, look, notFound, orNotFound, readFields, visit } from '#shell'
import { Details, EmptyState, Note, Page, Stack } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import type { Route } from './+types/shortlist'
import { CandidateCard, CardGrid } from './candidate-card.tsx'
import { CaseFaults } from './case-faults.tsx'
import { CaseTabs, crumbsOf } from './case-tabs.tsx'
import { matchingRefusals } from './refusals.ts'
import { Review } from './review.tsx'
import { ShortlistActions } from './shortlist-actions.tsx'
import { noteSchema, presentSchema, tickedSchema } from './shortlist-form.ts'
import { ShortlistTable } from './shortlist-table.tsx'
import { shortlistTexts } from './shortlist-texts.ts'
import { texts } from './texts.ts'
import { kickerOf } from './words.ts'

export const handle: Handle = {
  operations: {
    loader: 'matching.view_shortlist',
    actions: {
      review: 'matching.view_shortlist',
      present: 'matching.present',
      note: 'matching.note',
      unlist: 'matching.unlist',
      withdraw: 'matching.withdraw',
    },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, matchingAccess, 'matching.view_shortlist', request)
  if (!isId(params.procurement)) throw notFound()
  const id = params.procurement
  const query = new URL(request.url).searchParams
  return look(v, async tx => {
    const page = orNotFound(await viewShortlist(tx, v.actor, id, v.today))
    return {
      ...page,
      free: (await freePlaces(tx, id)).length,
      reviewing: (query.get('visa') ?? '').split(',').filter(isId),
      language: v.language,
      today: v.today,
      done: query.get('klart'),
      pageTitle: texts(v.language)('partShortlist'),
    }
  })
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation || !isId(params.procurement)) throw notFound()
  const v = visit(context, matchingAccess, operation, request)
  const to = `/upphandlingar/${params.procurement}/kortlista`
  const about = { procurement: params.procurement, now: v.now(), newId: v.newId }
  if (intent === 'present') {
    const read = readFields(form, v, operation, presentSchema)
    if (!read.ok) return read.answer
    const command = { ...about, candidacies: read.value.candidacy, shownTo: read.value.shownTo }
    return answer(await presentCandidates(read.db, v.actor, command), read.values, `${to}?klart=present`)
  }
  if (intent === 'note') {
    const read = readFields(form, v, operation, noteSchema)
    if (!read.ok) return read.answer
    const { candidacy, note, on } = read.value
    const outcome = await noteMeeting(read.db, v.actor, { ...about, candidacies: candidacy, note, on })
    return answer(outcome, read.values, `${to}?klart=note`)
  }
  const read = readFields(form, v, operation, tickedSchema)
  if (!read.ok) return read.answer
  const candidacies = read.value.candidacy
  if (intent === 'review') {
    const shown = candidacies.map(({ id }) => id).join(',')
    return answer({ ok: true, value: true }, read.values, `${to}?visa=${shown}`)
  }
  const change = intent === 'unlist' ? removeFromShortlist : withdrawProposal
  return answer(await change(read.db, v.actor, { ...about, candidacies }), read.values, `${to}?klart=${intent}`)
}

const confirmations = {
  present: 'donePresent',
  note: 'doneNote',
  unlist: 'doneUnlist',
  withdraw: 'doneWithdraw',
} as const

/** Where everybody in a case stands, and the card as the employer sees it, before and while it is shown (ux.md E5). */
export default function Shortlist({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { head, lines, language, today, reviewing, done } = loaderData
  const own = shortlistTexts(language)
  const faults = (
    <CaseFaults
      returned={actionData}
      sentences={matchingRefusals}
      own={message => (message === 'choose_note' ? own('choose_note') : undefined)}
      language={language}
      today={today}
    />
  )
  if (reviewing.length > 0) {
    return (
      <Review
        head={head}
        lines={lines.filter(line => reviewing.includes(line.candidacy))}
        asked={reviewing.length}
        faults={faults}
        language={language}
        today={today}
      />
    )
  }
  const confirmed = done && !actionData ? confirmations[done as keyof typeof confirmations] : undefined
  const shown = lines.filter(isShown)
  const listed = lines.filter(line => line.state === 'shortlisted' || isShown(line))
  const cards = lines.flatMap(line => (line.card ? [{ ...line, card: line.card }] : []))
  return (
    <Page
      title={own('title', { n: listed.length })}
      kicker={kickerOf(head, language, today)}
      crumbs={crumbsOf(head, language)}
      lede={own('lede', { shown: shown.length, free: loaderData.free })}
    >
      <Stack gap="m">
        <CaseTabs procurement={head.id} part="kortlista" language={language} />
        {faults}
        {confirmed ? (
          <Note role="status" tone="pine">
            {own(confirmed)}
          </Note>
        ) : null}
        {lines.length === 0 ? (
          <EmptyState title={own('empty')}>{own('emptyBody')}</EmptyState>
        ) : (
          <form method="post">
            <FormKey />
            <Stack gap="m">
              <ShortlistTable
                lines={lines}
                ticked={actionData?.values.candidacy}
                hasEmployer={head.employer !== undefined}
                language={language}
                today={today}
              />
              {loaderData.handledApart.length > 0 ? (
                <p className="ff-soft">{`${loaderData.handledApart.join(', ')}. ${texts(language)('handledApart')}`}</p>
              ) : null}
              <ShortlistActions values={actionData?.values} language={language} today={today} />
            </Stack>
          </form>
        )}
        {cards.length > 0 ? (
          <Details summary={own('preview', { n: cards.length })}>
            <p className="ff-soft">{own('previewLede')}</p>
            <CardGrid>
              {cards.map(line => (
                <CandidateCard key={line.candidacy} card={line.card} language={language} today={today} />
              ))}
            </CardGrid>
          </Details>
        ) : null}
      </Stack>
    </Page>
  )
}

function isShown(line: Pick<ShortlistLine, 'state' | 'card'>): boolean {
  return (line.state === 'presented' || line.state === 'wanted') && line.card !== undefined
}
