import type { Day } from '#kernel'
import { formatDay, formatNumber, type Language } from '#shell'
import { texts } from './texts.ts'

/** Facts as the sentences say them: days in words, months with a comma. */
export function inWords(
  facts: Readonly<Record<string, string | number>>,
  today: Day,
  language: Language,
): Record<string, string | number> {
  const inMonths = new Set(['given', 'most', 'each'])
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (name === 'last') return [name, formatDay(String(fact), language, today)]
      return [name, inMonths.has(name) ? formatNumber(Number(fact) / 100, language, 2) : fact]
    }),
  )
}

const known = new Set([
  'not_whole',
  'not_months',
  'too_long',
  'choose_reason',
  'not_a_count',
  'months_without_people',
  'months_exceed_period',
  'started_exceed_people',
  'ended_exceed_people',
])

/** The sentence of a fault, in a typed field or in a figure; undefined for one that this page does not know. */
export function faultText(
  message: string,
  facts: Readonly<Record<string, string | number>>,
  language: Language,
): string | undefined {
  if (!known.has(message)) return undefined
  const { given = '', most = '', persons = '', started = '', ended = '' } = facts
  // One sentence of those, each with some of the holes; the others are not used.
  return texts(language)(
    message as 'months_exceed_period',
    { given, most, persons, started, ended } as {
      given: string | number
      most: string | number
      persons: string | number
    },
  )
}
