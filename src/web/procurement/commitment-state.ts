import type { CommitmentLine, FulfilmentLine, FulfilmentState } from '#domain/procurement'
import { type Day, isDay, type Role } from '#kernel'
import { formatDay, formatNumber, type Language } from '#shell'
import type { Tone } from '#ui'
import { commitmentTexts } from './commitment-texts.ts'
import { dueBy } from './words.ts'

export const stateTones: Record<FulfilmentState, Tone> = {
  fulfilled: 'plain',
  deemed_fulfilled: 'plain',
  on_course: 'pine',
  short: 'sun',
  late_first_start: 'red',
}

/** Months with at most two decimals, as one says them. */
export function monthsText(months: number, language: Language): string {
  return formatNumber(months, language, 2)
}

/** Whose report is awaited and until when, for the reader. */
export function reportSentence(line: CommitmentLine, role: Role, today: Day, language: Language): string | undefined {
  const t = commitmentTexts(language)
  if (!line.report) return undefined
  const by = dueBy(line.report.due, today, language)
  if (line.report.waitsFor === 'procurer') return t('reportReview', { by })
  return role === 'employer' ? t('reportByYou', { by }) : t('reportBySupplier', { by })
}

/** Why the commitment stands as it does, line by line, from the rule's own explanation. Reasons about one employment say no more than a day. */
export function explained(line: FulfilmentLine, today: Day, language: Language): string | undefined {
  const key = line.code.replaceAll('.', '_')
  const table: Readonly<Record<string, unknown>> = commitmentTexts.all[language === 'en' ? 'en' : 'sv'] ?? {}
  const sentence = table[key]
  if (typeof sentence !== 'string') return undefined
  return sentence.replace(/\{(\w+)\}/g, (_, name) => {
    const fact = line.facts[name]
    if (isDay(fact)) return formatDay(fact, language, today)
    return typeof fact === 'number' ? formatNumber(fact, language, 2) : String(fact ?? '')
  })
}

/** The answer in one sentence (P7), from the same numbers as the bar. */
export function commitmentSummary(
  { fulfilment }: Pick<CommitmentLine, 'fulfilment'>,
  today: Day,
  language: Language,
): string {
  const t = commitmentTexts(language)
  const done = monthsText(fulfilment.deliveredMonths, language)
  const promised = monthsText(fulfilment.committedMonths, language)
  const running = monthsText(fulfilment.runningMonths + fulfilment.agreedMonths, language)
  const lacking = monthsText(fulfilment.lackingMonths, language)
  switch (fulfilment.state) {
    case 'fulfilled':
      return t('sumFulfilled', { done, promised })
    case 'deemed_fulfilled':
      return t('sumDeemed', { done, promised })
    case 'on_course':
      return t('sumOnCourse', { done, promised, running })
    case 'short':
      return t('sumShort', { done, promised, lacking })
    case 'late_first_start':
      return t('sumLate', { done, promised, deadline: formatDay(fulfilment.firstStart.deadline, language, today) })
  }
}
