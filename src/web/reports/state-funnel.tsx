import type { ReactElement } from 'react'
import { type Shown, type SnapshotTables, type Stage, stages } from '#domain/reports'
import { formatNumber, formatPercent, type Language } from '#shell'
import { Funnel, type FunnelStage } from '#ui'
import { texts } from './texts.ts'

type Props = { readonly tables: SnapshotTables; readonly language: Language; readonly showTable: string }

/** Where are people lost (P4)? */
export function StateFunnel({ tables, language, showTable }: Props): ReactElement {
  const t = texts(language)
  const { funnel, stayed } = tables
  const text = (count: Shown): string => (count === null ? t('hidden') : formatNumber(count, language))
  const share = (part: Shown, whole: Shown | undefined): string | undefined =>
    part === null || !whole ? undefined : formatPercent(part / whole, language)
  const steps = stages.map((stage, index): FunnelStage => {
    const previous = stages[index - 1]
    const ofPrevious = previous && share(funnel[stage], funnel[previous])
    return {
      key: stage,
      label: t(stage),
      count: funnel[stage],
      countText: text(funnel[stage]),
      ofPrevious: ofPrevious && t('ofPrevious', { share: ofPrevious }),
      ofFirst: share(funnel[stage], funnel.called),
    }
  })
  const last: FunnelStage = {
    key: 'kept',
    label: t('kept'),
    count: stayed.kept,
    countText: text(stayed.kept),
    ofPrevious: stayed.hadTime === null ? undefined : t('ofTime', { n: stayed.hadTime }),
  }
  const anyHidden = [...steps, last].some(step => step.count === null)
  return (
    <Funnel
      id="tratten"
      title={t('funnel')}
      summary={lossSentence(funnel, language)}
      showTable={showTable}
      smallest={tables.threshold}
      stages={[...steps, last]}
      more={anyHidden ? t('hiddenWhy') : undefined}
      words={{
        stage: t('stage'),
        count: t('count'),
        ofPrevious: t('ofPreviousHead'),
        ofFirst: t('ofFirstHead'),
      }}
    />
  )
}

/** The sentence under the funnel: between which stages the largest part is lost, as so many of ten. Only from counts that are shown. */
export function lossSentence(funnel: Readonly<Record<Stage, Shown>>, language: Language): string {
  const t = texts(language)
  const losses = stages.slice(1).flatMap((stage, index) => {
    const from = funnel[stages[index] ?? stage]
    const to = funnel[stage]
    return from === null || to === null || from === 0 ? [] : [{ stage, lost: 1 - to / from }]
  })
  const worst = losses.toSorted((a, b) => b.lost - a.lost)[0]
  if (!worst || worst.stage === 'called' || worst.lost <= 0) return t('lossUnknown')
  return t('lossIntro', {
    between: t(`between_${worst.stage}`),
    lost: Math.round(worst.lost * 10),
    who: t(`who_${worst.stage}`),
  })
}
