import type { ReactElement } from 'react'
import {
  addRequirement,
  adoptProfile,
  competenceAccess,
  describeProfile,
  draftProfile,
  mayCompetence,
  removeRequirement,
  searchOccupations,
  searchSkills,
  viewProfile,
} from '#domain/competence'
import { dayOf, isId } from '#kernel'
import { answer, FormFaults, formatDay, type Handle, look, notFound, orNotFound, readFields, visit } from '#shell'
import { Button, ButtonLink, EmptyState, Note, Page, Panel, Row, Stack, Tag } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import type { Route } from './+types/profile'
import { AddRequirement, DescribeWork, NeedBeside } from './edit-profile.tsx'
import { ProfileColumns } from './profile-columns.tsx'
import { addSchema, describeSchema, removeSchema, versionSchema } from './profile-form.ts'
import { profileRefusals } from './refusals.ts'
import { texts } from './texts.ts'

export const handle: Handle = {
  operations: {
    loader: 'profile.view',
    actions: {
      draft: 'profile.draft',
      describe: 'profile.describe',
      add: 'profile.add',
      remove: 'profile.remove',
      adopt: 'profile.adopt',
    },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, competenceAccess, 'profile.view', request)
  if (!isId(params.procurement)) throw notFound()
  const id = params.procurement
  const query = new URL(request.url).searchParams
  const words = { skills: query.get('sok') ?? '', occupations: query.get('yrke') ?? '' }
  return look(v, async tx => {
    const page = orNotFound(await viewProfile(tx, id))
    const mayEdit = mayCompetence(v.actor, 'profile.adopt')
    return {
      ...page,
      language: v.language,
      today: v.today,
      mayEdit,
      skills: { words: words.skills, hits: mayEdit ? await searchSkills(tx, words.skills) : [] },
      occupations: { words: words.occupations, hits: mayEdit ? await searchOccupations(tx, words.occupations) : [] },
      done: query.get('klart'),
      pageTitle: page.draft?.title ?? page.adopted?.title ?? page.procurement.title,
    }
  })
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation || !isId(params.procurement)) throw notFound()
  const v = visit(context, competenceAccess, operation, request)
  const to = `/upphandlingar/${params.procurement}/profil?klart=${intent}`
  const about = { procurement: params.procurement, newId: v.newId, now: v.now() }
  if (intent === 'describe') {
    const read = readFields(form, v, operation, describeSchema)
    return read.ok
      ? answer(await describeProfile(read.db, v.actor, { ...about, ...read.value }), read.values, to)
      : read.answer
  }
  if (intent === 'add') {
    const read = readFields(form, v, operation, addSchema)
    if (!read.ok) return read.answer
    const { weeks, ...line } = read.value
    return answer(
      await addRequirement(read.db, v.actor, {
        ...about,
        ...line,
        ...(weeks === undefined ? {} : { weeksToLearn: weeks }),
      }),
      read.values,
      to,
    )
  }
  if (intent === 'remove') {
    const read = readFields(form, v, operation, removeSchema)
    return read.ok
      ? answer(await removeRequirement(read.db, v.actor, { ...about, ...read.value }), read.values, to)
      : read.answer
  }
  const read = readFields(form, v, operation, versionSchema)
  if (!read.ok) return read.answer
  if (intent === 'draft') return answer(await draftProfile(read.db, v.actor, about), read.values, to)
  return answer(await adoptProfile(read.db, v.actor, { ...about, version: read.value.version ?? 0 }), read.values, to)
}

const confirmations = {
  draft: 'savedDraft',
  describe: 'savedWork',
  add: 'savedAdd',
  remove: 'savedRemove',
  adopt: 'savedAdopt',
} as const

const faultKeys = ['bad_weeks', 'choose_kind', 'choose_concept', 'too_long'] as const

export default function ProfileOfCase({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { procurement, adopted, draft, need, language, today, mayEdit, done } = loaderData
  const t = texts(language)
  const edited = mayEdit ? draft : undefined
  const shown = edited ?? adopted
  const confirmed = done ? confirmations[done as keyof typeof confirmations] : undefined
  return (
    <Page
      title={edited ? t('titleDraft') : adopted ? t('titleAdopted', { title: adopted.title }) : t('titleNone')}
      kicker={t('kicker', { title: procurement.title, day: formatDay(procurement.contractStart, language, today) })}
      crumbs={{
        label: t('crumbs'),
        items: [
          { label: t('procurements'), href: '/upphandlingar' },
          { label: procurement.number, href: `/upphandlingar/${procurement.id}` },
        ],
      }}
      lede={
        edited
          ? t('ledeDraft', { edition: edited.edition })
          : adopted?.adoptedAt
            ? t('ledeAdopted', {
                edition: adopted.edition,
                day: formatDay(dayOf(new Date(adopted.adoptedAt)), language, today),
              })
            : t('ledeNone')
      }
      tag={!edited && adopted ? <Tag tone="pine">{t('inForce')}</Tag> : undefined}
      actions={!edited && adopted && mayEdit ? <NewDraft label={t('newDraft')} /> : undefined}
    >
      <Stack gap="l">
        <FormFaults
          returned={actionData}
          sentences={profileRefusals}
          language={language}
          faultText={message => (faultKeys.some(key => key === message) ? t(message as 'bad_weeks') : undefined)}
        />
        {confirmed ? (
          <Note role="status">
            {t(confirmed)}{' '}
            {done === 'adopt' ? <a href={`/upphandlingar/${procurement.id}/fordelning`}>{t('apportion')}</a> : null}
          </Note>
        ) : null}
        {shown ? (
          <Panel>
            <ProfileColumns profile={shown} language={language} editable={edited !== undefined} />
            {shown.tasks && !edited ? <p className="co-tasks">{shown.tasks}</p> : null}
          </Panel>
        ) : (
          <EmptyState title={t('noneYet')} action={mayEdit ? <NewDraft label={t('firstDraft')} /> : undefined} />
        )}
        {edited ? (
          <>
            <AddRequirement
              draft={edited}
              language={language}
              skills={loaderData.skills}
              occupations={loaderData.occupations}
            />
            <DescribeWork
              draft={edited}
              language={language}
              skills={loaderData.skills}
              occupations={loaderData.occupations}
            />
            <form method="post" className="ff-decide">
              <FormKey version={edited.version} intent="adopt" />
              <p className="ff-soft">{t('adoptHint')}</p>
              <Button>{t('adopt')}</Button>
            </form>
          </>
        ) : null}
        {need ? <NeedBeside need={need} language={language} /> : null}
        {edited ? null : (
          <Row>
            <ButtonLink variant="ghost" href={`/upphandlingar/${procurement.id}`}>
              {procurement.number}
            </ButtonLink>
          </Row>
        )}
      </Stack>
    </Page>
  )
}

function NewDraft({ label }: { label: string }): ReactElement {
  return (
    <form method="post">
      <FormKey intent="draft" />
      <Button variant="ghost">{label}</Button>
    </form>
  )
}
