import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What the installation's secret is used for in sign-in. Each use has a key of its own, so that one can't be turned into another. */
export type Keys = {
  /** AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text. `purpose` is bound in: what was sealed for one thing opens for no other. */
  readonly seal: (purpose: string, text: string) => Uint8Array
  /** The text, or undefined when it was not sealed here for this purpose. */
  readonly unseal: (purpose: string, sealed: Uint8Array) => string | undefined
  /** HMAC-SHA-256, for short codes and network addresses: their hashes can't be guessed back without the key. */
  readonly hash: (purpose: string, text: string) => Uint8Array
}

/** @param secret the installation's secret, at least 32 characters */
export function createKeys(secret: string): Keys {
  const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'fotfaste sign-in', use, 32))
  const sealing = derive('sealing')
  const hashing = derive('hashing')
  return {
    seal: (purpose, text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    unseal: (purpose, sealed) => {
      if (sealed.length < 28) return undefined
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, 12), { authTagLength: 16 })
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(12, 28))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
    hash: (purpose, text) => createHmac('sha256', hashing).update(`${purpose}\0${text}`).digest(),
  }
}
