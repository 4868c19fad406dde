import { randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'

/** OWASP's least cost for argon2id: 19 MiB, two passes, one lane (ASVS 11.4.2). A change needs a column that says which was used. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1, outputLen: 32 }

/** A hash takes some 30 ms of one core and 19 MiB: two at once leave room for everybody who is already inside (ASVS 15.2.2). */
const atOnce = 2
const longestQueue = 64
let running = 0
const waiting: (() => void)[] = []

export function newSalt(): Uint8Array {
  return randomBytes(16)
}

/**
 * The argon2id hash of a password, 32 bytes. The text is normalised (NFC), so that the same letters from another keyboard are the same password.
 * @returns undefined when more than 64 are already waiting: the page then asks to try again in a moment
 */
export async function hashPassword(password: string, salt: Uint8Array): Promise<Uint8Array | undefined> {
  if (waiting.length >= longestQueue) return undefined
  if (running >= atOnce) await new Promise<void>(go => waiting.push(go))
  else running += 1
  try {
    return await hashRaw(password.normalize('NFC'), { ...cost, salt })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
