import type { ReactElement } from 'react'
import { listOrganisations } from '#domain/organisations'
import {
  type ApportionmentPage,
  answerSelfCheck,
  decideApportionment,
  keysInForce,
  mayPlaces,
  placesAccess,
  proposeApportionment,
  type TargetGroup,
  targetGroups,
  viewApportionment,
} from '#domain/places'
import { isId } from '#kernel'
import {
  answer,
  FormFaults,
  formatDay,
  type Handle,
  look,
  notFound,
  orNotFound,
  readFields,
  shellTexts,
  visit,
} from '#shell'
import { Button, ButtonLink, Note, Page, Panel, Stack, Tabs, Tag } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import type { Route } from './+types/apportion'
import { AllocationPicture, summaryOf } from './allocation-picture.tsx'
import { changeSchema, decideSchema, selfCheckSchema } from './apportion-form.ts'
import { ChangeProposal } from './change-proposal.tsx'
import { placesRefusals } from './refusals.ts'
import { SelfCheckPanel } from './self-check.tsx'
import { StepsTable } from './steps-table.tsx'
import { texts } from './texts.ts'

export const handle: Handle = {
  operations: {
    loader: 'places.apportionment',
    actions: { change: 'places.propose', decide: 'places.decide', self_check: 'places.self_check' },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, placesAccess, 'places.apportionment', request)
  const procurement = params.procurement
  if (!isId(procurement)) throw notFound()
  const url = new URL(request.url)
  const wanted = targetGroups.find(group => group === url.searchParams.get('nyckel'))
  return look(v, async tx => {
    const title = orNotFound(
      await tx
        .selectFrom('procurement.procurement')
        .select(['title', 'number', 'contract_start'])
        .where('id', '=', procurement)
        .executeTakeFirst(),
    )
    const page = await viewApportionment(tx, procurement, v.today, wanted)
    const mayChange = mayPlaces(v.actor, 'places.decide')
    return {
      language: v.language,
      today: v.today,
      procurement,
      title: title.title,
      startsOn: title.contract_start,
      page: typeof page === 'string' ? undefined : page,
      missing: typeof page === 'string' ? page : undefined,
      keys: (await keysInForce(tx, v.today)).map(key => ({
        group: key.targetGroup,
        nameSv: key.nameSv,
        nameEn: key.nameEn,
      })),
      asked: await listOrganisations(
        tx,
        ['employment_service', 'coordination_association', 'social_enterprise', 'labour_market_unit'],
        v.today,
      ),
      mayChange,
      done: url.searchParams.get('klart'),
      pageTitle: title.title,
    }
  })
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation || !isId(params.procurement)) throw notFound()
  const v = visit(context, placesAccess, operation, request)
  const about = { procurement: params.procurement, today: v.today, now: v.now(), newId: v.newId }
  const to = `/upphandlingar/${params.procurement}/fordelning`
  if (intent === 'change') {
    const read = readFields(form, v, operation, changeSchema)
    if (!read.ok) return read.answer
    const outcome = await proposeApportionment(read.db, v.actor, { ...read.value, ...about })
    return answer(outcome, read.values, `${to}?klart=change&nyckel=${read.value.targetGroup}`)
  }
  if (intent === 'decide') {
    const read = readFields(form, v, operation, decideSchema)
    if (!read.ok) return read.answer
    return answer(
      await decideApportionment(read.db, v.actor, { ...read.value, ...about }),
      read.values,
      `${to}?klart=decide`,
    )
  }
  const read = readFields(form, v, operation, selfCheckSchema)
  if (!read.ok) return read.answer
  return answer(
    await answerSelfCheck(read.db, v.actor, { ...read.value, ...about }),
    read.values,
    `${to}?klart=self_check#egenkontroll`,
  )
}

const confirmations = { change: 'savedProposal', decide: 'savedDecision', self_check: 'savedCheck' } as const

const faultKeys = ['choose_reason', 'choose_answer'] as const

