import type { ReactElement } from 'react'
import type { ApportionmentPage } from '#domain/places'
import { fractionValue } from '#engine'
import { formatSigned, type Language } from '#shell'
import { DataTable, Details } from '#ui'
import { texts } from './texts.ts'

/** Each place in turn: who got it, the claim before and after, and why that district (the engine's own explanation). */
export function StepsTable({ page, language }: { page: ApportionmentPage; language: Language }): ReactElement {
  const t = texts(language)
  const nameOf = (area: string | null): string => page.lines.find(line => line.area === area)?.name ?? t('none')
  const why = { earliest_deadline: t('stepRule'), greatest_claim: t('stepGreatest'), override: t('stepOverride') }
  return (
    <Details summary={t('steps')}>
      <DataTable
        caption={t('stepsCaption')}
        rows={[...page.calculation.output.steps]}
        rowKey={step => String(step.place)}
        dense
        columns={[
          { key: 'place', label: t('place'), cell: step => String(step.place) },
          { key: 'area', label: t('district'), cell: step => nameOf(step.area) },
          {
            key: 'before',
            label: t('before'),
            numeric: true,
            cell: step => formatSigned(fractionValue(step.claimBefore), language),
          },
          {
            key: 'after',
            label: t('after'),
            numeric: true,
            cell: step => formatSigned(fractionValue(step.claimAfter), language),
          },
          { key: 'why', label: t('why'), cell: step => why[step.why] },
          { key: 'next', label: t('next'), cell: step => (step.runnerUp ? nameOf(step.runnerUp.area) : t('none')) },
        ]}
      />
    </Details>
  )
}
