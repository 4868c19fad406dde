import type { ReactElement } from 'react'
import { z } from 'zod'
import {
  catalogueAccess,
  changeSeats,
  confirmIntervention,
  freshDays,
  type Intervention,
  listInterventions,
} from '#domain/catalogue'
import { type Day, daysBetween, isId } from '#kernel'
import { answer, FormFaults, formatDay, type Handle, type Language, look, notFound, readFields, visit } from '#shell'
import { Button, Details, EmptyState, Note, NumberInput, Page, Stack, Tag } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import type { Route } from './+types/list'
import { catalogueRefusals } from './refusals.ts'
import { texts } from './texts.ts'

export const handle: Handle = {
  operations: { loader: 'catalogue.list', actions: { confirm: 'catalogue.confirm', seats: 'catalogue.change_seats' } },
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, catalogueAccess, 'catalogue.list', request)
  const query = new URL(request.url).searchParams
  const procurement = query.get('upphandling')
  const own = v.actor.role === 'provider'
  const interventions = await look(v, tx =>
    listInterventions(tx, { today: v.today, ...(own ? { provider: v.actor.organisation } : {}) }),
  )
  return {
    language: v.language,
    today: v.today,
    own,
    interventions,
    procurement: isId(procurement) ? procurement : undefined,
    done: query.get('klart'),
    pageTitle: texts(v.language)('catalogue'),
  }
}

const version = z.coerce.number().int().min(1)
const confirmSchema = z.strictObject({ intervention: z.uuid(), version })
const seatsSchema = z.strictObject({
  start: z.uuid(),
  seats: z.coerce.number('seats_wrong').int('seats_wrong').min(1, 'seats_wrong').max(500, 'seats_wrong'),
  version,
})

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation) throw notFound()
  const v = visit(context, catalogueAccess, operation, request)
  const about = { today: v.today, newId: v.newId }
  if (intent === 'confirm') {
    const read = readFields(form, v, operation, confirmSchema)
    if (!read.ok) return read.answer
    return answer(
      await confirmIntervention(read.db, v.actor, { ...read.value, ...about }),
      read.values,
      '/insatser?klart=confirm',
    )
  }
  const read = readFields(form, v, operation, seatsSchema)
  if (!read.ok) return read.answer
  return answer(await changeSeats(read.db, v.actor, { ...read.value, ...about }), read.values, '/insatser?klart=seats')
}

/** A provider's own catalogue, to keep true; everybody else's, to choose from. */
export default function Catalogue({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { language, today, own, interventions, done } = loaderData
  const t = texts(language)
  const stale = interventions.filter(intervention => isStale(intervention, today)).length
  return (
    <Page
      title={own ? t('ownTitle', { stale }) : t('allTitle')}
      lede={own ? t('ownLede', { days: freshDays }) : t('allLede')}
    >
      <Stack gap="l">
        <FormFaults
          returned={actionData}
          sentences={catalogueRefusals}
          language={language}
          faultText={message => (message === 'seats_wrong' ? t('seats_wrong') : undefined)}
        />
        {done ? <Note role="status">{t(done === 'seats' ? 'savedSeats' : 'savedConfirm')}</Note> : null}
        {interventions.length === 0 ? <EmptyState title={t('none')} /> : null}
        <div className="ca-list">
          {interventions.map(intervention => (
            <InterventionCard
              key={intervention.id}
              intervention={intervention}
              language={language}
              today={today}
              own={own}
              procurement={loaderData.procurement}
            />
          ))}
        </div>
      </Stack>
    </Page>
  )
}

function isStale(intervention: Intervention, today: Day): boolean {
  return daysBetween(intervention.confirmedOn, today) > freshDays
}

type CardProps = { intervention: Intervention; language: Language; today: Day; own: boolean; procurement?: string }

function InterventionCard({ intervention, language, today, own, procurement }: CardProps): ReactElement {
  const t = texts(language)
  const old = isStale(intervention, today)
  const day = formatDay(intervention.confirmedOn, language, today)
  return (
    <section className={old ? 'ca-item ca-item--stale' : 'ca-item'}>
      <div className="ca-head">
        <div>
          <h2>{language === 'en' ? intervention.nameEn : intervention.nameSv}</h2>
          <p className="ff-soft">
            {own ? '' : `${intervention.providerName} · `}
            {t('weeks', { n: intervention.weeks })} · {t(intervention.payer)}
          </p>
        </div>
        <Tag tone={old ? 'sun' : 'plain'}>{old ? t('stale', { day }) : t('confirmed', { day })}</Tag>
        {own && old ? (
          <form method="post">
            <FormKey version={intervention.version} intent="confirm" />
            <Button variant="ghost" size="small" name="intervention" value={intervention.id}>
              {t('confirm')}
              <span className="ds-sr-only"> {intervention.nameSv}</span>
            </Button>
          </form>
        ) : null}
      </div>
      {intervention.starts.length === 0 ? <p className="ff-soft">{t('noStarts')}</p> : null}
      <ul className="ca-starts">
        {intervention.starts.map(start => (
          <li key={start.id}>
            <a href={`/insatser/${start.id}${procurement ? `?upphandling=${procurement}` : ''}`}>
              {formatDay(start.startsOn, language, today)}
              <span className="ds-sr-only"> {intervention.nameSv}</span>
            </a>
            <span className="ff-soft">{t('left', { n: start.seats - start.taken })}</span>
          </li>
        ))}
      </ul>
      {own ? <Seats intervention={intervention} language={language} today={today} /> : null}
    </section>
  )
}

/** How many seats each coming start has, folded until it is to be changed. */
function Seats({ intervention, language, today }: Omit<CardProps, 'own' | 'procurement'>): ReactElement | null {
  const t = texts(language)
  const coming = intervention.starts.filter(start => start.startsOn > today)
  if (coming.length === 0) return null
  return (
    <Details summary={t('changeSeats')}>
      <ul className="ca-seats">
        {coming.map(start => (
          <li key={start.id}>
            <form method="post">
              <FormKey version={start.version} intent="seats" />
              <input type="hidden" name="start" value={start.id} />
              <NumberInput
                id={`seats-${start.id}`}
                name="seats"
                label={formatDay(start.startsOn, language, today)}
                defaultValue={start.seats}
                min={1}
                max={500}
              />
              <Button variant="text" size="small">
                {t('saveSeats')}
                <span className="ds-sr-only"> {formatDay(start.startsOn, language, today)}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Details>
  )
}
