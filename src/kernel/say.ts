import type { Wording } from './rule.ts'

// Made once: a formatter for each call costs a hundred times the formatting.
const swedish = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 4 })
const english = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 })

/** A number as it is written in each language, at most four decimals: `1 250,5` and `1,250.5`. Spaces do not break; Swedish has a real minus sign. */
export function sayNumber(value: number): Wording {
  return { sv: swedish.format(value), en: english.format(value) }
}

/** An amount in kronor: `20 000 kr` and `SEK 20,000`. */
export function sayKronor(kronor: number): Wording {
  const { sv, en } = sayNumber(kronor)
  return { sv: `${sv} kr`, en: `SEK ${en}` }
}

/** A number with its unit, singular at exactly one. */
export function sayCount(count: number, one: Wording, many: Wording): Wording {
  const { sv, en } = sayNumber(count)
  const unit = count === 1 ? one : many
  return { sv: `${sv} ${unit.sv}`, en: `${en} ${unit.en}` }
}

export function sayDays(count: number): Wording {
  return sayCount(count, { sv: 'dag', en: 'day' }, { sv: 'dagar', en: 'days' })
}

export function sayMonths(count: number): Wording {
  return sayCount(count, { sv: 'månad', en: 'month' }, { sv: 'månader', en: 'months' })
}
