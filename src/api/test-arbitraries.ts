import fc from 'fast-check'
import { type Components, resolve, type Schema } from './test-conform.ts'

/** What no schema asks for: other types, extremes, other alphabets, names that reach behind an object, other languages' code. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -1, 1e308, -1e308, 2 ** 53, 0.1, '', ' ', '0', '-1', '1e9', 'null', 'true', [], {}, [[]]],
    ...[
      '\u0000',
      'a\u0000b',
      '\ud800',
      '\u202e\u0635\ufdfa',
      '👩‍👩‍👧‍👦',
      'ﬀ',
      'İ',
      'ß'.repeat(500),
      '%00',
      '../../etc/passwd',
    ],
    ...["' or 1=1 --", '$1', '{{7*7}}', '<script>alert(1)</script>', 'a\r\nX: y', '=1+1', '\\', '"', '__proto__'],
    ...['9999-12-31', '0000-00-00', '2026-02-30', '-000001-01-01', '2026-05-04T00:00:00Z', '19900101-2380'],
    ...['00000000-0000-0000-0000-000000000000', '0199A1F0-0000-7000-8000-000000000001', 'x'.repeat(20_000)],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.json({ maxDepth: 4 }).map(text => JSON.parse(text) as unknown),
)

/** Values that a schema of the document takes, as far as the schema tells. */
export function fitting(given: Schema, components: Components): fc.Arbitrary<unknown> {
  const schema = resolve(given, components)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const type = [schema.type ?? 'string'].flat()[0]
  if (type === 'integer' || type === 'number')
    return fc.integer({ min: schema.minimum ?? -1000, max: Math.min(schema.maximum ?? 1000, 2 ** 31) })
  if (type === 'boolean') return fc.boolean()
  if (type === 'array') return fc.array(fitting(schema.items ?? {}, components), { maxLength: 3 })
  if (type === 'object') return fields(schema, components)
  return texts(schema)
}

function texts({ format, pattern, minLength = 0, maxLength = 50 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: 7 })
  if (format === 'date') {
    const days = { min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }
    return fc.date(days).map(at => at.toISOString().slice(0, 10))
  }
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) })
}

function fields({ properties = {}, required = [] }: Schema, components: Components): fc.Arbitrary<unknown> {
  const known = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, fitting(one, components)]))
  return fc.record(known, { requiredKeys: [...required] })
}

/** A body that fits, or fits but for something: a field swapped, dropped or added, or all of it another thing. */
export function nearly(schema: Schema, components: Components): fc.Arbitrary<unknown> {
  const fits = fitting(schema, components)
  const bent = fc.tuple(fits, fc.nat(), hostile, fc.constantFrom('swap', 'drop', 'add', 'deep')).map(bend)
  return fc.oneof({ weight: 3, arbitrary: fits }, { weight: 6, arbitrary: bent }, { weight: 1, arbitrary: hostile })
}

function bend([value, at, odd, how]: [unknown, number, unknown, string]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return odd
  const entries = Object.entries(value)
  const chosen = at % Math.max(1, entries.length)
  const [name = 'x', inner] = entries[chosen] ?? []
  if (how === 'add') return { ...value, [typeof odd === 'string' ? odd.slice(0, 50) : 'extra']: odd, authority: 'mine' }
  if (how === 'drop') return Object.fromEntries(entries.filter((_, index) => index !== chosen))
  if (how === 'deep' && typeof inner === 'object') return { ...value, [name]: bend([inner, at, odd, 'swap']) }
  return { ...value, [name]: odd }
}
