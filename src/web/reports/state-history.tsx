import type { ReactElement } from 'react'
import type { HistoryBar } from '#domain/reports'
import { formatNumber, type Language, shellTexts } from '#shell'
import { Heading, SparkBars, Stack } from '#ui'
import { texts } from './texts.ts'

/** Which way does it go (P9)? Each bar is a calendar year; a hidden one is a gap. */
export function StateHistory(props: { history: readonly HistoryBar[]; language: Language }): ReactElement {
  const { history, language } = props
  const t = texts(language)
  const first = history.find(bar => bar.hired !== null)
  const last = history.at(-1)
  if (history.filter(bar => bar.hired !== null).length < 2)
    return (
      <Stack gap="s">
        <Heading level={2}>{t('history')}</Heading>
        <p>{t('historyYoung')}</p>
      </Stack>
    )
  const told = first && last?.hired !== null && last !== first
  return (
    <SparkBars
      id="utvecklingen"
      title={t('history')}
      summary={
        told && last?.hired !== undefined
          ? t('historySum', {
              now: last.hired ?? 0,
              year: first.year,
              grew: (last.hired ?? 0) - (first.hired ?? 0),
            })
          : t('historyHidden')
      }
      showTable={shellTexts(language)('showAsTable')}
      points={history.map(bar => ({
        key: String(bar.year),
        label: String(bar.year),
        value: bar.hired,
        text: bar.hired === null ? t('hidden') : formatNumber(bar.hired, language),
      }))}
      words={{ period: t('historyPeriod'), value: t('historyValue'), target: t('historyGoal') }}
    />
  )
}
