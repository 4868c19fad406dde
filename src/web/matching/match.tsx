import type { ReactElement } from 'react'
import { askPermission, candidatesAccess } from '#domain/candidates'
import { readyFor } from '#domain/competence'
import { matchingAccess, proposeCandidates, shortlistCandidates, viewGrid } from '#domain/matching'
import { mayTracks } from '#domain/tracks'
import { isId } from '#kernel'
import { answer, type Handle, look, notFound, orNotFound, readFields, visit } from '#shell'
import { ButtonLink, EmptyState, MatchGrid, Note, Page, Panel, Stack } from '#ui'
import { permissionRefusals } from '../candidates/refusals.ts'
import { FormKey } from '../shell/form-key.tsx'
import type { Route } from './+types/match'
import { AskPermissions } from './ask-permissions.tsx'
import { CaseFaults } from './case-faults.tsx'
import { CaseTabs, crumbsOf } from './case-tabs.tsx'
import { gridOf } from './grid-props.ts'
import { apartText, HiddenLink, sentencesOf } from './hidden-people.tsx'
import { MatchActions } from './match-actions.tsx'
import { askSchema, compareHref, compareSchema, proposeSchema, shortlistSchema } from './match-form.ts'
import { matchTexts } from './match-texts.ts'
import { Choices, hrefWith, Orders, orderOf } from './order.tsx'
import { matchingRefusals } from './refusals.ts'
import { texts } from './texts.ts'
import { WhyTable } from './why-table.tsx'
import { kickerOf } from './words.ts'

const table = { ...matchingAccess, ...candidatesAccess }
const sentences = { ...matchingRefusals, ...permissionRefusals }

export const handle: Handle = {
  operations: {
    loader: 'matching.grid',
    actions: {
      shortlist: 'matching.shortlist',
      compare: 'matching.compare',
      propose: 'matching.propose',
      ask: 'permission.ask',
    },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, table, 'matching.grid', request)
  if (!isId(params.procurement)) throw notFound()
  const id = params.procurement
  const query = new URL(request.url).searchParams
  const only = (query.get('jamfor') ?? '').split(',').filter(isId).slice(0, 4)
  return look(v, async tx => {
    const grid = orNotFound(
      await viewGrid(tx, v.actor, id, {
        order: orderOf(query),
        scope: query.get('visa') === 'egna' ? 'own' : 'proposed',
        all: query.has('dolda'),
        ...(only.length > 1 ? { only } : {}),
        today: v.today,
      }),
    )
    return {
      ...grid,
      comparing: only.length > 1,
      query: query.toString(),
      hasOwn: v.actor.role === 'matching_officer',
      mayBook: mayTracks(v.actor, 'booking.book'),
      language: v.language,
      today: v.today,
      done: query.get('klart'),
      pageTitle: grid.head.profile?.title ?? grid.head.title,
    }
  })
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation || !isId(params.procurement)) throw notFound()
  const v = visit(context, table, operation, request)
  const about = { procurement: params.procurement, now: v.now(), newId: v.newId }
  const query = new URL(request.url).search
  const to = `/upphandlingar/${params.procurement}/matchning${hrefWith(query, { klart: intent })}`
  if (intent === 'compare') {
    const read = readFields(form, v, operation, compareSchema)
    if (!read.ok) return read.answer
    return answer({ ok: true, value: true }, read.values, compareHref(params.procurement, query, read.value.person))
  }
  if (intent === 'ask') {
    const read = readFields(form, v, operation, askSchema)
    if (!read.ok) return read.answer
    const asked = { person: read.value.ask, fields: ['name', 'phone', 'competence'] as const, ...about }
    return answer(await askPermission(read.db, v.actor, asked), read.values, to)
  }
  if (intent === 'propose') {
    const read = readFields(form, v, operation, proposeSchema)
    if (!read.ok) return read.answer
    const { person, proposal_note } = read.value
    const outcome = await proposeCandidates(read.db, v.actor, { ...about, people: person, note: proposal_note })
    return answer(outcome, read.values, to)
  }
  const read = readFields(form, v, operation, shortlistSchema)
  if (!read.ok) return read.answer
  const { person, reason, note } = read.value
  const outcome = await shortlistCandidates(read.db, v.actor, { ...about, candidacies: person, reason, note })
  return answer(outcome, read.values, to)
}

