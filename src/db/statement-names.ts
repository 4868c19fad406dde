import { createHash } from 'node:crypto'

const names = new Map<string, string>()

/** More texts than the product has; beyond it a statement goes without a name, as it would without this file. */
const most = 1000

/**
 * The name under which a connection keeps the plan of a statement. The policies of three fences make planning dearer than
 * most readings; a kept plan asks the same policies, with the reader's own session, each time it runs.
 * The name is made of the text alone: pages and API are built apart, each with a copy of this file, and share connections.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= most) return known
  const name = `kept_${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`
  names.set(text, name)
  return name
}
