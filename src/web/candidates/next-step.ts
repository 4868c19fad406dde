import type { PersonPage } from '#domain/candidates'
import type { PlanStep } from '#domain/tracks'
import type { Day } from '#kernel'
import { formatDay, type Language } from '#shell'
import { personTexts } from './person-texts.ts'

/** The first sentences of the page: since when the person waits, when it is ready, and what comes next. Nothing next is said too. */
export function nextStep(person: PersonPage, plan: readonly PlanStep[], language: Language, today: Day): string {
  const t = personTexts(language)
  const day = (when: Day): string => formatDay(when, language, today)
  const ready = person.readyOn
    ? [t(person.readyOn <= today ? 'readySince' : 'readyFrom', { day: day(person.readyOn) })]
    : []
  return [t('waited', { day: day(person.waitingSince) }), ...ready, next()].join(' ')

  function next(): string {
    const asked = person.permissions.findLast(line => line.state === 'asked')
    if (asked) return t('nextAnswer', { receiver: asked.receiver, day: day(asked.askedOn) })
    const course = plan.find(step => step.state === 'booked' && step.startsOn >= today)
    if (!course) return t('nextNothing')
    return t('nextCourse', { name: language === 'en' ? course.nameEn : course.name, day: day(course.startsOn) })
  }
}
