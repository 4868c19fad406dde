import type { Opened } from '#db'
import { isLanguage, type Language } from './language.ts'

/** On HTTPS the cookie is bound to the host; on plain HTTP (a demonstration on one's own machine) browsers refuse that prefix. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-fotfaste' : 'fotfaste'
}

export function sessionCookie(token: string, secure: boolean, maxAgeSeconds?: number): string {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`
  return `${sessionCookieName(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${age}`
}

export function endedSessionCookie(secure: boolean): string {
  return sessionCookie('', secure, 0)
}

export function languageCookie(language: Language, secure: boolean): string {
  return `sprak=${language}; Path=/; SameSite=Lax; Max-Age=31536000${secure ? '; Secure' : ''}`
}

export function readCookie(header: string | undefined | null, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, ...rest] = part.trim().split('=')
    if (key === name) return rest.join('=')
  }
  return undefined
}

export function tokenOf(header: string | undefined): string | undefined {
  const token = readCookie(header, sessionCookieName(true)) ?? readCookie(header, sessionCookieName(false))
  return token && /^[\w-]{20,100}$/.test(token) ? token : undefined
}

/** The language chosen in this browser, else the account's, else what the browser asks for. Arabic is for participants' pages only. */
export function languageOfRequest(request: Request, actor: Opened | undefined): Language {
  const chosen = readCookie(request.headers.get('cookie'), 'sprak')
  const wanted = isLanguage(chosen) ? chosen : (actor?.language ?? preferred(request.headers.get('accept-language')))
  return wanted === 'ar' && actor !== undefined && actor.role !== 'participant' ? 'sv' : wanted
}

function preferred(header: string | null): Language {
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const code = part.trim().slice(0, 2)
    if (isLanguage(code)) return code
  }
  return 'sv'
}
