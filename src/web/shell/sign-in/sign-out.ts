import { redirect } from 'react-router'
import { endSession } from '#db'
import { appOf } from '../context.ts'
import { tokenOf } from '../cookies.ts'
import type { Handle } from '../handle.ts'
import type { Route } from './+types/sign-out'
import { ended } from './begin.ts'

export const handle: Handle = { operations: { actions: { default: 'shell.sign_out' } } }

/** Opening the address does nothing: a session is ended by its owner's button. */
export function loader(): Response {
  return redirect('/')
}

export async function action({ context, request }: Route.ActionArgs): Promise<Response> {
  const app = appOf(context)
  const token = tokenOf(request.headers.get('cookie'))
  if (token) await endSession(app.db, token)
  return ended(app, app.settings.demonstration ? '/demonstration' : '/logga-in')
}
