import type { ReactElement } from 'react'
import { z } from 'zod'
import { employingKinds, listOrganisations } from '#domain/organisations'
import { awardContract, type ClausePage, procurementAccess, viewClause } from '#domain/procurement'
import { isId } from '#kernel'
import { answer, FormKey, type Handle, look, notFound, orNotFound, readFields, visit } from '#shell'
import { Button, ButtonLink, DateInput, FormBody, Note, Page, Panel, Row, Select, Stack, SubmitRow } from '#ui'
import type { Route } from './+types/award'
import { awardTexts } from './award-texts.ts'
import { day, version } from './case-form.ts'
import { Measures } from './clause-reading.tsx'
import { Faults, typed } from './faults.tsx'
import { words } from './words.ts'

export const handle: Handle = {
  operations: { loader: 'procurement.award', actions: { award: 'procurement.award' } },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, procurementAccess, 'procurement.award', request)
  const id = params.procurement
  if (!isId(id)) throw notFound()
  return look(v, async tx => ({
    page: orNotFound(await viewClause(tx, v.actor, id)),
    suppliers: await listOrganisations(tx, employingKinds, v.today),
    language: v.language,
    today: v.today,
    pageTitle: awardTexts(v.language)('title'),
  }))
}

const schema = z.strictObject({
  version,
  supplier: z.uuid({ error: 'fault_supplier' }),
  contractStart: day,
  contractEnd: day,
})

export async function action({ context, params, request }: Route.ActionArgs) {
  const v = visit(context, procurementAccess, 'procurement.award', request)
  const procurement = params.procurement
  if (!isId(procurement)) throw notFound()
  const read = readFields(await request.formData(), v, 'procurement.award', schema)
  if (!read.ok) return read.answer
  const edge = { now: v.now(), today: v.today, newId: v.newId }
  const outcome = await awardContract(read.db, v.actor, { procurement, ...read.value, ...edge })
  return answer(outcome, read.values, `/upphandlingar/${procurement}?klart=award`)
}

/** What stands in the way of the award, as the text that says it; undefined when nothing does. */
function obstacle(page: ClausePage): 'isDone' | 'needsStep' | 'needsDecision' | 'needsLock' | undefined {
  if (page.awarded) return 'isDone'
  if (page.step !== 'procure') return 'needsStep'
  if (page.requirement === 'undecided') return 'needsDecision'
  return page.requirement === 'employment' && !page.clause?.locked ? 'needsLock' : undefined
}

export default function AwardContract({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { page, suppliers, language, today } = loaderData
  const t = awardTexts(language)
  const w = words(language)
  const inTheWay = obstacle(page)
  const clause = page.requirement === 'employment' ? page.clause : undefined
  const fault = (name: string): string | undefined => {
    const found = actionData?.faults.find(one => one.field === name)
    return found && (name === 'supplier' ? t('fault_supplier') : t('bad_day'))
  }
  return (
    <Page
      title={inTheWay === undefined ? t('title') : inTheWay === 'isDone' ? t('isDone') : t('notYet')}
      lede={inTheWay === undefined ? t(clause ? 'lede' : 'ledeNone') : undefined}
      kicker={page.title}
      width="text"
      crumbs={{
        label: w('crumbs'),
        items: [
          { label: w('procurements'), href: '/upphandlingar' },
          { label: page.number, href: `/upphandlingar/${page.id}` },
          { label: t('title') },
        ],
      }}
    >
      <Stack gap="l">
        <Faults
          returned={actionData}
          faultText={message => (message === 'bad_day' || message === 'fault_supplier' ? t(message) : undefined)}
          today={today}
          language={language}
        />
        {inTheWay === undefined ? null : (
          <>
            {inTheWay === 'isDone' ? null : <Note tone="sun">{t(inTheWay)}</Note>}
            <Row>
              {inTheWay === 'needsLock' || inTheWay === 'needsDecision' ? (
                <ButtonLink href={`/upphandlingar/${page.id}/villkor`}>{t('toClause')}</ButtonLink>
              ) : (
                <ButtonLink variant="ghost" href={`/upphandlingar/${page.id}`}>
                  {t('toCase')}
                </ButtonLink>
              )}
            </Row>
          </>
        )}
        {inTheWay === undefined ? (
          <form method="post">
            <FormKey version={page.version} intent="award" />
            <Stack gap="l">
              <Panel>
                <FormBody>
                  <Select
                    name="supplier"
                    label={t('supplier')}
                    hint={t('supplierHint')}
                    placeholder={w('choose')}
                    defaultValue={typed(actionData, 'supplier', '')}
                    error={fault('supplier')}
                    options={suppliers.map(one => ({
                      value: one.id,
                      label: one.number ? `${one.name}, ${one.number}` : one.name,
                    }))}
                  />
                  <div className="pr-pair">
                    <DateInput
                      name="contractStart"
                      label={t('contractStart')}
                      defaultValue={typed(actionData, 'contractStart', page.contractStart)}
                      error={fault('contractStart')}
                    />
                    <DateInput
                      name="contractEnd"
                      label={t('contractEnd')}
                      hint={t('contractEndHint')}
                      defaultValue={typed(actionData, 'contractEnd', page.contractEnd)}
                      error={fault('contractEnd')}
                    />
                  </div>
                </FormBody>
              </Panel>
              {clause ? (
                <Panel title={t('becomes')}>
                  <Measures
                    clause={clause.parameters}
                    contractStart={page.contractStart}
                    contractEnd={page.contractEnd}
                    today={today}
                    language={language}
                  />
                </Panel>
              ) : null}
              <SubmitRow note={t('note')}>
                <Button>{t('save')}</Button>
              </SubmitRow>
            </Stack>
          </form>
        ) : null}
      </Stack>
    </Page>
  )
}
