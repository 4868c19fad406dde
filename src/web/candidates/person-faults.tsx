import type { ReactElement } from 'react'
import { type Day, isDay } from '#kernel'
import { FormFaults, formatDay, type Language, type Returned } from '#shell'
import { personTexts } from './person-texts.ts'
import { permissionRefusals, personRefusals } from './refusals.ts'

const messages = ['choose', 'choose_case', 'choose_concept', 'day_wrong', 'level_wrong'] as const

type Props = { readonly returned: Returned | undefined; readonly language: Language; readonly today: Day }

/** What is wrong with a form about a person, with days in the reader's words. */
export function PersonFaults({ returned, language, today }: Props): ReactElement {
  const t = personTexts(language)
  const refusal = returned?.refusal && {
    code: returned.refusal.code,
    facts: Object.fromEntries(
      Object.entries(returned.refusal.facts).map(([name, fact]) => [
        name,
        isDay(fact) ? formatDay(fact, language, today) : fact,
      ]),
    ),
  }
  return (
    <FormFaults
      returned={returned && { ...returned, refusal }}
      sentences={{ ...personRefusals, ...permissionRefusals }}
      faultText={message => {
        const known = messages.find(one => one === message)
        return known && t(known)
      }}
      language={language}
    />
  )
}

/** What was typed in a field, or what it began with. */
export function typed(returned: Returned | undefined, name: string, began: string | number | null | undefined): string {
  const value = returned?.values[name]
  return String((Array.isArray(value) ? value[0] : value) ?? began ?? '')
}
