import type { ReactElement } from 'react'
import { z } from 'zod'
import { readyFor } from '#domain/competence'
import {
  brokenRule,
  type Line,
  matchingAccess,
  proposeCandidates,
  viewProposals,
  withdrawProposal,
} from '#domain/matching'
import { isId } from '#kernel'
import {
  answer,
  formatDay,
  type Handle,
  type Language,
  look,
  notFound,
  orNotFound,
  readFields,
  relativeDays,
  visit,
} from '#shell'
import {
  Button,
  ButtonLink,
  EmptyState,
  FormBody,
  MatchGrid,
  Note,
  Page,
  Panel,
  Stack,
  SubmitRow,
  TextInput,
} from '#ui'
import { ruleWord } from '../candidates/eligibility-texts.ts'
import { FormKey } from '../shell/form-key.tsx'
import type { Route } from './+types/propose'
import { CaseFaults } from './case-faults.tsx'
import { CaseTabs, crumbsOf } from './case-tabs.tsx'
import { listOf, note, seen, unproposed } from './form-shapes.ts'
import { gridOf, type Ticked } from './grid-props.ts'
import { apartText, HiddenLink, sentencesOf } from './hidden-people.tsx'
import { Orders, orderOf } from './order.tsx'
import { proposeTexts } from './propose-texts.ts'
import { Proposed } from './proposed.tsx'
import { matchingRefusals } from './refusals.ts'
import { texts } from './texts.ts'
import { WhyTable } from './why-table.tsx'
import { hiddenText, kickerOf, type Said } from './words.ts'

export const handle: Handle = {
  operations: {
    loader: 'matching.proposals',
    actions: { propose: 'matching.propose', withdraw: 'matching.withdraw' },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, matchingAccess, 'matching.proposals', request)
  if (!isId(params.procurement)) throw notFound()
  const id = params.procurement
  const query = new URL(request.url).searchParams
  return look(v, async tx => {
    const asked = { order: orderOf(query), all: query.has('dolda'), today: v.today }
    const page = orNotFound(await viewProposals(tx, v.actor, id, asked))
    return {
      ...page,
      matches: v.actor.role !== 'district_team',
      query: query.toString(),
      language: v.language,
      today: v.today,
      done: query.get('klart'),
      pageTitle: texts(v.language)('partPropose'),
    }
  })
}

const proposeSchema = z.strictObject({ person: listOf(unproposed), note })
const withdrawSchema = z.strictObject({ candidacy: listOf(seen) })

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation || !isId(params.procurement)) throw notFound()
  const v = visit(context, matchingAccess, operation, request)
  const to = `/upphandlingar/${params.procurement}/forslag?klart=${intent}`
  const about = { procurement: params.procurement, now: v.now(), newId: v.newId }
  if (intent === 'withdraw') {
    const read = readFields(form, v, operation, withdrawSchema)
    if (!read.ok) return read.answer
    const command = { ...about, candidacies: read.value.candidacy }
    return answer(await withdrawProposal(read.db, v.actor, command), read.values, to)
  }
  const read = readFields(form, v, operation, proposeSchema)
  if (!read.ok) return read.answer
  const command = { ...about, people: read.value.person, note: read.value.note }
  return answer(await proposeCandidates(read.db, v.actor, command), read.values, to)
}

