import type { HistoryLine } from '#db'
import { personStatuses } from '#domain/candidates'
import type { Language } from '#shell'
import { statusWord } from './words.ts'

/** What somebody else has taken down for the person is told as such: it was the person who answered. */
export const toldSentences: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  'permission.given_for': { sv: 'antecknade att personen sa ja', en: 'took down that the person said yes' },
  'permission.declined_for': { sv: 'antecknade att personen sa nej', en: 'took down that the person said no' },
  'permission.withdrawn_for': {
    sv: 'antecknade att personen tog tillbaka medgivandet',
    en: 'took down that the person took the permission back',
  },
}

/** The lines with codes turned into words, ready for the sentences. */
export function toldHistory(lines: readonly HistoryLine[], language: Language): HistoryLine[] {
  const word = (fact: HistoryLine['facts'][string] | undefined): string => {
    const status = personStatuses.find(one => one === fact)
    return status ? statusWord(status, language).toLowerCase() : String(fact ?? '')
  }
  return lines.map(line => ({
    ...line,
    kind: line.onBehalfOf === 'participant' ? `${line.kind}_for` : line.kind,
    facts: line.kind === 'person.status_noted' ? { ...line.facts, to: word(line.facts.to) } : line.facts,
  }))
}
