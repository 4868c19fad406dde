// The only place where everything is put together. Nothing imports this file (house.md §3).
import type { Server } from 'node:http'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import pino from 'pino'
import { basePath, createApi } from '#api'
import { createProgram, type Host, type HostOptions, type Installation, readSettings } from '#cli'
import { connection, passTime } from '#db'
import { runClock, startWorker } from '#jobs'
import type { Day } from '#kernel'
import { renderPdf } from '#outside/documents'
import { createMail, type Mail } from '#outside/mail'
import { proposeCase, readNotice } from '#outside/notices'
import { ensureBuilt } from '../scripts/build.mjs'
import type { createWeb, drawEffects } from './web/server.ts'

const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2))
const client = relative(process.cwd(), fileURLToPath(new URL('../build/client', import.meta.url)))
const aYear = 'public, max-age=31536000, immutable'

const onError = (error: unknown, requestId?: string): void =>
  log.error({ err: error, ...(requestId ? { requestId } : {}) }, 'unexpected error')

/** Pages, API, files and health on one port, and the worker beside them. What the clock owes is done before the first page. */
const listen: Host['listen'] = async (installation, options) => {
  const { db, now } = installation
  const mail = postFor(options)
  await runClock(db, now()).catch(onError) // a job that fails is tried again at night; the pages do not wait for it
  const worker = await startWorker({
    db,
    now,
    onError,
    publicUrl: options.publicUrl,
    sendMail: mail.send,
    connectionString: connection(installation.adminUrl, installation.secret, 'worker').connectionString,
  })
  const server = await bind(await compose(installation, options, mail), options.operator.port)
  const close = async (): Promise<void> => {
    await endServer(server)
    await worker.stop()
    mail.close()
  }
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.operator.port
  return { url: options.demonstration ? `http://localhost:${port}` : options.publicUrl, close }
}

async function compose(
  installation: Installation,
  { demonstration, publicUrl, operator }: HostOptions,
  mail: Mail,
): Promise<Hono> {
  const { db, now, secret } = installation
  const pages = await builtPages()
  const settings = {
    demonstration,
    publicUrl,
    secret,
    ...(operator.oidc ? { oidc: operator.oidc } : {}),
    proxies: operator.proxies ?? 0,
  }
  const app = new Hono()
  app.use(compress()) // a participant's first view is to stay below 60 kB (ux.md §6.4)
  app.get('/healthz', async c => {
    await db.pools.web_ro.query('select 1')
    return c.json({ status: 'ok' })
  })
  app.use('/assets/*', serveStatic({ root: client, onFound: (_, c) => c.header('Cache-Control', aYear) }))
  app.use('/favicon.svg', serveStatic({ root: client }))
  app.route(basePath, createApi({ db, now, readNotice, proposeCase, onError }))
  app.route(
    '/',
    pages.createWeb({
      db,
      now,
      settings,
      sendMail: mail.send,
      readNotice,
      proposeCase,
      renderPdf,
      onError,
      ...(demonstration ? { passTime: timePasses(installation) } : {}),
    }),
  )
  return app
}

/** Moves the demonstration's day and then does what the clock owes: reports open, months are counted, the night's check runs. */
function timePasses({ db, now, readClock }: Installation): (from: Day, to: Day) => Promise<boolean> {
  return async (from, to) => {
    if (!(await passTime(db, from, to))) return false
    await readClock()
    await runClock(db, now())
    return true
  }
}

/** What the build made of src/web, which Node cannot read as it stands. */
async function builtPages(): Promise<{ createWeb: typeof createWeb; drawEffects: typeof drawEffects }> {
  return import(new URL('../build/server/index.js', import.meta.url).href)
}

const pictures: Host['pictures'] = {
  effects: async (input, language) => {
    await ensureBuilt()
    return (await builtPages()).drawEffects(input, language)
  },
}

function postFor({ operator }: HostOptions): Mail {
  const from = operator.mailFrom ?? 'Fotfäste <fotfaste@localhost>'
  return createMail(
    operator.smtpUrl
      ? { from, smtpUrl: operator.smtpUrl }
      : { from, outboxFolder: join(operator.dataFolder, 'outbox') },
  )
}

function bind(app: Hono, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port }, () => resolve(server as Server))
    server.once('error', reject)
  })
}

/** Lets requests in hand end; connections that only wait are closed at once. */
async function endServer(server: Server): Promise<void> {
  const ended = new Promise<void>(done => server.close(() => done()))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 5000).unref()
  await ended
}

try {
  await createProgram(readSettings(process.env), { prepare: ensureBuilt, listen, pictures }).parseAsync()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.LOG_LEVEL === 'debug') log.error(error)
  process.exitCode = 1
}
