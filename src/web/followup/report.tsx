import type { ReactElement, ReactNode } from 'react'
import {
  approveReport,
  correctReport,
  daysToAnswer,
  followupAccess,
  type ReportPage,
  returnReport,
  submitReport,
  viewReport,
} from '#domain/followup'
import { addDays, type Day, isId } from '#kernel'
import {
  answer,
  FormFaults,
  formatDay,
  type Handle,
  History,
  type Language,
  look,
  notFound,
  orNotFound,
  readFields,
  visit,
} from '#shell'
import { Button, ErrorSummary, Note, Page, Panel, Split, Stack } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import type { Route } from './+types/report'
import { followupEvents } from './events.ts'
import { periodText } from './period.ts'
import { reportRefusals } from './refusals.ts'
import { ReportCommitment } from './report-commitment.tsx'
import { faultText, inWords } from './report-faults.ts'
import { ReportFigures } from './report-figures.tsx'
import { approveSchema, changeSchema, isRow, returnSchema, spread, submitSchema } from './report-form.ts'
import { ReportJudgement } from './report-judgement.tsx'
import { Confirmed, Contacts, DueTag } from './report-parts.tsx'
import { texts } from './texts.ts'

export const handle: Handle = {
  operations: {
    loader: 'report.view',
    actions: {
      correct: 'report.correct',
      submit: 'report.submit',
      approve: 'report.approve',
      return: 'report.return',
    },
  },
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const v = visit(context, followupAccess, 'report.view', request)
  const { report: id } = params
  if (!isId(id)) throw notFound()
  const report = orNotFound(await look(v, tx => viewReport(tx, v.actor, id, v.today)))
  const query = new URL(request.url).searchParams
  const editing = query.get('andra')
  return {
    language: v.language,
    today: v.today,
    report,
    editing: isRow(editing) ? editing : undefined,
    done: query.get('klart'),
    pageTitle: `${texts(v.language)('reports')} ${report.number}`,
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation || !isId(params.report)) throw notFound()
  const v = visit(context, followupAccess, operation, request)
  const about = { report: params.report, today: v.today, now: v.now(), newId: v.newId }
  const to = `/rapporter/${params.report}`
  if (intent === 'correct') {
    const field = form.get('field')
    if (!isRow(field)) throw notFound()
    const read = readFields(form, v, operation, changeSchema(field))
    if (!read.ok) return read.answer
    const outcome = await correctReport(read.db, v.actor, { ...read.value, ...about })
    return answer(outcome, read.values, `${to}?klart=andrad#${field}`)
  }
  if (intent === 'submit') {
    const read = readFields(form, v, operation, submitSchema)
    if (!read.ok) return read.answer
    return answer(await submitReport(read.db, v.actor, { ...read.value, ...about }), read.values, `${to}?klart=skickad`)
  }
  if (intent === 'approve') {
    const read = readFields(form, v, operation, approveSchema)
    if (!read.ok) return read.answer
    const outcome = await approveReport(read.db, v.actor, { ...read.value, ...about })
    return answer(outcome, read.values, `${to}?klart=godkand`)
  }
  const read = readFields(form, v, operation, returnSchema)
  if (!read.ok) return read.answer
  const outcome = await returnReport(read.db, v.actor, { ...read.value, ...about })
  return answer(outcome, read.values, `${to}?klart=tillbaka`)
}

