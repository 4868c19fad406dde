import { redirect } from 'react-router'
import { changeRole } from '#db'
import { isId } from '#kernel'
import { appOf } from '../context.ts'
import { tokenOf } from '../cookies.ts'
import type { Handle } from '../handle.ts'
import { notFound } from '../page.ts'
import type { Route } from './+types/change-role'
import { begun, newToken } from './begin.ts'

export const handle: Handle = { operations: { actions: { default: 'shell.change_role' } } }

export function loader(): Response {
  return redirect('/konto')
}

/** One person, two appointments: picks which one acts from now on (ux.md §4). A new token each time. */
export async function action({ context, request }: Route.ActionArgs): Promise<Response> {
  const app = appOf(context)
  const held = tokenOf(request.headers.get('cookie'))
  const wanted = (await request.formData()).get('roll')
  if (!held || !isId(wanted)) throw notFound()
  const token = newToken()
  const started = await changeRole(app.db, held, token, wanted)
  if (!started) throw notFound()
  return begun(app, started, token)
}
