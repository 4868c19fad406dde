import type { ReactElement } from 'react'
import { type ReportPage, returnReasons } from '#domain/followup'
import type { Language, Values } from '#shell'
import { Button, Details, FormBody, Radios, SubmitRow, TextArea } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import { texts } from './texts.ts'

type Props = {
  readonly report: ReportPage
  readonly language: Language
  readonly values?: Values
  readonly faults: readonly { readonly field: string; readonly text: string }[]
}

/** The procurer's two ways: approve, or send back with a reason (ux.md §4.14). */
export function ReportJudgement({ report, language, values, faults }: Props): ReactElement {
  const t = texts(language)
  const began = values !== undefined && 'reason' in values
  const tried = began || faults.some(fault => fault.field === 'reason')
  const error = (name: string): string | undefined => faults.find(fault => fault.field === name)?.text
  return (
    <div className="fu-judge">
      <form method="post">
        <FormKey version={report.version} intent="approve" />
        <Button>{t('approve')}</Button>
      </form>
      <Details summary={t('sendBack')} open={tried}>
        <form method="post">
          <FormKey version={report.version} intent="return" />
          <FormBody>
            <Radios
              name="reason"
              label={t('reason')}
              error={error('reason')}
              defaultValue={typeof values?.reason === 'string' ? values.reason : undefined}
              options={returnReasons.map(reason => ({
                value: reason,
                label: reason === 'other' ? t('otherReason') : t(reason),
              }))}
            />
            <TextArea
              name="note"
              label={t('note')}
              hint={t('noteHint')}
              optional={t('optional')}
              rows={3}
              error={error('note')}
              defaultValue={typeof values?.note === 'string' ? values.note : ''}
            />
            <SubmitRow>
              <Button variant="ghost">{t('sendBackButton')}</Button>
            </SubmitRow>
          </FormBody>
        </form>
      </Details>
    </div>
  )
}
