import type { ReactElement } from 'react'
import type { ClausePage, EmploymentClause } from '#domain/procurement'
import { reportingDays, writePart } from '#domain/procurement'
import { addDays, addMonths, type Day } from '#kernel'
import { FormKey, formatDay, formatNumber, type Language } from '#shell'
import { Button, ButtonLink, CheckAnswers, Panel, Stack, SubmitRow } from '#ui'
import { wordingOf } from './clause-fields.tsx'
import { ClauseText } from './clause-reading.tsx'
import { clauseTexts } from './clause-texts.ts'

type Props = {
  readonly page: ClausePage
  readonly clause: EmploymentClause
  readonly today: Day
  readonly language: Language
}

/** Everything once more before what cannot be undone (ux.md §4.3, §4.12). */
export function ClauseLock({ page, clause, today, language }: Props): ReactElement {
  const t = clauseTexts(language)
  const path = `/upphandlingar/${page.id}/villkor`
  const contract = { from: page.contractStart, to: addDays(page.contractEnd, 1) }
  const first = addMonths(page.contractStart, clause.firstStartWithinMonths)
  const rows: readonly (readonly [string, string, string])[] = [
    ['months', t('rowMonths'), formatNumber(clause.fullTimeMonths / 100, language, 2)],
    ['within', t('rowFirst'), formatDay(first, language, today)],
    ['groups', t('rowGroups'), clause.targetGroups.map(group => wordingOf(group.wording, language)).join('; ')],
    [
      'part',
      t('rowPart'),
      clause.allowedEarlyEndReasons.length > 0 ? `${writePart(clause.earlyEndThreshold)} %` : t('no'),
    ],
    ['existing', t('rowExisting'), clause.countsExistingStaff ? t('yes') : t('no')],
    [
      'interval',
      t('rowReports'),
      `${reportingDays({ clause, contract }).length}, ${t('every', { n: clause.reportingIntervalMonths })}`,
    ],
  ]
  return (
    <Stack gap="l">
      <Panel>
        <CheckAnswers
          answers={rows.map(([field, label, value]) => ({
            key: field,
            label,
            value,
            change: { href: `${path}#${field}`, label: t('change'), hidden: label.toLowerCase() },
          }))}
        />
      </Panel>
      <Panel title={t('text')}>
        <ClauseText clause={clause} language={language} />
      </Panel>
      <form method="post" action={path}>
        <FormKey version={page.clause?.version ?? 0} intent="lock" />
        <SubmitRow>
          <Button>{t('lock')}</Button>
          <ButtonLink variant="ghost" href={path}>
            {t('back')}
          </ButtonLink>
        </SubmitRow>
      </form>
    </Stack>
  )
}
