// The only place where everything is put together. Nothing imports this file (house.md §3).
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import pino from 'pino'
import { createProgram, type Host, readSettings } from '#cli'
import { renderPdf } from '#outside/documents'
import { proposeCase, readNotice } from '#outside/notices'
import { ensureBuilt } from '../scripts/build.mjs'
import type { createWeb } from './web/server.ts'

const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2))

const listen: Host['listen'] = async (installation, { demonstration, publicUrl, port }) => {
  const pages: { createWeb: typeof createWeb } = await import(pathToFileURL('build/server/index.js').href)
  const onError = (error: unknown, requestId: string): void => log.error({ err: error, requestId }, 'unexpected error')
  const app = new Hono()
  app.get('/healthz', async c => {
    await installation.db.pools.web_ro.query('select 1')
    return c.json({ status: 'ok' })
  })
  app.use(
    '/assets/*',
    serveStatic({
      root: './build/client',
      onFound: (_, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.use('/favicon.svg', serveStatic({ root: './build/client' }))
  app.route(
    '/',
    pages.createWeb({
      db: installation.db,
      now: installation.now,
      sendMail: async () => undefined,
      readNotice,
      proposeCase,
      renderPdf,
      settings: { demonstration, publicUrl, secret: installation.secret },
      onError,
    }),
  )
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port }, address => {
      resolve({
        url: demonstration ? `http://localhost:${address.port}` : publicUrl,
        close: () => new Promise(done => server.close(() => done())),
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
