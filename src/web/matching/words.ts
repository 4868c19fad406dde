import type { CaseHead, Grid, HiddenReason, LineCell, ShownPermission } from '#domain/matching'
import type { Day } from '#kernel'
import { formatDay, formatDayShort, type Language, listed } from '#shell'
import type { Tone } from '#ui'
import { texts } from './texts.ts'

export type Said = { readonly text: string; readonly tone: Tone }

/** Where a permission stands, for the matching side. A "no" and a withdrawal are not told apart from "missing" in the grid (P-M8). */
export function permissionInGrid(
  permission: ShownPermission,
  hasEmployer: boolean,
  language: Language,
  today: Day,
): Said {
  const t = texts(language)
  if (!hasEmployer) return { text: t('permissionNone'), tone: 'plain' }
  if (permission.state === 'in_force')
    return { text: t('permissionTo', { day: formatDay(permission.validTo, language, today) }), tone: 'pine' }
  if (permission.state === 'asked')
    return { text: t('permissionAsked', { day: formatDayShort(permission.askedOn) }), tone: 'sun' }
  return { text: t('permissionMissing'), tone: 'sun' }
}

/** The same on the shortlist, where the one who asks must know whether there was an answer. */
export function permissionInFull(
  permission: ShownPermission,
  hasEmployer: boolean,
  language: Language,
  today: Day,
): Said {
  const t = texts(language)
  switch (permission.state) {
    case 'declined':
      return { text: t('permissionDeclined'), tone: 'plain' }
    case 'withdrawn':
      return { text: t('permissionWithdrawn'), tone: 'plain' }
    case 'ended':
      return { text: t('permissionEnded', { day: formatDay(permission.validTo, language, today) }), tone: 'sun' }
    case 'lapsed':
      return { text: t('permissionLapsed'), tone: 'sun' }
    default:
      return permissionInGrid(permission, hasEmployer, language, today)
  }
}

/** "Städ i Väst · 3 platser · start 16 mars" */
export function kickerOf(head: CaseHead, language: Language, today: Day): string {
  const t = texts(language)
  return t('kicker', {
    who: head.employer?.name ?? head.title,
    places: t('places', { n: head.places }),
    day: formatDay(head.firstDay ?? head.starts, language, today),
  })
}

/** The sentence of who is not shown and why; empty when everybody is. */
export function hiddenText(hidden: Grid['hidden'], language: Language): string {
  const t = texts(language)
  const reasons = hidden.reasons.map(reason => hiddenReason(reason, language))
  return t('hidden', { n: hidden.total, reasons: listed(reasons, language) })
}

function hiddenReason(reason: HiddenReason, language: Language): string {
  const t = texts(language)
  if (reason.code === 'must')
    return t('hiddenMust', { n: reason.count, label: language === 'en' ? reason.labelEn : reason.labelSv })
  return t(reason.code === 'not_ready' ? 'hiddenNotReady' : 'hiddenNotAgreed', { n: reason.count })
}

/** Why a cell stands as it does, in a sentence or two. */
export function whyText({ why, state }: LineCell, language: Language, today: Day): string {
  const t = texts(language)
  const known = { level: why.level ?? '–', asked: why.asked ?? '–' }
  const course = why.way && {
    course: language === 'en' ? why.way.nameEn : why.way.nameSv,
    from: formatDay(why.way.from, language, today),
    day: formatDay(why.way.to, language, today),
  }
  if (why.code === 'nothing_known') return t('nothing_known')
  if (why.code === 'level_unknown') return t('level_unknown', known)
  if (why.code === 'booked' && course) return t('booked', course)
  if (why.code === 'course' && course && why.way)
    return t('course', { ...course, seats: t('seats', { n: why.way.seatsLeft }) })
  const fact = why.code === 'level_below' ? t('level_below', known) : t('lacking')
  if (state !== 'not_met') return fact
  return `${fact} ${course ? t('tooLate', course) : t('noCourse')}`
}
