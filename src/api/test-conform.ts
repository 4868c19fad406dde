/** Holds values against the schemas of the document, more strictly than JSON Schema: a field that is not named is a fault. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly default?: unknown
  readonly example?: unknown
  readonly description?: string
}

export type Components = { readonly schemas?: Readonly<Record<string, Schema>> }

/** Follows a reference to its schema, and lays the parts of an `allOf` together. */
export function resolve(schema: Schema, components: Components): Schema {
  if (schema.allOf) {
    const parts = schema.allOf.map(part => resolve(part, components))
    return {
      ...Object.assign({}, ...parts),
      properties: Object.assign({}, ...parts.map(part => part.properties)),
      required: parts.flatMap(part => part.required ?? []),
    }
  }
  if (schema.$ref === undefined) return schema
  const found = components.schemas?.[schema.$ref.replace('#/components/schemas/', '')]
  if (!found) throw new Error(`${schema.$ref} leads nowhere`)
  return resolve(found, components)
}

const formats: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
}

/** Every difference between a value and its schema, with where it is. Empty: it conforms. */
export function faultsAgainst(given: Schema, value: unknown, components: Components, at = ''): string[] {
  const schema = resolve(given, components)
  if (schema.anyOf) {
    return schema.anyOf.some(one => faultsAgainst(one, value, components, at).length === 0) ? [] : [`${at}: fits none`]
  }
  const types = [schema.type ?? []].flat()
  if (types.length > 0 && !types.some(type => isOf(type, value)))
    return [`${at}: ${JSON.stringify(value)} is no ${types}`]
  if (value === null) return []
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: ${JSON.stringify(value)} is not in the list`]
  if (typeof value === 'string' && schema.format && formats[schema.format]?.test(value) === false)
    return [`${at}: ${value} is no ${schema.format}`]
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value)))
    return [`${at}: ${value} is out of bounds`]
  if (Array.isArray(value))
    return value.flatMap((item, index) => faultsAgainst(schema.items ?? {}, item, components, `${at}/${index}`))
  if (typeof value === 'object') return faultsInFields(schema, value as Record<string, unknown>, components, at)
  return []
}

function faultsInFields(
  { properties = {}, required = [], additionalProperties }: Schema,
  value: Readonly<Record<string, unknown>>,
  components: Components,
  at: string,
): string[] {
  const missing = required.filter(name => !(name in value)).map(name => `${at}/${name}: missing`)
  const fields = Object.entries(value).flatMap(([name, field]) => {
    const schema = properties[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
    return schema ? faultsAgainst(schema, field, components, `${at}/${name}`) : [`${at}/${name}: not named`]
  })
  return [...missing, ...fields]
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}
