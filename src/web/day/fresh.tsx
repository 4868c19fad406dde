import type { ReactElement } from 'react'
import type { NewsLine } from '#domain/reports'
import { addDays, type Day } from '#kernel'
import { formatDay, formatTime, type Language, toldEvent } from '#shell'
import { Panel } from '#ui'
import { eventSentences } from '../events.ts'
import { texts } from './texts.ts'

type Props = { readonly lines: readonly NewsLine[]; readonly language: Language; readonly today: Day }

/** What others have done the last week in what concerns the reader. */
export function Fresh({ lines, language, today }: Props): ReactElement {
  const t = texts(language)
  return (
    <Panel title={t('news', { day: formatDay(addDays(today, -7), language, today) })} id="nytt">
      {lines.length === 0 ? <p className="ff-soft">{t('newsNone')}</p> : null}
      <ul className="dy-news">
        {lines.map(line => (
          <li key={line.id}>
            {line.actorName || t(line.role === 'participant' ? 'participant' : 'system')}{' '}
            {toldEvent(line, eventSentences, language, today)}
            {line.times > 1 ? ` (${t('times', { n: line.times })})` : ''}
            <span className="ff-soft dy-about">
              {line.about === '' ? null : (
                <>
                  <a href={line.href}>
                    {line.href.startsWith('/personer/') ? t('personNumber', { number: line.about }) : line.about}
                  </a>
                  {' · '}
                </>
              )}
              {formatTime(new Date(line.at), language, today)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
