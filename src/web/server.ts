import * as build from 'virtual:react-router/server-build'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { openSession } from '#db'
import { newId } from '#kernel'
import { type App, appContext, type Settings } from './shell/context.ts'
import { languageOfRequest, tokenOf } from './shell/cookies.ts'
import { networkOf } from './shell/network.ts'

export { drawEffects } from './effects/draw.tsx'

const megabyte = 1024 * 1024

export type WebOptions = Pick<
  App,
  'db' | 'now' | 'sendMail' | 'readNotice' | 'proposeCase' | 'renderPdf' | 'onError' | 'passTime'
> & {
  readonly settings: Settings
}

/** The pages as a Hono application: headers, limits, session, React Router. Mounted by main.ts, which adds the API and static files. */
export function createWeb(options: WebOptions): Hono {
  const { settings } = options
  const render = createRequestHandler(build as ServerBuild, 'production')
  const web = new Hono()
  web.use(secureHeaders(headersFor(settings)))
  web.use(
    csrf({
      origin: (origin, c) => origin === new URL(settings.publicUrl).origin || origin === new URL(c.req.url).origin,
    }),
  )
  web.use(bodyLimit({ maxSize: 6 * megabyte, onError: c => c.text('För stort. / Too large.', 413) }))
  // Loader data is for pages only: no second door to the same rooms.
  web.get('*', async (c, next) => (new URL(c.req.url).pathname.endsWith('.data') ? c.notFound() : next()))
  web.all('*', async c => {
    const requestId = newId()
    const token = tokenOf(c.req.header('cookie'))
    const actor = token ? await openSession(options.db, token) : undefined
    const app: App = {
      ...options,
      newId,
      requestId,
      language: languageOfRequest(c.req.raw, actor),
      network: networkOf(remoteAddress(c.env), c.req.header('x-forwarded-for'), settings.proxies),
      ...(actor ? { actor } : {}),
    }
    const context = new RouterContextProvider()
    context.set(appContext, app)
    const started = performance.now()
    const response = await render(c.req.raw, context)
    const answer = new Response(response.body, response)
    answer.headers.set('Cache-Control', 'no-store')
    answer.headers.set('Server-Timing', `app;dur=${(performance.now() - started).toFixed(1)}`)
    return answer
  })
  web.onError((error, c) => {
    const requestId = newId()
    options.onError(error, requestId)
    return c.text(
      `Något gick fel hos oss. Kod: ${requestId.slice(-8)}\nSomething went wrong on our side. Code: ${requestId.slice(-8)}`,
      500,
    )
  })
  return web
}

/** The other end of the connection, as Hono's Node server tells it; undefined where there is no connection, as in tests. */
function remoteAddress(env: unknown): string | undefined {
  return (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress
}

function headersFor(settings: Settings): Parameters<typeof secureHeaders>[0] {
  return {
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      scriptSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: settings.publicUrl.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
  }
}
