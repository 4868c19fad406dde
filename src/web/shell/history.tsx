import type { ReactElement } from 'react'
import type { HistoryLine } from '#db'
import { type Day, isDay } from '#kernel'
import { Timeline } from '#ui'
import { formatDay, formatTime } from './format.ts'
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
        what: toldEvent(line, sentences, language, today),
        when: formatTime(new Date(line.at), language, today),
        dateTime: new Date(line.at).toISOString(),
        why: whyOf(line.reason, sentences, language),
      }))}
    />
  )
}

/** An event in words: the holes of its sentence filled, days as people say them. A kind without a sentence is told by its name. */
export function toldEvent(
  event: { readonly kind: string; readonly facts: Readonly<Record<string, unknown>> },
  sentences: EventSentences,
  language: Language,
  today: Day,
): string {
  const sentence = sentences[event.kind]
  if (!sentence) return event.kind
  return sentence[language === 'en' ? 'en' : 'sv'].replace(/\{(\w+)\}/g, (_, name) => {
    const fact = event.facts[name] ?? ''
    return isDay(fact) ? formatDay(fact, language, today) : String(fact)
  })
}

const code = /^(other|[a-z]+(_[a-z]+)+)$/

/** A reason in words: free text as it stands, a code by its capability's own words (`reason.<code>`), and never a bare code. */
function whyOf(reason: string | null, sentences: EventSentences, language: Language): string | undefined {
  if (reason === null || !code.test(reason)) return reason ?? undefined
  return sentences[`reason.${reason}`]?.[language === 'en' ? 'en' : 'sv']
}
