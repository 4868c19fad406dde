import type { ReactElement } from 'react'
import { z } from 'zod'
import { areasOn } from '#domain/organisations'
import { type NeedPage, procurementAccess, saveNeed, viewNeed } from '#domain/procurement'
import { dayOf, isId } from '#kernel'
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
import { Button, DefinitionList, FormBody, Page, Panel, Stack, SubmitRow } from '#ui'
import type { Route } from './+types/need'
import { version } from './case-form.ts'
import { Faults } from './faults.tsx'
import { NeedFields } from './need-fields.tsx'
import { needFields } from './need-form.ts'
import { needFault, needTexts } from './need-texts.ts'
import { wordFor, words } from './words.ts'

export const handle: Handle = {
  operations: { loader: 'need.view', actions: { save: 'need.save', submit: 'need.submit' } },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, procurementAccess, 'need.view', request)
  const id = params.procurement
  if (!isId(id)) throw notFound()
  return look(v, async tx => {
    const page = orNotFound(await viewNeed(tx, v.actor, id))
    return {
      page,
      areas: await areasOn(tx, v.today),
      language: v.language,
      today: v.today,
      pageTitle: `${needTexts(v.language)('titleNeed')}, ${page.title}`,
    }
  })
}

const schema = z.strictObject({ version, ...needFields })

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  const procurement = params.procurement
  if (!operation || !isId(procurement)) throw notFound()
  const v = visit(context, procurementAccess, operation, request)
  const read = readFields(form, v, operation, schema)
  if (!read.ok) return read.answer
  const { version: seen, ...need } = read.value
  const submit = intent === 'submit'
  const command = { procurement, version: seen, need, submit, now: v.now(), today: v.today, newId: v.newId }
  const to = `/upphandlingar/${procurement}?klart=${submit ? 'submitted' : 'need'}`
  return answer(await saveNeed(read.db, v.actor, command), read.values, to)
}

export default function Need({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { page, areas, language, today } = loaderData
  const t = needTexts(language)
  const w = words(language)
  const mayChange = page.allowed.length > 0 && page.state === 'open' && page.apportioned === 0
  const submitted = page.submittedAt !== undefined
  const lede =
    page.apportioned > 0
      ? t('ledeFixed', { n: page.apportioned })
      : page.submittedAt
        ? t('ledeSubmitted', { day: formatDay(dayOf(new Date(page.submittedAt)), language, today) })
        : t(mayChange ? 'ledeDraft' : 'ledeRead')
  return (
    <Page
      title={submitted ? t('titleSubmitted') : t('titleNeed')}
      lede={lede}
      width="text"
      crumbs={{
        label: w('crumbs'),
        items: [
          { label: w('procurements'), href: '/upphandlingar' },
          { label: page.number, href: `/upphandlingar/${page.id}` },
          { label: t('titleNeed') },
        ],
      }}
      kicker={page.title}
    >
      <Stack gap="l">
        <Faults returned={actionData} faultText={needFault(language)} today={today} language={language} />
        {mayChange ? (
          <form method="post">
            <FormKey version={page.version} />
            <Stack gap="l">
              <Panel title={t('inputs')}>
                <FormBody>
                  <NeedFields
                    began={{ ...page.need, area: page.need?.area ?? '' }}
                    returned={actionData}
                    language={language}
                    areas={areas}
                  />
                </FormBody>
              </Panel>
              <SubmitRow>
                {submitted ? null : (
                  <Button name="intent" value="submit">
                    {t('submit')}
                  </Button>
                )}
                <Button variant={submitted ? 'primary' : 'ghost'} name="intent" value="save">
                  {submitted ? t('saveSubmitted') : t('save')}
                </Button>
              </SubmitRow>
            </Stack>
          </form>
        ) : (
          <Panel>
            <NeedList page={page} language={language} />
          </Panel>
        )}
      </Stack>
    </Page>
  )
}

/** The need to read, for those who may not change it. */
function NeedList({ page, language }: { page: NeedPage; language: Language }): ReactElement {
  const t = needTexts(language)
  const w = words(language)
  const { need } = page
  if (!need) return <p>{t('notGiven')}</p>
  const given = (text: string): string => text || t('notGiven')
  return (
    <DefinitionList
      items={[
        { key: 'places', label: t('places'), value: need.places },
        { key: 'form', label: t('form'), value: wordFor(need.form, language) },
        { key: 'months', label: t('months'), value: w('months', { n: need.months }) },
        { key: 'service', label: t('service'), value: need.service },
        { key: 'education', label: t('education'), value: given(need.education) },
        { key: 'prior', label: t('priorKnowledge'), value: given(need.priorKnowledge) },
        { key: 'skills', label: t('skills'), value: given(need.skills) },
        { key: 'area', label: t('area'), value: page.areaName ?? w('wholeCity') },
        { key: 'comments', label: t('comments'), value: given(need.comments) },
      ]}
    />
  )
}
