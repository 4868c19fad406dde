import type { ReactElement } from 'react'
import { type PlacementPage, placementEndReasons } from '#domain/placement'
import type { Day } from '#kernel'
import { formatDay, type Language, type Values } from '#shell'
import { Button, DateInput, Details, FormBody, Panel, Radios, SubmitRow } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import { texts } from './texts.ts'

type Props = {
  readonly placement: PlacementPage
  readonly values: Values | undefined
  readonly language: Language
  readonly today: Day
}

function typed(values: Values | undefined, name: string): string | undefined {
  const value = values?.[name]
  return typeof value === 'string' ? value : undefined
}

/** The first of the three confirmations: the employer's. */
export function StartForm({ placement, values, language, today }: Props): ReactElement {
  const t = texts(language)
  const days = {
    from: formatDay(placement.period.from, language, today),
    last: formatDay(placement.period.last, language, today),
  }
  return (
    <Panel title={t('startTitle')} tone="sun">
      <form method="post">
        <FormKey version={placement.version} intent="start" />
        <FormBody>
          <DateInput
            name="firstDay"
            label={t('startDay')}
            hint={t('startHint', days)}
            defaultValue={typed(values, 'firstDay') ?? placement.startsOn}
            max={today}
          />
          <SubmitRow>
            <Button>{t('start')}</Button>
          </SubmitRow>
        </FormBody>
      </form>
    </Panel>
  )
}

/** The third: six calendar months on, asked of both. */
export function StillForm({ placement, language }: Props): ReactElement {
  const t = texts(language)
  return (
    <Panel title={t('stillTitle')} tone="sun">
      <p>{t('stillLede')}</p>
      <form method="post" className="pc-say">
        <FormKey version={placement.version} intent="still" />
        <Button>{t('stillYes')}</Button>
      </form>
    </Panel>
  )
}

/** An end has a last day and a reason: the clause counts until the one and asks for the other. Folded, since most go on. */
export function EndForm({ placement, values, language, today }: Props): ReactElement {
  const t = texts(language)
  return (
    <Details summary={t('endTitle')} open={typed(values, 'lastDay') !== undefined}>
      <form method="post">
        <FormKey version={placement.version} intent="end" />
        <FormBody>
          <DateInput name="lastDay" label={t('endDay')} defaultValue={typed(values, 'lastDay') ?? today} max={today} />
          <Radios
            name="reason"
            label={t('endWhy')}
            hint={t('endHint')}
            defaultValue={typed(values, 'reason')}
            options={placementEndReasons.map(reason => ({ value: reason, label: t(reason) }))}
          />
          <SubmitRow>
            <Button variant="ghost">{t('end')}</Button>
          </SubmitRow>
        </FormBody>
      </form>
    </Details>
  )
}
