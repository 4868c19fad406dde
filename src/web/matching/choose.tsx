import type { ReactElement } from 'react'
import {
  type AnswerableCard,
  declineCandidate,
  declineReasons,
  matchingAccess,
  viewCards,
  wantCandidate,
} from '#domain/matching'
import { contactsOf } from '#domain/organisations'
import { freePlaces, offerPlacement, placementAccess } from '#domain/placement'
import { isId } from '#kernel'
import { answer, formatDay, type Handle, look, notFound, orNotFound, readFields, visit } from '#shell'
import { Button, ButtonLink, Details, EmptyState, FormBody, Note, Page, Radios, Row, Stack } from '#ui'
import { placementRefusals } from '../placement/refusals.ts'
import { FormKey } from '../shell/form-key.tsx'
import type { Route } from './+types/choose'
import { CandidateCard, CardGrid } from './candidate-card.tsx'
import { cardTexts } from './card-texts.ts'
import { CaseFaults } from './case-faults.tsx'
import { declineSchema, offerSchema, wantSchema } from './choose-form.ts'
import { Contact } from './contact.tsx'
import { Offer } from './offer.tsx'
import { matchingRefusals } from './refusals.ts'

const table = { ...matchingAccess, ...placementAccess }

export const handle: Handle = {
  operations: {
    loader: 'matching.cards',
    actions: { want: 'matching.want', decline: 'matching.decline', offer: 'placement.offer' },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, table, 'matching.cards', request)
  if (!isId(params.procurement)) throw notFound()
  const id = params.procurement
  const query = new URL(request.url).searchParams
  return look(v, async tx => {
    const page = orNotFound(await viewCards(tx, v.actor, id))
    const [contact] = page.matching ? await contactsOf(tx, [page.matching], ['matching_officer']) : []
    const free = await freePlaces(tx, id)
    return {
      ...page,
      contact: contact && { name: contact.name, organisation: contact.organisationName, phone: contact.phone },
      free: free.length,
      place: free[0] && { startsOn: free[0].startsOn, terms: free[0].terms },
      choosing: query.get('valj'),
      language: v.language,
      today: v.today,
      done: query.get('klart'),
      pageTitle: cardTexts(v.language)('candidates'),
    }
  })
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation || !isId(params.procurement)) throw notFound()
  const v = visit(context, table, operation, request)
  const to = `/kandidater/${params.procurement}?klart=${intent}`
  if (intent === 'offer') {
    const read = readFields(form, v, operation, offerSchema)
    if (!read.ok) return read.answer
    const { endsOn, ...terms } = read.value
    const command = { ...terms, ...(endsOn ? { endsOn } : {}), procurement: params.procurement }
    const outcome = await offerPlacement(read.db, v.actor, { ...command, now: v.now(), newId: v.newId })
    return answer(outcome, read.values, to)
  }
  if (intent === 'decline') {
    const read = readFields(form, v, operation, declineSchema)
    if (!read.ok) return read.answer
    const { candidacy, version, reason } = read.value
    const command = { card: { id: candidacy, version }, reason, newId: v.newId }
    return answer(await declineCandidate(read.db, v.actor, command), read.values, to)
  }
  const read = readFields(form, v, operation, wantSchema)
  if (!read.ok) return read.answer
  const { candidacy, version } = read.value
  const outcome = await wantCandidate(read.db, v.actor, { card: { id: candidacy, version }, newId: v.newId })
  return answer(outcome, read.values, to)
}

const confirmations = { want: 'doneWant', decline: 'doneDecline', offer: 'doneOffer' } as const
const ownFaults = ['choose_form', 'choose_start', 'choose_end', 'choose_rate', 'choose_why'] as const

/** The employer's cards: people who have said yes to being seen, and the employer's answer about each (ux.md §8.6, G4). */
export default function Choose({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { cards, language, today, title, free, done } = loaderData
  const t = cardTexts(language)
  const crumbs = { label: t('crumbs'), items: [{ label: t('candidates'), href: '/kandidater' }] }
  const faults = (
    <CaseFaults
      returned={actionData}
      sentences={{ ...matchingRefusals, ...placementRefusals }}
      own={message => {
        const known = ownFaults.find(key => key === message)
        return known && t(known)
      }}
      language={language}
      today={today}
    />
  )
  const chosen = free > 0 ? cards.find(card => card.candidacy === loaderData.choosing) : undefined
  if (chosen) return <Offer {...loaderData} card={chosen} values={actionData?.values} crumbs={crumbs} faults={faults} />
  const confirmed = done && !actionData ? confirmations[done as keyof typeof confirmations] : undefined
  const first = cards.map(card => card.shownTo).sort()[0]
  return (
    <Page
      title={cards.length > 0 ? t('title', { n: cards.length }) : t('titleNone')}
      kicker={t('kicker', { title, places: t('free', { n: free }) })}
      crumbs={crumbs}
      lede={cards.length > 0 ? t('lede') : undefined}
    >
      <Stack gap="m">
        {faults}
        {confirmed ? (
          <Note role="status" tone="pine">
            {t(confirmed)} {done === 'offer' ? <a href="/anstallda">{t('toEmployed')}</a> : null}
          </Note>
        ) : null}
        {cards.length === 0 ? (
          <EmptyState title={t('listNone')}>{free === 0 ? t('noPlaces') : t('titleNoneBody')}</EmptyState>
        ) : (
          <CardGrid>
            {cards.map(card => (
              <CandidateCard
                key={card.candidacy}
                card={card}
                language={language}
                today={today}
                standing={card.state === 'wanted' ? t('wanted') : undefined}
              >
                <Answers
                  card={card}
                  free={free}
                  declining={actionData?.values.candidacy === card.candidacy && actionData.faults.length > 0}
                  language={language}
                />
              </CandidateCard>
            ))}
          </CardGrid>
        )}
        {first ? <p className="ff-soft">{t('erase', { day: formatDay(first, language, today) })}</p> : null}
        <Contact contact={loaderData.contact} language={language} />
      </Stack>
    </Page>
  )
}

/** Want to meet, choose, or not this one with why: every candidate gets an answer. */
function Answers(props: {
  card: AnswerableCard
  free: number
  declining: boolean
  language: 'sv' | 'en' | 'ar'
}): ReactElement {
  const { card, free, declining, language } = props
  const t = cardTexts(language)
  const about = (
    <>
      <input type="hidden" name="candidacy" value={card.candidacy} />
      <FormKey version={card.version} />
    </>
  )
  return (
    <div className="mt-answers">
      {card.state === 'wanted' ? <p>{t('wantedNext')}</p> : null}
      <Row gap="s">
        {card.state === 'presented' ? (
          <form method="post">
            {about}
            <Button name="intent" value="want" variant="ghost">
              {t('want')}
            </Button>
          </form>
        ) : null}
        {free > 0 ? (
          <ButtonLink href={`?valj=${card.candidacy}`} variant={card.state === 'wanted' ? 'ghost' : 'text'}>
            {t('chooseWho', { name: card.name })}
          </ButtonLink>
        ) : null}
      </Row>
      <Details summary={t('decline')} open={declining}>
        <form method="post">
          {about}
          <FormBody>
            <Radios
              name="reason"
              id={declining ? 'reason' : `reason-${card.candidacy}`}
              label={t('declineWhy')}
              hint={t('declineHint')}
              options={declineReasons.map(reason => ({ value: reason, label: t(reason) }))}
            />
            <Button name="intent" value="decline" variant="ghost">
              {t('declineSend', { name: card.name })}
            </Button>
          </FormBody>
        </form>
      </Details>
    </div>
  )
}
