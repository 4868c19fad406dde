import type { ReactElement } from 'react'
import type { ReportPage } from '#domain/followup'
import type { Day } from '#kernel'
import { formatDay, formatNumber, type Language, shellTexts } from '#shell'
import { CommitmentBar } from '#ui'
import { texts } from './texts.ts'

type Props = { readonly report: ReportPage; readonly language: Language; readonly today: Day }

/** Will the promise hold (P7)? The report beside the whole that it is a part of. */
export function ReportCommitment({ report, language, today }: Props): ReactElement {
  const t = texts(language)
  const { fulfilment } = report
  const running = fulfilment.runningMonths + fulfilment.agreedMonths
  const format = (value: number): string => formatNumber(value, language, 2)
  return (
    <CommitmentBar
      id="atagandet"
      title={t('commitment')}
      summary={t('commitmentSum', {
        promised: format(fulfilment.committedMonths),
        done: format(fulfilment.deliveredMonths),
        running: format(running),
        lacking: format(fulfilment.lackingMonths),
      })}
      showTable={shellTexts(language)('showAsTable')}
      format={format}
      measures={[
        {
          key: 'months',
          label: t('months'),
          promised: fulfilment.committedMonths,
          done: fulfilment.deliveredMonths,
          running,
        },
      ]}
      flags={[
        {
          key: 'first',
          label: t('firstStart', { day: formatDay(fulfilment.firstStart.deadline, language, today) }),
          state: ({ yes: 'met', no: 'missed', open: 'coming' } as const)[fulfilment.firstStart.met],
        },
      ]}
      words={{
        measure: t('measure'),
        promised: t('promised'),
        done: t('done'),
        running: t('running'),
        lacking: t('lacking'),
        flag: t('deadline'),
        met: t('met'),
        missed: t('missed'),
        coming: t('coming'),
      }}
    />
  )
}
