import type { ReactElement } from 'react'
import { z } from 'zod'
import { candidatesAccess, conceptsAsked, findByIdentity, listPeople } from '#domain/candidates'
import { holdsRole } from '#kernel'
import { answer, FormFaults, FormKey, type Handle, look, notFound, readFields, visit } from '#shell'
import { Button, Details, FormBody, Page, Pagination, Stack, SubmitRow, TextInput } from '#ui'
import type { Route } from './+types/list'
import { filterHref, readFilter } from './people-filter.ts'
import { PeopleFilters } from './people-filters.tsx'
import { PeopleTable } from './people-table.tsx'
import { personRefusals } from './refusals.ts'
import { texts } from './texts.ts'

export const handle: Handle = {
  operations: { loader: 'person.list', actions: { find: 'person.find_by_identity' } },
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, candidatesAccess, 'person.list', request)
  const filter = readFilter(new URL(request.url).searchParams)
  const { role } = v.actor
  const shown = { ...filter, scope: role === 'coordinator' ? ('assigned' as const) : filter.scope }
  return look(v, async tx => ({
    people: await listPeople(tx, v.actor, shown, shown.page, v.today),
    concepts: await conceptsAsked(tx),
    filter: shown,
    hasOwn: role !== 'coordinator',
    mayFind: holdsRole(candidatesAccess, 'person.find_by_identity', v.actor),
    language: v.language,
    today: v.today,
    pageTitle: texts(v.language)('pageTitle'),
  }))
}

const findSchema = z.strictObject({
  identity: z.string().trim().min(1, 'identity_missing').max(30, 'identity_missing'),
})

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  if (form.get('intent') !== 'find') throw notFound()
  const v = visit(context, candidatesAccess, 'person.find_by_identity', request)
  const read = readFields(form, v, 'person.find_by_identity', findSchema)
  if (!read.ok) return read.answer
  const command = { number: read.value.identity, secret: v.settings.secret, now: v.now() }
  const found = await findByIdentity(v.db, v.actor, command)
  // What was typed is not sent back: an identity number stands in no page that did not ask for it by name.
  return answer(found, {}, found.ok ? `/personer/${found.value.person}` : '/personer')
}

/** The people of one's own list, narrowed and ordered by the address (ux.md E1). */
export default function People({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { people, filter, language, mayFind } = loaderData
  const t = texts(language)
  const pages = Math.max(1, Math.ceil(Math.min(people.count, people.countedTo) / people.pageSize))
  const last = people.rows.length === people.pageSize && people.count > people.countedTo ? people.page + 1 : 0
  const order = { waiting: t('orderWaiting'), ready: t('orderReady'), number: t('orderNumber') }[filter.order]
  return (
    <Page title={t('title', { n: people.count, most: people.countedTo })} lede={t('lede', { order })}>
      <Stack gap="m">
        <FormFaults
          returned={actionData}
          sentences={personRefusals}
          faultText={message => (message === 'identity_missing' ? t('identity_missing') : undefined)}
          language={language}
        />
        <PeopleFilters {...loaderData} />
        <PeopleTable {...loaderData} />
        <Pagination
          label={t('pages')}
          page={people.page}
          pages={Math.max(pages, last)}
          href={page => filterHref({ ...filter, page })}
          previous={t('previous')}
          next={t('next')}
        />
        {mayFind ? (
          <Details summary={t('findTitle')} open={actionData !== undefined}>
            <form method="post">
              <FormKey intent="find" />
              <FormBody>
                <TextInput
                  name="identity"
                  label={t('findLabel')}
                  hint={t('findHint')}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={30}
                  width="medium"
                />
                <SubmitRow>
                  <Button variant="ghost">{t('find')}</Button>
                </SubmitRow>
              </FormBody>
            </form>
          </Details>
        ) : null}
      </Stack>
    </Page>
  )
}
