import type { ReactElement } from 'react'
import { daysToAnswer, followupAccess, listReports, type ReportLine } from '#domain/followup'
import { addDays, type Day } from '#kernel'
import { formatDay, formatNumber, type Handle, type Language, look, relativeDays, visit } from '#shell'
import { DataTable, EmptyState, Page, Pagination, Panel, Stack, Tag, TaskList } from '#ui'
import type { Route } from './+types/reports'
import { periodText } from './period.ts'
import { texts } from './texts.ts'

export const handle: Handle = { operations: { loader: 'report.list' } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, followupAccess, 'report.list', request)
  const page = Number(new URL(request.url).searchParams.get('sida') ?? 1)
  const list = await look(v, tx => listReports(tx, v.actor, Number.isInteger(page) ? page : 1, v.today))
  return { language: v.language, today: v.today, role: v.actor.role, list, pageTitle: texts(v.language)('reports') }
}

/** The supplier's reports: what waits for the reader first, then all of them (ux.md G5, C11). */
export default function Reports({ loaderData }: Route.ComponentProps): ReactElement {
  const { language, today, role, list } = loaderData
  const t = texts(language)
  const own = role === 'employer'
  const mine = (line: ReportLine): boolean =>
    own ? line.state === 'open' || line.state === 'returned' : role === 'procurer' && line.state === 'submitted'
  const waiting = list.lines.filter(mine)
  const others = list.lines.filter(line => !mine(line))
  return (
    <Page
      title={
        own
          ? t('listOwed', { n: list.counts.owed })
          : role === 'procurer'
            ? t('listToJudge', { n: list.counts.toJudge })
            : t('listAll', { n: list.total })
      }
      lede={t(own ? 'listLedeEmployer' : 'listLedeOthers')}
    >
      <Stack gap="l">
        {waiting.length > 0 ? (
          <Panel title={t('toDo')} id="att-gora">
            <TaskList label={t('toDo')} tasks={waiting.map(line => taskOf(line, own, today, language))} />
          </Panel>
        ) : null}
        {list.total === 0 ? <EmptyState title={t('nothingYet')} /> : null}
        {list.total > 0 && waiting.length === 0 && (own || role === 'procurer') ? (
          <EmptyState title={t('allDone')} />
        ) : null}
        {others.length > 0 ? <All lines={others} own={own} today={today} language={language} /> : null}
        <Pagination
          label={t('pages')}
          page={list.page}
          pages={list.pages}
          href={page => `?sida=${page}`}
          previous={t('previous')}
          next={t('next')}
        />
      </Stack>
    </Page>
  )
}

function taskOf(line: ReportLine, own: boolean, today: Day, language: Language) {
  const t = texts(language)
  const period = periodText(line.from, line.to, language)
  const due = own || !line.sentOn ? line.due : addDays(line.sentOn, daysToAnswer)
  return {
    key: line.id,
    href: `/rapporter/${line.id}`,
    name: t(own ? (line.state === 'returned' ? 'mend' : 'check') : 'judge', { period }),
    hint: own
      ? t('checkHint', { title: line.title, day: formatDay(line.due, language, today) })
      : t('judgeHint', {
          supplier: line.supplier,
          title: line.title,
          day: formatDay(line.sentOn ?? line.due, language, today),
        }),
    status: <Tag tone={due < today ? 'red' : 'sun'}>{relativeDays(due, today, language)}</Tag>,
  }
}

type AllProps = { lines: readonly ReportLine[]; own: boolean; today: Day; language: Language }

function All({ lines, own, today, language }: AllProps): ReactElement {
  const t = texts(language)
  return (
    <DataTable
      caption={t('others')}
      rows={lines}
      rowKey={line => line.id}
      columns={[
        {
          key: 'period',
          label: t('period'),
          cell: line => <a href={`/rapporter/${line.id}`}>{periodText(line.from, line.to, language)}</a>,
        },
        { key: 'case', label: t('case'), cell: line => `${line.number} ${line.title}` },
        ...(own ? [] : [{ key: 'supplier', label: t('supplier'), cell: (line: ReportLine) => line.supplier }]),
        { key: 'due', label: t('due'), cell: line => formatDay(line.due, language, today) },
        {
          key: 'months',
          label: t('months'),
          numeric: true,
          cell: line => (line.figures ? formatNumber(line.figures.fullTimeMonths / 100, language, 2) : t('none')),
        },
        ...(own
          ? [{ key: 'receipt', label: t('receipt'), cell: (line: ReportLine) => line.receiptNumber ?? t('none') }]
          : []),
        { key: 'state', label: t('state'), cell: line => <StateTag line={line} today={today} language={language} /> },
      ]}
    />
  )
}

/** One of the twelve state words; colour only for what needs somebody. */
export function StateTag({
  line,
  today,
  language,
}: {
  line: Pick<ReportLine, 'state' | 'due'>
  today: Day
  language: Language
}): ReactElement {
  const t = texts(language)
  if (line.state === 'approved') return <Tag>{t('approved')}</Tag>
  if (line.state === 'returned') return <Tag tone="red">{t('returned')}</Tag>
  if (line.state === 'submitted') return <Tag tone="sun">{t('submitted')}</Tag>
  return line.due < today ? <Tag tone="red">{t('late')}</Tag> : <Tag tone="sun">{t('waiting')}</Tag>
}
