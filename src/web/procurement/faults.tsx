import type { ReactElement } from 'react'
import { type Step, steps } from '#domain/procurement'
import { type Day, isDay } from '#kernel'
import { FormFaults, formatDay, type Language, type Returned } from '#shell'
import { procurementRefusals } from './refusals.ts'
import { wordFor } from './words.ts'

type Props = {
  readonly returned: Returned | undefined
  readonly faultText: (message: string) => string | undefined
  readonly today: Day
  readonly language: Language
}

/** What is wrong with a form of a procurement, with days and steps in the reader's words. */
export function Faults({ returned, faultText, today, language }: Props): ReactElement {
  const refusal = returned?.refusal && {
    code: returned.refusal.code,
    facts: Object.fromEntries(
      Object.entries(returned.refusal.facts).map(([name, fact]) => [name, inWords(fact, today, language)]),
    ),
  }
  return (
    <FormFaults
      returned={returned && { ...returned, refusal }}
      sentences={procurementRefusals}
      faultText={faultText}
      language={language}
    />
  )
}

function inWords(fact: string | number, today: Day, language: Language): string | number {
  if (isDay(fact)) return formatDay(fact, language, today)
  return (steps as readonly unknown[]).includes(fact) ? wordFor(fact as Step, language) : fact
}

/** What was typed in a field, or what it began with. */
export function typed(returned: Returned | undefined, name: string, began: string | number | undefined): string {
  const value = returned?.values[name]
  return String((Array.isArray(value) ? value[0] : value) ?? began ?? '')
}
