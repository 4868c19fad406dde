import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { matchTotp, newTotpSecret, totpAddress } from './totp.ts'

// RFC 6238 appendix B, SHA-1; the RFC prints eight digits, an app shows the last six of them.
const rfcSecret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32
const rfcVectors: readonly (readonly [number, string])[] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
]

test.each(rfcVectors)('RFC 6238: at %i seconds the code is %s', (seconds, code) => {
  expect(matchTotp(rfcSecret, code.slice(2), new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
})

const at = new Date('2026-03-02T09:00:10Z')
const codeOf = (secret: string, moment: Date): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: moment.getTime() })
const later = (seconds: number): Date => new Date(at.getTime() + seconds * 1000)

test('a code is good in its own step and one step to each side, and not two (ASVS 6.5.5)', () => {
  const secret = newTotpSecret()
  const step = Math.floor(at.getTime() / 30_000)
  expect(matchTotp(secret, codeOf(secret, at), at)).toBe(step)
  expect(matchTotp(secret, codeOf(secret, later(-30)), at)).toBe(step - 1)
  expect(matchTotp(secret, codeOf(secret, later(30)), at)).toBe(step + 1)
  expect(matchTotp(secret, codeOf(secret, later(-60)), at)).toBeUndefined()
  expect(matchTotp(secret, codeOf(secret, later(60)), at)).toBeUndefined()
})

test('spaces are forgiven, other shapes are not', () => {
  const secret = newTotpSecret()
  const code = codeOf(secret, at)
  expect(matchTotp(secret, `${code.slice(0, 3)} ${code.slice(3)}`, at)).toBeDefined()
  for (const wrong of ['', code.slice(1), `${code}0`, 'abcdef', '１２３４５６'])
    expect(matchTotp(secret, wrong, at)).toBeUndefined()
})

test('a secret is 160 bits, and its address names the service and the account', () => {
  const secret = newTotpSecret()
  expect(Secret.fromBase32(secret).bytes).toHaveLength(20)
  const address = new URL(totpAddress(secret, 'karin.berg@stad.example'))
  expect(address.protocol).toBe('otpauth:')
  expect(address.searchParams.get('secret')).toBe(secret)
  expect(decodeURIComponent(address.pathname)).toContain('Fotfäste:karin.berg@stad.example')
})
