import type { ReactElement } from 'react'
import { data, redirect } from 'react-router'
import { checkPassword, passwordSalt } from '#db'
import { hashPassword, newSalt, newTotpSecret } from '#outside/sign-in'
import { Button, ButtonLink, FormBody, Note, Page, Panel, Split, TextInput } from '#ui'
import { appOf } from '../context.ts'
import { briefCookie } from '../cookies.ts'
import type { Handle } from '../handle.ts'
import { startPageOf } from '../navigation.ts'
import { ownPath } from '../own-path.ts'
import type { Route } from './+types/password'
import { isSecure, newToken } from './begin.ts'
import { fieldsOf } from './fields.ts'
import { gateTexts } from './gate-texts.ts'
import { Borrowed, type Complaint, Complaints, ReturnTo, waitFor } from './page-parts.tsx'
import { networkHash, toolsOf } from './tools.ts'

export const handle: Handle = {
  operations: { loader: 'shell.sign_in_page', actions: { default: 'shell.check_password' } },
}

const notes = { borta: 'oidcAway', nej: 'oidcRefused', svag: 'oidcWeak', okand: 'oidcUnknown' } as const

export function loader({ context, request }: Route.LoaderArgs) {
  const { actor, settings, language } = appOf(context)
  const asked = new URL(request.url).searchParams
  const to = ownPath(asked.get('till'))
  if (actor) throw redirect(to ?? startPageOf(actor.role))
  return {
    language,
    to,
    stepOver: asked.get('fel') === 'steg',
    oidcNote: Object.entries(notes).find(([key]) => key === asked.get('fel'))?.[1],
    oidcName: settings.oidc?.name,
    demonstration: settings.demonstration,
    pageTitle: gateTexts(language)('title'),
  }
}

/**
 * The first step of signing in with a password. An unknown e-mail costs as much time and gets the same answer as a wrong password; both are
 * braked by network and account (ASVS 6.3.1, 6.3.8). Right: on to the second step.
 */
export async function action({ context, request }: Route.ActionArgs) {
  const app = appOf(context)
  const { keys, throttle } = toolsOf(app)
  const {
    epost: email,
    losenord: password,
    lanad,
    till,
  } = fieldsOf(await request.formData(), 'epost', 'losenord', 'lanad', 'till')
  const missing: Complaint[] = [
    ...(email === '' ? [{ field: 'epost', key: 'emailMissing' as const }] : []),
    ...(password === '' ? [{ field: 'losenord', key: 'passwordMissing' as const }] : []),
  ]
  if (missing.length > 0) return again(email, missing)

  const network = networkHash(app)
  const held = await passwordSalt(app.db, email, network)
  const attempt = { email, network: app.network ?? 'unknown', known: held?.known ?? false }
  const wait = await throttle.admitPassword(attempt)
  if (wait > 0) return again(email, [waitFor(wait)], 429)
  const hash = await hashPassword(password, held?.salt ?? newSalt())
  if (!hash) return again(email, [{ key: 'busy' }], 503)

  const step = newToken()
  const offered = keys.seal('totp', newTotpSecret())
  const next = await checkPassword(app.db, { email, hash, network }, { token: step, borrowed: lanad === 'ja', offered })
  if (!next) return again(email, [{ field: 'epost', key: 'wrong' }])
  await throttle.forgive(attempt)
  const to = ownPath(till)
  return redirect(to ? `/logga-in/kod?till=${encodeURIComponent(to)}` : '/logga-in/kod', {
    status: 303,
    headers: { 'Set-Cookie': briefCookie('steg', step, isSecure(app)) },
  })
}

const again = (email: string, complaints: readonly Complaint[], status = 422) => data({ email, complaints }, { status })

export default function PasswordPage({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { language, to, stepOver, oidcNote, oidcName, demonstration } = loaderData
  const t = gateTexts(language)
  return (
    <Page title={t('title')} lede={to ? t('toGetThere') : undefined}>
      {stepOver ? <Note role="alert">{t('stepOver')}</Note> : null}
      {oidcNote && oidcName ? <Note role="alert">{t(oidcNote, { name: oidcName })}</Note> : null}
      {demonstration ? (
        <Note tone="pine">
          <a href="/demonstration">{t('demonstration')}</a>
        </Note>
      ) : null}
      <Complaints list={actionData?.complaints} language={language} />
      <Split>
        <Panel title={t('byLink')} id="lanken">
          <form method="post" action="/logga-in/lank">
            <FormBody>
              <p className="ff-soft">{t('byLinkText')}</p>
              <TextInput id="epost-lank" name="epost" type="email" label={t('email')} autoComplete="email" required />
              <input type="hidden" name="intent" value="ask" />
              <ReturnTo to={to} />
              <Button variant="ghost">{t('sendLink')}</Button>
            </FormBody>
          </form>
        </Panel>
        <Panel title={t('byPassword')} id="losenordet">
          <form method="post">
            <FormBody>
              <p className="ff-soft">{t('byPasswordText')}</p>
              <TextInput
                name="epost"
                type="email"
                label={t('email')}
                autoComplete="username"
                defaultValue={actionData?.email}
                required
              />
              <TextInput
                name="losenord"
                type="password"
                label={t('password')}
                autoComplete="current-password"
                maxLength={500}
                required
              />
              <Borrowed language={language} />
              <ReturnTo to={to} />
              <Button>{t('signIn')}</Button>
              <p>
                <a href="/logga-in/lank">{t('forgot')}</a>
              </p>
              {oidcName ? (
                <ButtonLink
                  variant="ghost"
                  href={to ? `/logga-in/oidc?till=${encodeURIComponent(to)}` : '/logga-in/oidc'}
                >
                  {t('byOidc', { name: oidcName })}
                </ButtonLink>
              ) : null}
            </FormBody>
          </form>
        </Panel>
      </Split>
    </Page>
  )
}
