import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'

/** An identity number as it is kept: sealed for showing, and a keyed digest for equality (trust.md P-D4). */
export type SealedIdentity = {
  /** Edition (1 byte), nonce (12), cipher text, tag (16). */
  readonly sealed: Buffer
  /** HMAC-SHA256 with a key of its own, 32 bytes. */
  readonly hmac: Buffer
}

type Keys = { readonly seal: Buffer; readonly nonce: Buffer; readonly lookup: Buffer }

const edition = 1
const about = Buffer.from('fotfaste identity')

/**
 * Seals a normalised identity number (twelve digits) with AES-256-GCM under a key derived from the installation's secret.
 * The nonce is made from the number under a key of its own, so that the function is pure: the same number gives the same seal, which
 * tells no more than the digest beside it does, and no nonce ever meets two different texts.
 * @example const { sealed, hmac } = sealIdentity(settings.secret, '199001072397')
 */
export function sealIdentity(secret: string, number: string): SealedIdentity {
  const keys = keysOf(secret)
  const nonce = createHmac('sha256', keys.nonce).update(number).digest().subarray(0, 12)
  const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce).setAAD(about)
  const text = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()])
  return {
    sealed: Buffer.concat([Buffer.of(edition), nonce, text, cipher.getAuthTag()]),
    hmac: identityDigest(secret, number),
  }
}

/** The digest by which a number is found without being opened. */
export function identityDigest(secret: string, number: string): Buffer {
  return createHmac('sha256', keysOf(secret).lookup).update(number).digest()
}

/** The number again. Throws when the seal was made with another secret or has been changed: that is a bug or an attack, never an answer. */
export function openIdentity(secret: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== edition || bytes.length < 30) throw new Error('Not a sealed identity number')
  const open = createDecipheriv('aes-256-gcm', keysOf(secret).seal, bytes.subarray(1, 13)).setAAD(about)
  open.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([open.update(bytes.subarray(13, -16)), open.final()]).toString('utf8')
}

let last: { readonly secret: string; readonly keys: Keys } | undefined

/** Derived once for as long as the secret is the same: a world of 350 000 people seals as many numbers. */
function keysOf(secret: string): Keys {
  if (last?.secret === secret) return last.keys
  const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `fotfaste identity ${use} v1`, 32))
  const keys = { seal: derive('seal'), nonce: derive('nonce'), lookup: derive('lookup') }
  last = { secret, keys }
  return keys
}
