import type { ReactElement } from 'react'
import { data } from 'react-router'
import { finishStep, type Proof, tryStep, viewStep } from '#db'
import { cleanRecoveryCode, matchTotp, newRecoveryCodes, totpAddress } from '#outside/sign-in'
import { Button, ButtonLink, Details, ErrorSummary, FormBody, Page, TextInput } from '#ui'
import { type App, appOf } from '../context.ts'
import { briefCookie, readBrief } from '../cookies.ts'
import type { Handle } from '../handle.ts'
import type { Language } from '../language.ts'
import { startPageOf } from '../navigation.ts'
import { ownPath } from '../own-path.ts'
import { shellTexts } from '../shell-texts.ts'
import type { Route } from './+types/code'
import { beginningFor, begun, isSecure, sessionHeaders } from './begin.ts'
import { codeTexts } from './code-texts.ts'
import { Enrolment } from './enrolment.tsx'
import { fieldsOf } from './fields.ts'
import { qrPicture } from './qr-picture.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { networkHash, recoveryHash, toolsOf } from './tools.ts'

export const handle: Handle = { operations: { loader: 'shell.code_page', actions: { default: 'shell.check_code' } } }

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = appOf(context)
  const { language } = app
  const step = stepOf(app, request)
  const view = step ? await viewStep(app.db, step) : undefined
  const secret = view?.offered && toolsOf(app).keys.unseal('totp', view.offered)
  const t = codeTexts(language)
  return {
    language,
    open: view !== undefined,
    ...(secret && view
      ? { enrol: { picture: await qrPicture(totpAddress(secret, view.email)), secret: inFours(secret) } }
      : {}),
    pageTitle: secret ? t('enrolTitle') : t('title'),
  }
}

/** The second step. A try is counted before it is judged, and a code is good once (ASVS 6.5.1). */
export async function action({ context, request }: Route.ActionArgs) {
  const app = appOf(context)
  const step = stepOf(app, request)
  const { kod } = fieldsOf(await request.formData(), 'kod')
  const view = step ? await viewStep(app.db, step) : undefined
  const tried = step ? await tryStep(app.db, step) : undefined
  if (!step || !view || !tried) return data({ over: true }, { status: 422 })

  const codes = newRecoveryCodes()
  const proof = judge(app, kod, tried, codes)
  const beginning = beginningFor(request)
  const started = proof && (await finishStep(app.db, step, proof, beginning, networkHash(app)))
  if (!started) return data({ wrong: true }, { status: 422 })

  const to = ownPath(new URL(request.url).searchParams.get('till'))
  const options = { borrowed: view.borrowed, to, cookies: [briefCookie('steg', '', isSecure(app))] }
  if (proof.by === 'enrolling') {
    const headers = sessionHeaders(app, started, beginning.token, options)
    return data({ codes, onward: to ?? startPageOf(started.role) }, { headers })
  }
  const next = proof.by === 'recovery' ? '/konto?klart=reservkod#reservkoder' : to
  return begun(app, started, beginning.token, { ...options, to: next })
}

/** What the typed text proves: a code of the app, a first code of an app that is taken into use, or a recovery code. */
function judge(
  app: App,
  typed: string,
  tried: { sealed?: Uint8Array; offered?: Uint8Array },
  codes: readonly string[],
): Proof | undefined {
  const { keys } = toolsOf(app)
  const recovery = cleanRecoveryCode(typed)
  if (recovery && tried.sealed) return { by: 'recovery', hash: recoveryHash(app, recovery) }
  const sealed = tried.sealed ?? tried.offered
  const secret = sealed && keys.unseal('totp', sealed)
  const clockStep = secret && matchTotp(secret, typed, new Date())
  if (!clockStep) return undefined
  return tried.sealed
    ? { by: 'code', clockStep }
    : { by: 'enrolling', clockStep, recovery: codes.map(code => recoveryHash(app, code)) }
}

const stepOf = (app: App, request: Request): string | undefined =>
  readBrief(request.headers.get('cookie'), 'steg', isSecure(app))
const inFours = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')

export default function CodePage({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { language, open, enrol } = loaderData
  const t = codeTexts(language)
  if (actionData && 'codes' in actionData) {
    return (
      <Page title={t('savedTitle')} lede={t('savedLede')} width="text">
        <RecoveryCodes codes={actionData.codes} label={t('codes')} />
        <p>{t('savedHow')}</p>
        <div>
          <ButtonLink href={actionData.onward}>{t('continue')}</ButtonLink>
        </div>
      </Page>
    )
  }
  if (!open) {
    return (
      <Page title={t('over')} lede={t('overText')} width="text">
        <div>
          <ButtonLink href="/logga-in">{t('toSignIn')}</ButtonLink>
        </div>
      </Page>
    )
  }
  const faults = actionData && 'wrong' in actionData ? <WrongCode language={language} /> : null
  if (enrol) return <Enrolment {...enrol} language={language} faults={faults} />
  return (
    <Page title={t('title')} lede={t('lede')} width="text">
      {faults}
      <form method="post">
        <FormBody>
          <TextInput
            name="kod"
            label={t('code')}
            hint={t('codeHint')}
            autoComplete="one-time-code"
            maxLength={20}
            width="short"
            required
          />
          <div>
            <Button>{t('signIn')}</Button>
          </div>
        </FormBody>
      </form>
      <Details summary={t('noPhone')}>
        <p>{t('noPhoneText')}</p>
      </Details>
    </Page>
  )
}

function WrongCode({ language }: { language: Language }): ReactElement {
  return (
    <ErrorSummary
      title={shellTexts(language)('formTitle')}
      errors={[{ field: 'kod', text: codeTexts(language)('wrong') }]}
    />
  )
}
