import type { ReactElement } from 'react'
import { Checkbox, ErrorSummary } from '#ui'
import type { Language } from '../language.ts'
import { shellTexts } from '../shell-texts.ts'
import { gateTexts } from './gate-texts.ts'
import type { PasswordFault } from './password-rule.ts'

type Plain =
  | 'emailMissing'
  | 'passwordMissing'
  | 'wrong'
  | 'busy'
  | 'codeMissing'
  | 'codeWrong'
  | 'not_same'
  | PasswordFault

/** What is wrong with what was sent. `wait` says for how many minutes. */
export type Complaint =
  | { readonly field?: string; readonly key: Plain }
  | { readonly field?: string; readonly key: 'wait'; readonly minutes: number }

/** A brake's answer as a complaint. */
export const waitFor = (seconds: number): Complaint => ({ key: 'wait', minutes: Math.ceil(seconds / 60) })

/** Everything that is wrong, first on the page. */
export function Complaints(props: { list: readonly Complaint[] | undefined; language: Language }): ReactElement | null {
  const t = gateTexts(props.language)
  const errors = (props.list ?? []).map(complaint => ({
    ...(complaint.field ? { field: complaint.field } : {}),
    text: complaint.key === 'wait' ? t('wait', { n: complaint.minutes }) : t(complaint.key),
  }))
  return errors.length === 0 ? null : <ErrorSummary title={shellTexts(props.language)('formTitle')} errors={errors} />
}

/** Where to go after signing in, carried through the pages. The server follows only paths of our own. */
export function ReturnTo({ to }: { to: string | undefined }): ReactElement | null {
  return to ? <input type="hidden" name="till" value={to} /> : null
}

/** On a borrowed computer the session is short and leaves no cookie behind (trust.md T24). */
export function Borrowed({ language, id }: { language: Language; id?: string }): ReactElement {
  const t = gateTexts(language)
  return <Checkbox id={id} name="lanad" value="ja" label={t('borrowed')} hint={t('borrowedHint')} />
}
