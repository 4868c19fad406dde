import { redirect } from 'react-router'
import { appOf } from '../context.ts'
import type { Handle } from '../handle.ts'
import { ownPath } from '../own-path.ts'
import { notFound } from '../page.ts'
import type { Route } from './+types/oidc-begin'
import { rememberVisit } from './oidc-memory.ts'
import { toolsOf } from './tools.ts'

export const handle: Handle = { operations: { loader: 'shell.oidc_begin' } }

/** Off to the identity provider. A link and not a form: the policy lets forms lead to ourselves only. */
export async function loader({ context, request }: Route.LoaderArgs): Promise<Response> {
  const app = appOf(context)
  const { oidc } = toolsOf(app)
  if (!oidc) throw notFound()
  const begun = await oidc.begin()
  if (!begun.ok) return redirect('/logga-in?fel=borta')
  const to = ownPath(new URL(request.url).searchParams.get('till'))
  const cookie = rememberVisit(app, { ...begun.value.memory, ...(to ? { to } : {}) })
  return redirect(begun.value.address, { headers: { 'Set-Cookie': cookie } })
}
