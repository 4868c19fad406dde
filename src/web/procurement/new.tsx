import type { ReactElement } from 'react'
import { redirect } from 'react-router'
import { areasOn } from '#domain/organisations'
import { listNeedsToCopy, type NeedPage, openProcurement, procurementAccess, viewNeed } from '#domain/procurement'
import { isId } from '#kernel'
import { answer, FormKey, type Handle, look, notFound, readFields, visit } from '#shell'
import { Button, Details, FormBody, Note, Page, Panel, Select, Stack, SubmitRow } from '#ui'
import type { Route } from './+types/new'
import { Faults } from './faults.tsx'
import { type Beginnings, CaseFields, NeedFields } from './need-fields.tsx'
import { openSchema, toCase } from './need-form.ts'
import { needFault, needTexts } from './need-texts.ts'
import { words } from './words.ts'

export const handle: Handle = {
  operations: { loader: 'procurement.open', actions: { save: 'procurement.open', submit: 'procurement.open' } },
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, procurementAccess, 'procurement.open', request)
  const from = new URL(request.url).searchParams.get('fran')
  return look(v, async tx => {
    const source = isId(from) ? await viewNeed(tx, v.actor, from) : undefined
    return {
      areas: await areasOn(tx, v.today),
      earlier: await listNeedsToCopy(tx, v.actor),
      source: source?.need ? source.number : undefined,
      sourceId: source?.need ? source.id : undefined,
      began: source ? beginningsOf(source) : {},
      language: v.language,
      today: v.today,
      pageTitle: needTexts(v.language)('titleNew'),
    }
  })
}

/** A new case like an earlier one: everything but its days and its value. */
function beginningsOf({ title, cpv, need }: NeedPage): Beginnings {
  return need ? { ...need, area: need.area ?? '', title, cpv: cpv ?? '' } : {}
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation) throw notFound()
  const v = visit(context, procurementAccess, operation, request)
  const read = readFields(form, v, `${operation}.${intent}`, openSchema)
  if (!read.ok) return read.answer
  const outcome = await openProcurement(read.db, v.actor, {
    ...toCase(read.value),
    id: v.newId(),
    submit: intent === 'submit',
    now: v.now(),
    today: v.today,
    newId: v.newId,
  })
  if (outcome.ok) return redirect(`/upphandlingar/${outcome.value.id}?klart=opened`, 303)
  return answer(outcome, read.values, '')
}

export default function NewProcurement({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { areas, earlier, source, sourceId, began, language, today } = loaderData
  const t = needTexts(language)
  const w = words(language)
  const fields = { began, returned: actionData, language }
  return (
    <Page
      title={t('titleNew')}
      lede={t('ledeNew')}
      width="text"
      crumbs={{
        label: w('crumbs'),
        items: [{ label: w('procurements'), href: '/upphandlingar' }, { label: t('titleNew') }],
      }}
    >
      <Stack gap="l">
        <Faults returned={actionData} faultText={needFault(language)} today={today} language={language} />
        {source ? <Note role="status">{t('copied', { number: source })}</Note> : null}
        {earlier.length > 0 && !actionData ? (
          <Details summary={t('copy')} open={false}>
            <form method="get" action="/upphandlingar/ny">
              <FormBody>
                <Select
                  name="fran"
                  label={t('copyField')}
                  defaultValue={sourceId ?? ''}
                  placeholder={w('choose')}
                  options={earlier.map(one => ({
                    value: one.id,
                    label: `${one.number} ${one.title}, ${w('places', { n: one.places })}`,
                  }))}
                />
                <SubmitRow>
                  <Button variant="ghost">{t('copyGo')}</Button>
                </SubmitRow>
              </FormBody>
            </form>
          </Details>
        ) : null}
        <form method="post">
          <FormKey />
          <Stack gap="l">
            <Panel title={t('about')}>
              <FormBody>
                <CaseFields {...fields} />
              </FormBody>
            </Panel>
            <Panel title={t('inputs')}>
              <FormBody>
                <NeedFields {...fields} areas={areas} />
              </FormBody>
            </Panel>
            <SubmitRow>
              <Button name="intent" value="submit">
                {t('submit')}
              </Button>
              <Button variant="ghost" name="intent" value="save">
                {t('save')}
              </Button>
            </SubmitRow>
          </Stack>
        </form>
      </Stack>
    </Page>
  )
}
