import type { ReactElement } from 'react'
import type { FindingGroup } from '#domain/reports'
import type { Day } from '#kernel'
import { formatDay, type Language } from '#shell'
import { Panel } from '#ui'
import { texts } from './texts.ts'

type Props = { readonly groups: readonly FindingGroup[]; readonly language: Language; readonly today: Day }

/** What the nightly check found: one line a kind, with the way to the things themselves (ux.md §4.6). One list, never two. */
export function Wrong({ groups, language, today }: Props): ReactElement {
  const t = texts(language)
  return (
    <Panel title={t('wrong')} id="stammer-inte">
      {groups.length === 0 ? <p className="ff-soft">{t('wrongNone')}</p> : null}
      <ul className="dy-wrong">
        {groups.map(group => (
          <li key={group.kind}>
            <b>{kindText(group, language)}</b>
            <ul>
              {group.items.map(item => (
                <li key={item.id}>
                  <a href={item.href}>{nameOf(item.facts, language)}</a>{' '}
                  <span className="ff-soft">{t('since', { day: formatDay(item.since, language, today) })}</span>
                </li>
              ))}
              {group.n > group.items.length ? (
                <li className="ff-soft">{t('wrongMore', { n: group.n - group.items.length })}</li>
              ) : null}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function kindText({ kind, n }: FindingGroup, language: Language): string {
  const t = texts(language)
  return Object.hasOwn(texts.all.sv ?? {}, kind) ? t(kind as 'report.overdue', { n }) : t('unknownFinding', { n })
}

/** What it is about: a case's title, or a person's number. Names are for the pages that log. */
function nameOf(facts: Readonly<Record<string, string | number>>, language: Language): string {
  const t = texts(language)
  if (facts.person !== undefined) return t('personNumber', { number: facts.person })
  return String((language === 'en' ? facts.titleEn : undefined) ?? facts.title ?? '')
}
