import type { ReactElement, ReactNode } from 'react'
import type { EmploymentSignal, FieldRead, NoticeLot, NotUnderstood, StoredNotice } from '#domain/procurement'
import type { Language } from '#shell'
import { DataTable, Details, Panel, Stack, Tag } from '#ui'
import { noticeCode, noticeTexts } from './notice-texts.ts'

type Label = { readonly sv: string; readonly en: string }

export function labelOf(label: Label, language: Language): string {
  return language === 'en' ? label.en : label.sv
}

/** `BT-21-Lot` → `BT-21`: the number that the guides use. */
export function shortField(field: string): string {
  return /^(?:BT|OPP|OPT)-\d+/.exec(field)?.[0] ?? field
}

type Props = { readonly lot: NoticeLot; readonly reading: StoredNotice; readonly language: Language }

/** Why this lot may be about work for people far from the labour market: each sign with its field, in words (domain.md §7.5). */
export function Signs({ lot, reading, language }: Props): ReactElement {
  const t = noticeTexts(language)
  return (
    <Panel title={t('signs')} id="tecken">
      {lot.signals.length === 0 ? <p>{t('noSigns')}</p> : null}
      <ul className="pr-signs">
        {lot.signals.map(signal => (
          <li key={`${signal.field} ${signal.value}`}>
            <Tag tone={signal.strength === 'clear' ? 'pine' : 'plain'}>{t(signal.strength)}</Tag>
            <div>
              <p>
                <b>{noticeCode(signal.why[0] ?? '', language)}</b>{' '}
                {signal.why.slice(1).map(why => `${noticeCode(why, language) ?? ''} `)}
              </p>
              <Said signal={signal} reading={reading} lot={lot} language={language} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What the notice itself says: a code with its meaning, or the text with the recognised words marked. */
function Said({ signal, reading, lot, language }: Props & { signal: EmploymentSignal }): ReactElement {
  const t = noticeTexts(language)
  const known = [...lot.read, ...reading.read].find(one => shortField(one.field) === signal.field)
  const label = `${known ? `${labelOf(known.label, language)}, ` : ''}${signal.field}`
  if (signal.words.length === 0) {
    const meaning = signal.label ? labelOf(signal.label, language) : signal.value
    return <p className="ff-soft">{t('saysCode', { label, meaning })}</p>
  }
  return (
    <>
      <p className="ff-soft">{t('saysText', { label })}</p>
      <blockquote className="pr-said">{marked(signal.value, signal.words)}</blockquote>
    </>
  )
}

/** The words that were recognised, marked where they stand. */
function marked(text: string, found: readonly string[]): ReactNode[] {
  const longestFirst = found.filter(word => word !== '').toSorted((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return [text]
  const pattern = new RegExp(longestFirst.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'giu')
  const parts: ReactNode[] = []
  let at = 0
  for (const hit of text.matchAll(pattern)) {
    parts.push(text.slice(at, hit.index), <mark key={hit.index}>{hit[0]}</mark>)
    at = hit.index + hit[0].length
  }
  return [...parts, text.slice(at)]
}

/** A long notice leaves many fields over; the first ones tell what kind they are. */
const shownAtOnce = 5

/**
 * What was read and what was not, of the lot and of the whole notice. Fields that the import knows and has no use for are kept
 * apart from those that it did not understand: only the latter may hide something that matters.
 */
export function WhatWasRead({ lot, reading, language }: Props): ReactElement {
  const t = noticeTexts(language)
  const left = [...lot.notUnderstood, ...reading.notUnderstood]
  const unknown = left.filter(one => one.why !== 'not_used')
  const unused = left.filter(one => one.why === 'not_used')
  return (
    <Panel title={t('notUnderstood', { n: unknown.length })} id="inlast">
      <Stack gap="s">
        {unknown.length > 0 ? (
          <>
            <p className="ff-soft">{t('notUnderstoodHint')}</p>
            <LeftoverTable rows={unknown.slice(0, shownAtOnce)} language={language} />
            {unknown.length > shownAtOnce ? (
              <Details summary={t('moreLeft', { n: unknown.length - shownAtOnce })}>
                <LeftoverTable rows={unknown.slice(shownAtOnce)} language={language} />
              </Details>
            ) : null}
          </>
        ) : null}
        {unused.length > 0 ? (
          <Details summary={t('unused', { n: unused.length })}>
            <LeftoverTable rows={unused} language={language} />
          </Details>
        ) : null}
        <Details summary={t('wasRead', { n: lot.read.length })}>
          <ReadTable rows={lot.read} language={language} />
        </Details>
        <Details summary={`${t('wholeNotice')}: ${t('wasRead', { n: reading.read.length })}`}>
          <ReadTable rows={reading.read} language={language} />
        </Details>
      </Stack>
    </Panel>
  )
}

function numbered<Row>(rows: readonly Row[]): (Row & { readonly at: number })[] {
  return rows.map((row, at) => ({ ...row, at }))
}

function ReadTable({ rows, language }: { rows: readonly FieldRead[]; language: Language }): ReactElement {
  const t = noticeTexts(language)
  return (
    <DataTable
      caption={t('wasRead', { n: rows.length })}
      captionHidden
      dense
      rows={numbered(rows)}
      rowKey={row => String(row.at)}
      columns={[
        {
          key: 'field',
          label: t('colField'),
          cell: row => (
            <>
              {labelOf(row.label, language)} <span className="ff-soft">{shortField(row.field)}</span>
            </>
          ),
        },
        { key: 'value', label: t('colValue'), cell: row => row.value },
        { key: 'meaning', label: t('colMeaning'), cell: row => (row.meaning ? labelOf(row.meaning, language) : '') },
      ]}
    />
  )
}

function LeftoverTable({ rows, language }: { rows: readonly NotUnderstood[]; language: Language }): ReactElement {
  const t = noticeTexts(language)
  return (
    <DataTable
      caption={t('notUnderstood', { n: rows.length })}
      captionHidden
      dense
      rows={numbered(rows)}
      rowKey={row => String(row.at)}
      columns={[
        { key: 'field', label: t('colField'), cell: row => labelOf(row.label, language) },
        { key: 'value', label: t('colValue'), cell: row => row.value },
        { key: 'why', label: t('colWhy'), cell: row => t(row.why) },
        {
          key: 'where',
          label: t('colWhere'),
          cell: row => (
            <>
              {t('line', { n: row.line })}
              {row.times > 1 ? `, ${t('times', { n: row.times })}` : ''}
              <span className="pr-under pr-path">{row.path}</span>
            </>
          ),
        },
      ]}
    />
  )
}
