import type { ReactElement, ReactNode } from 'react'
import { Button, Details, FormBody, Page, TextInput } from '#ui'
import type { Language } from '../language.ts'
import { codeTexts } from './code-texts.ts'

type Props = {
  readonly picture: string
  /** The secret as text, in groups of four. */
  readonly secret: string
  readonly language: Language
  readonly faults: ReactNode
}

/** Taking an app for codes into use: a picture to point a camera at, the same as text, and the first code. */
export function Enrolment({ picture, secret, language, faults }: Props): ReactElement {
  const t = codeTexts(language)
  return (
    <Page title={t('enrolTitle')} lede={t('enrolLede')} width="text">
      {faults}
      <section className="sh-enrol" aria-labelledby="skanna">
        <h2 id="skanna">{t('scan')}</h2>
        <img className="sh-qr" src={picture} alt={t('scanAlt')} width="200" height="200" />
        <Details summary={t('typeKey')}>
          <p className="sh-key">
            <code translate="no">{secret}</code>
          </p>
        </Details>
      </section>
      <form method="post">
        <FormBody>
          <TextInput
            name="kod"
            label={t('thenCode')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            width="short"
            required
          />
          <div>
            <Button>{t('enrol')}</Button>
          </div>
        </FormBody>
      </form>
    </Page>
  )
}
