// The only place where everything is put together. Nothing imports this file (house.md §3).
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import pino from 'pino'
import { basePath, createApi } from '#api'
import { createProgram, type Host, readSettings } from '#cli'
import { renderPdf } from '#outside/documents'
import { createMail } from '#outside/mail'
import { proposeCase, readNotice } from '#outside/notices'
import { ensureBuilt } from '../scripts/build.mjs'
import type { createWeb } from './web/server.ts'

const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2))

const client = relative(process.cwd(), fileURLToPath(new URL('../build/client', import.meta.url)))

const listen: Host['listen'] = async (installation, { demonstration, publicUrl, operator }) => {
  const pages: { createWeb: typeof createWeb } = await import(new URL('../build/server/index.js', import.meta.url).href)
  const mail = createMail({
    from: operator.mailFrom ?? 'Fotfäste <fotfaste@localhost>',
    ...(operator.smtpUrl ? { smtpUrl: operator.smtpUrl } : { outboxFolder: join(operator.dataFolder, 'outbox') }),
  })
  const onError = (error: unknown, requestId: string): void => log.error({ err: error, requestId }, 'unexpected error')
  const app = new Hono()
  app.get('/healthz', async c => {
    await installation.db.pools.web_ro.query('select 1')
    return c.json({ status: 'ok' })
  })
  app.use(
    '/assets/*',
    serveStatic({
      root: client,
      onFound: (_, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.use('/favicon.svg', serveStatic({ root: client }))
  app.route(basePath, createApi({ db: installation.db, now: installation.now, readNotice, proposeCase, onError }))
  app.route(
    '/',
    pages.createWeb({
      db: installation.db,
      now: installation.now,
      sendMail: mail.send,
      readNotice,
      proposeCase,
      renderPdf,
      settings: {
        demonstration,
        publicUrl,
        secret: installation.secret,
        ...(operator.oidc ? { oidc: operator.oidc } : {}),
      },
      onError,
    }),
  )
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: operator.port }, address => {
      resolve({
        url: demonstration ? `http://localhost:${address.port}` : publicUrl,
        close: async () => {
          mail.close()
          await new Promise<void>(done => server.close(() => done()))
        },
      })
    })
    server.once('error', reject)
  })
}

try {
  await createProgram(readSettings(process.env), { prepare: ensureBuilt, listen }).parseAsync()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.LOG_LEVEL === 'debug') log.error(error)
  process.exitCode = 1
}
