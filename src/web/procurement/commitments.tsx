import type { ReactElement } from 'react'
import { type CommitmentLine, listCommitments, procurementAccess } from '#domain/procurement'
import { type Handle, look, visit } from '#shell'
import { type Column, DataTable, EmptyState, Page, Pagination, Stack, Tag } from '#ui'
import type { Route } from './+types/commitments'
import { monthsText, reportSentence, stateTones } from './commitment-state.ts'
import { commitmentTexts } from './commitment-texts.ts'
import { span, words } from './words.ts'

export const handle: Handle = { operations: { loader: 'commitment.list' } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, procurementAccess, 'commitment.list', request)
  const page = Number(new URL(request.url).searchParams.get('sida') ?? 1)
  const list = await look(v, tx => listCommitments(tx, v.actor, Number.isInteger(page) ? page : 1, v.today))
  return {
    list,
    role: v.actor.role,
    language: v.language,
    today: v.today,
    pageTitle: commitmentTexts(v.language)('crumb'),
  }
}

export default function Commitments({ loaderData }: Route.ComponentProps): ReactElement {
  const { list, role, language } = loaderData
  const t = commitmentTexts(language)
  const w = words(language)
  const yours = role === 'employer'
  const short = list.lines.filter(line => ['short', 'late_first_start'].includes(line.fulfilment.state)).length
  return (
    <Page
      title={
        yours
          ? t('listTitleYours')
          : list.pages > 1
            ? t('listMany', { n: list.total })
            : t('listTitle', { n: list.total, short })
      }
      lede={yours ? t('listLedeYours') : t('listLede')}
    >
      <Stack gap="m">
        <DataTable<CommitmentLine>
          caption={t('caption')}
          captionHidden
          rows={list.lines}
          rowKey={line => line.procurement}
          empty={<EmptyState title={t('empty')} />}
          columns={columnsFor(loaderData)}
        />
        <Pagination
          label={w('pages')}
          page={list.page}
          pages={list.pages}
          href={page => `/ataganden?sida=${page}`}
          previous={w('previous')}
          next={w('next')}
          summary={list.pages > 1 ? t('pageOf', { page: list.page, pages: list.pages }) : undefined}
        />
      </Stack>
    </Page>
  )
}

function columnsFor({ role, language, today }: Route.ComponentProps['loaderData']): Column<CommitmentLine>[] {
  const t = commitmentTexts(language)
  const yours = role === 'employer'
  const months = (value: number) => t('months', { n: monthsText(value, language) })
  return [
    {
      key: 'contract',
      label: t('colContract'),
      cell: line => (
        <>
          <a href={`/ataganden/${line.procurement}`}>{line.title}</a>
          <span className="pr-under">
            {line.number} · {span(line.contractStart, line.contractEnd, today, language)}
          </span>
        </>
      ),
    },
    ...(yours ? [] : [{ key: 'supplier', label: t('colSupplier'), cell: (line: CommitmentLine) => line.supplier }]),
    {
      key: 'promised',
      label: t('colPromised'),
      numeric: true,
      cell: line => months(line.fulfilment.committedMonths),
    },
    { key: 'done', label: t('colDone'), numeric: true, cell: line => months(line.fulfilment.deliveredMonths) },
    {
      key: 'running',
      label: t('colRunning'),
      numeric: true,
      cell: line => months(line.fulfilment.runningMonths + line.fulfilment.agreedMonths),
    },
    { key: 'lacking', label: t('colLacking'), numeric: true, cell: line => months(line.fulfilment.lackingMonths) },
    {
      key: 'state',
      label: t('colState'),
      cell: line => (
        <div>
          <Tag tone={stateTones[line.fulfilment.state]}>{t(line.fulfilment.state)}</Tag>
          {line.report ? (
            <span className="pr-under">
              {t('colReport')} {reportSentence(line, role, today, language)}
            </span>
          ) : null}
        </div>
      ),
    },
  ]
}