export default function Apportion({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { language, page, title, procurement, startsOn, today, keys, done } = loaderData
  const t = texts(language)
  const common = shellTexts(language)
  const crumbs = {
    label: t('crumbs'),
    items: [
      { label: t('procurements'), href: '/upphandlingar' },
      { label: title, href: `/upphandlingar/${procurement}` },
    ],
  }
  const kicker = t('kicker', { title, day: formatDay(startsOn, language, today) })
  if (!page) {
    return (
      <Page title={t('notYet')} crumbs={crumbs} kicker={kicker}>
        <Note tone="sun">{loaderData.missing === 'places.no_key_in_force' ? t('noKey') : t('needNotSubmitted')}</Note>
        <ButtonLink href={`/upphandlingar/${procurement}`} variant="ghost">
          {t('toCase')}
        </ButtonLink>
      </Page>
    )
  }
  const name = language === 'en' ? page.key.nameEn : page.key.nameSv
  const decided = page.state === 'decided'
  const mayChange = loaderData.mayChange && !decided
  const confirmed = done ? confirmations[done as keyof typeof confirmations] : undefined
  return (
    <Page
      title={decided ? t('apportioned', { n: page.places }) : t('apportion', { n: page.places })}
      crumbs={crumbs}
      kicker={kicker}
      lede={
        decided && page.decidedAt
          ? t('ledeDecided', {
              key: name,
              year: page.year,
              day: formatDay(new Date(page.decidedAt).toISOString().slice(0, 10), language, today),
            })
          : t('ledeProposal', { key: name, year: page.year })
      }
      tag={decided ? <Tag tone="pine">{common('done')}</Tag> : undefined}
    >
      <Stack gap="l">
        <FormFaults
          returned={actionData}
          sentences={placesRefusals}
          language={language}
          faultText={message => (faultKeys.some(key => key === message) ? t(message as 'choose_reason') : undefined)}
        />
        {confirmed ? <Note role="status">{t(confirmed)}</Note> : null}
        {decided || keys.length < 2 ? null : (
          <Tabs
            label={t('share')}
            tabs={keys.map(key => ({
              href: `?nyckel=${key.group}`,
              label: language === 'en' ? key.nameEn : key.nameSv,
              current: key.group === page.key.targetGroup,
            }))}
          />
        )}
        <Panel>
          <AllocationPicture
            id="fordelning"
            title={t('question')}
            summary={summaryOf(page.lines, page.places, language)}
            lines={page.lines}
            language={language}
            column={decided ? 'decided' : 'proposed'}
            showTable={common('showAsTable')}
          />
          <KeyNote page={page} language={language} />
          <StepsTable page={page} language={language} />
        </Panel>
        {mayChange ? <ChangeProposal page={page} language={language} values={actionData?.values} /> : null}
        <SelfCheckPanel page={page} asked={loaderData.asked} language={language} today={today} mayAnswer={mayChange} />
        {mayChange ? <Decide page={page} language={language} /> : null}
      </Stack>
    </Page>
  )
}

function KeyNote({ page, language }: { page: ApportionmentPage; language: 'sv' | 'en' | 'ar' }): ReactElement {
  const t = texts(language)
  const sum = String(page.key.sum).replace('.', language === 'en' ? '.' : ',')
  return (
    <p className="ff-soft">
      {page.key.sum === 100 ? null : `${t('keySum', { sum })} `}
      {t('keySource', { basis: language === 'en' ? page.key.basisEn : page.key.basisSv, source: page.key.source })}
    </p>
  )
}

function Decide({ page, language }: { page: ApportionmentPage; language: 'sv' | 'en' | 'ar' }): ReactElement {
  const t = texts(language)
  const ready = page.selfChecks.length === 2
  return (
    <form method="post" className="ff-decide">
      <FormKey version={page.version} intent="decide" />
      <input type="hidden" name="targetGroup" value={page.key.targetGroup satisfies TargetGroup} />
      <input type="hidden" name="shown" value={page.calculation.output.order.map(area => area ?? '').join()} />
      <p className="ff-soft">{ready ? t('decideHint') : t('decideBlocked')}</p>
      <Button variant={ready ? 'primary' : 'ghost'}>{t('decide')}</Button>
    </form>
  )
}