/** One's own places, whom one has proposed, and whom one could, with the musts requirement by requirement (ux.md D6). */
export default function Propose({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { head, people, hidden, language, today, query, done } = loaderData
  const t = texts(language)
  const own = proposeTexts(language)
  const mayPropose = loaderData.allowed.includes('matching.propose')
  const starts = head.firstDay ?? head.starts
  const note = actionData?.values.note
  return (
    <Page
      title={own('title', { n: loaderData.ownPlaces })}
      kicker={kickerOf(head, language, today)}
      crumbs={crumbsOf(head, language)}
      lede={
        mayPropose
          ? own('ledeStart', {
              day: formatDay(starts, language, today),
              left: relativeDays(starts, today, language),
            })
          : own('ledeNone')
      }
    >
      <Stack gap="m">
        {loaderData.matches ? <CaseTabs procurement={head.id} part="forslag" language={language} /> : null}
        <CaseFaults returned={actionData} sentences={matchingRefusals} language={language} today={today} />
        {!actionData && (done === 'propose' || done === 'withdraw') ? (
          <Note role="status" tone="pine">
            {own(done === 'propose' ? 'donePropose' : 'doneWithdraw')}
          </Note>
        ) : null}
        <Proposed lines={loaderData.proposed} language={language} />
        {mayPropose && !head.profile ? (
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
        ) : null}
        {mayPropose && head.profile ? (
          <>
            <Orders order={loaderData.order} query={query} language={language} />
            {people.length === 0 ? (
              <EmptyState title={own('emptyTitle')}>
                {hiddenText(hidden, language)} {own('emptyBody')} <HiddenLink {...loaderData} />
              </EmptyState>
            ) : (
              <form method="post">
                <FormKey intent="propose" />
                <Stack gap="m">
                  <Panel id="person">
                    <MatchGrid
                      id="egna"
                      title={own('question')}
                      summary={summaryOf(loaderData)}
                      more={<HiddenLink {...loaderData} />}
                      handledElsewhere={apartText(loaderData.handledApart, language)}
                      {...withEligibility(loaderData, actionData?.values.person)}
                    />
                  </Panel>
                  <FormBody>
                    <TextInput
                      name="note"
                      label={own('note')}
                      hint={own('noteHint')}
                      optional={t('optional')}
                      maxLength={300}
                      defaultValue={typeof note === 'string' ? note : undefined}
                    />
                    <SubmitRow>
                      <Button>{own('propose')}</Button>
                    </SubmitRow>
                  </FormBody>
                </Stack>
              </form>
            )}
            <WhyTable {...{ head, language, today }} lines={people} open={false} mayBook={false} />
          </>
        ) : null}
      </Stack>
    </Page>
  )
}

type Data = Route.ComponentProps['loaderData']

/** The musts only, and in the last column whether the person can be proposed: here nobody is shown to an employer yet. */
function withEligibility({ head, people, language, today }: Data, ticked: Ticked): ReturnType<typeof gridOf> {
  const own = proposeTexts(language)
  const grid = gridOf({ head, lines: people, kinds: ['must'], language, today, ticked })
  return {
    ...grid,
    words: { ...grid.words, permission: own('eligibility') },
    people: grid.people.map((person, index) => {
      const line = people[index]
      if (!line) return person
      return {
        ...person,
        permission: eligibilityOf(line, language),
        selectable: line.agreed !== 'no' && brokenRule(line.eligibility) === undefined,
      }
    }),
  }
}

function eligibilityOf(line: Line, language: Language): Said {
  const own = proposeTexts(language)
  if (line.agreed === 'no') return { text: own('saidNo'), tone: 'plain' }
  const broken = brokenRule(line.eligibility)
  if (broken) return { text: own('notYet', { rule: ruleWord(broken, language).toLowerCase() }), tone: 'red' }
  if (line.agreed === 'not_answered') return { text: own('notAgreed'), tone: 'sun' }
  const unknown = line.eligibility?.rules.filter(rule => rule.state === 'unknown').length ?? 0
  return unknown === 0
    ? { text: own('eligible'), tone: 'pine' }
    : { text: own('eligibleUnknown', { n: unknown }), tone: 'sun' }
}

function summaryOf(data: Data): string {
  const ready = data.people.map(line => readyFor(line.cells).ready)
  const count = (state: string): number => ready.filter(one => one === state).length
  const own = proposeTexts(data.language)
  return sentencesOf(own('summary', { n: ready.length, now: count('now'), soon: count('on') }), ready.length, data)
}
