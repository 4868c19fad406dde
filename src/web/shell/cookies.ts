import { apiTokenPrefix, type Opened } from '#db'
import { isLanguage, type Language, readsArabic } from './language.ts'

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

/** A cookie for the few minutes between two pages of signing in. Empty value: taken back. */
export function briefCookie(name: string, value: string, secure: boolean, seconds = 600): string {
  const age = value === '' ? 0 : seconds
  return `${briefName(name, secure)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}; Max-Age=${age}`
}

export function readBrief(header: string | null, name: string, secure: boolean): string | undefined {
  const value = readCookie(header, briefName(name, secure))
  return value && /^[\w-]{1,2000}$/.test(value) ? value : undefined
}

const briefName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name)

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

/** The session token of a cookie. A program's token is not one: it does not open the pages (trust.md T24). */
export function tokenOf(header: string | null | undefined): string | undefined {
  const token = readCookie(header, sessionCookieName(true)) ?? readCookie(header, sessionCookieName(false))
  return token && /^[\w-]{20,100}$/.test(token) && !token.startsWith(apiTokenPrefix) ? token : undefined
}

/** The language chosen in this browser, else the account's, else what the browser asks for. Arabic is for participants' pages only. */
export function languageOfRequest(request: Request, actor: Opened | undefined): Language {
  const chosen = readCookie(request.headers.get('cookie'), 'sprak')
  const wanted = isLanguage(chosen) ? chosen : (actor?.language ?? preferred(request.headers.get('accept-language')))
  const mayBeArabic = actor ? actor.role === 'participant' : readsArabic(new URL(request.url).pathname)
  return wanted === 'ar' && !mayBeArabic ? 'sv' : wanted
}

function preferred(header: string | null): Language {
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const code = part.trim().slice(0, 2)
    if (isLanguage(code)) return code
  }
  return 'sv'
}
