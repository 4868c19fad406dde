import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { roles } from '#kernel'
import { apiDocument, apiOperations, basePath } from './index.ts'
import { type Components, resolve, type Schema } from './test-conform.ts'

type Parameter = { name: string; in: string; required?: boolean; schema: Schema; description?: string }
type Media = { schema: Schema }
type Answer = { $ref?: string; description?: string; content?: Record<string, Media>; headers?: unknown }
type Operation = {
  operationId: string
  summary: string
  tags: string[]
  'x-operation': string
  'x-roles': string[] | 'everyone'
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Record<string, Media> }
  responses: Record<string, Answer>
}
type Document = {
  openapi: string
  info: Record<string, unknown>
  servers: { url: string }[]
  security: Record<string, string[]>[]
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: Components & {
    responses: Record<string, Answer>
    securitySchemes: Record<string, Record<string, string>>
  }
}

const document = JSON.parse(JSON.stringify(apiDocument())) as Document
const all = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: `${method} ${path}` })),
)

/** The fields that OpenAPI 3.1 gives each kind of object, besides `x-…`. */
const named = {
  document: ['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components', 'webhooks'],
  components: ['schemas', 'responses', 'parameters', 'securitySchemes'],
  operation: ['operationId', 'summary', 'description', 'tags', 'parameters', 'requestBody', 'responses', 'security'],
  parameter: ['name', 'in', 'required', 'schema', 'description'],
  schema: [
    ...[
      'type',
      'properties',
      'required',
      'items',
      'additionalProperties',
      'anyOf',
      'allOf',
      'enum',
      'format',
      'default',
    ],
    ...['pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'minLength', 'maxLength', 'propertyNames'],
    ...['description', 'example', '$ref'],
  ],
}

function unknownFields(object: object, kind: keyof typeof named): string[] {
  return Object.keys(object).filter(key => !key.startsWith('x-') && !named[kind].includes(key))
}

/** Every schema that is reached from one, itself first. */
function within(schema: Schema): Schema[] {
  const { properties = {}, items, anyOf = [], allOf = [], additionalProperties } = schema
  const below = [...Object.values(properties), ...anyOf, ...allOf]
  if (items) below.push(items)
  if (typeof additionalProperties === 'object') below.push(additionalProperties)
  return [schema, ...below.flatMap(within)]
}

const schemas = [
  ...Object.values(document.components.schemas ?? {}),
  ...all.flatMap(({ operation }) => [
    ...(operation.parameters ?? []).map(one => one.schema),
    ...Object.values(operation.requestBody?.content ?? {}).map(one => one.schema),
    ...Object.values(operation.responses).flatMap(one => Object.values(one.content ?? {}).map(media => media.schema)),
  ]),
].flatMap(within)

describe('the document', () => {
  it('is OpenAPI 3.1 with the fields that the standard gives each object', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({ title: 'Fotfäste', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
    expect(unknownFields(document, 'document')).toEqual([])
    expect(unknownFields(document.components, 'components')).toEqual([])
    expect(all.flatMap(one => unknownFields(one.operation, 'operation'))).toEqual([])
    expect(
      all.flatMap(one => (one.operation.parameters ?? []).flatMap(two => unknownFields(two, 'parameter'))),
    ).toEqual([])
    expect(schemas.flatMap(one => unknownFields(one, 'schema'))).toEqual([])
    expect(schemas.length).toBeGreaterThan(300)
  })

  it('has schemas of types that JSON Schema 2020-12 knows, and references that lead somewhere', () => {
    const types = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null']
    expect(schemas.flatMap(one => [one.type ?? []].flat()).filter(type => !types.includes(type))).toEqual([])
    for (const one of schemas) expect(resolve(one, document.components)).toBeDefined()
    expect(schemas.filter(one => 'nullable' in one)).toEqual([])
  })

  it('declares every hole of an address, and no others', () => {
    for (const { path, operation, name } of all) {
      const holes = [...path.matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole)
      const declared = (operation.parameters ?? []).filter(one => one.in === 'path')
      expect(
        declared.map(one => one.name),
        name,
      ).toEqual(holes)
      expect(
        declared.every(one => one.required),
        name,
      ).toBe(true)
    }
  })

  it('gives each operation a name of its own, words and a tag', () => {
    expect(new Set(all.map(one => one.operation.operationId)).size).toBe(all.length)
    for (const { operation, name } of all) {
      expect(operation.summary, name).toMatch(/\S/)
      expect(
        document.tags.map(tag => tag.name),
        name,
      ).toEqual(expect.arrayContaining(operation.tags))
    }
  })

  it('asks for a bearer token everywhere, and an Idempotency-Key for every write (trust.md R5)', () => {
    expect(document.security).toEqual([{ token: [] }])
    expect(document.components.securitySchemes.token).toMatchObject({ type: 'http', scheme: 'bearer' })
    for (const { method, operation, name } of all) {
      const key = (operation.parameters ?? []).find(one => one.in === 'header' && one.name === 'Idempotency-Key')
      expect(key?.required ?? false, name).toBe(method !== 'get')
    }
  })

  it('answers with a named schema, and with problems that are described', () => {
    for (const { operation, name } of all) {
      for (const [status, answer] of Object.entries(operation.responses)) {
        const found = answer.$ref
          ? document.components.responses[answer.$ref.replace('#/components/responses/', '')]
          : answer
        expect(found?.description, `${name} ${status}`).toMatch(/\S/)
        const type = Number(status) < 400 ? 'application/json' : 'application/problem+json'
        expect(Object.keys(found?.content ?? {}), `${name} ${status}`).toEqual([type])
      }
      expect(Object.keys(operation.responses), name).toEqual(
        expect.arrayContaining(['401', '404', '422', '429', '500']),
      )
    }
  })

  it('takes no field that it does not name (S3, T13)', () => {
    const bodies = all.flatMap(({ operation }) => operation.requestBody?.content['application/json']?.schema ?? [])
    expect(bodies.length).toBeGreaterThanOrEqual(4)
    const objects = bodies.flatMap(body => open(body)).filter(one => one.type === 'object')
    expect(objects.filter(one => one.additionalProperties !== false)).toEqual([])
  })

  it('lets nobody set what the server sets', () => {
    const bodies = all.flatMap(({ operation }) => operation.requestBody?.content['application/json']?.schema ?? [])
    const fields = bodies.flatMap(body => open(body).flatMap(one => Object.keys(one.properties ?? {})))
    const own = [
      'id',
      'number',
      'state',
      'authority',
      'organisation',
      'supplier',
      'role',
      'approvedBy',
      'receiptNumber',
    ]
    expect(fields.filter(field => own.includes(field))).toEqual([])
  })

  it('is the one that lies in docs/api', () => {
    const kept = JSON.parse(readFileSync(new URL('../../docs/api/openapi.json', import.meta.url), 'utf8'))
    expect(kept).toEqual(document)
  })
})

describe('the inventory of operations', () => {
  it('is the document: each operation stands in both, with its entry in an access table', () => {
    const inventory = apiOperations().map(one => `${one.method.toLowerCase()} ${one.path} ${one.operation}`)
    expect(all.map(one => `${one.method} ${basePath}${one.path} ${one.operation['x-operation']}`).toSorted()).toEqual(
      inventory.toSorted(),
    )
  })

  it('has the roles of the tables in the document', () => {
    for (const one of apiOperations()) {
      const rule = one.access[one.operation]
      expect(rule, one.operation).toBeDefined()
      const told = document.paths[one.path.slice(basePath.length)]?.[one.method.toLowerCase()]?.['x-roles']
      expect(told, one.operation).toEqual(rule?.roles)
      if (Array.isArray(told)) expect(roles, one.operation).toEqual(expect.arrayContaining(told))
    }
  })

  it('has every resource of the thread, from notice to report (GEN-6)', () => {
    expect(new Set(all.map(one => one.path.split('/').at(-1) ?? ''))).toEqual(
      new Set([
        ...[
          'me',
          'notices',
          '{notice}',
          'procurements',
          '{procurement}',
          'need',
          'commitments',
          'commitment',
          'profile',
        ],
        ...['places', 'apportionment', 'ledger', 'keys', 'interventions', 'people', '{person}', 'permissions'],
        ...['candidacies', 'placements', 'reports', '{report}', 'corrections', 'submission', 'results'],
      ]),
    )
  })
})

/** A schema with everything below it, references followed. */
function open(schema: Schema): Schema[] {
  return within(resolve(schema, document.components)).flatMap(one => (one.$ref ? open(one) : [one]))
}
