import { expect, test } from 'vitest'
import { createKeys } from './keys.ts'

const keys = createKeys('an installation secret of more than 32 characters')

test('what is sealed opens again, for the same purpose and with the same secret only', () => {
  const sealed = keys.seal('totp', 'hemligt å')
  expect(keys.unseal('totp', sealed)).toBe('hemligt å')
  expect(keys.unseal('oidc', sealed)).toBeUndefined()
  expect(createKeys('another secret, also of more than 32 characters').unseal('totp', sealed)).toBeUndefined()
})

test('any changed bit is noticed', () => {
  const sealed = keys.seal('totp', 'JBSWY3DPEHPK3PXP')
  for (let place = 0; place < sealed.length; place += 1) {
    const changed = Uint8Array.from(sealed)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(keys.unseal('totp', changed)).toBeUndefined()
  }
  expect(keys.unseal('totp', sealed.subarray(0, 20))).toBeUndefined()
})

test('the same text is sealed differently each time, and hides its text', () => {
  const [a, b] = [keys.seal('totp', 'JBSWY3DPEHPK3PXP'), keys.seal('totp', 'JBSWY3DPEHPK3PXP')]
  expect(Buffer.from(a).equals(b)).toBe(false)
  expect(Buffer.from(a).includes('JBSWY')).toBe(false)
})

test('a hash depends on the purpose and where one text ends', () => {
  const hex = (purpose: string, text: string): string => Buffer.from(keys.hash(purpose, text)).toString('hex')
  expect(hex('code', '123456')).toBe(hex('code', '123456'))
  expect(new Set([hex('code', '123456'), hex('network', '123456'), hex('cod', 'e123456')]).size).toBe(3)
})
