import { Secret, TOTP } from 'otpauth'

/** RFC 6238 with what every authenticator app takes: SHA-1, six digits, 30 seconds. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** 160 random bits in base32, as RFC 4226 §4 asks. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The `otpauth://` address of a QR code. `account` is shown in the app to tell several apart. */
export function totpAddress(secret: string, account: string): string {
  return new TOTP({ ...shape, issuer: 'Fotfäste', label: account, secret: Secret.fromBase32(secret) }).toString()
}

/**
 * The 30-second step that a code belongs to, when it is the present one, the one before or the one after; otherwise undefined.
 * A step may be used once: the database keeps the last (RFC 6238 §5.2). `at` is real time, also in a demonstration laid out around another day.
 */
export function matchTotp(secret: string, code: string, at: Date): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = at.getTime()
  const delta = new TOTP({ ...shape, secret: Secret.fromBase32(secret) }).validate({ token, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / shape.period) + delta
}
