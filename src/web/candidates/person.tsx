import type { ReactElement } from 'react'
import { candidatesAccess, type PersonPage, viewPerson } from '#domain/candidates'
import { type PlanStep, planOf } from '#domain/tracks'
import { type Day, isDay, isId } from '#kernel'
import { type Handle, History, type Language, look, notFound, orNotFound, visit } from '#shell'
import { DefinitionList, EmptyState, Note, Page, Panel, Split, Stack, Tag } from '#ui'
import { eventSentences } from '../events.ts'
import type { Route } from './+types/person'
import { conceptsKnown } from './concepts.ts'
import { toldHistory, toldSentences } from './history-words.ts'
import { nextStep } from './next-step.ts'
import { takeAsk, takeRecord, takeWithdraw } from './permission-form.ts'
import { PersonCompetences } from './person-competences.tsx'
import { PersonContact } from './person-contact.tsx'
import { PersonEligibility } from './person-eligibility.tsx'
import { PersonFaults } from './person-faults.tsx'
import { takeCompetence, takeReveal, takeStanding, takeStatus } from './person-form.ts'
import { PersonPermissions } from './person-permissions.tsx'
import { PersonPlan } from './person-plan.tsx'
import { PersonStatusPanel } from './person-status.tsx'
import { personTexts } from './person-texts.ts'
import { statusTone, statusWord } from './words.ts'

const forms = {
  reveal: ['person.reveal', takeReveal],
  status: ['person.note_status', takeStatus],
  competence: ['person.note_competence', takeCompetence],
  standing: ['person.note_standing', takeStanding],
  ask: ['permission.ask', takeAsk],
  record: ['permission.record', takeRecord],
  withdraw: ['permission.withdraw_for', takeWithdraw],
} as const

export const handle: Handle = {
  operations: {
    loader: 'person.view',
    actions: {
      reveal: 'person.reveal',
      status: 'person.note_status',
      competence: 'person.note_competence',
      standing: 'person.note_standing',
      ask: 'permission.ask',
      record: 'permission.record',
      withdraw: 'permission.withdraw_for',
    },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, candidatesAccess, 'person.view', request)
  if (!isId(params.person)) throw notFound()
  const id = params.person
  const query = new URL(request.url).searchParams
  const starts = query.get('start')
  return look(v, async tx => {
    const person = orNotFound(await viewPerson(tx, v.actor, id, v.today, isDay(starts) ? starts : undefined))
    return {
      person,
      plan: await planOf(tx, id),
      concepts: person.allowed.includes('person.note_competence') ? await conceptsKnown(tx, id) : [],
      done: query.get('klart'),
      language: v.language,
      today: v.today,
      pageTitle: personTexts(v.language)('kicker', { number: person.number }),
    }
  })
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const chosen = Object.entries(forms).find(([intent]) => intent === form.get('intent'))
  if (!chosen || !isId(params.person)) throw notFound()
  const [, [operation, take]] = chosen
  const v = visit(context, candidatesAccess, operation, request)
  return take(form, v, { person: params.person, to: `/personer/${params.person}` })
}

export type PersonProps = {
  readonly person: PersonPage
  readonly plan: readonly PlanStep[]
  readonly language: Language
  readonly today: Day
}

/** One person with least data: what to do next first, what is sensitive folded (ux.md E2, §8.11). */
export default function Person({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { person, plan, concepts, done, language, today } = loaderData
  const t = personTexts(language)
  const returned = actionData && !('revealed' in actionData) ? actionData : undefined
  const revealed = actionData && 'revealed' in actionData ? actionData.revealed : undefined
  const props = { person, plan, language, today, returned }
  return (
    <Page
      title={<bdi>{person.name}</bdi>}
      kicker={t('kicker', { number: person.number })}
      crumbs={{ label: t('crumbs'), items: [{ label: t('people'), href: '/personer' }] }}
      tag={<Tag tone={statusTone(person.status)}>{statusWord(person.status, language)}</Tag>}
      lede={nextStep(person, plan, language, today)}
    >
      <Stack gap="m">
        <PersonFaults returned={returned} language={language} today={today} />
        <Saved done={actionData ? null : done} language={language} />
        {person.protected ? <ProtectedNote person={person} language={language} /> : null}
        <Split shape="wide-first">
          <Stack gap="m">
            <PersonPermissions {...props} />
            <PersonEligibility {...props} />
            <PersonCompetences {...props} concepts={concepts} />
            <PersonPlan {...props} />
          </Stack>
          <Stack gap="m">
            <PersonContact {...props} revealed={revealed} />
            <PersonStatusPanel {...props} />
            <Panel title={t('history')}>
              {person.history.length === 0 ? (
                <EmptyState title={t('historyNone')} />
              ) : (
                <History
                  lines={toldHistory(person.history, language)}
                  sentences={{ ...eventSentences, ...toldSentences }}
                  language={language}
                  today={today}
                />
              )}
            </Panel>
          </Stack>
        </Split>
      </Stack>
    </Page>
  )
}

const saved = ['ask', 'record', 'withdraw', 'status', 'competence', 'standing'] as const

function Saved({ done, language }: { done: string | null; language: Language }): ReactElement | null {
  const what = saved.find(one => one === done)
  return what ? (
    <Note tone="pine" role="status">
      {personTexts(language)(`saved_${what}`)}
    </Note>
  ) : null
}

/** For the few who know of the person: what it means, and who else knows (trust.md P-S1). */
function ProtectedNote({ person, language }: { person: PersonPage; language: Language }): ReactElement {
  const t = personTexts(language)
  const names = [...new Set(person.namedReaders.map(reader => reader.name))]
  return (
    <Panel title={t('protectedTitle')} tone="red" id="skyddade">
      <p>{t('protectedText')}</p>
      <DefinitionList
        items={names.map(name => ({
          key: name,
          label: name,
          value: person.namedReaders
            .filter(reader => reader.name === name)
            .map(reader => [reader.title, reader.organisation].filter(Boolean).join(', '))
            .join('; '),
        }))}
      />
    </Panel>
  )
}
