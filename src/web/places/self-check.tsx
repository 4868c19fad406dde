import type { ReactElement } from 'react'
import { type ApportionmentPage, type SelfCheckQuestion, selfCheckQuestions } from '#domain/places'
import { type Day, dayOf } from '#kernel'
import { formatDay, type Language } from '#shell'
import { Button, Checkboxes, FormBody, Heading, Panel, Radios, Split, SubmitRow, Tag, TextInput } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import { texts } from './texts.ts'

type Asked = readonly { readonly id: string; readonly kind: string; readonly name: string }[]

type Props = {
  readonly page: ApportionmentPage
  readonly asked: Asked
  readonly language: Language
  readonly today: Day
  readonly mayAnswer: boolean
}

const kindsFor: Record<SelfCheckQuestion, readonly string[]> = {
  disability: ['employment_service', 'coordination_association', 'labour_market_unit'],
  social_enterprise: ['social_enterprise'],
}

/** The two questions that every case must answer (TGT-7), with whom was asked. */
export function SelfCheckPanel(props: Props): ReactElement {
  const t = texts(props.language)
  return (
    <Panel id="egenkontroll" title={t('selfCheck')}>
      <p className="ff-soft">{t('selfCheckLede')}</p>
      <Split>
        {selfCheckQuestions.map(question => (
          <Question key={question} question={question} {...props} />
        ))}
      </Split>
    </Panel>
  )
}

function Question({
  question,
  page,
  asked,
  language,
  today,
  mayAnswer,
}: Props & { question: SelfCheckQuestion }): ReactElement {
  const t = texts(language)
  const held = page.selfChecks.find(check => check.question === question)
  const status = held ? (
    <Tag tone="pine">{t('answered', { day: formatDay(dayOf(new Date(held.answeredAt)), language, today) })}</Tag>
  ) : (
    <Tag tone="sun">{t('unanswered')}</Tag>
  )
  if (!mayAnswer) {
    return (
      <div>
        <Heading level={3}>{t(question)}</Heading>
        <p>
          {held ? t(held.considered ? 'yes' : 'no') : null} {status}
        </p>
        {held?.note ? <p className="ff-soft">{held.note}</p> : null}
      </div>
    )
  }
  return (
    <form method="post">
      <FormKey intent="self_check" />
      <input type="hidden" name="question" value={question} />
      <FormBody>
        <Radios
          name="considered"
          id={`considered-${question}`}
          label={t(question)}
          hint={status}
          layout="inline"
          defaultValue={held ? (held.considered ? 'yes' : 'no') : undefined}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
        <Checkboxes
          name="asked"
          id={`asked-${question}`}
          label={t('asked')}
          defaultValues={held?.asked ?? []}
          options={asked
            .filter(line => kindsFor[question].includes(line.kind))
            .map(line => ({ value: line.id, label: line.name }))}
        />
        <TextInput
          name="note"
          id={`note-${question}`}
          label={t('note')}
          hint={t('noteHint')}
          defaultValue={held?.note ?? ''}
        />
        <SubmitRow>
          <Button variant="ghost">{t('saveAnswer')}</Button>
        </SubmitRow>
      </FormBody>
    </form>
  )
}
