import { redirect } from 'react-router'
import { z } from 'zod'
import type { App } from '../context.ts'
import { briefCookie, readBrief } from '../cookies.ts'
import { isSecure } from './begin.ts'
import { toolsOf } from './tools.ts'

const shape = z.strictObject({
  email: z.string(),
  typed: z.boolean(),
  to: z.string().optional(),
})

/**
 * Between asking for a link and typing its code: the address, sealed in a cookie for ten minutes, never in an address bar (ASVS 14.2.1).
 * `typed`: written in this browser, so it may be shown there; otherwise it came from an old link and is not.
 */
export type LinkMemory = z.infer<typeof shape>

/** To the page that says that a letter is on its way. Said of every address alike. */
export function toSent(app: App, memory: LinkMemory): Response {
  const sealed = Buffer.from(toolsOf(app).keys.seal('link memory', JSON.stringify(memory))).toString('base64url')
  return redirect('/logga-in/lank', {
    status: 303,
    headers: { 'Set-Cookie': briefCookie('lank', sealed, isSecure(app)) },
  })
}

export function forgetLink(app: App): string {
  return briefCookie('lank', '', isSecure(app))
}

export function recallLink(app: App, request: Request): LinkMemory | undefined {
  const held = readBrief(request.headers.get('cookie'), 'lank', isSecure(app))
  const text = held && toolsOf(app).keys.unseal('link memory', Buffer.from(held, 'base64url'))
  return text ? shape.parse(JSON.parse(text)) : undefined
}
