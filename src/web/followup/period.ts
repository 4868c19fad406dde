import { addDays, type Day } from '#kernel'
import { formatDay, formatMonth, type Language } from '#shell'

/** A period as people say it: "januari–mars 2026" when it is whole months, else "15 december 2025–14 mars 2026". */
export function periodText(from: Day, to: Day, language: Language): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  if (from.endsWith('-01') && addDays(to, 1).endsWith('-01')) {
    if (from.slice(0, 7) === to.slice(0, 7)) return formatMonth(from, language)
    const first = formatMonth(from, language)
    return `${sameYear ? first.replace(/\s*\d{4}$/, '') : first}–${formatMonth(to, language)}`
  }
  return `${sameYear ? formatDay(from, language, to) : formatDay(from, language)}–${formatDay(to, language)}`
}
