import type { Wording } from './rule.ts'

/** A number as it is written in each language, at most two decimals: `1 250,5` and `1,250.5`. Spaces do not break. */
export function sayNumber(value: number): Wording {
  const digits = { maximumFractionDigits: 2 }
  return { sv: value.toLocaleString('sv-SE', digits).replaceAll('−', '-'), en: value.toLocaleString('en-GB', digits) }
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
