import type { ReactElement } from 'react'
import type { HistoryLine } from '#db'
import type { Day } from '#kernel'
import { Timeline } from '#ui'
import { formatTime } from './format.ts'
import type { Language } from './language.ts'
import { shellTexts } from './shell-texts.ts'

/** What happened, in words: `kind → sentence` with `{holes}` filled from the event's facts. Each capability has its own. */
export type EventSentences = Readonly<Record<string, { readonly sv: string; readonly en: string }>>

/** An object's history: who did what, when, why (ux.md §4.8). */
export function History(props: {
  lines: readonly HistoryLine[]
  sentences: EventSentences
  language: Language
  today: Day
}): ReactElement {
  const { lines, sentences, language, today } = props
  const t = shellTexts(language)
  return (
    <Timeline
      label={t('history')}
      events={lines.map(line => ({
        key: line.id,
        who: line.actorName || (line.role === 'participant' ? t('participant') : t('system')),
        what: sentenceOf(line, sentences, language),
        when: formatTime(new Date(line.at), language, today),
        dateTime: new Date(line.at).toISOString(),
        why: line.reason ?? undefined,
      }))}
    />
  )
}

function sentenceOf(line: HistoryLine, sentences: EventSentences, language: Language): string {
  const sentence = sentences[line.kind]
  if (!sentence) return line.kind
  return sentence[language === 'en' ? 'en' : 'sv'].replace(/\{(\w+)\}/g, (_, name) => String(line.facts[name] ?? ''))
}
