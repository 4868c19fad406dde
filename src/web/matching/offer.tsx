import type { ReactElement, ReactNode } from 'react'
import type { AnswerableCard } from '#domain/matching'
import { type FreePlace, placementForms } from '#domain/placement'
import { addDays, addMonths, type Day } from '#kernel'
import { formatDay, type Language, type Values } from '#shell'
import {
  Button,
  ButtonLink,
  type CrumbsProps,
  DateInput,
  FormBody,
  NumberInput,
  Page,
  Radios,
  Stack,
  SubmitRow,
} from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import { cardTexts } from './card-texts.ts'

type Props = {
  readonly card: AnswerableCard
  readonly title: string
  readonly procurement: string
  readonly period: { readonly from: Day; readonly last: Day }
  /** The place the offer would take, with the terms that the need gave it. */
  readonly place: Pick<FreePlace, 'startsOn' | 'terms'> | undefined
  readonly values: Values | undefined
  readonly crumbs: CrumbsProps
  readonly faults: ReactNode
  readonly language: Language
  readonly today: Day
}

/** The terms of the job, before the person is asked: what happens is told before the button is pressed (ux.md §4.12). */
export function Offer(props: Props): ReactElement {
  const { card, title, procurement, period, place, values, crumbs, faults, language, today } = props
  const t = cardTexts(language)
  const back = `/kandidater/${procurement}`
  const typed = (name: string): string | undefined => {
    const value = values?.[name]
    return typeof value === 'string' ? value : undefined
  }
  const first = place && place.startsOn > today ? place.startsOn : today
  const last = place?.terms && place.terms.form !== 'permanent' ? addDays(addMonths(first, place.terms.months), -1) : ''
  const days = { from: formatDay(period.from, language, today), last: formatDay(period.last, language, today) }
  return (
    <Page
      title={t('offerTitle', { name: card.name })}
      crumbs={{ ...crumbs, items: [...crumbs.items, { label: title, href: back }] }}
      lede={t('offerLede', { name: card.name })}
      width="text"
    >
      <Stack gap="m">
        {faults}
        <form method="post">
          <FormKey version={card.version} intent="offer" />
          <input type="hidden" name="candidacy" value={card.candidacy} />
          <FormBody>
            <Radios
              name="form"
              label={t('form')}
              defaultValue={typed('form') ?? place?.terms?.form}
              options={placementForms.map(form => ({ value: form, label: t(form) }))}
            />
            <DateInput
              name="startsOn"
              label={t('startsOn')}
              hint={t('startsHint', days)}
              defaultValue={typed('startsOn') ?? first}
            />
            <DateInput name="endsOn" label={t('endsOn')} hint={t('endsHint')} defaultValue={typed('endsOn') ?? last} />
            <NumberInput
              name="rate"
              label={t('rate')}
              hint={t('rateHint')}
              unit="%"
              decimals
              defaultValue={typed('rate') ?? '100'}
            />
            <SubmitRow>
              <Button>{t('offer')}</Button>
              <ButtonLink href={back} variant="text">
                {t('back')}
              </ButtonLink>
            </SubmitRow>
          </FormBody>
        </form>
      </Stack>
    </Page>
  )
}
