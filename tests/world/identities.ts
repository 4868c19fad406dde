import { createHash } from 'node:crypto'
import type { Id } from '#kernel'

/** The identity of a named thing in the world, the same in every world: `idOf('organisation', 'lokalforvaltningen')`. */
export function idOf<Kind extends string>(kind: Kind, key: string): Id<Kind> {
  const hex = createHash('sha256').update(`fotfaste world ${kind} ${key}`).digest('hex')
  return shaped(hex.slice(0, 32))
}

/** Identities in order for what comes by the hundred thousand, so that rows written together lie together in an index. */
export function idInOrder<Kind extends string>(series: number, number: number, part = 0): Id<Kind> {
  const [first, second] = [series.toString(16).padStart(4, '0'), number.toString(16).padStart(8, '0')]
  const hex = `${first}${second}${'0'.repeat(8)}${part.toString(16).padStart(12, '0')}`
  return shaped(hex)
}

/** 32 hexadecimal digits in the shape of a UUID version 8 (free form, RFC 9562). */
function shaped(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
