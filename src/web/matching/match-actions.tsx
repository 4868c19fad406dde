import type { ReactElement } from 'react'
import { type GridScope, shortlistReasons } from '#domain/matching'
import type { Language, Values } from '#shell'
import { Button, FormBody, Panel, Radios, SubmitRow, TextInput } from '#ui'
import { matchTexts } from './match-texts.ts'
import { texts } from './texts.ts'

type Props = {
  readonly scope: GridScope
  readonly comparing: boolean
  readonly values: Values | undefined
  readonly language: Language
}

/** What can be done with those who are ticked. The reason is coded, so that choices can be counted and examined (GEN-4). */
export function MatchActions({ scope, comparing, values, language }: Props): ReactElement {
  const t = texts(language)
  const own = matchTexts(language)
  const typed = (name: string): string | undefined => {
    const value = values?.[name]
    return typeof value === 'string' ? value : undefined
  }
  return (
    <Panel title={own('chosen')}>
      <FormBody>
        <Radios
          name="reason"
          label={own('reason')}
          layout="inline"
          defaultValue={typed('reason')}
          options={shortlistReasons.map(reason => ({ value: reason, label: t(reason) }))}
        />
        <TextInput
          name="note"
          label={own('note')}
          optional={t('optional')}
          hint={t('noNames')}
          maxLength={300}
          defaultValue={typed('note')}
        />
        {scope === 'own' ? (
          <TextInput
            name="proposal_note"
            label={own('proposeNote')}
            optional={t('optional')}
            hint={t('noNames')}
            maxLength={300}
            defaultValue={typed('proposal_note')}
          />
        ) : null}
        <SubmitRow>
          <Button name="intent" value="shortlist">
            {own('shortlist')}
          </Button>
          {comparing ? null : (
            <Button name="intent" value="compare" variant="ghost">
              {own('compare')}
            </Button>
          )}
          {scope === 'own' ? (
            <Button name="intent" value="propose" variant="ghost">
              {own('propose')}
            </Button>
          ) : null}
        </SubmitRow>
      </FormBody>
    </Panel>
  )
}
