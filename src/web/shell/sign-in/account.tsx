import type { ReactElement } from 'react'
import { data, redirect } from 'react-router'
import { z } from 'zod'
import {
  apiTokenPrefix,
  chooseLanguage,
  createApiToken,
  endOwnSession,
  ownTotp,
  renewRecovery,
  viewOwnAccount,
} from '#db'
import { holdsRole, isId } from '#kernel'
import { matchTotp, newRecoveryCodes } from '#outside/sign-in'
import { Note, Stack } from '#ui'
import { shellAccess } from '../access.ts'
import { languageCookie, tokenOf } from '../cookies.ts'
import { EitherFrame } from '../either-frame.tsx'
import { readFields } from '../form.ts'
import type { Handle } from '../handle.ts'
import { look, notFound, orNotFound, type Visit, visit } from '../page.ts'
import type { Route } from './+types/account'
import { Appointments, LanguageChoice, Sessions } from './account-parts.tsx'
import { accountTexts } from './account-texts.ts'
import { isSecure } from './begin.ts'
import { fieldsOf } from './fields.ts'
import { Programs, Recovery } from './staff-parts.tsx'
import { recoveryHash, toolsOf } from './tools.ts'

export const handle: Handle = {
  operations: {
    loader: 'shell.account',
    actions: {
      end: 'shell.end_session',
      language: 'shell.choose_language',
      recovery: 'shell.renew_recovery',
      token: 'shell.create_token',
    },
  },
}

const done = { avslutad: 'ended', sprak: 'languageSaved', reservkod: 'recoveryUsed' } as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, shellAccess, 'shell.account', request)
  const page = orNotFound(await look(v, viewOwnAccount))
  return {
    ...page,
    language: v.language,
    today: v.today,
    participant: v.actor.role === 'participant',
    mayMakeTokens: holdsRole(shellAccess, 'shell.create_token', v.actor),
    done: Object.entries(done).find(([key]) => key === new URL(request.url).searchParams.get('klart'))?.[1],
    pageTitle: accountTexts(v.language)('title'),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const operation = handle.operations.actions?.[intent]
  if (!operation) throw notFound()
  const v = visit(context, shellAccess, operation, request)
  if (intent === 'end') return endOne(v, form)
  if (intent === 'language') return keepLanguage(v, form)
  if (intent === 'recovery') return makeRecovery(v, form, request)
  return makeToken(v, form)
}

/** Ended already, or never one's own: what was asked for is so either way. */
async function endOne(v: Visit, form: FormData) {
  const read = readFields(form, v, 'shell.end_session', z.strictObject({ inloggning: z.string().refine(isId) }))
  if (!read.ok) throw notFound()
  await endOwnSession(read.db, v.actor, read.value.inloggning)
  return redirect('/konto?klart=avslutad#inloggningar', 303)
}

async function keepLanguage(v: Visit, form: FormData) {
  const read = readFields(form, v, 'shell.choose_language', z.strictObject({ sprak: z.enum(['sv', 'en', 'ar']) }))
  if (!read.ok) throw notFound()
  await chooseLanguage(read.db, v.actor, read.value.sprak)
  const cookie = languageCookie(read.value.sprak, isSecure(v))
  return redirect('/konto?klart=sprak#sprak', { status: 303, headers: { 'Set-Cookie': cookie } })
}

async function makeRecovery(v: Visit, form: FormData, request: Request) {
  const { keys, throttle } = toolsOf(v)
  if ((await throttle.admitCode(`account ${v.actor.account}`)) > 0)
    return data({ recovery: 'tooMany' as const }, { status: 429 })
  const token = tokenOf(request.headers.get('cookie')) ?? ''
  const held = await ownTotp(v.db, token)
  const secret = held && keys.unseal('totp', held.sealed)
  const clockStep = secret && matchTotp(secret, fieldsOf(form, 'kod').kod, new Date())
  const codes = newRecoveryCodes()
  const hashes = codes.map(code => recoveryHash(v, code))
  if (!clockStep || !(await renewRecovery(v.db, token, clockStep, hashes)))
    return data({ recovery: 'appCodeWrong' as const }, { status: 422 })
  return data({ codes })
}

const program = z.strictObject({
  namn: z.string().trim().min(1).max(80),
  dagar: z.enum(['30', '90', '365']).transform(Number),
})

/** The key follows from the form's own key and the installation's secret, so that a form sent twice shows the same. */
async function makeToken(v: Visit, form: FormData) {
  const read = readFields(form, v, 'shell.create_token', program)
  if (!read.ok) return data({ token: 'programNameMissing' as const }, { status: 422 })
  const random = toolsOf(v).keys.hash('api token', `${v.actor.account} ${form.get('form_key')}`)
  const token = apiTokenPrefix + Buffer.from(random).toString('base64url')
  const { namn: name, dagar: days } = read.value
  const made = await createApiToken(read.db, v.actor, { token, appointment: v.actor.appointment, name, days })
  return made.ok ? data({ newToken: token, name }) : data({ token: 'notAllowed' as const }, { status: 422 })
}

export default function AccountPage({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const { account, appointments, sessions, language, today, participant } = loaderData
  const t = accountTexts(language)
  return (
    <EitherFrame
      participant={participant}
      language={language}
      path="/konto"
      title={t('title')}
      lede={account.email ? <bdi>{t('lede', { email: account.email })}</bdi> : undefined}
    >
      <Stack>
        {loaderData.done ? (
          <Note tone="pine" role="status">
            {t(loaderData.done)}
          </Note>
        ) : null}
        <Appointments appointments={appointments} language={language} />
        <Sessions sessions={sessions} language={language} today={today} />
        {account.has_totp ? <Recovery left={account.recovery_left} language={language} returned={actionData} /> : null}
        <LanguageChoice current={account.language} participant={participant} language={language} />
        {loaderData.mayMakeTokens ? <Programs language={language} returned={actionData} /> : null}
      </Stack>
    </EitherFrame>
  )
}
