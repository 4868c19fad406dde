import type { ReactElement } from 'react'
import { candidatesAccess } from '#domain/candidates'
import { listOwnPlacements } from '#domain/placement'
import { planOf } from '#domain/tracks'
import type { Day } from '#kernel'
import { formatDay, type Handle, type Language, look, visit } from '#shell'
import { EmptyState } from '#ui'
import type { Route } from './+types/plan'
import { ownPage, personOf } from './own-pages.ts'
import { ParticipantPage } from './participant-page.tsx'
import { named, Phrase } from './phrases.tsx'
import { participantTexts } from './texts.ts'

export const handle: Handle = { operations: { loader: 'self.plan' }, frame: 'participant' }

type Step = {
  readonly key: string
  readonly name: string
  readonly with?: string
  readonly from: Day
  readonly to?: Day
  readonly done: boolean
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, candidatesAccess, 'self.plan', request)
  return look(v, async tx => {
    const courses: Step[] = (await planOf(tx, personOf(v))).map(step => ({
      key: step.booking,
      name: named(step.name),
      ...(step.providerName ? { with: step.providerName } : {}),
      from: step.startsOn,
      to: step.endsOn,
      done: step.state === 'completed',
    }))
    const jobs: Step[] = (await listOwnPlacements(tx, v.today))
      .filter(job => job.state === 'agreed' || job.state === 'started')
      .map(job => ({
        key: job.id,
        name: participantTexts(v.language)('planJob', { employer: named(job.employer) }),
        with: job.title,
        from: job.startedOn ?? job.startsOn,
        ...(job.endsOn ? { to: job.endsOn } : {}),
        done: false,
      }))
    return {
      ...(await ownPage(tx, v)),
      steps: [...courses, ...jobs].sort((a, b) => (a.from < b.from ? -1 : 1)),
      path: '/min-plan',
      pageTitle: participantTexts(v.language)('planTitle'),
    }
  })
}

/** The steps one after another, as a path (JSP-14, ux.md I2). */
export default function Plan({ loaderData }: Route.ComponentProps): ReactElement {
  const { steps, language, today, path, contact } = loaderData
  const t = participantTexts(language)
  return (
    <ParticipantPage {...{ language, path, contact }} menu title={t('planTitle')} lede={t('planLede')}>
      {steps.length === 0 ? (
        <EmptyState title={t('planNone')} />
      ) : (
        <ol className="pa-path">
          {steps.map(step => (
            <PathStep key={step.key} step={step} language={language} today={today} />
          ))}
        </ol>
      )}
    </ParticipantPage>
  )
}

function PathStep({ step, language, today }: { step: Step; language: Language; today: Day }): ReactElement {
  const t = participantTexts(language)
  const day = (when: Day): string => formatDay(when, language, today)
  const state = step.done ? 'done' : step.from <= today ? 'now' : 'next'
  const word = { done: t('planDone'), now: t('planNow'), next: t('planNext') }[state]
  return (
    <li className={`pa-step pa-step--${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <p className="ff-soft">{word}</p>
      <p>
        <b>
          <Phrase>{step.name}</Phrase>
        </b>
      </p>
      <p>
        {step.to
          ? t('planDays', { from: day(step.from), to: day(step.to) })
          : t('planJobFrom', { day: day(step.from) })}
      </p>
      {step.with ? (
        <p>
          <bdi lang="sv">{step.with}</bdi>
        </p>
      ) : null}
    </li>
  )
}