export default function Report({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { language, today, report, done } = loaderData
  const t = texts(language)
  const returned = spread(actionData)
  const facts = inWords(actionData?.refusal?.facts ?? {}, today, language)
  const faults = (returned?.faults ?? []).map(fault => ({
    field: fault.field,
    text: faultText(fault.message, facts, language) ?? fault.message,
  }))
  const field = actionData?.values.field
  const editing = isRow(field) ? field : actionData ? undefined : loaderData.editing
  return (
    <Page
      title={titleOf(report, language)}
      kicker={t('kicker', {
        title: report.title,
        period: periodText(report.period.from, report.period.to, language),
      })}
      crumbs={{ label: t('crumbs'), items: [{ label: t('reports'), href: '/rapporter' }] }}
      lede={ledeOf(report, today, language)}
      tag={<DueTag report={report} today={today} language={language} />}
    >
      <Stack gap="l">
        <FormFaults
          returned={returned && { ...returned, refusal: returned.refusal && { code: returned.refusal.code, facts } }}
          sentences={reportRefusals}
          faultText={message => faultText(message, facts, language)}
          language={language}
        />
        <Confirmed done={done} report={report} today={today} language={language} />
        {report.returned ? (
          <Note tone="red" title={t('returnedTitle')}>
            {report.returned.reason === 'other' ? null : t(report.returned.reason)} {report.returned.note}
          </Note>
        ) : null}
        <Panel title={t('figures')} id="siffror">
          <ReportFigures
            report={report}
            language={language}
            today={today}
            editing={editing}
            values={actionData?.values}
            faults={faults}
          />
          {editing ? null : <Send report={report} language={language} />}
          {report.allowed.includes('report.approve') ? (
            <ReportJudgement report={report} language={language} values={actionData?.values} faults={faults} />
          ) : null}
        </Panel>
        <Split shape="wide-first">
          <Panel>
            <ReportCommitment report={report} language={language} today={today} />
          </Panel>
          <Contacts report={report} language={language} />
        </Split>
        <Panel title={t('history')}>
          <History lines={report.history} sentences={followupEvents} language={language} today={today} />
        </Panel>
      </Stack>
    </Page>
  )
}

type Part = { readonly report: ReportPage; readonly language: Language; readonly today: Day }

function titleOf(report: ReportPage, language: Language): string {
  const t = texts(language)
  const { supplier } = report
  if (report.state === 'approved') return t('titleApproved')
  if (report.allowed.includes('report.submit')) return t(report.state === 'returned' ? 'titleMend' : 'titleCheck')
  if (report.state === 'submitted')
    return report.allowed.includes('report.approve') ? t('titleJudge', { supplier }) : t('titleSent')
  return report.state === 'returned' ? t('titleBack', { supplier }) : t('titleMissing')
}

function ledeOf(report: ReportPage, today: Day, language: Language): string {
  const t = texts(language)
  const due = formatDay(report.period.due, language, today)
  if (report.state === 'approved') return t('ledeApproved')
  if (report.allowed.includes('report.submit')) return t(report.state === 'returned' ? 'ledeMend' : 'ledeCheck')
  if (report.state === 'submitted')
    return report.allowed.includes('report.approve')
      ? t('ledeJudge')
      : t('ledeSent', { day: formatDay(addDays(report.sentOn ?? today, daysToAnswer), language, today) })
  return t(report.period.due < today ? 'ledeMissing' : 'ledeWaiting', { day: due })
}

/** The one primary action of the supplier. With impossible figures they are listed here before anybody tries. */
function Send({ report, language }: Pick<Part, 'report' | 'language'>): ReactNode {
  if (!report.allowed.includes('report.submit')) {
    return report.receiptNumber ? (
      <p className="ff-soft fu-receipt">
        {texts(language)('receiptNumber')} {report.receiptNumber}
      </p>
    ) : null
  }
  const t = texts(language)
  return (
    <form method="post" className="fu-send">
      <FormKey version={report.version} intent="submit" />
      <input type="hidden" name="basis" value={report.basis} />
      {report.faults.length > 0 ? (
        <ErrorSummary
          id="omojliga"
          title={t('faultsBefore')}
          errors={report.faults.map(fault => ({
            field: fault.field,
            text: faultText(fault.code, inWords(fault.facts, report.period.to, language), language) ?? fault.code,
          }))}
        />
      ) : null}
      <Button variant={report.faults.length > 0 ? 'ghost' : 'primary'}>{t('send')}</Button>
      <p className="ff-soft">{t('sendNote')}</p>
    </form>
  )
}
