import type { ReactElement } from 'react'
import { z } from 'zod'
import {
  answerPermission,
  candidatesAccess,
  findPermission,
  type PermissionLine,
  permissionTextEdition,
  withdrawPermission,
} from '#domain/candidates'
import { isId } from '#kernel'
import { answer, FormKey, formatDay, type Handle, look, notFound, orNotFound, readFields, visit } from '#shell'
import { Button, ButtonLink, Panel } from '#ui'
import type { Route } from './+types/question'
import { Notice } from './notice.tsx'
import { jobOf, ownPage, personOf } from './own-pages.ts'
import { ParticipantPage } from './participant-page.tsx'
import { named, Phrase } from './phrases.tsx'
import { Fields, jobTitle, QuestionView } from './question-view.tsx'
import { participantTexts } from './texts.ts'

export const handle: Handle = {
  operations: {
    loader: 'self.question',
    actions: { answer: 'permission.answer', withdraw: 'permission.withdraw' },
  },
  frame: 'participant',
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, candidatesAccess, 'self.question', request)
  if (!isId(params.permission)) throw notFound()
  const id = params.permission
  return look(v, async tx => {
    const line = orNotFound(await findPermission(tx, personOf(v), id, v.today))
    return {
      ...(await ownPage(tx, v)),
      line,
      job: await jobOf(tx, line),
      path: `/fraga/${id}`,
      pageTitle: participantTexts(v.language)('questionTitle'),
    }
  })
}

const version = z.coerce.number().int().min(1)
const answerSchema = z.strictObject({ answer: z.enum(['yes', 'no']), edition: z.coerce.number().int(), version })
const withdrawSchema = z.strictObject({ version })

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  if (!isId(params.permission)) throw notFound()
  const permission = params.permission
  const to = `/fraga/${permission}`
  if (form.get('intent') === 'withdraw') {
    const v = visit(context, candidatesAccess, 'permission.withdraw', request)
    const read = readFields(form, v, 'permission.withdraw', withdrawSchema)
    if (!read.ok) return read.answer
    const command = { permission, ...read.value, now: v.now(), newId: v.newId }
    return answer(await withdrawPermission(read.db, v.actor, command), read.values, to)
  }
  if (form.get('intent') !== 'answer') throw notFound()
  const v = visit(context, candidatesAccess, 'permission.answer', request)
  const read = readFields(form, v, 'permission.answer', answerSchema)
  if (!read.ok) return read.answer
  const command = { permission, ...read.value, language: v.language, now: v.now(), newId: v.newId }
  return answer(await answerPermission(read.db, v.actor, command), read.values, to)
}

/** A question while it can be answered; afterwards what was answered, and how to take it back (ux.md I3, I4). */
export default function Question({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { line, job, language, today, contact, path } = loaderData
  const notice = <Notice returned={actionData} language={language} />
  const readable = line.edition === permissionTextEdition
  if (line.state === 'asked' && readable) {
    return <QuestionView {...{ line, job, contact, path, language, today, notice }} />
  }
  const t = participantTexts(language)
  const receiver = named(line.receiver)
  const { title, lede } = told(line, today, language)
  const spoken = line.state === 'in_force' && line.manner !== 'self' && line.answeredOn
  return (
    <ParticipantPage
      {...{ language, path, contact }}
      kicker={job ? undefined : line.receiver}
      title={title}
      lede={<Phrase>{lede}</Phrase>}
      actions={
        <>
          <ButtonLink href="/nu" size="big">
            {t('onward')}
          </ButtonLink>
          {line.state === 'in_force' ? (
            <form method="post" className="ff-calm-actions">
              <FormKey intent="withdraw" version={line.version} />
              <Button size="big" variant="ghost">
                {t('takeBack')}
              </Button>
            </form>
          ) : null}
        </>
      }
    >
      {notice}
      {spoken ? (
        <p>
          {t('byStaff', { day: formatDay(spoken, language, today) })} {t('byStaffWrong')}
        </p>
      ) : null}
      {line.state === 'in_force' ? (
        <Panel title={<Phrase>{job ? jobTitle(job, language) : receiver}</Phrase>}>
          <Fields line={line} language={language} />
        </Panel>
      ) : null}
      {line.state === 'declined' ? <p>{t('saidNoChange')}</p> : null}
    </ParticipantPage>
  )
}

/** What holds now, in two sentences. */
function told(
  line: PermissionLine,
  today: string,
  language: Parameters<typeof participantTexts>[0],
): { title: string; lede: string } {
  const t = participantTexts(language)
  const receiver = named(line.receiver)
  const day = formatDay(line.validTo, language, today)
  switch (line.state) {
    case 'in_force':
      return {
        title: t('saidYes'),
        lede: t(line.purpose === 'match' ? 'saidYesMatch' : 'saidYesShow', { receiver, day }),
      }
    case 'declined':
      return { title: t('saidNo'), lede: t('saidNoThen', { receiver }) }
    case 'withdrawn':
      return { title: t('taken'), lede: t('takenThen', { receiver }) }
    case 'ended':
      return { title: t('ended'), lede: t('endedThen', { receiver, day }) }
    default:
      return { title: t('lapsed'), lede: t('lapsedThen', { receiver }) }
  }
}
