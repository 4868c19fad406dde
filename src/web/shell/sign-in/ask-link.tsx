import { setTimeout } from 'node:timers/promises'
import type { ReactElement } from 'react'
import { data, redirect } from 'react-router'
import { askLink, spendCode } from '#db'
import { newSixDigits } from '#outside/sign-in'
import { Button, Details, FormBody, Note, Page, TextInput } from '#ui'
import { type App, appOf } from '../context.ts'
import type { Handle } from '../handle.ts'
import { ownPath } from '../own-path.ts'
import type { Route } from './+types/ask-link'
import { beginningFor, begun, newToken } from './begin.ts'
import { fieldsOf } from './fields.ts'
import { gateTexts } from './gate-texts.ts'
import { sendLink } from './letters.ts'
import { forgetLink, recallLink, toSent } from './link-memory.ts'
import { Borrowed, type Complaint, Complaints, ReturnTo, waitFor } from './page-parts.tsx'
import { codeHash, networkHash, toolsOf } from './tools.ts'

export const handle: Handle = {
  operations: { loader: 'shell.link_page', actions: { ask: 'shell.ask_link', code: 'shell.use_code' } },
}

export function loader({ context, request }: Route.LoaderArgs) {
  const app = appOf(context)
  const asked = new URL(request.url).searchParams
  const memory = asked.has('ny') ? undefined : recallLink(app, request)
  const { language, settings } = app
  return {
    language,
    sent: memory && { ...(memory.typed ? { email: memory.email } : {}) },
    to: ownPath(asked.get('till')),
    outbox: settings.demonstration,
    pageTitle: gateTexts(language)(memory ? 'sentTitle' : 'askTitle'),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = appOf(context)
  const form = await request.formData()
  return form.get('intent') === 'code' ? takeCode(app, request, form) : ask(app, form)
}

/** How long an asking takes, known address or not (ASVS 6.3.8). */
const evenly = 250

async function ask(app: App, form: FormData) {
  const { epost: email, till } = fieldsOf(form, 'epost', 'till')
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 200) return again([{ field: 'epost', key: 'emailMissing' }])
  const wait = await toolsOf(app).throttle.admitLink(app.network ?? 'unknown')
  if (wait > 0) return again([waitFor(wait)], 429)
  const even = setTimeout(evenly)
  const link = newToken()
  const digits = newSixDigits()
  const addressed = await askLink(app.db, email, link, codeHash(app, email, digits))
  if (addressed) sendLink(app, addressed, link, digits)
  await even
  const to = ownPath(till)
  return toSent(app, { email, typed: true, ...(to ? { to } : {}) })
}

async function takeCode(app: App, request: Request, form: FormData) {
  const { kod, lanad } = fieldsOf(form, 'kod', 'lanad')
  const digits = kod.replace(/\s/g, '')
  const memory = recallLink(app, request)
  if (!memory) return redirect('/logga-in/lank?ny', 303)
  if (!/^\d{6}$/.test(digits)) return again([{ field: 'kod', key: 'codeMissing' }])
  const wait = await toolsOf(app).throttle.admitCode(app.network ?? 'unknown')
  if (wait > 0) return again([waitFor(wait)], 429)
  const { email, to } = memory
  const beginning = beginningFor(request)
  const borrowed = lanad === 'ja'
  const typed = { email, code: codeHash(app, email, digits) }
  const started = await spendCode(app.db, typed, beginning, borrowed, networkHash(app))
  if (!started) return again([{ field: 'kod', key: 'codeWrong' }])
  return begun(app, started, beginning.token, { borrowed, to, cookies: [forgetLink(app)] })
}

const again = (complaints: readonly Complaint[], status = 422) => data({ complaints }, { status })

export default function AskLinkPage({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { language, sent, to, outbox } = loaderData
  const t = gateTexts(language)
  if (!sent) {
    return (
      <Page title={t('askTitle')} lede={t('askLede')} width="text">
        <Complaints list={actionData?.complaints} language={language} />
        <form method="post" action="/logga-in/lank">
          <FormBody>
            <TextInput
              name="epost"
              type="email"
              label={t('email')}
              hint={t('askStaff')}
              autoComplete="email"
              width="medium"
              required
            />
            <input type="hidden" name="intent" value="ask" />
            <ReturnTo to={to} />
            <div>
              <Button>{t('sendLink')}</Button>
            </div>
          </FormBody>
        </form>
      </Page>
    )
  }
  return (
    <Page title={t('sentTitle')} lede={sent.email ? t('sentTo', { email: sent.email }) : undefined} width="text">
      <Complaints list={actionData?.complaints} language={language} />
      {outbox ? <Note tone="pine">{t('outbox')}</Note> : null}
      <form method="post" action="/logga-in/lank">
        <FormBody>
          <p>{t('sentText')}</p>
          <TextInput
            name="kod"
            label={t('code')}
            hint={t('codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            width="short"
          />
          <input type="hidden" name="intent" value="code" />
          <Borrowed language={language} />
          <div>
            <Button>{t('signIn')}</Button>
          </div>
        </FormBody>
      </form>
      <Details summary={t('noMail')}>
        <p>{t('noMailText')}</p>
        <p>
          <a href="/logga-in/lank?ny">{t('otherAddress')}</a>
        </p>
      </Details>
    </Page>
  )
}
