import type { ReactElement } from 'react'
import type { EligibilityAnswer, PersonPage } from '#domain/candidates'
import type { Day } from '#kernel'
import { FormKey, formatDay, type Language, type Returned } from '#shell'
import {
  Button,
  Checkbox,
  DataTable,
  DateInput,
  Details,
  FormBody,
  Panel,
  Radios,
  Row,
  Stack,
  SubmitRow,
  Tag,
  TextInput,
} from '#ui'
import { changeText, eligibilityTexts, reasonText, ruleWord } from './eligibility-texts.ts'
import { typed } from './person-faults.tsx'

type Props = {
  readonly person: PersonPage
  readonly returned: Returned | undefined
  readonly language: Language
  readonly today: Day
}

/** Each rule with why, and what would change it by when (TGT-6, ux.md E3). Never a "no" about the person. */
export function PersonEligibility(props: Props): ReactElement {
  const { person, language, today } = props
  const t = eligibilityTexts(language)
  const { eligibility } = person
  if (!eligibility) {
    return (
      <Panel title={t('title')}>
        <p>{t('notYours')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('title')} id="behorighet">
      <Stack gap="m">
        <p>
          <b>{t(eligibility.mayBeProposed, { day: formatDay(eligibility.starts, language, today) })}</b>
        </p>
        <DataTable<EligibilityAnswer>
          caption={t('caption')}
          captionHidden
          rows={eligibility.rules}
          rowKey={rule => rule.rule}
          columns={[
            { key: 'rule', label: t('rule'), cell: rule => ruleWord(rule.rule, language) },
            { key: 'state', label: t('state'), cell: rule => <StateTag state={rule.state} language={language} /> },
            {
              key: 'because',
              label: t('because'),
              cell: rule => (
                <>
                  {reasonText(rule.because, language, today)}
                  {rule.wouldChange ? (
                    <span className="ps-change">{changeText(rule.wouldChange, language, today)}</span>
                  ) : null}
                </>
              ),
            },
          ]}
        />
        <form method="get" action="#behorighet">
          <Row gap="m">
            <DateInput name="start" label={t('starts')} defaultValue={eligibility.starts} />
            <Button variant="ghost">{t('tryDay')}</Button>
          </Row>
        </form>
        {eligibility.ownChoice ? <p className="ff-soft">{t('ownChoice')}</p> : null}
        {person.allowed.includes('person.note_standing') ? <Facts {...props} eligibility={eligibility} /> : null}
      </Stack>
    </Panel>
  )
}

function StateTag({ state, language }: { state: EligibilityAnswer['state']; language: Language }): ReactElement {
  const t = eligibilityTexts(language)
  if (state === 'met') return <Tag tone="pine">{`✓\u00a0${t('met')}`}</Tag>
  if (state === 'not_met') return <Tag tone="sun">{`✗\u00a0${t('notMet')}`}</Tag>
  return <Tag>{`?\u00a0${t('stateUnknown')}`}</Tag>
}

type FactsProps = Props & { readonly eligibility: NonNullable<PersonPage['eligibility']> }

function Facts({ eligibility, returned, language, today }: FactsProps): ReactElement {
  const t = eligibilityTexts(language)
  const { standing } = eligibility
  const again = returned?.values.half === undefined ? undefined : returned
  return (
    <Details summary={t('facts')} open={again !== undefined}>
      <form method="post" action="#behorighet">
        <FormKey intent="standing" version={eligibility.standingVersion} />
        <FormBody>
          <p className="ff-soft">{t('factsHint')}</p>
          <DateInput
            name="since"
            label={t('since')}
            defaultValue={typed(again, 'since', standing.employmentServiceSince)}
            max={today}
          />
          <DateInput
            name="tested"
            label={t('testedOn')}
            defaultValue={typed(again, 'tested', standing.abilityTestedOn)}
          />
          <TextInput
            name="instrument"
            label={t('instrument')}
            maxLength={60}
            width="medium"
            defaultValue={typed(again, 'instrument', standing.abilityInstrument)}
          />
          <Radios
            name="half"
            label={t('half')}
            layout="inline"
            defaultValue={typed(again, 'half', standing.abilityAtLeastHalf)}
            options={[
              { value: 'yes', label: t('answerYes') },
              { value: 'no', label: t('answerNo') },
              { value: 'unknown', label: t('answerUnknown') },
            ]}
          />
          <Checkbox
            name="documented"
            label={t('documented')}
            defaultChecked={again ? again.values.documented === 'on' : standing.abilityDocumented}
          />
          <TextInput
            name="programme"
            label={t('programme')}
            maxLength={20}
            width="short"
            defaultValue={typed(again, 'programme', standing.programme)}
          />
          <SubmitRow>
            <Button variant="ghost">{t('save')}</Button>
          </SubmitRow>
        </FormBody>
      </form>
    </Details>
  )
}
