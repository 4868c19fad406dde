import type { ReactElement } from 'react'
import type { PlanStep } from '#domain/tracks'
import type { Day } from '#kernel'
import { formatDay, type Language } from '#shell'
import { EmptyState, Panel, Tag, type Task, TaskList } from '#ui'
import { personTexts } from './person-texts.ts'

type Props = { readonly plan: readonly PlanStep[]; readonly language: Language; readonly today: Day }

/** The interventions in the order of time. */
export function PersonPlan({ plan, language, today }: Props): ReactElement {
  const t = personTexts(language)
  const steps: Task[] = plan.map(step => {
    const running = step.state === 'booked' && step.startsOn <= today && step.endsOn >= today
    const done = step.state === 'completed'
    return {
      key: step.booking,
      name: language === 'en' ? step.nameEn : step.name,
      hint: `${t('planTo', { from: formatDay(step.startsOn, language, today), to: formatDay(step.endsOn, language, today) })}, ${step.providerName}`,
      status: done ? t('completed') : <Tag tone={running ? 'pine' : 'plain'}>{t(running ? 'running' : 'booked')}</Tag>,
    }
  })
  return (
    <Panel title={t('plan')}>
      {steps.length === 0 ? <EmptyState title={t('planNone')} /> : <TaskList tasks={steps} label={t('plan')} />}
    </Panel>
  )
}
