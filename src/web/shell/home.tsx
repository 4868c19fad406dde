import { redirect } from 'react-router'
import type { Route } from './+types/home'
import { appOf } from './context.ts'
import type { Handle } from './handle.ts'
import { startPageOf } from './navigation.ts'

export const handle: Handle = { operations: { loader: 'shell.home' } }

/** The start: one's own start page, the cast in a demonstration, or the sign-in. */
export function loader({ context }: Route.LoaderArgs): Response {
  const { actor, settings } = appOf(context)
  if (actor) return redirect(startPageOf(actor.role))
  return redirect(settings.demonstration ? '/demonstration' : '/logga-in')
}