const confirmations = { shortlist: 'doneShortlist', ask: 'doneAsk', propose: 'donePropose' } as const

/** Requirement by person, without a score: who can what, who could by when, and what can be done about it (ux.md E4, P6). */
export default function Match({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { head, lines, language, today, comparing, query, scope, done } = loaderData
  const t = texts(language)
  const own = matchTexts(language)
  const title = head.profile ? own('title', { job: jobOf(head.profile.title, language) }) : own('titleNone')
  const confirmed = done && !actionData ? confirmations[done as keyof typeof confirmations] : undefined
  return (
    <Page
      title={comparing ? own('compareTitle', { n: lines.length }) : title}
      kicker={kickerOf(head, language, today)}
      crumbs={crumbsOf(head, language)}
      lede={t('noScore', { order: t(loaderData.order) })}
      actions={
        comparing ? (
          <ButtonLink href={hrefWith(query, { jamfor: undefined })} variant="ghost">
            {own('backFromCompare')}
          </ButtonLink>
        ) : undefined
      }
    >
      <Stack gap="m">
        <CaseTabs procurement={head.id} part="matchning" language={language} />
        <CaseFaults returned={actionData} sentences={sentences} language={language} today={today} />
        {confirmed ? (
          <Note role="status" tone="pine">
            {own(confirmed)}{' '}
            {done === 'shortlist' ? <a href={`/upphandlingar/${head.id}/kortlista`}>{own('toShortlist')}</a> : null}
          </Note>
        ) : null}
        {head.profile ? (
          <>
            <div className="mt-choices">
              {loaderData.hasOwn && !comparing ? (
                <Choices
                  label={own('scope')}
                  choices={[
                    {
                      href: hrefWith(query, { visa: undefined, dolda: undefined }),
                      label: own('scopeProposed'),
                      current: scope === 'proposed',
                    },
                    { href: hrefWith(query, { visa: 'egna' }), label: own('scopeOwn'), current: scope === 'own' },
                  ]}
                />
              ) : null}
              <Orders order={loaderData.order} query={query} language={language} />
            </div>
            {lines.length === 0 ? (
              <EmptyState title={scope === 'own' ? own('emptyOwn') : own('emptyProposed')}>
                {scope === 'own' ? own('emptyOwnBody') : own('emptyProposedBody')} <HiddenLink {...loaderData} />
              </EmptyState>
            ) : (
              <form method="post" id="match">
                <FormKey />
                <Stack gap="m">
                  <Panel id="person">
                    <MatchGrid
                      id="rutnat"
                      title={own('question')}
                      summary={summaryOf(loaderData)}
                      more={<HiddenLink {...loaderData} />}
                      handledElsewhere={apartText(loaderData.handledApart, language)}
                      {...gridOf({ head, lines, language, today, ticked: actionData?.values.person })}
                    />
                  </Panel>
                  <MatchActions scope={scope} comparing={comparing} values={actionData?.values} language={language} />
                </Stack>
              </form>
            )}
            <WhyTable {...{ head, lines, language, today }} open={comparing} mayBook={loaderData.mayBook} />
            <AskPermissions head={head} lines={lines} language={language} />
          </>
        ) : (
          <EmptyState
            title={t('noProfile')}
            action={
              <ButtonLink href={`/upphandlingar/${head.id}/profil`} variant="ghost">
                {t('toProfile')}
              </ButtonLink>
            }
          >
            {t('noProfileBody')}
          </EmptyState>
        )}
      </Stack>
    </Page>
  )
}

type Data = Route.ComponentProps['loaderData']

/** What the picture says, in a sentence; counts of people only, never of a person. */
function summaryOf(data: Data): string {
  const ready = data.lines.map(line => readyFor(line.cells).ready)
  const count = (state: string): number => ready.filter(one => one === state).length
  const own = matchTexts(data.language)
  return sentencesOf(
    own('summaryProposed', { n: ready.length, now: count('now'), soon: count('on') }),
    ready.length,
    data,
  )
}

/** "lokalvårdare" in the middle of a sentence; English titles are the same word. */
function jobOf(title: string, language: Data['language']): string {
  return language === 'en' ? `“${title}”` : title.charAt(0).toLowerCase() + title.slice(1)
}
