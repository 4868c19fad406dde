import type { ReactElement } from 'react'
import type { AreaLine } from '#domain/organisations'
import type { LotProposal, NoticeLot, NoticePage, ProposedValue } from '#domain/procurement'
import { FormKey, type Language, type Returned } from '#shell'
import { Button, Checkbox, FormBody, HiddenKey, Panel, Stack, SubmitRow } from '#ui'
import { type Beginnings, CaseFields, NeedFields } from './need-fields.tsx'
import { labelOf, shortField } from './notice-lot.tsx'
import { noticeCode, noticeTexts } from './notice-texts.ts'

type Props = {
  readonly page: NoticePage
  readonly lot: NoticeLot
  readonly proposal: LotProposal
  readonly areas: readonly AreaLine[]
  readonly returned: Returned | undefined
  readonly language: Language
}

/** The case that the lot suggests, each field with where its value comes from, all of it to change before accepting (GEN-4). */
export function Proposal(props: Props): ReactElement {
  const { page, lot, areas, returned, language } = props
  const t = noticeTexts(language)
  const fields = { began: beginningsOf(props.proposal), returned, language, beside: besides(props) }
  return (
    <form method="post">
      <FormKey version={page.version} intent="accept" />
      <HiddenKey name="lot" value={lot.id} />
      <Panel title={t('proposal')} id="forslag">
        <Stack gap="l">
          <p className="ff-soft">{t('proposalHint')}</p>
          <FormBody>
            <CaseFields {...fields} />
          </FormBody>
          <div>
            <NeedFields {...fields} areas={areas} />
          </div>
          <Checkbox name="submit" label={t('submitToo')} defaultChecked={returned?.values.submit === 'on'} />
          <SubmitRow>
            <Button>{t('accept')}</Button>
          </SubmitRow>
        </Stack>
      </Panel>
    </form>
  )
}

/** Values that the notice gives. The kind of service is a code there; its title says more to those who will read the need. */
function beginningsOf(proposal: LotProposal): Beginnings {
  const { inputs } = proposal
  return {
    title: proposal.title.value ?? '',
    contractStart: proposal.contractStart.value ?? '',
    contractEnd: proposal.contractEnd.value ?? '',
    cpv: proposal.cpv.value?.[0] ?? '',
    value: proposal.value.value === null ? '' : Math.round(proposal.value.value / 100),
    places: inputs.places.value ?? '',
    service: proposal.title.value?.slice(0, 300) ?? '',
    comments: inputs.comments.value?.slice(0, 1000) ?? '',
  }
}

function besides(props: Props): Readonly<Partial<Record<string, ReactElement | string>>> {
  const { proposal, language } = props
  const { inputs } = proposal
  const t = noticeTexts(language)
  const service = inputs.service.value
  const nature = service?.nature ? (noticeCode(service.nature, language) ?? service.nature) : undefined
  return {
    title: origin(proposal.title, props),
    contractStart: origin(proposal.contractStart, props),
    contractEnd: origin(proposal.contractEnd, props),
    cpv: origin(proposal.cpv, props),
    value: origin(proposal.value, props),
    places: origin(inputs.places, props),
    form: origin(inputs.employmentForm, props),
    service: nature ? t('nature', { nature, cpv: service?.cpv ?? '–' }) : origin(inputs.service, props),
    education: origin(inputs.competence, props),
    area: origin(inputs.district, props),
    comments: origin(inputs.comments, props),
  }
}

/** "Från annonsen: Titel (BT-21)." or why there is no value, with the texts that may answer. */
function origin(value: ProposedValue<unknown>, { page, lot, language }: Props): ReactElement {
  const t = noticeTexts(language)
  if (value.from !== null) return <>{t('from', { label: fieldNames(value.from, page, lot, language) })}</>
  const because = value.because === null ? t('notInNotice') : (noticeCode(value.because, language) ?? t('notInNotice'))
  // What the signs beside the form already quote is pointed at, not repeated under every field.
  const quoted = new Set(lot.signals.map(signal => signal.value))
  const others = value.beside.filter(one => !quoted.has(one.text))
  return (
    <>
      {because} {value.beside.length > others.length ? <a href="#tecken">{t('seeSigns')}</a> : null}
      {others.slice(0, 2).map(one => (
        <span className="pr-under" key={`${one.field} ${one.text}`}>
          {t('besideText', { text: one.text.length > 240 ? `${one.text.slice(0, 240)} …` : one.text })}
        </span>
      ))}
    </>
  )
}

/** Fields joined by ` + `, each by its name where the reading has it. */
function fieldNames(from: string, page: NoticePage, lot: NoticeLot, language: Language): string {
  const read = [...lot.read, ...page.reading.read]
  return from
    .split(' + ')
    .map(field => {
      const known = read.find(one => one.field === field || shortField(one.field) === shortField(field))
      return known ? `${labelOf(known.label, language)} (${shortField(field)})` : shortField(field)
    })
    .join(', ')
}
