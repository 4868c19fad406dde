import { z } from 'zod'
import type { App } from '../context.ts'
import { briefCookie, readBrief } from '../cookies.ts'
import { isSecure } from './begin.ts'
import { toolsOf } from './tools.ts'

const shape = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string().optional() })

/** What the browser carries, sealed, to the identity provider and back: the answer must belong to the same visit (ASVS 6.8, RFC 9700). */
export type VisitMemory = z.infer<typeof shape>

export function rememberVisit(app: App, memory: VisitMemory): string {
  const sealed = Buffer.from(toolsOf(app).keys.seal('oidc', JSON.stringify(memory))).toString('base64url')
  return briefCookie('oidc', sealed, isSecure(app))
}

export function forgetVisit(app: App): string {
  return briefCookie('oidc', '', isSecure(app))
}

export function recallVisit(app: App, request: Request): VisitMemory | undefined {
  const held = readBrief(request.headers.get('cookie'), 'oidc', isSecure(app))
  const text = held && toolsOf(app).keys.unseal('oidc', Buffer.from(held, 'base64url'))
  return text ? shape.parse(JSON.parse(text)) : undefined
}
