import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { type Db, type Opened, type Tx, viewAs, withReceipt } from '#db'
import type { AccessTable, Day, Id, Outcome, Refused } from '#kernel'
import type { Fault, Sentence, Titles } from './problem.ts'

/** A request that has passed the fence and the schemas, as an operation is run with it. */
export type Call = {
  readonly db: Db
  readonly actor: Opened
  readonly now: Date
  readonly today: Day
  readonly newId: <Kind extends string>() => Id<Kind>
  readonly params: Readonly<Record<string, string>>
  readonly query: unknown
  readonly body: unknown
  /** The Idempotency-Key of a write. */
  readonly key: string
}

/** What an operation came to; undefined: there is no such thing for the caller. */
export type Reply =
  | { readonly ok: true; readonly value: unknown; readonly location?: string }
  | (Refused<string> & { readonly currentVersion?: number; readonly faults?: readonly Fault[] })
  | undefined

/** One operation of the API: its entry in the access table, its shapes, and what it does. The document and the routes are made of these. */
export type Operation = {
  readonly method: 'get' | 'post' | 'put'
  /** As in the document: `/procurements/{procurement}`. Every hole is an identity. */
  readonly path: string
  /** The entry in the capability's access table: the first fence. */
  readonly operation: string
  readonly access: AccessTable
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly query: z.ZodObject
  readonly body?: {
    readonly type: 'application/json' | 'application/xml'
    readonly schema?: z.ZodType
    /** Bytes at most. */
    readonly limit: number
  }
  /** An allow-list: only what it names leaves the house (trust.md T12). */
  readonly answer: z.ZodType
  readonly status: 200 | 201
  readonly titles: Readonly<Record<string, Sentence>>
  readonly run: (call: Call) => Promise<Reply>
}

type Holes<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never
type Params<Path extends string> = Readonly<Record<Holes<Path>, string>>

type DeepReadonly<T> = T extends Date ? T : T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T
/** What an operation hands over: at least what the answer names; the rest is stripped. */
type Given<Answer extends z.ZodType> = DeepReadonly<z.input<Answer>>

type Common<Path extends string, Query extends z.ZodObject, Answer extends z.ZodType> = Pick<
  Operation,
  'operation' | 'access' | 'tag' | 'summary' | 'description'
> & { readonly path: Path; readonly query?: Query; readonly answer: Answer }

type Asked<Path extends string, Query extends z.ZodObject> = Pick<Call, 'actor' | 'today'> & {
  readonly params: Params<Path>
  readonly query: z.output<Query>
}

const nothing = z.strictObject({})

/**
 * Reading: runs views in one transaction that cannot write.
 * @param titles of the codes with which a view may answer instead
 */
export function reading<
  Path extends string,
  Answer extends z.ZodType,
  Code extends string = never,
  Query extends z.ZodObject = typeof nothing,
>(
  one: Common<Path, Query, Answer> & {
    readonly titles?: Titles<Code>
    readonly view: (
      asked: Asked<Path, Query> & { readonly tx: Tx },
    ) => Promise<Given<Answer> | Refused<Code> | undefined>
  },
): Operation {
  const { view, titles = {}, query = nothing, ...rest } = one
  return {
    ...rest,
    method: 'get',
    status: 200,
    query,
    titles,
    run: async ({ db, actor, today, params, query: asked }) => {
      const seen = await viewAs(db, actor, tx =>
        view({ tx, actor, today, params: params as Params<Path>, query: asked as z.output<Query> }),
      )
      if (seen === undefined) return undefined
      return isRefused(seen) ? seen : { ok: true, value: seen }
    },
  }
}

const mostJson = 64 * 1024

/**
 * Writing: runs one use case, once for each Idempotency-Key and content (trust.md R5).
 * @param current the version that holds now, told when the caller's was stale
 * @param faults places in the body that a refusal speaks of
 */
export function writing<
  Path extends string,
  Answer extends z.ZodType,
  Code extends string,
  Body extends z.ZodType = z.ZodType<Uint8Array>,
  Query extends z.ZodObject = typeof nothing,
>(
  one: Common<Path, Query, Answer> & {
    readonly method: 'post' | 'put'
    readonly status: 200 | 201
    /** JSON by this schema; without one, the bytes of an XML file. */
    readonly body?: Body
    readonly limit?: number
    readonly titles: Titles<Code>
    readonly decide: (
      asked: Asked<Path, Query> & Pick<Call, 'db' | 'now' | 'newId'> & { readonly body: z.output<Body> },
    ) => Promise<Outcome<Given<Answer>, Code>>
    readonly location?: (value: Given<Answer>) => string
    readonly current?: (
      tx: Tx,
      asked: Pick<Asked<Path, Query>, 'actor' | 'today' | 'params'>,
    ) => Promise<number | undefined>
    readonly faults?: (refusal: Refused<Code>) => readonly Fault[]
  },
): Operation {
  const { decide, location, current, faults, body, limit = mostJson, query = nothing, ...rest } = one
  return {
    ...rest,
    query,
    body: body ? { type: 'application/json', schema: body, limit } : { type: 'application/xml', limit },
    run: async ({ db, actor, today, now, newId, params: given, query: asked, body: sent, key }) => {
      const params = given as Params<Path>
      const operation = `api ${one.method} ${one.path}`
      const digest = digestOf([given, asked], sent)
      const outcome = await decide({
        db: withReceipt(db, { key, operation, digest }),
        actor,
        today,
        now,
        newId,
        params,
        query: asked as z.output<Query>,
        body: sent as z.output<Body>,
      })
      if (outcome.ok) return { ...outcome, ...(location ? { location: location(outcome.value) } : {}) }
      const stale = current !== undefined && outcome.code.endsWith('.changed_meanwhile')
      const currentVersion = stale ? await viewAs(db, actor, tx => current(tx, { actor, today, params })) : undefined
      return {
        ...outcome,
        ...(currentVersion === undefined ? {} : { currentVersion }),
        ...(faults ? { faults: faults(outcome) } : {}),
      }
    },
  }
}

function digestOf(about: unknown, body: unknown): Uint8Array {
  const hash = createHash('sha256').update(JSON.stringify(about))
  return hash.update(body instanceof Uint8Array ? body : JSON.stringify(body)).digest()
}

function isRefused<Code extends string>(value: unknown): value is Refused<Code> {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'code' in value
}
