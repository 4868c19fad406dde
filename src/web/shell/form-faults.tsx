import type { ReactElement } from 'react'
import { ErrorSummary } from '#ui'
import type { Returned } from './form.ts'
import type { Language } from './language.ts'
import { shellTexts } from './shell-texts.ts'

/** Sentences of a capability's refusals, with `{holes}` for facts. The page's own `Record` makes the compiler ask for a missing one. */
export type RefusalSentences = Readonly<
  Record<string, { readonly sv: string; readonly en: string; readonly ar?: string }>
>

type Props = {
  readonly returned: Returned | undefined
  readonly sentences: RefusalSentences
  /** The sentence for a fault's message key; undefined when the page does not know it. */
  readonly faultText: (message: string) => string | undefined
  readonly language: Language
}

/** Everything that is wrong with a form, at once and first on the page: the refusal in words, and each field's fault with a link. */
export function FormFaults({ returned, sentences, faultText, language }: Props): ReactElement | null {
  if (!returned) return null
  const t = shellTexts(language)
  const refusal = returned.refusal && { text: refusalText(returned.refusal, sentences, language) }
  const faults = returned.faults.map(fault => ({
    field: fault.field,
    text: faultText(fault.message) ?? t('form_key_missing'),
  }))
  return <ErrorSummary title={t('formTitle')} errors={[...(refusal ? [refusal] : []), ...faults]} />
}

/** A refusal as a sentence. Codes that every form shares are the shell's; the rest are the capability's. */
export function refusalText(
  refusal: NonNullable<Returned['refusal']>,
  sentences: RefusalSentences,
  language: Language,
): string {
  const t = shellTexts(language)
  if (refusal.code === 'form.key_reused') return t('formKeyReused')
  const own = sentences[refusal.code]
  const sentence = own ? ((language === 'ar' ? own.ar : own[language]) ?? own.sv) : t('changedMeanwhile')
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(refusal.facts[name] ?? ''))
}
