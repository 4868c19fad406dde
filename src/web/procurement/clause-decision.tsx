import type { ReactElement } from 'react'
import { type ClausePage, decisionReasons } from '#domain/procurement'
import { FormKey, type Language, type Returned } from '#shell'
import { Button, Details, FormBody, Panel, Radios, Select, SubmitRow } from '#ui'
import { caseTexts } from './case-texts.ts'
import { clauseFault, clauseTexts } from './clause-texts.ts'
import { typed } from './faults.tsx'
import { wordFor, words } from './words.ts'

type Props = { readonly page: ClausePage; readonly returned: Returned | undefined; readonly language: Language }

/** The decision whether to require employment, either way and with a reason; folded once it is made. */
export function ClauseDecision(props: Props): ReactElement {
  const { page, language } = props
  const t = clauseTexts(language)
  if (page.requirement === 'undecided') {
    return (
      <Panel title={t('decide')} id="beslut">
        <DecisionForm {...props} />
      </Panel>
    )
  }
  return (
    <Panel title={t('decided', { what: wordFor(page.requirement, language).toLowerCase() })} id="beslut">
      <Details summary={t('changeDecision')} open={props.returned !== undefined}>
        <DecisionForm {...props} />
      </Details>
    </Panel>
  )
}

function DecisionForm({ page, returned, language }: Props): ReactElement {
  const t = clauseTexts(language)
  const c = caseTexts(language)
  const error = (name: string): string | undefined => {
    const fault = returned?.faults.find(one => one.field === name)
    return fault && clauseFault(language)(fault.message)
  }
  const began = page.requirement === 'undecided' ? '' : page.requirement
  return (
    <form method="post">
      <FormKey version={page.version} intent="decide" />
      <FormBody>
        <Radios
          name="requirement"
          label={t('requirement')}
          error={error('requirement')}
          defaultValue={typed(returned, 'requirement', began)}
          options={[
            { value: 'employment', label: t('requirementEmployment'), hint: t('requirementEmploymentHint') },
            { value: 'dialogue', label: t('requirementDialogue'), hint: t('requirementDialogueHint') },
            { value: 'none', label: t('requirementNone') },
          ]}
        />
        <Select
          name="reason"
          label={t('reason')}
          error={error('reason')}
          defaultValue={typed(returned, 'reason', '')}
          placeholder={words(language)('choose')}
          options={decisionReasons.map(reason => ({ value: reason, label: c(`reason_${reason}`) }))}
          width="medium"
        />
        <SubmitRow>
          <Button variant={page.requirement === 'undecided' ? 'primary' : 'ghost'}>{t('saveDecision')}</Button>
        </SubmitRow>
      </FormBody>
    </form>
  )
}
