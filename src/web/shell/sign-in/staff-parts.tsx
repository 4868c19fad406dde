import type { ReactElement } from 'react'
import { Button, Details, FormBody, Note, Panel, Radios, Stack, TextInput } from '#ui'
import { FormKey } from '../form-key.tsx'
import type { Language } from '../language.ts'
import { accountTexts } from './account-texts.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

/** What an action on the account page gave back: codes or a key, shown once, or what was wrong. */
type Returned =
  | { readonly codes: readonly string[] }
  | { readonly recovery: 'tooMany' | 'appCodeWrong' }
  | { readonly newToken: string; readonly name: string }
  | { readonly token: 'programNameMissing' | 'notAllowed' }
  | undefined

type Props = { readonly language: Language; readonly returned: Returned }

/** How many recovery codes are left, and ten new ones against a code from the app. */
export function Recovery({ left, language, returned }: Props & { left: number }): ReactElement {
  const t = accountTexts(language)
  const fault = returned && 'recovery' in returned ? t(returned.recovery) : undefined
  if (returned && 'codes' in returned) {
    return (
      <Panel title={t('newCodes')} tone="pine" id="reservkoder">
        <p role="status">{t('newCodesText')}</p>
        <RecoveryCodes codes={returned.codes} label={t('newCodes')} />
      </Panel>
    )
  }
  return (
    <Panel title={t('recovery')} id="reservkoder" aside={<a href="/logga-in/lank?ny">{t('newPassword')}</a>}>
      <p>{t('recoveryLeft', { n: left })}</p>
      <Details summary={t('renew')} open={fault !== undefined || left < 3}>
        <form method="post">
          <FormBody>
            <p className="ff-soft">{t('recoveryText')}</p>
            <FormKey intent="recovery" />
            <TextInput
              name="kod"
              label={t('appCode')}
              hint={t('appCodeHint')}
              error={fault}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={9}
              width="short"
              required
            />
            <div>
              <Button variant="ghost">{t('renew')}</Button>
            </div>
          </FormBody>
        </form>
      </Details>
    </Panel>
  )
}

/** Keys for programs that act as oneself. A key is shown once. */
export function Programs({ language, returned }: Props): ReactElement {
  const t = accountTexts(language)
  const fault = returned && 'token' in returned ? returned.token : undefined
  return (
    <Panel title={t('programs')} id="program">
      <Stack gap="m">
        {returned && 'newToken' in returned ? (
          <Note tone="pine" role="status" title={t('newToken', { name: returned.name })}>
            {t('newTokenText')}
            <code className="sh-key" translate="no">
              {returned.newToken}
            </code>
          </Note>
        ) : null}
        {fault === 'notAllowed' ? (
          <Note tone="red" role="alert">
            {t(fault)}
          </Note>
        ) : null}
        <p className="ff-soft">{t('programsText')}</p>
        <Details summary={t('createToken')} open={fault !== undefined}>
          <form method="post">
            <FormBody>
              <FormKey intent="token" />
              <TextInput
                name="namn"
                label={t('programName')}
                error={fault === 'programNameMissing' ? t(fault) : undefined}
                maxLength={80}
                width="medium"
                required
              />
              <Radios
                name="dagar"
                label={t('days')}
                options={[
                  { value: '30', label: t('month') },
                  { value: '90', label: t('quarter') },
                  { value: '365', label: t('year') },
                ]}
                defaultValue="90"
                layout="inline"
              />
              <div>
                <Button variant="ghost">{t('createToken')}</Button>
              </div>
            </FormBody>
          </form>
        </Details>
      </Stack>
    </Panel>
  )
}
