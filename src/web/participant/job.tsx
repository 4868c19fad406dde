import type { ReactElement } from 'react'
import { z } from 'zod'
import { candidatesAccess } from '#domain/candidates'
import {
  acceptOffer,
  confirmJob,
  confirmStill,
  declineOffer,
  placementAccess,
  questionJob,
  questionTopics,
  viewOwnPlacement,
} from '#domain/placement'
import { isId } from '#kernel'
import { answer, FormKey, type Handle, look, notFound, orNotFound, type Returned, readFields, visit } from '#shell'
import { Button, Note, Radios } from '#ui'
import type { Route } from './+types/job'
import { jobTexts } from './job-texts.ts'
import { JobView } from './job-view.tsx'
import { Notice } from './notice.tsx'
import { ownPage, personOf } from './own-pages.ts'
import { ParticipantPage } from './participant-page.tsx'
import { named, Phrase } from './phrases.tsx'

const moves = {
  accept: ['placement.accept', acceptOffer],
  decline: ['placement.decline', declineOffer],
  confirm: ['placement.confirm', confirmJob],
  still: ['placement.confirm_still', confirmStill],
} as const

export const handle: Handle = {
  operations: {
    loader: 'self.job',
    actions: {
      accept: 'placement.accept',
      decline: 'placement.decline',
      confirm: 'placement.confirm',
      still: 'placement.confirm_still',
      question: 'placement.question',
    },
  },
  frame: 'participant',
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, candidatesAccess, 'self.job', request)
  if (!isId(params.placement)) throw notFound()
  const id = params.placement
  const query = new URL(request.url).searchParams
  return look(v, async tx => {
    personOf(v)
    return {
      ...(await ownPage(tx, v)),
      job: orNotFound(await viewOwnPlacement(tx, id, v.today)),
      path: `/mitt-jobb/${id}`,
      wrong: query.has('fel'),
      done: query.get('klart'),
      pageTitle: jobTexts(v.language)('pageTitle'),
    }
  })
}

const moveSchema = z.strictObject({ version: z.coerce.number().int().min(1) })
const questionSchema = z.strictObject({ about: z.enum(questionTopics, 'choose') })

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  if (!isId(params.placement)) throw notFound()
  const placement = params.placement
  const done = `/mitt-jobb/${placement}?klart=${intent}`
  if (intent === 'question') {
    const v = visit(context, placementAccess, 'placement.question', request)
    const read = readFields(form, v, 'placement.question', questionSchema)
    if (!read.ok) return read.answer
    const command = { ...read.value, placement, words: '', now: v.now(), newId: v.newId }
    return answer(await questionJob(read.db, v.actor, command), read.values, done)
  }
  const move = Object.entries(moves).find(([name]) => name === intent)?.[1]
  if (!move) throw notFound()
  const [operation, change] = move
  const v = visit(context, placementAccess, operation, request)
  const read = readFields(form, v, operation, moveSchema)
  if (!read.ok) return read.answer
  const command = { ...read.value, placement, now: v.now(), newId: v.newId }
  return answer(await change(read.db, v.actor, command), read.values, done)
}

const saved = ['accept', 'decline', 'confirm', 'still', 'question'] as const

/** A job of one's own: one question at a time (ux.md I7). */
export default function Job({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { job, language, wrong, done } = loaderData
  const t = jobTexts(language)
  const what = saved.find(one => one === done)
  const notice = what ? (
    <Note tone="pine" role="status">
      <Phrase>{t(`saved_${what}`, { employer: named(job.employer) })}</Phrase>
    </Note>
  ) : (
    <Notice returned={actionData} language={language} fault={t('choose')} />
  )
  if (wrong) return <Wrong {...loaderData} returned={actionData} />
  return <JobView {...loaderData} notice={notice} />
}

type WrongProps = Route.ComponentProps['loaderData'] & { readonly returned: Returned | undefined }

/** What is wrong, in six ready answers; the employer is not told. */
function Wrong({ job, contact, path, language, returned }: WrongProps): ReactElement {
  const t = jobTexts(language)
  return (
    <ParticipantPage
      {...{ language, path, contact }}
      title={t('wrongTitle')}
      lede={<Phrase>{t('wrongLede', { employer: named(job.employer) })}</Phrase>}
    >
      <Notice returned={returned} language={language} fault={t('choose')} />
      <form method="post" className="ff-calm-actions">
        <FormKey intent="question" />
        <Radios
          name="about"
          label={<span className="ds-sr-only">{t('wrongTitle')}</span>}
          layout="cards"
          options={questionTopics.map(topic => ({ value: topic, label: t(topic) }))}
        />
        <Button size="big">{t('wrongSend')}</Button>
      </form>
    </ParticipantPage>
  )
}
