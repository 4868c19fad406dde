import { redirect } from 'react-router'
import { beginWithIdentity } from '#db'
import { type App, appOf } from '../context.ts'
import type { Handle } from '../handle.ts'
import { notFound } from '../page.ts'
import type { Route } from './+types/oidc-answer'
import { beginningFor, begun } from './begin.ts'
import { forgetVisit, recallVisit } from './oidc-memory.ts'
import { networkHash, toolsOf } from './tools.ts'

export const handle: Handle = { operations: { loader: 'shell.oidc_answer' } }

const faults = { 'oidc.away': 'borta', 'oidc.refused': 'nej', 'oidc.too_weak': 'svag' } as const

/** Back from the identity provider. Whom it vouches for gets in when an administrator has tied that identity to an account. */
export async function loader({ context, request }: Route.LoaderArgs): Promise<Response> {
  const app = appOf(context)
  const { oidc } = toolsOf(app)
  if (!oidc) throw notFound()
  const memory = recallVisit(app, request)
  if (!memory) return back(app, 'nej')
  const { to, ...visit } = memory
  const answer = new URL(new URL(request.url).search, `${app.settings.publicUrl}/logga-in/oidc/svar`)
  const identity = await oidc.finish(answer, visit)
  if (!identity.ok) return back(app, faults[identity.code])
  const beginning = beginningFor(request)
  const started = await beginWithIdentity(app.db, identity.value, beginning, networkHash(app))
  return started ? begun(app, started, beginning.token, { to, cookies: [forgetVisit(app)] }) : back(app, 'okand')
}

const back = (app: App, fault: 'borta' | 'nej' | 'svag' | 'okand'): Response =>
  redirect(`/logga-in?fel=${fault}`, { headers: { 'Set-Cookie': forgetVisit(app) } })
