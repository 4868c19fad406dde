import type { ReactElement, ReactNode } from 'react'
import { type Figures, fieldOf, namesIn, type ReportPage } from '#domain/followup'
import { endReasons } from '#domain/procurement'
import type { Day } from '#kernel'
import { formatDay, formatNumber, formatPercent, type Language, type Values } from '#shell'
import { type Answer, Button, CheckAnswers, DataTable, Details, FormBody, NumberInput, SubmitRow, TextArea } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import { endField, type Row, rows } from './report-form.ts'
import { texts } from './texts.ts'

type Props = {
  readonly report: ReportPage
  readonly language: Language
  readonly today: Day
  readonly editing?: Row
  /** What was typed in a form that was not taken. */
  readonly values?: Values
  readonly faults: readonly { readonly field: string; readonly text: string }[]
}

/** Everything that is reported, a row each, with a way to change it where the reader may (GOV.UK's check answers, ux.md §8.5). */
export function ReportFigures(props: Props): ReactElement {
  const { report, language, editing } = props
  const t = texts(language)
  const mayChange = report.allowed.includes('report.correct')
  return (
    <CheckAnswers
      answers={rows.map((row): Answer => {
        const isEdited = mayChange && editing === row
        return {
          key: row,
          label: t(row),
          value: (
            <div id={row} className="fu-value">
              {isEdited ? <ChangeRow {...props} row={row} /> : <Shown {...props} row={row} />}
              <WhyReturned report={report} row={row} language={language} />
            </div>
          ),
          ...(mayChange && !isEdited
            ? { change: { href: `?andra=${row}#${row}`, label: t('change'), hidden: t(row).toLowerCase() } }
            : {}),
        }
      })}
    />
  )
}

/** A row's value as text: "4,5", "2 · 1 arbetsbrist". */
export function rowText(row: Exclude<Row, 'remark'>, figures: Figures, language: Language): string {
  const t = texts(language)
  if (row === 'fullTimeMonths') return formatNumber(figures.fullTimeMonths / 100, language, 2)
  if (row !== 'ended') return formatNumber(figures[row], language)
  const reasons = endReasons.flatMap(reason => {
    const ended = figures.endedFor[reason] ?? 0
    return ended > 0 ? [`${ended} ${t(reason)}`] : []
  })
  return reasons.length === 0 ? String(figures.ended) : `${figures.ended} (${reasons.join(', ')})`
}

function Shown({ report, row, language, today }: Props & { row: Row }): ReactElement {
  const t = texts(language)
  if (row === 'remark') {
    const names = namesIn(report.remark)
    return (
      <>
        {report.remark === '' ? <span className="ff-soft">{t('notGiven')}</span> : report.remark}
        {names.length > 0 && report.allowed.includes('report.correct') ? (
          <p className="fu-warning">{t('nameWarning', { names: names.join(', ') })}</p>
        ) : null}
      </>
    )
  }
  const differs = row === 'ended' ? report.differs.endedFor : report.differs[row]
  const ours = rowText(row, report.prefilled.figures, language)
  return (
    <>
      {rowText(row, report.figures, language)}{' '}
      {differs === undefined ? null : (
        <span className="fu-differs">{t(report.own ? 'fromUs' : 'saidBySupplier', { value: ours })}</span>
      )}
      {row === 'fullTimeMonths' ? <HowCounted report={report} language={language} today={today} /> : null}
    </>
  )
}

/** The arithmetic, employment by employment without names: 0,75 + 3 + 0,75 = 4,5. */
function HowCounted({ report, language, today }: Pick<Props, 'report' | 'language' | 'today'>): ReactElement {
  const t = texts(language)
  const { lines, figures } = report.prefilled
  const number = (hundredths: number): string => formatNumber(hundredths / 100, language, 2)
  return (
    <Details
      summary={
        lines.length < 2
          ? t('howCounted')
          : t('howCountedParts', { parts: lines.map(line => number(line.fullTimeMonths)).join(' + ') })
      }
    >
      {lines.length === 0 ? (
        <p>{t('howCountedNone')}</p>
      ) : (
        <>
          <p className="fu-sum">
            {t('howCountedSum', {
              parts: lines.map(line => number(line.fullTimeMonths)).join(' + '),
              sum: number(figures.fullTimeMonths),
            })}
          </p>
          <DataTable
            caption={t('howCountedRule')}
            dense
            rows={lines.map((line, index) => ({ ...line, key: String(index) }))}
            rowKey={line => line.key}
            columns={[
              { key: 'share', label: t('share'), cell: line => formatPercent(line.workingTime / 10_000, language) },
              { key: 'from', label: t('fromDay'), cell: line => formatDay(line.from, language, today) },
              { key: 'to', label: t('toDay'), cell: line => formatDay(line.to, language, today) },
              { key: 'months', label: t('months'), numeric: true, cell: line => number(line.fullTimeMonths) },
            ]}
          />
        </>
      )}
    </Details>
  )
}

function WhyReturned({ report, row, language }: Pick<Props, 'report' | 'language'> & { row: Row }): ReactNode {
  const { returned } = report
  if (!returned || fieldOf[returned.reason] !== row) return null
  return <p className="fu-warning">{texts(language)(returned.reason as 'months_do_not_fit')}</p>
}

const hints = {
  persons: 'personsHint',
  started: 'startedHint',
  fullTimeMonths: 'monthsHint',
  remark: 'remarkHint',
} as const

function ChangeRow(props: Props & { row: Row }): ReactElement {
  const { report, row, language } = props
  const t = texts(language)
  return (
    <form method="post">
      <FormKey version={report.version} intent="correct" />
      <input type="hidden" name="field" value={row} />
      <FormBody>
        <RowInputs {...props} />
        <SubmitRow>
          <Button>{t('changeSave')}</Button>
          <a href={`/rapporter/${report.id}#${row}`}>{t('changeStop')}</a>
        </SubmitRow>
      </FormBody>
    </form>
  )
}

function RowInputs({ report, row, language, values, faults }: Props & { row: Row }): ReactElement {
  const t = texts(language)
  const typed = (name: string, held: string): string => {
    const value = values?.[name]
    return typeof value === 'string' ? value : held
  }
  const error = (name: string): string | undefined => faults.find(fault => fault.field === name)?.text
  if (row === 'remark')
    return (
      <TextArea
        name="remark"
        id="remark-input"
        label={t('remark')}
        hint={t('remarkHint')}
        error={error('remark')}
        rows={3}
        defaultValue={typed('remark', report.remark)}
      />
    )
  if (row === 'ended')
    return (
      <>
        <p className="ff-soft">{t('endedHint')}</p>
        <div className="fu-ends">
          {endReasons.map(reason => (
            <NumberInput
              key={reason}
              name={endField(reason)}
              label={t(reason)}
              error={error(endField(reason))}
              defaultValue={typed(endField(reason), String(report.figures.endedFor[reason] ?? 0))}
            />
          ))}
        </div>
      </>
    )
  return (
    <NumberInput
      name={row}
      id={`${row}-input`}
      label={t(row)}
      hint={`${t(hints[row])} ${t('fromUs', { value: rowText(row, report.prefilled.figures, language) })}.`}
      error={error(row)}
      decimals={row === 'fullTimeMonths'}
      defaultValue={typed(row, rowText(row, report.figures, language))}
    />
  )
}
