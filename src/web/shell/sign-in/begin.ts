import { redirect } from 'react-router'
import type { Beginning, Started } from '#db'
import type { App } from '../context.ts'
import { endedSessionCookie, sessionCookie, tokenOf } from '../cookies.ts'
import { startPageOf } from '../navigation.ts'
import { ownPath } from '../own-path.ts'
import { deviceOf } from './device.ts'

/** 256 random bits for a cookie or a link, in letters that addresses take. */
export function newToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
}

/** A new token for the browser that asks, with the one it had: a session never survives a sign-in (fixation, ASVS 7.2.4). */
export function beginningFor(request: Request): Beginning {
  const previous = tokenOf(request.headers.get('cookie'))
  return { token: newToken(), device: deviceOf(request.headers.get('user-agent')), ...(previous ? { previous } : {}) }
}

export type BegunOptions = {
  readonly borrowed?: boolean
  readonly to?: unknown
  /** Cookies of the pages before that are taken back. */
  readonly cookies?: readonly string[]
}

/** To the page that was asked for, or one's own start page, with the cookie. A borrowed computer keeps no cookie after the browser. */
export function begun(app: App, started: Started, token: string, options: BegunOptions = {}): Response {
  const headers = new Headers(sessionHeaders(app, started, token, options))
  return redirect(ownPath(options.to) ?? startPageOf(started.role), { status: 303, headers })
}

/** The cookie of a session that has begun, for an answer that is a page. */
export function sessionHeaders(app: App, started: Started, token: string, options: BegunOptions): [string, string][] {
  const session = sessionCookie(token, isSecure(app), options.borrowed ? undefined : started.seconds)
  return [session, ...(options.cookies ?? [])].map(cookie => ['Set-Cookie', cookie])
}

/** The end of a session: the cookie is taken back, and the browser forgets pages and storage (T24). Language may stay. */
export function ended(app: App, to: string): Response {
  return redirect(to, { status: 303, headers: endHeaders(app) })
}

/** As `ended`, for leaving in a hurry: an empty page that goes on to the weather. A redirect there would be stopped by our own policy. */
export function left(app: App): Response {
  const body =
    '<!doctype html><html lang="sv"><title>SMHI</title><meta http-equiv="refresh" content="0;url=https://www.smhi.se/">'
  return new Response(body, { headers: { ...endHeaders(app), 'Content-Type': 'text/html; charset=utf-8' } })
}

function endHeaders(app: App): Record<string, string> {
  return { 'Set-Cookie': endedSessionCookie(isSecure(app)), 'Clear-Site-Data': '"cache", "storage"' }
}

export function isSecure(app: App): boolean {
  return app.settings.publicUrl.startsWith('https:')
}
