import type { HistoryLine } from '#db'
import { decisionReasons } from '#domain/procurement'
import type { Language } from '#shell'
import { caseTexts } from './case-texts.ts'

/** The history with coded reasons in words. A code that is another capability's is left out rather than shown as a code. */
export function withReasons(lines: readonly HistoryLine[], language: Language): HistoryLine[] {
  return lines.map(line => {
    const code = decisionReasons.find(reason => reason === line.reason)
    if (code !== undefined && line.kind.startsWith('procurement.'))
      return { ...line, reason: caseTexts(language)(`reason_${code}`) }
    return line.reason !== null && /^[a-z]+(_[a-z]+)*$/.test(line.reason) ? { ...line, reason: null } : line
  })
}
