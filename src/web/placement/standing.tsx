import type { ReactElement } from 'react'
import type { PlacementPage } from '#domain/placement'
import type { Day } from '#kernel'
import { formatDay, formatPercent, type Language } from '#shell'
import { type Definition, DefinitionList } from '#ui'
import { texts } from './texts.ts'

type Props = { readonly placement: PlacementPage; readonly language: Language; readonly today: Day }

/** What is agreed and what has been confirmed, by whom. */
export function Standing({ placement, language, today }: Props): ReactElement {
  const t = texts(language)
  const day = (when: Day): string => formatDay(when, language, today)
  const items: Definition[] = [
    { key: 'form', label: t('form'), value: t(placement.form) },
    { key: 'rate', label: t('extent'), value: formatPercent(placement.rate, language) },
    placement.startedOn
      ? { key: 'first', label: t('started_on'), value: day(placement.startedOn) }
      : { key: 'first', label: t('planned'), value: day(placement.startsOn) },
    ...(placement.endedOn
      ? [{ key: 'last', label: t('ended_on'), value: day(placement.endedOn) }]
      : placement.endsOn
        ? [{ key: 'last', label: t('planned_end'), value: day(placement.endsOn) }]
        : []),
    ...(placement.endReason ? [{ key: 'why', label: t('why_ended'), value: t(placement.endReason) }] : []),
    ...(placement.startedOn
      ? [{ key: 'confirmed', label: t('confirmations'), value: confirmed(placement, language) }]
      : []),
    ...(placement.stillFrom ? [{ key: 'still', label: t('still'), value: still(placement, language, today) }] : []),
  ]
  return <DefinitionList items={items} />
}

function confirmed({ personConfirmed }: PlacementPage, language: Language): string {
  const t = texts(language)
  return `${t('byYou')}, ${personConfirmed ? t('byPerson') : t('byPersonNot')}`
}

function still(placement: PlacementPage, language: Language, today: Day): string {
  const t = texts(language)
  const { stillFrom, employerStill, personStill } = placement
  if (employerStill && personStill) return t('stillBoth')
  if (stillFrom === undefined) return '–'
  if (!employerStill && !personStill && today < stillFrom)
    return t('stillNone', { day: formatDay(stillFrom, language, today) })
  return t('stillOne', { you: employerStill ? t('yes') : t('notYet'), person: personStill ? t('yes') : t('notYet') })
}
