import { RouterContextProvider } from 'react-router'
import { openSession } from '#db'
import { newId } from '#kernel'
import { createMail, type Letter } from '#outside/mail'
import type { People } from '#test/sign-in-people'
import { type App, appContext, type Settings } from '../context.ts'
import { languageOfRequest, tokenOf } from '../cookies.ts'

// A route module is called as the router calls it; only the parts of its arguments that ours read are given.
type Door = (args: never) => unknown
export type RouteModule = { readonly loader?: Door; readonly action?: Door }

export type Page = {
  readonly status: number
  /** What a page was given to show; undefined for a redirect. */
  readonly facts: Record<string, unknown> | undefined
  readonly location: string | undefined
  readonly cookies: readonly string[]
  readonly headers: Headers
}

/** A browser that visits route modules with cookies of its own, as the server would take the request in. */
export type Browser = {
  readonly jar: Map<string, string>
  readonly get: (module: RouteModule, path: string, params?: Record<string, string>) => Promise<Page>
  readonly post: (
    module: RouteModule,
    path: string,
    fields: Record<string, string>,
    params?: Record<string, string>,
  ) => Promise<Page>
  /** Whether the browser is signed in, and as whom. */
  readonly who: () => Promise<string | undefined>
}

export type Site = {
  readonly outbox: readonly Letter[]
  readonly settings: Settings
  readonly browser: (network?: string) => Browser
}

/** @param post in place of the one that keeps letters in `outbox` */
export function openSite(people: People, more: Partial<Settings> = {}, post?: App['sendMail']): Site {
  const settings: Settings = {
    demonstration: false,
    secret: people.secret,
    publicUrl: 'https://fotfaste.example',
    ...more,
  }
  const mail = createMail({ from: 'fotfaste@stad.example' })
  return {
    outbox: mail.outbox,
    settings,
    browser: (network = '192.0.2.1') => openBrowser(people, settings, post ?? mail.send, network),
  }
}

function openBrowser(people: People, settings: Settings, sendMail: App['sendMail'], network: string): Browser {
  const jar = new Map<string, string>()
  const visit = async (door: Door | undefined, request: Request, params: Record<string, string>): Promise<Page> => {
    const token = tokenOf(request.headers.get('cookie'))
    const actor = token ? await openSession(people.db, token) : undefined
    const app = {
      db: people.db,
      now: people.now,
      newId,
      settings,
      sendMail,
      network,
      requestId: newId(),
      language: languageOfRequest(request, actor),
      actor,
    }
    const context = new RouterContextProvider()
    context.set(appContext, app as App)
    if (!door) throw new Error('The module has no such door')
    const answer = await Promise.resolve(door({ context, request, params } as never)).catch(thrown => thrown)
    const page = pageOf(answer)
    for (const line of page.cookies) keep(jar, line)
    return page
  }
  const ask = (path: string, body?: URLSearchParams): Request =>
    new Request(new URL(path, settings.publicUrl), {
      ...(body ? { method: 'POST', body } : {}),
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
      },
    })
  return {
    jar,
    get: (module, path, params = {}) => visit(module.loader, ask(path), params),
    post: (module, path, fields, params = {}) => visit(module.action, ask(path, new URLSearchParams(fields)), params),
    who: async () =>
      (
        await openSession(
          people.db,
          tokenOf([...jar].map(([name, value]) => `${name}=${value}`).join('; ')) ?? 'nobody',
        )
      )?.role,
  }
}

function pageOf(answer: unknown): Page {
  if (answer instanceof Error) throw answer
  if (answer instanceof Response) return made(answer.status, undefined, answer.headers)
  const wrapped = answer as { type?: string; data?: Record<string, unknown>; init?: ResponseInit | null }
  if (wrapped.type !== 'DataWithResponseInit') return made(200, answer as Record<string, unknown>, new Headers())
  return made(wrapped.init?.status ?? 200, wrapped.data, new Headers(wrapped.init?.headers))
}

function made(status: number, facts: Record<string, unknown> | undefined, headers: Headers): Page {
  return { status, facts, headers, location: headers.get('location') ?? undefined, cookies: headers.getSetCookie() }
}

function keep(jar: Map<string, string>, line: string): void {
  const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
  if (/max-age=0/i.test(line)) jar.delete(name)
  else jar.set(name, value)
}
