import type { RouterContextProvider } from 'react-router'
import { endOwnSession } from '#db'
import { candidatesAccess } from '#domain/candidates'
import { type Language, visit } from '#shell'
import { weatherPage } from './participant-page.tsx'
import { participantTexts } from './texts.ts'

/**
 * Ends the session on the server and leads to the weather. The answer is a page of its own rather than a redirect: browsers do not follow a
 * form's redirect to another site when only our own may take forms (CSP `form-action`). It names nothing of ours, and the browser forgets the
 * pages before it.
 */
export async function leave(context: Readonly<RouterContextProvider>, request: Request): Promise<Response> {
  const v = visit(context, candidatesAccess, 'self.leave', request)
  await endOwnSession(v.db, v.actor, v.actor.session)
  return new Response(weather(v.language), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      Refresh: `0; url=${weatherPage}`,
      'Referrer-Policy': 'no-referrer',
      'Clear-Site-Data': '"cache", "storage"',
    },
  })
}

function weather(language: Language): string {
  const t = participantTexts(language)
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t('weatherTitle')}</title></head><body><a href="${weatherPage}" rel="noreferrer">${t('weatherLink')}</a></body></html>`
}
