import type { ReactElement } from 'react'
import { type ClausePage, clauseDefaults, type EmploymentClause, targetGroups, writePart } from '#domain/procurement'
import { FormKey, formatNumber, type Language, type Returned, type Values } from '#shell'
import {
  Button,
  ButtonLink,
  Checkbox,
  Checkboxes,
  Details,
  FormBody,
  NumberInput,
  Select,
  SubmitRow,
  TextArea,
} from '#ui'
import { earlyEndReasons, reportIntervals } from './clause-form.ts'
import { clauseFault, clauseTexts } from './clause-texts.ts'
import { typed } from './faults.tsx'

type Props = {
  readonly page: ClausePage
  readonly clause: EmploymentClause
  readonly returned: Returned | undefined
  readonly language: Language
}

/** The parameters of the clause, each with the default that the sources give. */
export function ClauseFields({ page, clause, returned, language }: Props): ReactElement {
  const t = clauseTexts(language)
  const own = clause.targetGroups.find(group => !targetGroups.some(known => known.id === group.id))
  const error = (name: string): string | undefined => {
    const fault = returned?.faults.find(one => one.field === name)
    return fault && clauseFault(language)(fault.message)
  }
  const field = (name: string, began: string | number) => ({
    name,
    defaultValue: typed(returned, name, began),
    error: error(name),
  })
  const chosen = (name: string, began: readonly string[]): readonly string[] =>
    returned ? listOf(returned.values, name) : began
  return (
    <form method="post">
      <FormKey version={page.clause?.version ?? 0} intent="choose" />
      <FormBody>
        <NumberInput
          {...field('months', formatNumber(clause.fullTimeMonths / 100, 'sv', 2).replace(/\s/g, ''))}
          label={t('months')}
          unit={t('monthsUnit')}
          decimals
          hint={page.need ? t('monthsHint', page.need) : undefined}
        />
        <NumberInput
          {...field('within', clause.firstStartWithinMonths)}
          label={t('within')}
          hint={t('withinHint')}
          unit={t('monthsUnit')}
        />
        <Checkboxes
          name="groups"
          label={t('groups')}
          error={error('groups')}
          defaultValues={chosen(
            'groups',
            clause.targetGroups.map(group => group.id),
          )}
          options={targetGroups.map(group => ({ value: group.id, label: wordingOf(group.wording, language) }))}
        />
        <Details summary={t('ownGroup')} open={own !== undefined || typed(returned, 'ownGroupSv', '') !== ''}>
          <TextArea
            {...field('ownGroupSv', own?.wording.sv ?? '')}
            label={t('ownGroupSv')}
            rows={2}
            lang="sv"
            maxLength={300}
          />
          <TextArea
            {...field('ownGroupEn', own?.wording.en ?? '')}
            label={t('ownGroupEn')}
            rows={2}
            lang="en"
            maxLength={300}
          />
        </Details>
        <TextArea
          {...field('formSv', clause.formDefinition.sv)}
          label={t('formSv')}
          hint={t('formHint')}
          rows={2}
          lang="sv"
          maxLength={500}
        />
        <TextArea
          {...field('formEn', clause.formDefinition.en)}
          label={t('formEn')}
          rows={2}
          lang="en"
          maxLength={500}
        />
        <NumberInput
          {...field('part', writePart(clause.earlyEndThreshold))}
          label={t('part')}
          hint={t('partHint')}
          unit={t('partUnit')}
        />
        <Checkboxes
          name="reasons"
          label={t('reasons')}
          defaultValues={chosen('reasons', clause.allowedEarlyEndReasons)}
          options={earlyEndReasons.map(reason => ({ value: reason, label: t(reason) }))}
        />
        <Checkbox
          name="linked"
          label={t('linked')}
          defaultChecked={returned ? returned.values.linked === 'on' : clause.linkedToContractWork}
        />
        <Checkbox
          name="existing"
          label={t('existing')}
          defaultChecked={returned ? returned.values.existing === 'on' : clause.countsExistingStaff}
        />
        <Select
          {...field('interval', clause.reportingIntervalMonths)}
          label={t('interval')}
          options={intervalsWith(clause.reportingIntervalMonths).map(n => ({
            value: String(n),
            label: t('every', { n }),
          }))}
          width="medium"
        />
        <Details summary={t('sources')}>
          <Sources language={language} />
        </Details>
        <SubmitRow>
          <Button variant={page.clause || page.requirement === 'undecided' ? 'ghost' : 'primary'}>{t('save')}</Button>
          {page.clause ? (
            <ButtonLink href="?las=1" variant={page.requirement === 'undecided' ? 'ghost' : 'primary'}>
              {t('toLock')}
            </ButtonLink>
          ) : null}
        </SubmitRow>
      </FormBody>
    </form>
  )
}

function intervalsWith(own: number): number[] {
  return [...new Set([...reportIntervals, own])].toSorted((a, b) => a - b)
}

function listOf(values: Values, name: string): readonly string[] {
  const value = values[name]
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value
}

export function wordingOf(wording: { readonly sv: string; readonly en: string }, language: Language): string {
  return language === 'en' ? wording.en : wording.sv
}

const names = {
  firstStartWithinMonths: 'defaultMonths',
  earlyEndThreshold: 'defaultPart',
  allowedEarlyEndReasons: 'defaultReasons',
  countsExistingStaff: 'defaultExisting',
  linkedToContractWork: 'defaultLinked',
  reportingIntervalMonths: 'defaultInterval',
} as const

/** Each default with its source and how sure it is (house.md §6: dated, source-stamped configuration). */
function Sources({ language }: { language: Language }): ReactElement {
  const t = clauseTexts(language)
  return (
    <ul className="pr-sources">
      {clauseDefaults.map(one => (
        <li key={`${one.parameter} ${one.validFrom}`}>
          {one.parameter in names ? t(names[one.parameter as keyof typeof names]) : one.parameter}: {one.source}{' '}
          <span className="ff-soft">({t(one.confidence)})</span>
        </li>
      ))}
    </ul>
  )
}
