import type { ReactElement } from 'react'
import { z } from 'zod'
import { contactsOf } from '#domain/organisations'
import {
  confirmStill,
  endPlacement,
  type PlacementState,
  placementAccess,
  placementEndReasons,
  startPlacement,
  viewPlacement,
} from '#domain/placement'
import { isDay, isId } from '#kernel'
import { answer, formatDay, type Handle, look, notFound, orNotFound, readFields, visit } from '#shell'
import { Note, Page, Panel, Stack } from '#ui'
import { CaseFaults } from '../matching/case-faults.tsx'
import { Contact } from '../matching/contact.tsx'
import type { Route } from './+types/placement'
import { nameOf } from './employed.tsx'
import { placementRefusals } from './refusals.ts'
import { EndForm, StartForm, StillForm } from './say.tsx'
import { Standing } from './standing.tsx'
import { texts } from './texts.ts'

export const handle: Handle = {
  operations: {
    loader: 'placement.view',
    actions: { start: 'placement.start', still: 'placement.confirm_still', end: 'placement.end' },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, placementAccess, 'placement.view', request)
  if (!isId(params.placement)) throw notFound()
  const id = params.placement
  return look(v, async tx => {
    const page = orNotFound(await viewPlacement(tx, v.actor, id, v.today))
    const [contact] = page.matching ? await contactsOf(tx, [page.matching], ['matching_officer']) : []
    return {
      placement: page,
      contact: contact && { name: contact.name, organisation: contact.organisationName, phone: contact.phone },
      language: v.language,
      today: v.today,
      done: new URL(request.url).searchParams.get('klart'),
      pageTitle: texts(v.language)('employed'),
    }
  })
}

const version = z.coerce.number().int().min(1)
const day = z.string().refine(isDay, 'choose_day')
const startSchema = z.strictObject({ version, firstDay: day })
const stillSchema = z.strictObject({ version })
const endSchema = z.strictObject({ version, lastDay: day, reason: z.enum(placementEndReasons, 'choose_why') })

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation || !isId(params.placement)) throw notFound()
  const v = visit(context, placementAccess, operation, request)
  const to = `/anstallda/${params.placement}?klart=${intent}`
  const about = { placement: params.placement, now: v.now(), newId: v.newId }
  if (intent === 'start') {
    const read = readFields(form, v, operation, startSchema)
    if (!read.ok) return read.answer
    return answer(await startPlacement(read.db, v.actor, { ...about, ...read.value }), read.values, to)
  }
  if (intent === 'end') {
    const read = readFields(form, v, operation, endSchema)
    if (!read.ok) return read.answer
    return answer(await endPlacement(read.db, v.actor, { ...about, ...read.value }), read.values, to)
  }
  const read = readFields(form, v, operation, stillSchema)
  if (!read.ok) return read.answer
  return answer(await confirmStill(read.db, v.actor, { ...about, ...read.value }), read.values, to)
}

const confirmations = { start: 'doneStart', still: 'doneStill', end: 'doneEnd' } as const
const titles = {
  offered: 'titleOffered',
  agreed: 'titleAgreed',
  started: 'titleStarted',
  ended: 'titleEnded',
  declined: 'titleDeclined',
} as const satisfies Record<PlacementState, string>
const ledes = {
  offered: 'ledeOffered',
  agreed: 'ledeAgreed',
  started: 'ledeStarted',
  ended: 'ledeEnded',
  declined: 'ledeDeclined',
} as const satisfies Record<PlacementState, string>

/** One employment: where it stands, and the one thing the employer has to say about it now. */
export default function Placement({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { placement, language, today, done } = loaderData
  const t = texts(language)
  const name = nameOf(placement, language)
  const day = formatDay(placement.endedOn ?? placement.startedOn ?? placement.startsOn, language, today)
  const confirmed = done && !actionData ? confirmations[done as keyof typeof confirmations] : undefined
  const may = (operation: string): boolean => placement.allowed.some(one => one === operation)
  const said = { placement, values: actionData?.values, language, today }
  return (
    <Page
      title={t(titles[placement.state], { name, day })}
      kicker={`${placement.title} · ${placement.caseNumber}`}
      crumbs={{ label: t('crumbs'), items: [{ label: t('employed'), href: '/anstallda' }] }}
      lede={t(ledes[placement.state])}
      width="text"
    >
      <Stack gap="l">
        <CaseFaults
          returned={actionData}
          sentences={placementRefusals}
          own={message =>
            message === 'choose_day' || message === 'choose_why' ? t(message as 'choose_day') : undefined
          }
          language={language}
          today={today}
        />
        {confirmed ? (
          <Note role="status" tone="pine">
            {t(confirmed)}
          </Note>
        ) : null}
        {may('placement.start') ? <StartForm {...said} /> : null}
        {may('placement.confirm_still') ? <StillForm {...said} /> : null}
        <Panel>
          <Standing placement={placement} language={language} today={today} />
        </Panel>
        {may('placement.end') ? <EndForm {...said} /> : null}
        <Contact contact={loaderData.contact} language={language} />
      </Stack>
    </Page>
  )
}
