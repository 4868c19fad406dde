import type { ReactElement } from 'react'
import type { SnapshotTables } from '#domain/reports'
import { formatNumber, type Language, shellTexts } from '#shell'
import { CommitmentBar, type CommitmentFlag } from '#ui'
import { texts } from './texts.ts'

/** Promised against done (P7), for all commitments in force during the period. */
export function StatePromises({ tables, language }: { tables: SnapshotTables; language: Language }): ReactElement {
  const t = texts(language)
  const { months, commitments } = tables
  const format = (value: number): string => formatNumber(Math.round(value), language)
  const flag = (key: string, n: number, state: CommitmentFlag['state']): CommitmentFlag[] =>
    n === 0 ? [] : [{ key, label: t('nCommitments', { n }), state }]
  return (
    <CommitmentBar
      id="loften"
      title={t('promised')}
      summary={t('promisedSum', {
        promised: format(months.promised),
        done: format(months.delivered),
        running: format(months.running),
        lacking: months.lacking === 0 ? t('promisedNone') : t('promisedLacks', { lacking: format(months.lacking) }),
      })}
      showTable={shellTexts(language)('showAsTable')}
      format={format}
      measures={[
        {
          key: 'months',
          label: t('monthsWord'),
          promised: months.promised,
          done: months.delivered,
          running: months.running,
        },
      ]}
      flags={[
        ...flag('fulfilled', commitments.fulfilled, 'met'),
        ...flag('course', commitments.onCourse, 'coming'),
        ...flag('short', commitments.short + commitments.late, 'missed'),
      ]}
      words={{
        measure: t('measure'),
        promised: t('promisedWord'),
        done: t('done'),
        running: t('running'),
        lacking: t('lacking'),
        flag: t('flag'),
        met: t('met'),
        missed: t('missed'),
        coming: t('coming'),
      }}
    />
  )
}
