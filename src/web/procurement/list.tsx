import type { ReactElement } from 'react'
import { type CaseFilter, type CaseLine, listCases, procurementAccess, steps } from '#domain/procurement'
import { daysBetween, holdsRole, type Role } from '#kernel'
import { formatDay, type Handle, type Language, look, relativeDays, visit } from '#shell'
import {
  ButtonLink,
  DataTable,
  EmptyState,
  type FilterChip,
  FilterForm,
  HiddenKey,
  Page,
  Pagination,
  Select,
  Stack,
  Tabs,
  TextInput,
} from '#ui'
import type { Route } from './+types/list'
import { filterHref, path, readFilter } from './case-filter.ts'
import { MiniSteps } from './mini-steps.tsx'
import { texts } from './texts.ts'
import { TurnTag } from './turn-tag.tsx'
import { soon, wordFor, words } from './words.ts'

export const handle: Handle = { operations: { loader: 'procurement.list' } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, procurementAccess, 'procurement.list', request)
  const filter = readFilter(new URL(request.url).searchParams)
  const list = await look(v, tx => listCases(tx, v.actor, filter, v.today))
  return {
    list,
    filter,
    role: v.actor.role,
    mayOpen: holdsRole(procurementAccess, 'procurement.open', v.actor),
    language: v.language,
    today: v.today,
    pageTitle: texts(v.language)('pageTitle'),
  }
}

export default function Procurements({ loaderData }: Route.ComponentProps): ReactElement {
  const { list, filter, role, mayOpen, language } = loaderData
  const t = texts(language)
  const w = words(language)
  return (
    <Page
      title={t('title', { open: list.counts.open, late: list.counts.late })}
      actions={
        mayOpen ? (
          <>
            <ButtonLink href="/annonser" variant="ghost">
              {t('readNotice')}
            </ButtonLink>
            <ButtonLink href="/upphandlingar/ny">{t('open')}</ButtonLink>
          </>
        ) : undefined
      }
    >
      <Stack gap="m">
        <Views filter={filter} counts={list.counts} language={language} />
        <Filters filter={filter} total={list.total} role={role} language={language} />
        <Cases {...loaderData} />
        <Pagination
          label={w('pages')}
          page={list.page}
          pages={list.pages}
          href={page => filterHref({ ...filter, page })}
          previous={w('previous')}
          next={w('next')}
          summary={t('pageOf', { page: list.page, pages: list.pages })}
        />
      </Stack>
    </Page>
  )
}

type Loaded = Route.ComponentProps['loaderData']

function Views(props: { filter: CaseFilter; counts: Loaded['list']['counts']; language: Language }): ReactElement {
  const { filter, counts, language } = props
  const t = texts(language)
  const at = filter.late ? 'late' : filter.state
  const view = (state: CaseFilter['state'], late: boolean) => filterHref({ ...filter, state, late, page: 1 })
  const all = counts.open + counts.closed + counts.cancelled
  return (
    <Tabs
      label={t('views')}
      tabs={[
        { href: view('open', false), label: t('viewOpen'), count: counts.open, current: at === 'open' },
        { href: view('open', true), label: t('viewLate'), count: counts.late, current: at === 'late' },
        { href: view('closed', false), label: t('viewClosed'), count: counts.closed, current: at === 'closed' },
        ...(counts.cancelled > 0
          ? [
              {
                href: view('cancelled', false),
                label: t('viewCancelled'),
                count: counts.cancelled,
                current: at === 'cancelled',
              },
            ]
          : []),
        { href: view('all', false), label: t('viewAll'), count: all, current: at === 'all' },
      ]}
    />
  )
}

