import type { ReactElement } from 'react'
import type { CommitmentPage } from '#domain/procurement'
import type { Day } from '#kernel'
import { formatDay, type Language, shellTexts } from '#shell'
import { CommitmentBar, type CommitmentFlag, type CommitmentMeasure } from '#ui'
import { commitmentSummary, monthsText } from './commitment-state.ts'
import { commitmentTexts } from './commitment-texts.ts'

type Props = {
  readonly page: CommitmentPage
  readonly yours: boolean
  readonly today: Day
  readonly language: Language
}

/** Promised against done (P7). Months and people are two measures and two bars. */
export function CommitmentPicture({ page, yours, today, language }: Props): ReactElement {
  const t = commitmentTexts(language)
  return (
    <CommitmentBar
      id="loftet"
      title={yours ? t('questionYours') : t('question')}
      summary={commitmentSummary(page, today, language)}
      showTable={shellTexts(language)('showAsTable')}
      format={value => monthsText(value, language)}
      measures={measuresOf(page, language)}
      flags={flagsOf(page, today, language)}
      words={{
        measure: t('measure'),
        promised: t('promised'),
        done: t('done'),
        running: t('running'),
        lacking: t('lacking'),
        flag: t('flags'),
        met: t('met'),
        missed: t('missed'),
        coming: t('coming'),
      }}
    />
  )
}

/** People are counted once each: those who have begun as done, those agreed or offered as on their way. */
function measuresOf(page: CommitmentPage, language: Language): CommitmentMeasure[] {
  const t = commitmentTexts(language)
  const { fulfilment } = page
  return [
    {
      key: 'months',
      label: t('fullTime'),
      promised: fulfilment.committedMonths,
      done: fulfilment.deliveredMonths,
      running: fulfilment.runningMonths + fulfilment.agreedMonths,
    },
    ...(page.places > 0
      ? [
          {
            key: 'persons',
            label: t('persons'),
            promised: page.places,
            done: Math.min(page.started, page.filled),
            running: Math.max(0, page.filled - page.started),
          },
        ]
      : []),
  ]
}

function flagsOf(page: CommitmentPage, today: Day, language: Language): CommitmentFlag[] {
  const t = commitmentTexts(language)
  const { fulfilment, clause } = page
  const { deadline, met } = fulfilment.firstStart
  const day = formatDay(deadline, language, today)
  const { numerator, denominator } = clause.earlyEndThreshold
  const enough = (fulfilment.committedMonths * numerator) / denominator
  const months = monthsText(enough, language)
  const first: CommitmentFlag = {
    key: 'first',
    label: met === 'open' ? t('flagFirstComing', { day }) : t('flagFirst', { day }),
    state: met === 'yes' ? 'met' : met === 'no' ? 'missed' : 'coming',
  }
  if (clause.allowedEarlyEndReasons.length === 0 || enough >= fulfilment.committedMonths) return [first]
  const threshold: CommitmentFlag = {
    key: 'threshold',
    label: t('flagThreshold', { months }),
    state: fulfilment.deliveredMonths >= enough ? 'met' : 'coming',
    on: { measure: 'months', at: enough, label: t('thresholdAt', { months }) },
  }
  return [first, threshold]
}
