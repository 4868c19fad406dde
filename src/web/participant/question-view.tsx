import type { ReactElement } from 'react'
import { type OwnContact, type OwnJob, type PermissionLine, permissionTextEdition } from '#domain/candidates'
import type { Day } from '#kernel'
import { FormKey, formatDay, type Language } from '#shell'
import { Button, HiddenKey, Panel } from '#ui'
import { ParticipantPage } from './participant-page.tsx'
import { named, Phrase } from './phrases.tsx'
import { participantTexts } from './texts.ts'

export type QuestionProps = {
  readonly line: PermissionLine
  readonly job: OwnJob | undefined
  readonly contact: OwnContact | undefined
  readonly path: string
  readonly language: Language
  readonly today: Day
  readonly notice?: ReactElement | null
}

/** One question: what it is about, who would see what until when, yes or no (TGT-11, ux.md §8.8). */
export function QuestionView(props: QuestionProps): ReactElement {
  const { line, job, contact, path, language, today, notice } = props
  const t = participantTexts(language)
  const receiver = named(line.receiver)
  const match = line.purpose === 'match'
  const kicker = match ? t('askMatchKicker') : job ? t('aJob') : t('askShareKicker')
  const ask = t(match ? 'askMatch' : 'askShow', { receiver })
  return (
    <ParticipantPage
      language={language}
      path={path}
      contact={contact}
      kicker={kicker}
      title={<Phrase>{job ? jobTitle(job, language) : ask}</Phrase>}
      lede={job ? <JobFacts job={job} language={language} today={today} /> : undefined}
      actions={
        <form method="post" action={`/fraga/${line.id}`} className="ff-calm-actions">
          <FormKey intent="answer" version={line.version} />
          <HiddenKey name="edition" value={String(permissionTextEdition)} />
          <Button size="big" name="answer" value="yes">
            {t('yes')}
          </Button>
          <Button size="big" variant="ghost" name="answer" value="no">
            {t('no')}
          </Button>
        </form>
      }
    >
      {notice}
      <Panel title={job ? <Phrase>{ask}</Phrase> : undefined}>
        {match ? <p>{t('askMatchUses')}</p> : null}
        <Fields line={line} language={language} />
        <p className="ff-soft">
          {t(match ? 'lastsUntil' : 'seesUntil', { day: formatDay(line.validTo, language, today) })} {t('change')}{' '}
          {line.purpose === 'show_to_employer' ? t('ifNo') : null}
        </p>
      </Panel>
    </ParticipantPage>
  )
}

export function jobTitle(job: Pick<OwnJob, 'title' | 'area'>, language: Language): string {
  if (!job.area) return named(job.title)
  return participantTexts(language)('inArea', { title: named(job.title), area: named(job.area) })
}

const knownHours = ['hours:early', 'hours:evening', 'hours:weekend'] as const
const hoursKey = {
  'hours:early': 'hours_early',
  'hours:evening': 'hours_evening',
  'hours:weekend': 'hours_weekend',
} as const

/** Hours, start and length. Hours we have no words for are told in the profile's own, in Swedish. */
export function JobFacts(props: {
  readonly job: OwnJob
  readonly language: Language
  readonly today: Day
}): ReactElement {
  const { job, language, today } = props
  const t = participantTexts(language)
  const lines = [
    ...job.hours.map(hour => {
      const known = knownHours.find(one => one === hour.concept)
      return known ? t(hoursKey[known]) : named(hour.label)
    }),
    t('starts', { day: formatDay(job.startsOn, language, today) }),
    ...(job.form === 'permanent' ? [t('permanent')] : job.months ? [t('months', { n: job.months })] : []),
  ]
  return (
    <>
      {lines.map(line => (
        <p key={line}>
          <Phrase>{line}</Phrase>
        </p>
      ))}
    </>
  )
}

export function Fields({
  line,
  language,
}: {
  readonly line: PermissionLine
  readonly language: Language
}): ReactElement {
  const t = participantTexts(language)
  const words = { name: t('fieldName'), phone: t('fieldPhone'), competence: t('fieldCompetence') }
  return (
    <ul>
      {line.fields.map(field => (
        <li key={field}>{words[field]}</li>
      ))}
    </ul>
  )
}
