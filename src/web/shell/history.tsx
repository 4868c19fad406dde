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
        why: whyOf(line.reason, sentences, language),
      }))}
    />
  )
}

function sentenceOf(line: HistoryLine, sentences: EventSentences, language: Language): string {
  const sentence = sentences[line.kind]
  if (!sentence) return line.kind
  return sentence[language === 'en' ? 'en' : 'sv'].replace(/\{(\w+)\}/g, (_, name) => String(line.facts[name] ?? ''))
}

const code = /^(other|[a-z]+(_[a-z]+)+)$/

/** A reason in words: free text as it stands, a code by its capability's own words (`reason.<code>`), and never a bare code. */
function whyOf(reason: string | null, sentences: EventSentences, language: Language): string | undefined {
  if (reason === null || !code.test(reason)) return reason ?? undefined
  return sentences[`reason.${reason}`]?.[language === 'en' ? 'en' : 'sv']
}
