import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'

type Value = unknown
type Line = Readonly<Record<string, Value>>
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
/** Large enough that the server has something to chew on while the next batch is made. */
const chunk = 1_048_576

/** Rows in one COPY. The columns are all that some row has; where a row has none, it is null. Answers with how many rows there were. */
export async function copyRows(client: Client, table: string, rows: readonly object[]): Promise<number> {
  if (rows.length === 0) return 0
  const lines = rows as readonly Line[]
  const columns = columnsOf(lines)
  const stream = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(textOf(lines, columns), { objectMode: false }), stream)
  return rows.length
}

function columnsOf(lines: readonly Line[]): string[] {
  const columns = new Set<string>()
  for (const line of lines) for (const name in line) columns.add(name)
  return [...columns]
}

function* textOf(lines: readonly Line[], columns: readonly string[]): Generator<Buffer> {
  let held = ''
  for (const line of lines) {
    held += `${columns.map(name => asText(line[name])).join('\t')}\n`
    if (held.length < chunk) continue
    yield Buffer.from(held)
    held = ''
  }
  yield Buffer.from(held)
}

/** A value in COPY's text format. Lists are PostgreSQL arrays; JSON comes as text already. */
function asText(value: Value): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`
  if (Array.isArray(value)) return escaped(`{${value.map(element).join(',')}}`)
  throw new TypeError(`No such value is copied: ${typeof value}`)
}

function escaped(text: string): string {
  return /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, character => escapes[character] ?? character) : text
}

function element(value: Value): string {
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`
}
