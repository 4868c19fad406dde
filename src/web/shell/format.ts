import { type Day, dayOf, daysBetween } from '#kernel'
import { dateFormat, daysFormat, listFormat, nameFormat, numberFormat } from './intl.ts'
import type { Language } from './language.ts'

function format(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
}

/** `6 mars` in the same year as today, else `6 mars 2027`. */
export function formatDay(day: Day, language: Language, today?: Day): string {
  const sameYear = today !== undefined && day.slice(0, 4) === today.slice(0, 4)
  return format(
    day,
    language,
    sameYear ? { day: 'numeric', month: 'long' } : { day: 'numeric', month: 'long', year: 'numeric' },
  )
}

/** `tisdag 3 mars 2026` */
export function formatDayLong(day: Day, language: Language): string {
  return format(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** `14/3`, for cells of a grid. */
export function formatDayShort(day: Day): string {
  return `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`
}

/** `mars 2026` */
export function formatMonth(day: Day, language: Language): string {
  return format(day, language, { month: 'long', year: 'numeric' })
}

/** `i dag kl. 09.12`, `27 februari kl. 14.03` */
export function formatTime(at: Date, language: Language, today: Day): string {
  const day = dayOf(at)
  const clock = dateFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Stockholm',
  }).format(at)
  const word = { sv: ['i dag', 'i går'], en: ['today', 'yesterday'], ar: ['اليوم', 'أمس'] }[language]
  const ago = daysBetween(day, today)
  const when = ago === 0 ? word[0] : ago === 1 ? word[1] : formatDay(day, language, today)
  return language === 'sv' ? `${when} kl. ${clock.replace(':', '.')}` : `${when} ${clock}`
}

/** `4 dagar kvar`, `i dag`, `3 dagar sent`. */
export function relativeDays(day: Day, today: Day, language: Language): string {
  const left = daysBetween(today, day)
  const n = Math.abs(left)
  if (language === 'en')
    return left === 0
      ? 'today'
      : left > 0
        ? `${n} ${n === 1 ? 'day' : 'days'} left`
        : `${n} ${n === 1 ? 'day' : 'days'} late`
  if (language === 'ar') return daysFormat('ar', { numeric: 'auto' }).format(left, 'day')
  return left === 0
    ? 'i dag'
    : left > 0
      ? `${n} ${n === 1 ? 'dag' : 'dagar'} kvar`
      : `${n} ${n === 1 ? 'dag' : 'dagar'} sent`
}

export function formatNumber(value: number, language: Language, digits = 0): string {
  return numberFormat(language, { minimumFractionDigits: 0, maximumFractionDigits: digits }).format(value)
}

/** `23,2 %` */
export function formatPercent(share: number, language: Language, digits = 0): string {
  return numberFormat(language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share)
}

/** With its sign and one decimal: `+1,4`, `−0,2`. */
export function formatSigned(value: number, language: Language): string {
  const rounded = Math.round(value * 10) / 10
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : ''
  return `${sign}${numberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(Math.abs(rounded))}`
}

/** Parts of a sentence as people list them: `Angered, Centrum och Lundby`. */
export function listed(parts: readonly string[], language: Language): string {
  return listFormat(language, { type: 'conjunction' }).format(parts)
}

/** `tigrinska`, `Tigrinya`: the name of a language in the reader's; the code itself when it has no name. */
export function languageName(code: string, language: Language): string {
  try {
    return nameFormat(language, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
