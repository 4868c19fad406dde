import type { ReactElement } from 'react'
import { type Language, type Returned, refusalText, shellTexts } from '#shell'
import { Note } from '#ui'
import { participantRefusals } from './refusals.ts'

type Props = {
  readonly returned: Returned | undefined
  readonly language: Language
  /** The sentence for something left out; without one, the form is asked to be sent again. */
  readonly fault?: string
}

/** Why an answer was not taken, in one or two sentences. */
export function Notice({ returned, language, fault }: Props): ReactElement | null {
  if (!returned) return null
  const missing = returned.faults.every(one => one.field !== 'form_key') && fault !== undefined
  const text = returned.refusal
    ? refusalText(returned.refusal, participantRefusals, language)
    : missing
      ? fault
      : shellTexts(language)('form_key_missing')
  return (
    <Note tone="sun" role="alert" id="besked">
      {text}
    </Note>
  )
}
