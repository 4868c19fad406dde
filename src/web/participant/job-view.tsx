import type { ReactElement } from 'react'
import type { OwnContact } from '#domain/candidates'
import type { OwnPlacement } from '#domain/placement'
import type { Day } from '#kernel'
import { FormKey, formatDay, formatPercent, type Language } from '#shell'
import { Button, ButtonLink, Details, Panel } from '#ui'
import { jobTexts } from './job-texts.ts'
import { ParticipantPage } from './participant-page.tsx'
import { named, Phrase } from './phrases.tsx'
import { jobTitle } from './question-view.tsx'

export type JobProps = {
  readonly job: OwnPlacement
  readonly contact: OwnContact | undefined
  readonly path: string
  readonly language: Language
  readonly today: Day
  readonly notice?: ReactElement | null
}

/** What the job asks of the person now: an answer to the offer, "do you have it?", "do you still?", or nothing (ux.md I7). */
export type JobQuestion = 'offered' | 'confirm' | 'still'

export function jobQuestion(job: OwnPlacement): JobQuestion | undefined {
  if (job.allowed.includes('placement.accept')) return 'offered'
  if (job.allowed.includes('placement.confirm')) return 'confirm'
  return job.allowed.includes('placement.confirm_still') ? 'still' : undefined
}

/** One job: one question with two buttons, or how it stands. */
export function JobView(props: JobProps): ReactElement {
  const { job, contact, path, language, notice } = props
  const t = jobTexts(language)
  const question = jobQuestion(job)
  const title = jobTitle({ title: job.title, area: job.area ?? null }, language)
  return (
    <ParticipantPage
      {...{ language, path, contact }}
      kicker={question === 'offered' ? t('offered') : undefined}
      title={<Phrase>{question === 'confirm' || question === 'still' ? t(question) : title}</Phrase>}
      lede={<Facts {...props} question={question} />}
      actions={question ? <Answers job={job} question={question} language={language} /> : undefined}
    >
      {notice}
      {question === 'confirm' || question === 'still' ? (
        <Panel title={<Phrase>{title}</Phrase>}>
          <p>
            <Phrase>{named(job.employer)}</Phrase>
          </p>
        </Panel>
      ) : null}
      {question === undefined && job.allowed.includes('placement.decline') ? <StepBack {...props} /> : null}
    </ParticipantPage>
  )
}

function Facts({
  job,
  question,
  language,
  today,
}: JobProps & { readonly question: JobQuestion | undefined }): ReactElement {
  return (
    <>
      {sentences(job, question, language, today).map(sentence => (
        <p key={sentence}>
          <Phrase>{sentence}</Phrase>
        </p>
      ))}
    </>
  )
}

function sentences(job: OwnPlacement, question: JobQuestion | undefined, language: Language, today: Day): string[] {
  const t = jobTexts(language)
  const employer = named(job.employer)
  const day = (when: Day | undefined): string => (when ? formatDay(when, language, today) : '')
  if (question === 'offered') {
    return [
      t('offeredAsk', { employer }),
      t('startsOn', { day: day(job.startsOn) }),
      job.rate === 1 ? t('fullTime') : t('partTime', { percent: formatPercent(job.rate, language) }),
      job.endsOn ? t('endsOn', { day: day(job.endsOn) }) : t('permanent'),
    ]
  }
  if (question === 'confirm') return [t('confirmThen', { employer, day: day(job.startedOn) })]
  if (question === 'still') return [t('stillThen', { employer, day: day(job.startedOn) })]
  if (job.state === 'agreed') return [t('agreed'), t('agreedThen', { employer, day: day(job.startsOn) })]
  if (job.state === 'started') return [t('works', { employer }), t('worksThen', { day: day(job.startedOn) })]
  if (job.state === 'ended') return [t('ended'), t('endedThen', { day: day(job.endedOn) })]
  return [t('declined'), t('declinedThen')]
}

function Answers({
  job,
  question,
  language,
}: {
  job: OwnPlacement
  question: JobQuestion
  language: Language
}): ReactElement {
  const t = jobTexts(language)
  const action = `/mitt-jobb/${job.id}`
  const yes = {
    offered: ['accept', t('accept')],
    confirm: ['confirm', t('confirmYes')],
    still: ['still', t('stillYes')],
  }[question]
  return (
    <>
      <form method="post" action={action} className="ff-calm-actions">
        <FormKey intent={yes[0]} version={job.version} />
        <Button size="big">{yes[1]}</Button>
      </form>
      {question === 'offered' ? (
        <form method="post" action={action} className="ff-calm-actions">
          <FormKey intent="decline" version={job.version} />
          <Button size="big" variant="ghost">
            {t('decline')}
          </Button>
        </form>
      ) : (
        <ButtonLink size="big" variant="ghost" href={`${action}?fel=1`}>
          {t('wrong')}
        </ButtonLink>
      )}
    </>
  )
}

/** Before the first day one may step back; why is not asked. */
function StepBack({ job, language }: JobProps): ReactElement {
  const t = jobTexts(language)
  return (
    <Details summary={t('cannot')}>
      <p>{t('cannotSure')}</p>
      <form method="post" action={`/mitt-jobb/${job.id}`}>
        <FormKey intent="decline" version={job.version} />
        <Button variant="ghost" size="big">
          {t('cannotSend')}
        </Button>
      </form>
    </Details>
  )
}
