import { sayNumber, type Wording } from '#kernel'
import type { Part } from './employment-parameters.ts'

export type ClauseLanguage = 'sv' | 'en'

/** A part of a clause as a supplier reads it. Content of the contract, not of the interface: "ni" is the supplier (employer), "vi" the authority. */
export type ClauseSection = { readonly heading: string; readonly paragraphs: readonly string[] }

/** A section in both languages, written side by side so that they say the same. */
export type BothSection = { readonly heading: Wording; readonly paragraphs: readonly Wording[] }

export function inLanguage(sections: readonly BothSection[], language: ClauseLanguage): ClauseSection[] {
  return sections.map(({ heading, paragraphs }) => ({
    heading: heading[language],
    paragraphs: paragraphs.map(paragraph => paragraph[language]),
  }))
}

/** "every month", "every other month" as people say it. Swedish ordinals end in :a after 1 and 2 (21:a, 22:a), but for 11 and 12. */
export function sayEvery(months: number): Wording {
  if (months === 1) return { sv: 'varje månad', en: 'every month' }
  if (months === 2) return { sv: 'varannan månad', en: 'every 2 months' }
  const ending = [1, 2].includes(months % 10) && ![11, 12].includes(months % 100) ? 'a' : 'e'
  return { sv: `var ${months}:${ending} månad`, en: `every ${months} months` }
}

/** `a, b eller c`. */
export function sayOneOf(items: readonly Wording[]): Wording {
  return joined(items, 'disjunction')
}

/** `a, b och c`. */
export function sayAll(items: readonly Wording[]): Wording {
  return joined(items, 'conjunction')
}

function joined(items: readonly Wording[], type: 'disjunction' | 'conjunction'): Wording {
  return {
    sv: new Intl.ListFormat('sv', { type }).format(items.map(({ sv }) => sv)),
    en: new Intl.ListFormat('en', { type }).format(items.map(({ en }) => en)),
  }
}

/** Hundredths of months as a decimal number without needless noughts: 1250 → 12,5. */
export function sayHundredths(count: number): Wording {
  return sayNumber(count / 100)
}

/** Whole per cent where there is one, else the fraction itself: a rounded limit would be another limit. */
export function sayPart({ numerator, denominator }: Part): Wording {
  const percent = (numerator * 100) / denominator
  if (Number.isInteger(percent)) return { sv: `${percent} %`, en: `${percent}%` }
  return { sv: `${numerator}/${denominator}`, en: `${numerator}/${denominator}` }
}

/** Words of the authority's own as a sentence, with a full stop if they lack one. */
export function asSentence(text: string): string {
  const trimmed = text.trim()
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
