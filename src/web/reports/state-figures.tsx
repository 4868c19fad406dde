import type { ReactElement } from 'react'
import type { StatePage } from '#domain/reports'
import { formatNumber, formatPercent, type Language } from '#shell'
import { KeyFigures } from '#ui'
import { texts } from './texts.ts'

/** Four figures, each with its base and its goal: a number never stands alone. */
export function StateFigures({ state, language }: { state: StatePage; language: Language }): ReactElement {
  const t = texts(language)
  const { places, procurements, months, stayed } = state.tables
  const percent = (part: number, whole: number): string => formatPercent(whole === 0 ? 0 : part / whole, language)
  const number = (value: number): string => formatNumber(value, language)
  /** The goal, when there is one, and what else belongs to the number. */
  const note = (goal: string | undefined, rest: string): string =>
    goal === undefined ? rest : `${t('goal', { goal })}, ${rest}`
  const goals = {
    required: state.goals.procurements_with_requirement,
    months: state.goals.promised_months,
    filled: state.goals.filled_share,
    kept: state.goals.kept_share,
  }
  const asNumber = (value: number | undefined): string | undefined => (value === undefined ? undefined : number(value))
  const asShare = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : formatPercent(value, language)
  const shown = stayed.kept !== null && stayed.hadTime !== null
  return (
    <KeyFigures
      label={t('inFour')}
      figures={[
        {
          key: 'required',
          label: t('required'),
          value: t('ofAll', { n: number(procurements.required), all: number(procurements.all) }),
          note: note(
            asNumber(goals.required),
            t('shareOfAll', { share: percent(procurements.required, procurements.all) }),
          ),
        },
        {
          key: 'months',
          label: t('promisedMonths'),
          value: number(months.promised),
          note: note(asNumber(goals.months), t('deliveredNote', { delivered: number(Math.floor(months.delivered)) })),
        },
        {
          key: 'places',
          label: t('filledPlaces'),
          value:
            places.filled === null ? t('hidden') : t('ofAll', { n: number(places.filled), all: number(places.all) }),
          note: note(
            asShare(goals.filled),
            places.filled === null ? t('hiddenWhy') : t('shareOfAll', { share: percent(places.filled, places.all) }),
          ),
        },
        {
          key: 'stayed',
          label: t('stayed'),
          value: shown ? t('ofAll', { n: number(stayed.kept ?? 0), all: number(stayed.hadTime ?? 0) }) : t('hidden'),
          note: shown
            ? note(asShare(goals.kept), t('stayedNote', { share: percent(stayed.kept ?? 0, stayed.hadTime ?? 0) }))
            : t('hiddenWhy'),
        },
      ]}
    />
  )
}
