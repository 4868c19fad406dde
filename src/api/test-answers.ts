import { apiDocument } from './index.ts'
import { type Components, faultsAgainst, type Schema } from './test-conform.ts'
import type { ApiStage, Ask, Sent } from './test-stage.ts'

type Operation = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }

const document = JSON.parse(JSON.stringify(apiDocument())) as {
  paths: Record<string, Record<string, Operation>>
  components: Components
}

/** What could be a canary's marker (tests/world/canaries.ts). */
const marker = /(?:KN|knp)[A-Za-z0-9]+/g

/** Words between the parties of a contract, which their own answers may hold. Everything else marked belongs to a person or a draft. */
const betweenParties = new Set(['comments', 'file', 'remark', 'judgement'])

/** The marked texts that an answer holds and that no answer may hold. */
export function leaksIn({ canaries }: Pick<ApiStage, 'canaries'>, text: string): string[] {
  const held = [...text.matchAll(marker)].flatMap(([found]) => canaries.get(found) ?? [])
  return held.filter(one => one.ownerKind === 'person' || !betweenParties.has(one.class)).map(one => one.marker)
}

/** Everything in which an answer differs from the document. `line` is as for `ask`, with the holes filled. */
export function differences(line: string, sent: Sent): string[] {
  const [method = '', address = ''] = line.split(' ')
  const path = address.split('?')[0] ?? ''
  if (sent.status >= 400) {
    const type = sent.headers.get('content-type') === 'application/problem+json' ? [] : ['is no problem+json']
    return [...type, ...faultsAgainst({ $ref: '#/components/schemas/Problem' }, sent.body, document.components)]
  }
  const template = Object.keys(document.paths).find(one =>
    new RegExp(`^${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )
  const answer = document.paths[template ?? '']?.[method.toLowerCase()]?.responses[sent.status]
  const schema = answer?.content?.['application/json']?.schema
  return schema ? faultsAgainst(schema, sent.body, document.components) : [`${sent.status} is not in the document`]
}

/** Asks, and throws when the answer differs from the document or holds what it may not. */
export async function askChecked(stage: ApiStage, line: string, ask: Ask = {}): Promise<Sent> {
  const sent = await stage.ask(line, ask)
  const faults = [...differences(line, sent), ...leaksIn(stage, sent.text).map(one => `leaks ${one}`)]
  if (faults.length > 0) throw new Error(`${line} ${sent.status}: ${faults.slice(0, 5).join('; ')}`)
  return sent
}
