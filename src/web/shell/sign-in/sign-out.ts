import { redirect } from 'react-router'
import { endSession } from '#db'
import { appOf } from '../context.ts'
import { tokenOf } from '../cookies.ts'
import type { Handle } from '../handle.ts'
import type { Route } from './+types/sign-out'
import { ended, left } from './begin.ts'

export const handle: Handle = { operations: { actions: { default: 'shell.sign_out' } } }

/** Opening the address does nothing: a session is ended by its owner's button. */
export function loader(): Response {
  return redirect('/')
}

/**
 * Ends the session. With `lamna` (*Lämna sidan*, ux.md §4.19) what follows is not our sign-in page but a page about the weather: whoever
 * looks over the shoulder sees no trace, and the way back leads nowhere.
 */
export async function action({ context, request }: Route.ActionArgs): Promise<Response> {
  const app = appOf(context)
  const token = tokenOf(request.headers.get('cookie'))
  if (token) await endSession(app.db, token)
  if ((await request.formData()).has('lamna')) return left(app)
  return ended(app, app.settings.demonstration ? '/demonstration' : '/logga-in')
}
