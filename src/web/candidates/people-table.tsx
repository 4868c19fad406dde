import type { ReactElement } from 'react'
import type { People, PersonRow } from '#domain/candidates'
import type { Day } from '#kernel'
import { formatDay, type Language, languageName } from '#shell'
import { type Column, DataTable, EmptyState, PersonChip, Tag } from '#ui'
import { filterHref, type Shown } from './people-filter.ts'
import { texts } from './texts.ts'
import { statusTone, statusWord } from './words.ts'

type Props = {
  readonly people: People
  readonly filter: Shown
  readonly language: Language
  readonly today: Day
}

/** Name, status, days and permission: what is needed to choose whom to open, and no more (GEN-1). */
export function PeopleTable({ people, filter, language, today }: Props): ReactElement {
  const t = texts(language)
  return (
    <DataTable<PersonRow>
      caption={t('caption')}
      captionHidden
      dense
      rows={people.rows}
      rowKey={row => row.id}
      empty={<Nothing filter={filter} language={language} />}
      columns={columnsOf({ filter, language, today })}
    />
  )
}

function columnsOf({ filter, language, today }: Omit<Props, 'people'>): Column<PersonRow>[] {
  const t = texts(language)
  const sort = (order: Shown['order']): NonNullable<Column<PersonRow>['sort']> => ({
    href: filterHref({ ...filter, order, page: 1 }),
    ...(filter.order === order ? { direction: 'ascending' as const } : {}),
  })
  return [
    {
      key: 'person',
      label: t('person'),
      sort: sort('number'),
      cell: row => (
        <>
          <PersonChip name={row.name} number={String(row.number)} href={`/personer/${row.id}`} />
          {row.protected ? <Tag tone="red">{t('protected')}</Tag> : null}
        </>
      ),
    },
    {
      key: 'status',
      label: t('status'),
      cell: row => <Tag tone={statusTone(row.status)}>{statusWord(row.status, language)}</Tag>,
    },
    {
      key: 'waiting',
      label: t('waiting'),
      sort: sort('waiting'),
      cell: row => formatDay(row.waitingSince, language, today),
    },
    {
      key: 'ready',
      label: t('ready'),
      sort: sort('ready'),
      cell: row =>
        row.readyOn ? formatDay(row.readyOn, language, today) : <span className="ff-soft">{t('notYet')}</span>,
    },
    { key: 'language', label: t('language'), cell: row => languageName(row.language, language) },
    {
      key: 'permission',
      label: t('permission'),
      cell: row => <PermissionTag permission={row.permission} language={language} today={today} />,
    },
  ]
}

function PermissionTag(props: { permission: PersonRow['permission']; language: Language; today: Day }): ReactElement {
  const { permission, language, today } = props
  const t = texts(language)
  if (permission.until)
    return <Tag tone="pine">{t('until', { day: formatDay(permission.until, language, today) })}</Tag>
  if (permission.askedOn)
    return <Tag tone="sun">{t('askedOn', { day: formatDay(permission.askedOn, language, today) })}</Tag>
  return <span className="ff-soft">{t('missing')}</span>
}

/** Nothing yet, nothing shared, or nothing for this filter (ux.md §4.9). */
function Nothing({ filter, language }: { filter: Shown; language: Language }): ReactElement {
  const t = texts(language)
  const narrowed =
    filter.status ??
    filter.can ??
    filter.readyBy ??
    filter.number ??
    filter.language ??
    filter.targetGroup ??
    filter.permission
  if (narrowed !== undefined) return <EmptyState title={t('emptyFilter')}>{t('emptyFilterHint')}</EmptyState>
  return <EmptyState title={filter.scope === 'own' ? t('emptyNone') : t('emptyAssigned')} />
}
