import type { ReactElement } from 'react'
import { type Day, isDay } from '#kernel'
import { FormFaults, formatDay, type Language, type RefusalSentences, type Returned } from '#shell'
import { faultText } from './texts.ts'

type Props = {
  readonly returned: Returned | undefined
  readonly sentences: RefusalSentences
  /** Sentences of faults that are the page's own. */
  readonly own?: (message: string) => string | undefined
  readonly language: Language
  readonly today: Day
}

/** Everything that is wrong with a form, with days as people say them. */
export function CaseFaults({ returned, sentences, own, language, today }: Props): ReactElement {
  const refusal = returned?.refusal && {
    ...returned.refusal,
    facts: Object.fromEntries(
      Object.entries(returned.refusal.facts).map(([name, value]) => [
        name,
        isDay(value) ? formatDay(value, language, today) : value,
      ]),
    ),
  }
  return (
    <FormFaults
      returned={returned && { ...returned, faults: perField(returned.faults), ...(refusal ? { refusal } : {}) }}
      sentences={sentences}
      faultText={message => own?.(message) ?? faultText(message, language)}
      language={language}
    />
  )
}

/** One fault for a field, though it may stand several times in the form: `person.3` is about `person`. */
function perField(faults: Returned['faults']): Returned['faults'] {
  const fields = faults.map(fault => ({ ...fault, field: fault.field.split('.')[0] ?? '' }))
  return fields.filter((fault, index) => fields.findIndex(one => one.field === fault.field) === index)
}
