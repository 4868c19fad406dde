import type { ReactElement } from 'react'
import { type Day, isDay } from '#kernel'
import { type Fault, FormFaults, formatDay, type Language, type Returned, type Values } from '#shell'
import { personTexts } from './person-texts.ts'
import { permissionRefusals, personRefusals } from './refusals.ts'

const messages = [
  'choose',
  'choose_answer',
  'choose_case',
  'choose_concept',
  'choose_ground',
  'choose_manner',
  'choose_purpose',
  'choose_status',
  'day_wrong',
  'level_wrong',
] as const

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
      returned={
        returned && { ...returned, refusal, faults: returned.faults.map(fault => placed(fault, returned.values)) }
      }
      sentences={{ ...personRefusals, ...permissionRefusals }}
      faultText={message => {
        const known = messages.find(one => one === message)
        return known && t(known)
      }}
      language={language}
    />
  )
}

/** Fields that stand several times on the page have an id of their own each, which the summary links to. */
function placed(fault: Fault, values: Values): Fault {
  const whose = values.permission ?? values.field
  return typeof whose === 'string' ? { ...fault, field: `${fault.field}-${whose}` } : fault
}

/** What was typed in a field, or what it began with. */
export function typed(returned: Returned | undefined, name: string, began: string | number | null | undefined): string {
  const value = returned?.values[name]
  return String((Array.isArray(value) ? value[0] : value) ?? began ?? '')
}
