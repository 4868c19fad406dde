import type { ReactElement } from 'react'
import {
  listEmployed,
  type PlacementLine,
  type PlacementState,
  placementAccess,
  type WaitsFor,
} from '#domain/placement'
import type { Day } from '#kernel'
import { formatDay, formatPercent, type Handle, type Language, look, visit } from '#shell'
import { ButtonLink, DataTable, EmptyState, Page, Pagination, Panel, Stack, Tag, TaskList, type Tone } from '#ui'
import type { Route } from './+types/employed'
import { texts } from './texts.ts'

export const handle: Handle = { operations: { loader: 'placement.list' } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, placementAccess, 'placement.list', request)
  const wanted = Number(new URL(request.url).searchParams.get('sida') ?? '1')
  const page = Number.isInteger(wanted) && wanted > 0 && wanted < 10_000 ? wanted : 1
  return {
    ...(await look(v, tx => listEmployed(tx, v.actor, v.today, page))),
    language: v.language,
    today: v.today,
    pageTitle: texts(v.language)('employed'),
  }
}

const mine: readonly WaitsFor[] = ['confirm_start', 'confirm_still']
const tones: Partial<Record<PlacementState, Tone>> = { offered: 'sun', agreed: 'sun', started: 'pine' }

/** The employer's employments: what waits for the employer's word first, then all of them. */
export default function Employed({ loaderData }: Route.ComponentProps): ReactElement {
  const { lines, total, language, today } = loaderData
  const t = texts(language)
  const waiting = lines.filter(line => mine.includes(line.waitsFor))
  return (
    <Page title={t('title', { n: waiting.length })} lede={total > 0 ? t('lede') : undefined}>
      <Stack gap="l">
        {total === 0 ? (
          <EmptyState
            title={t('empty')}
            action={
              <ButtonLink href="/kandidater" variant="ghost">
                {t('toCandidates')}
              </ButtonLink>
            }
          >
            {t('emptyBody')}
          </EmptyState>
        ) : null}
        {waiting.length > 0 ? (
          <Panel>
            <TaskList
              label={t('title', { n: waiting.length })}
              tasks={waiting.map(line => ({
                key: line.id,
                name: `${t(line.waitsFor as 'confirm_start')}: ${nameOf(line, language)}`,
                href: `/anstallda/${line.id}`,
                hint: line.title,
                status: <Tag tone="sun">{dayOfTask(line, language, today)}</Tag>,
              }))}
            />
          </Panel>
        ) : null}
        {total > 0 ? (
          <DataTable
            caption={t('caption')}
            rows={lines}
            rowKey={line => line.id}
            columns={[
              {
                key: 'name',
                label: t('name'),
                cell: line => (
                  <a href={`/anstallda/${line.id}`}>
                    <bdi>{nameOf(line, language)}</bdi>
                  </a>
                ),
              },
              { key: 'contract', label: t('contract'), cell: line => line.title },
              {
                key: 'state',
                label: t('state'),
                cell: line => <Tag tone={tones[line.state] ?? 'plain'}>{t(line.state)}</Tag>,
              },
              {
                key: 'first',
                label: t('first'),
                cell: line => formatDay(line.startedOn ?? line.startsOn, language, today),
              },
              { key: 'rate', label: t('extent'), numeric: true, cell: line => formatPercent(line.rate, language) },
              { key: 'next', label: t('next'), cell: line => nextOf(line, language, today) },
            ]}
          />
        ) : null}
        <Pagination
          label={t('pages')}
          page={loaderData.page}
          pages={loaderData.pages}
          href={page => `/anstallda?sida=${page}`}
          previous={t('previous')}
          next={t('following')}
        />
      </Stack>
    </Page>
  )
}

export function nameOf(line: Pick<PlacementLine, 'name'>, language: Language): string {
  return line.name === '' ? texts(language)('unnamed') : line.name
}

function nextOf(line: PlacementLine, language: Language, today: Day): string {
  const t = texts(language)
  return line.waitsFor === 'first_day'
    ? t('first_day', { day: formatDay(line.startsOn, language, today) })
    : t(line.waitsFor)
}

/** The day from which the task could be done. */
function dayOfTask(line: PlacementLine, language: Language, today: Day): string {
  return formatDay(line.waitsFor === 'confirm_still' ? (line.stillFrom ?? today) : line.startsOn, language, today)
}
