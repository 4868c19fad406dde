import type { ReactElement } from 'react'
import { z } from 'zod'
import { findStart } from '#domain/catalogue'
import { bookSeat, endBooking, mayTracks, tracksAccess, viewClass } from '#domain/tracks'
import { type Day, isId } from '#kernel'
import {
  answer,
  FormFaults,
  formatDay,
  type Handle,
  type Language,
  look,
  notFound,
  orNotFound,
  readFields,
  visit,
} from '#shell'
import { Button, DataTable, EmptyState, FormBody, Note, Page, Panel, Select, Stack, SubmitRow, Tag } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import type { Route } from './+types/class'
import { candidatesToBook, namesOf } from './people.ts'
import { tracksRefusals } from './refusals.ts'
import { texts } from './texts.ts'

export const handle: Handle = {
  operations: {
    loader: 'booking.class',
    actions: {
      book: 'booking.book',
      cancelled: 'booking.cancel',
      completed: 'booking.complete',
      dropped: 'booking.drop',
    },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, tracksAccess, 'booking.class', request)
  if (!isId(params.start)) throw notFound()
  const id = params.start
  const query = new URL(request.url).searchParams
  const wanted = query.get('upphandling')
  return look(v, async tx => {
    const start = orNotFound(await findStart(tx, id))
    if (v.actor.role === 'provider' && start.intervention.provider !== v.actor.organisation) throw notFound()
    const lines = await viewClass(tx, id)
    const names = await namesOf(
      tx,
      lines.map(line => line.person),
    )
    return {
      language: v.language,
      today: v.today,
      start,
      lines: lines.map(line => ({ ...line, name: names.get(line.person) ?? '' })),
      booking: mayTracks(v.actor, 'booking.book') && isId(wanted) ? await candidatesToBook(tx, wanted) : undefined,
      mayComplete: mayTracks(v.actor, 'booking.complete'),
      mayCancel: mayTracks(v.actor, 'booking.cancel'),
      done: query.get('klart'),
      pageTitle: start.intervention.nameSv,
    }
  })
}

const version = z.coerce.number().int().min(1)
const bookSchema = z.strictObject({ person: z.uuid('choose_person'), procurement: z.uuid() })
const endSchema = z.strictObject({ booking: z.uuid(), version })

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation || !isId(params.start)) throw notFound()
  const v = visit(context, tracksAccess, operation, request)
  const to = `/insatser/${params.start}`
  if (intent === 'book') {
    const read = readFields(form, v, operation, bookSchema)
    if (!read.ok) return read.answer
    const command = { ...read.value, start: params.start, today: v.today, now: v.now(), newId: v.newId }
    return answer(
      await bookSeat(read.db, v.actor, command),
      read.values,
      `${to}?klart=book&upphandling=${read.value.procurement}`,
    )
  }
  const read = readFields(form, v, operation, endSchema)
  if (!read.ok) return read.answer
  const command = { ...read.value, to: intent as 'completed' | 'dropped' | 'cancelled', today: v.today, newId: v.newId }
  return answer(await endBooking(read.db, v.actor, command), read.values, `${to}?klart=end`)
}

/** One start: who is booked, who has completed it, and a seat to book. */
export default function ClassPage({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { language, today, start, lines, booking, done } = loaderData
  const t = texts(language)
  const { intervention } = start
  return (
    <Page
      title={t('classTitle', {
        name: language === 'en' ? intervention.nameEn : intervention.nameSv,
        day: formatDay(start.startsOn, language, today),
      })}
      crumbs={{ label: t('crumbs'), items: [{ label: t('catalogue'), href: '/insatser' }] }}
      lede={t('classLede', {
        from: formatDay(start.startsOn, language, today),
        to: formatDay(start.endsOn, language, today),
        provider: intervention.providerName,
        taken: start.taken,
        seats: start.seats,
      })}
    >
      <Stack gap="l">
        <FormFaults
          returned={actionData}
          sentences={tracksRefusals}
          language={language}
          faultText={message => (message === 'choose_person' ? t('choose_person') : undefined)}
        />
        {done ? <Note role="status">{t(done === 'book' ? 'savedBook' : 'savedEnd')}</Note> : null}
        <Panel title={t('group')}>
          {lines.length === 0 ? (
            <EmptyState title={t(start.taken === 0 ? 'empty' : 'emptyHere')} />
          ) : (
            <DataTable
              caption={t('group')}
              rows={lines}
              rowKey={line => line.booking}
              columns={[
                { key: 'person', label: t('person'), cell: line => line.name },
                { key: 'number', label: t('number'), numeric: true, cell: line => String(line.number) },
                {
                  key: 'state',
                  label: t('state'),
                  cell: line => <Tag tone={line.state === 'completed' ? 'pine' : 'plain'}>{t(line.state)}</Tag>,
                },
                {
                  key: 'what',
                  label: t('what'),
                  cell: line => (line.state === 'booked' ? <Ends line={line} {...loaderData} /> : null),
                },
              ]}
            />
          )}
        </Panel>
        {booking ? <Book booking={booking} full={start.taken >= start.seats} language={language} /> : null}
      </Stack>
    </Page>
  )
}

type EndsProps = {
  line: { booking: string; version: number; name: string }
  start: { endsOn: Day }
  mayComplete: boolean
  mayCancel: boolean
  language: Language
  today: Day
}

function Ends({ line, start, mayComplete, mayCancel, language, today }: EndsProps): ReactElement {
  const t = texts(language)
  const ways = [
    ...(mayComplete && start.endsOn <= today ? (['complete'] as const) : []),
    ...(mayComplete ? (['drop'] as const) : []),
    ...(mayCancel ? (['cancel'] as const) : []),
  ]
  const intents = { complete: 'completed', drop: 'dropped', cancel: 'cancelled' }
  return (
    <div className="ca-ends">
      {ways.map(way => (
        <form key={way} method="post">
          <FormKey version={line.version} intent={intents[way]} />
          <Button variant="text" size="small" name="booking" value={line.booking}>
            {t(way)}
            <span className="ds-sr-only"> {line.name}</span>
          </Button>
        </form>
      ))}
    </div>
  )
}

type BookProps = {
  booking: { id: string; title: string; people: readonly { id: string; name: string; number: number }[] }
  full: boolean
  language: Language
}

function Book({ booking, full, language }: BookProps): ReactElement {
  const t = texts(language)
  return (
    <Panel title={t('book')}>
      <p className="ff-soft">{t('bookLede', { title: booking.title })}</p>
      {full ? (
        <Note tone="sun">{t('full')}</Note>
      ) : booking.people.length === 0 ? (
        <p>{t('noCandidates')}</p>
      ) : (
        <form method="post">
          <FormKey intent="book" />
          <input type="hidden" name="procurement" value={booking.id} />
          <FormBody>
            <Select
              name="person"
              label={t('choosePerson')}
              placeholder={t('choosePerson')}
              options={booking.people.map(person => ({ value: person.id, label: `${person.name} ${person.number}` }))}
            />
            <SubmitRow>
              <Button>{t('bookButton')}</Button>
            </SubmitRow>
          </FormBody>
        </form>
      )}
    </Panel>
  )
}