function Filters(props: { filter: CaseFilter; total: number; role: Role; language: Language }): ReactElement {
  const { filter, total, role, language } = props
  const t = texts(language)
  const without = (over: Partial<CaseFilter>): string => filterHref({ ...filter, ...over, page: 1 })
  const removeLabel = t('remove')
  const chips: FilterChip[] = [
    ...(filter.search.trim() === ''
      ? []
      : [{ key: 'search', label: `”${filter.search.trim()}”`, removeHref: without({ search: '' }), removeLabel }]),
    ...(filter.step
      ? [{ key: 'step', label: wordFor(filter.step, language), removeHref: without({ step: undefined }), removeLabel }]
      : []),
    ...(filter.whose === 'mine'
      ? [{ key: 'mine', label: t('mine'), removeHref: without({ whose: 'all' }), removeLabel }]
      : []),
  ]
  const view = filter.late ? 'late' : filter.state
  return (
    <FilterForm
      label={t('filter')}
      action={path}
      submitLabel={t('apply')}
      chips={chips}
      clear={{ href: without({ search: '', step: undefined, whose: 'all' }), label: t('clear') }}
      count={t('count', { n: total })}
    >
      {view === 'open' ? null : <HiddenKey name="urval" value={view} />}
      <TextInput
        name="sok"
        type="search"
        label={t('search')}
        defaultValue={filter.search}
        maxLength={100}
        width="medium"
      />
      <Select
        name="steg"
        label={t('step')}
        placeholder={t('anyStep')}
        defaultValue={filter.step ?? ''}
        options={steps.map(step => ({ value: step, label: wordFor(step, language) }))}
        width="short"
      />
      {role === 'procurer' ? (
        <Select
          name="vems"
          label={t('whose')}
          defaultValue={filter.whose === 'mine' ? 'mina' : ''}
          options={[
            { value: '', label: t('wholeAuthority') },
            { value: 'mina', label: t('mine') },
          ]}
          width="short"
        />
      ) : null}
    </FilterForm>
  )
}

function Cases({ list, filter, role, mayOpen, language, today }: Loaded): ReactElement {
  const t = texts(language)
  const w = words(language)
  return (
    <DataTable<CaseLine>
      caption={t('caption')}
      captionHidden
      rows={list.lines}
      rowKey={line => line.id}
      empty={<Nothing list={list} filter={filter} mayOpen={mayOpen} language={language} />}
      columns={[
        {
          key: 'title',
          label: t('procurement'),
          cell: line => (
            <>
              <a href={`/upphandlingar/${line.id}`}>{line.title}</a>
              <span className="pr-under">
                {[
                  line.number,
                  ...(role === 'procurer' ? [] : [line.authority]),
                  ...(line.places > 0 ? [w('places', { n: line.places })] : []),
                ].join(' · ')}
              </span>
            </>
          ),
        },
        {
          key: 'step',
          label: t('stepNow'),
          cell: line => (
            <MiniSteps step={line.step} ended={line.state !== 'open'} late={line.turn.late} language={language} />
          ),
        },
        {
          key: 'turn',
          label: t('turn'),
          cell: line => (
            <div>
              <TurnTag turn={line.turn} role={role} language={language} />
              {line.turn.code === 'closed' || line.turn.code === 'cancelled' ? null : (
                <span className="pr-under">{wordFor(line.turn.code, language)}</span>
              )}
            </div>
          ),
        },
        {
          key: 'next',
          label: t('next'),
          cell: line =>
            line.turn.due ? (
              <div>
                {formatDay(line.turn.due, language, today)}
                {daysBetween(today, line.turn.due) > soon ? null : (
                  <span className="pr-under">{relativeDays(line.turn.due, today, language)}</span>
                )}
              </div>
            ) : (
              '–'
            ),
        },
        { key: 'start', label: t('start'), cell: line => formatDay(line.contractStart, language, today) },
      ]}
    />
  )
}

/** Nothing yet, nothing for this filter, or nothing late: three texts (ux.md §4.9). */
function Nothing(props: Pick<Loaded, 'list' | 'filter' | 'mayOpen' | 'language'>): ReactElement {
  const { list, filter, mayOpen, language } = props
  const t = texts(language)
  const { open, closed, cancelled } = list.counts
  if (open + closed + cancelled === 0) {
    const begin = <ButtonLink href="/upphandlingar/ny">{t('open')}</ButtonLink>
    return (
      <EmptyState title={t('emptyNone')} action={mayOpen ? begin : undefined}>
        {mayOpen ? t('emptyNoneHint') : undefined}
      </EmptyState>
    )
  }
  if (filter.late && filter.search === '' && !filter.step) return <EmptyState title={t('emptyLate')} />
  return <EmptyState title={t('emptyFilter')}>{t('emptyFilterHint')}</EmptyState>
}
