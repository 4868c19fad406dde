import type { Family, MatchInstance, Reserve } from './instance.ts'

/** What is wrong with a file before its content can be looked at. */
export type JmbFault = {
  readonly code: 'jmb.too_short' | 'jmb.not_this_format' | 'jmb.counts_impossible' | 'jmb.truncated' | 'jmb.too_long'
  readonly facts: Readonly<Record<string, number>>
}

export type JmbReading =
  | { readonly ok: true; readonly instance: MatchInstance }
  | { readonly ok: false; readonly fault: JmbFault }

const magic = 0x3142_4d4a
const headerBytes = 64

/**
 * Reads the binary form of an instance ("JMB1", little-endian, every array padded to 8 bytes). The arrays are views of the bytes,
 * nothing is copied. Only lengths are judged here; indexes and weights are `findFaults`'s.
 */
export function readJmb(bytes: Uint8Array): JmbReading {
  if (bytes.length < headerBytes) return refuse('jmb.too_short', { bytes: bytes.length, expected: headerBytes })
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  const header = new Int32Array(aligned.buffer, aligned.byteOffset, 16)
  if (header[0] !== magic) return refuse('jmb.not_this_format', { magic: header[0]! })
  const [, N = 0, M = 0, A = 0, R = 0, F = 0, L = 0, K = 0, fill = 0] = header
  if ([N, M, A, R, F, L, K].some(count => count < 0) || F > 1000) {
    return refuse('jmb.counts_impossible', { N, M, A, R, F, L, K })
  }
  const words = [N + 1, A, M, N, N, M, F, L, L, L, ...new Array<number>(F).fill(N), 5 * K]
  const expected = headerBytes + padded(2 * A) + words.reduce((sum, count) => sum + padded(4 * count), 0)
  if (bytes.length < expected) return refuse('jmb.truncated', { bytes: bytes.length, expected })
  if (bytes.length > expected) return refuse('jmb.too_long', { bytes: bytes.length, expected })

  let at = aligned.byteOffset + headerBytes
  const next = <Taken>(make: (buffer: ArrayBufferLike, from: number) => Taken, size: number): Taken => {
    const taken = make(aligned.buffer, at)
    at += padded(size)
    return taken
  }
  const ints = (count: number): Int32Array => next((buffer, from) => new Int32Array(buffer, from, count), 4 * count)
  const first = ints(N + 1)
  const head = ints(A)
  const score = next((buffer, from) => new Uint16Array(buffer, from, A), 2 * A)
  const [capacity, invitations, candidateRegion, openingRegion] = [ints(M), ints(N), ints(N), ints(M)]
  const [sizes, low, high, penalty] = [ints(F), ints(L), ints(L), ints(L)]
  if (sizes.some(size => size < 0) || sizes.reduce((sum, size) => sum + size, 0) !== L) {
    return refuse('jmb.counts_impossible', { F, L })
  }
  const families: Family[] = []
  let from = 0
  for (const size of sizes) {
    const part = (values: Int32Array): Int32Array => values.subarray(from, from + size)
    families.push({ label: ints(N), low: part(low), high: part(high), penalty: part(penalty) })
    from += size
  }
  const rows = ints(5 * K)
  const reserves: Reserve[] = []
  for (let k = 0; k < 5 * K; k += 5) {
    const [opening = 0, family = 0, label = 0, count = 0, price = 0] = rows.subarray(k, k + 5)
    reserves.push({ opening, family, label, count, penalty: price })
  }
  const shape = {
    candidates: N,
    openings: M,
    first,
    head,
    score,
    capacity,
    invitations,
    candidateRegion,
    openingRegion,
  }
  return { ok: true, instance: { ...shape, families, reserves, fill } }
}

/** Writes an instance in the binary form that `readJmb` reads. Scores must fit 16 bits. */
export function writeJmb(instance: MatchInstance, seed = 0): Uint8Array {
  const { candidates, openings, first, head, score, families, reserves } = instance
  const labels = (of: (family: Family) => ArrayLike<number>): Int32Array =>
    Int32Array.from(families.flatMap(family => Array.from(of(family))))
  const greatest = (values: Int32Array): number => values.reduce((most, one) => Math.max(most, one), 0)
  const regions = Math.max(greatest(instance.candidateRegion), greatest(instance.openingRegion)) + 1
  const sizes = Int32Array.from(families, family => family.low.length)
  const labelCount = sizes.reduce((sum, size) => sum + size, 0)
  const header = new Int32Array(16)
  const most = instance.invitations.reduce((high, one) => Math.max(high, one), 0)
  header.set([
    magic,
    candidates,
    openings,
    head.length,
    regions,
    families.length,
    labelCount,
    reserves.length,
    instance.fill,
    seed,
    most,
  ])
  const parts: (Int32Array | Uint16Array)[] = [
    header,
    first,
    head,
    Uint16Array.from(score),
    instance.capacity,
    instance.invitations,
    instance.candidateRegion,
    instance.openingRegion,
    sizes,
    labels(family => family.low),
    labels(family => family.high),
    labels(family => family.penalty),
    ...families.map(family => family.label),
    Int32Array.from(
      reserves.flatMap(({ opening, family, label, count, penalty }) => [opening, family, label, count, penalty]),
    ),
  ]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.byteLength), 0))
  let at = 0
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += padded(part.byteLength)
  }
  return bytes
}

function padded(size: number): number {
  return Math.ceil(size / 8) * 8
}

function refuse(code: JmbFault['code'], facts: Record<string, number>): JmbReading {
  return { ok: false, fault: { code, facts } }
}
