import { redirect } from 'react-router'
import type { Route } from './+types/change-language'
import { appOf } from './context.ts'
import { languageCookie } from './cookies.ts'
import type { Handle } from './handle.ts'
import { isLanguage } from './language.ts'
import { ownPath } from './own-path.ts'

export const handle: Handle = { operations: { actions: { default: 'shell.change_language' } } }

/** Keeps the chosen language in this browser and goes back to the same page. Only paths of our own are followed. */
export async function action({ context, request }: Route.ActionArgs): Promise<Response> {
  const form = await request.formData()
  const language = form.get('sprak')
  const to = ownPath(form.get('till')) ?? '/'
  const secure = appOf(context).settings.publicUrl.startsWith('https:')
  return redirect(
    to,
    isLanguage(language) ? { status: 303, headers: { 'Set-Cookie': languageCookie(language, secure) } } : 303,
  )
}
