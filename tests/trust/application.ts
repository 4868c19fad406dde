import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createApi } from '#api'
import { renderPdf } from '#outside/documents'
import { proposeCase, readNotice } from '#outside/notices'
import { ensureBuilt } from '../../scripts/build.mjs'
import type { createWeb } from '../../src/web/server.ts'
import type { TrustWorld } from './world.ts'

const host = 'https://fotfaste.example'

export type Question = {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly path: string
  /** A session's token, as the browser's cookie. */
  readonly cookie?: string
  /** A program's token. */
  readonly bearer?: string
  readonly form?: Readonly<Record<string, string | readonly string[]>>
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type Answer = {
  readonly status: number
  readonly location: string | undefined
  /** Every byte that leaves, as text: status line, headers, body; of a PDF what it says too. */
  readonly bytes: string
  readonly body: string
}

export type Application = {
  readonly ask: (question: Question) => Promise<Answer>
  /** Letters and log lines that left since the last call. */
  readonly taken: () => string
}

/** Changes to the built pages: what is there, once, and what is put in its place. */
export type Planted = readonly (readonly [there: string | RegExp, instead: string])[]

/** The built pages, as they are or with faults planted in a copy of them. */
async function openPages(planted: Planted): Promise<{ createWeb: typeof createWeb }> {
  await ensureBuilt()
  const built = join(import.meta.dirname, '../../build/server/index.js')
  if (planted.length === 0) return import(/* @vite-ignore */ pathToFileURL(built).href)
  let text = readFileSync(built, 'utf8')
  for (const [there, instead] of planted) {
    if (text.split(there).length !== 2) throw new Error(`The built pages hold ${there} not once`)
    text = text.replace(there, instead)
  }
  // Beside the real ones, so that packages are found; gone as soon as they are loaded.
  const copy = built.replace(/index\.js$/, `planted-${process.pid}-${Date.now()}.js`)
  writeFileSync(copy, text)
  return import(/* @vite-ignore */ pathToFileURL(copy).href).finally(() => rmSync(copy))
}

/** Pages and API over a database of the tests, put together as in main.ts, with letters and logs caught. */
export async function openApplication(world: TrustWorld, planted: Planted = []): Promise<Application> {
  const pages = await openPages(planted)
  const caught: string[] = []
  const onError = (error: unknown, requestId?: string): void => {
    const { message, stack, ...more } = error as Error
    caught.push(`${requestId} ${message} ${stack} ${JSON.stringify(more)}`)
  }
  const { db, now } = world
  const web = pages.createWeb({
    db,
    now,
    sendMail: async mail => void caught.push(JSON.stringify(mail)),
    readNotice,
    proposeCase,
    renderPdf,
    settings: { demonstration: false, publicUrl: host, secret: world.secret },
    onError,
  })
  const api = createApi({ db, now, readNotice, proposeCase, onError, perMinute: 1_000_000 })
  return {
    taken: () => caught.splice(0).join('\n'),
    ask: async question => {
      const request = requestOf(question)
      const isApi = question.path.startsWith('/api/v1')
      const response = await (isApi ? api.fetch(within(request)) : web.fetch(request))
      return answerOf(response)
    },
  }
}

/** The API is mounted below its base path: it sees the rest. */
function within(request: Request): Request {
  return new Request(request.url.replace('/api/v1', ''), request)
}

function requestOf({ method = 'GET', path, cookie, bearer, form, json, headers }: Question): Request {
  const sent = new Headers({ host: 'fotfaste.example', accept: 'text/html', ...headers })
  if (cookie) sent.set('cookie', `__Host-fotfaste=${cookie}`)
  if (bearer) sent.set('authorization', `Bearer ${bearer}`)
  let body: string | undefined
  if (form) {
    const fields = new URLSearchParams()
    for (const [name, value] of Object.entries(form))
      for (const one of typeof value === 'string' ? [value] : value) fields.append(name, one)
    body = fields.toString()
    sent.set('content-type', 'application/x-www-form-urlencoded')
    sent.set('origin', host)
    sent.set('sec-fetch-site', 'same-origin')
  }
  if (json !== undefined) {
    body = JSON.stringify(json)
    sent.set('content-type', 'application/json')
  }
  return new Request(`${host}${path}`, {
    method,
    headers: sent,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  })
}

async function answerOf(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  const body = type.includes('pdf') ? textOfPdf(bytes) : bytes.toString('utf8')
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  const readable = body.replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"')
  const said = type.includes('pdf') ? bytes.toString('latin1') : ''
  return {
    status: response.status,
    location: response.headers.get('location') ?? undefined,
    bytes: `${response.status} ${response.statusText}\n${decodeURIComponentSafely(headers)}\n${readable}\n${said}`,
    body,
  }
}

/** What a reader of the document sees; the raw bytes when no tool is there to tell. */
function textOfPdf(bytes: Buffer): string {
  if (!existsSync('/usr/bin/pdftotext')) return bytes.toString('latin1')
  const folder = mkdtempSync(join(tmpdir(), 'fotfaste-pdf-'))
  try {
    writeFileSync(join(folder, 'it.pdf'), bytes)
    return execFileSync('pdftotext', [join(folder, 'it.pdf'), '-'], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
