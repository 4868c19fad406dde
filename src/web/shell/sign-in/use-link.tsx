import type { ReactElement } from 'react'
import { data, redirect } from 'react-router'
import { renewLink, spendLink, spendPasswordLink, viewLink } from '#db'
import { hashPassword, newSalt, newSixDigits, newTotpSecret } from '#outside/sign-in'
import { Button, ButtonLink, FormBody, Page, TextInput } from '#ui'
import { type App, appOf } from '../context.ts'
import { briefCookie } from '../cookies.ts'
import type { Handle } from '../handle.ts'
import type { Language } from '../language.ts'
import type { Route } from './+types/use-link'
import { beginningFor, begun, isSecure, newToken } from './begin.ts'
import { fieldsOf } from './fields.ts'
import { gateTexts } from './gate-texts.ts'
import { sendLink } from './letters.ts'
import { toSent } from './link-memory.ts'
import { Borrowed, type Complaint, Complaints, waitFor } from './page-parts.tsx'
import { passwordFault } from './password-rule.ts'
import { codeHash, networkHash, toolsOf } from './tools.ts'

export const handle: Handle = {
  operations: {
    loader: 'shell.view_link',
    actions: { session: 'shell.use_link', password: 'shell.set_password', renew: 'shell.renew_link' },
  },
}

/** Opening a link shows a button and spends nothing: mail scanners open every link before its reader does (ux.md §4.15). */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { db, language } = appOf(context)
  const link = await viewLink(db, params.token)
  const state = link?.state === 'live' ? link.purpose : (link?.state ?? 'unknown')
  const title = { session: 'useTitle', password: 'passwordTitle', old: 'oldTitle', unknown: 'oldTitle' } as const
  return { language, state, pageTitle: gateTexts(language)(title[state]) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const app = appOf(context)
  const form = await request.formData()
  const intent = form.get('intent')
  if (intent === 'renew') return renew(app, params.token)
  if (intent === 'password') return setPassword(app, params.token, form)
  const beginning = beginningFor(request)
  const borrowed = form.get('lanad') === 'ja'
  const started = await spendLink(app.db, params.token, beginning, borrowed, networkHash(app))
  // Spent meanwhile, or grown old: the page tells, and offers a new one.
  return started ? begun(app, started, beginning.token, { borrowed }) : again([], 409)
}

async function renew(app: App, old: string) {
  const wait = await toolsOf(app).throttle.admitLink(app.network ?? 'unknown')
  if (wait > 0) return again([waitFor(wait)], 429)
  const email = (await viewLink(app.db, old))?.email
  if (!email) return redirect('/logga-in/lank?ny', 303)
  const link = newToken()
  const digits = newSixDigits()
  const addressed = await renewLink(app.db, old, link, codeHash(app, email, digits))
  if (addressed) sendLink(app, addressed, link, digits)
  return toSent(app, { email, typed: false })
}

async function setPassword(app: App, link: string, form: FormData) {
  const { losenord: password, losenord2: repeated, lanad } = fieldsOf(form, 'losenord', 'losenord2', 'lanad')
  const view = await viewLink(app.db, link)
  if (view?.state !== 'live' || view.purpose !== 'password') return again([], 409)
  const fault = passwordFault(password, view.email)
  if (fault) return again([{ field: 'losenord', key: fault }])
  if (password.normalize('NFC') !== repeated.normalize('NFC')) return again([{ field: 'losenord2', key: 'not_same' }])
  const salt = newSalt()
  const hash = await hashPassword(password, salt)
  if (!hash) return again([{ key: 'busy' }], 503)
  const step = newToken()
  const offered = toolsOf(app).keys.seal('totp', newTotpSecret())
  const offer = { token: step, borrowed: lanad === 'ja', offered }
  const next = await spendPasswordLink(app.db, link, { salt, hash }, offer, networkHash(app))
  if (!next) return again([], 409)
  return redirect('/logga-in/kod', { status: 303, headers: { 'Set-Cookie': briefCookie('steg', step, isSecure(app)) } })
}

const again = (complaints: readonly Complaint[], status = 422) => data({ complaints }, { status })

export default function UseLinkPage({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { language, state } = loaderData
  const t = gateTexts(language)
  const complaints = <Complaints list={actionData?.complaints} language={language} />
  if (state === 'unknown') {
    return (
      <Page title={t('oldTitle')} lede={t('unknownText')} width="text">
        <div>
          <ButtonLink href="/logga-in/lank?ny">{t('toAsk')}</ButtonLink>
        </div>
      </Page>
    )
  }
  if (state === 'old') {
    return (
      <Page title={t('oldTitle')} lede={t('oldText')} width="text">
        {complaints}
        <form method="post">
          <Button name="intent" value="renew">
            {t('renew')}
          </Button>
        </form>
      </Page>
    )
  }
  return state === 'session' ? (
    <Page title={t('useTitle')} lede={t('useText')} width="text">
      {complaints}
      <form method="post">
        <FormBody>
          <div>
            <Button name="intent" value="session" size="big">
              {t('signIn')}
            </Button>
          </div>
          <Borrowed language={language} />
        </FormBody>
      </form>
    </Page>
  ) : (
    <ChoosePassword language={language}>{complaints}</ChoosePassword>
  )
}

function ChoosePassword({ language, children }: { language: Language; children: ReactElement }): ReactElement {
  const t = gateTexts(language)
  return (
    <Page title={t('passwordTitle')} lede={t('passwordText')} width="text">
      {children}
      <form method="post">
        <FormBody>
          <TextInput
            name="losenord"
            type="password"
            label={t('newPassword')}
            autoComplete="new-password"
            width="medium"
            required
          />
          <TextInput
            name="losenord2"
            type="password"
            label={t('repeatPassword')}
            autoComplete="new-password"
            width="medium"
            required
          />
          <Borrowed language={language} />
          <div>
            <Button name="intent" value="password">
              {t('save')}
            </Button>
          </div>
          <p className="ff-soft">{t('passwordNext')}</p>
        </FormBody>
      </form>
    </Page>
  )
}
