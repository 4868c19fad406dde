import { expect, test } from 'vitest'
import { identityDigest, openIdentity, sealIdentity } from './seal.ts'

const secret = 'the secret of these tests, long enough'
const [first, second] = ['199001072397', '200401012380']

test('P-D4: a sealed number opens with its secret and says nothing without it', () => {
  const { sealed, hmac } = sealIdentity(secret, first)
  expect(openIdentity(secret, sealed)).toBe(first)
  expect(() => openIdentity('another secret, as long as the first', sealed)).toThrow()
  for (const bytes of [sealed, hmac]) {
    expect(bytes.toString('latin1')).not.toContain(first.slice(2))
    expect(bytes.toString('hex')).not.toContain(Buffer.from(first).toString('hex'))
  }
})

test('P-D4: a changed byte anywhere is found', () => {
  const { sealed } = sealIdentity(secret, first)
  for (let place = 0; place < sealed.length; place += 1) {
    const changed = Buffer.from(sealed)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(() => openIdentity(secret, changed), `byte ${place}`).toThrow()
  }
  expect(() => openIdentity(secret, Buffer.alloc(0))).toThrow('Not a sealed identity number')
})

test('equal numbers have equal digests, others and other secrets do not; seal and digest share nothing', () => {
  const { sealed, hmac } = sealIdentity(secret, first)
  expect(identityDigest(secret, first)).toEqual(hmac)
  expect(sealIdentity(secret, first).sealed).toEqual(sealed)
  expect(identityDigest(secret, second)).not.toEqual(hmac)
  expect(identityDigest(`${secret}!`, first)).not.toEqual(hmac)
  const other = sealIdentity(secret, second).sealed
  expect(other.subarray(1, 13)).not.toEqual(sealed.subarray(1, 13))
  expect(hmac.subarray(0, 12)).not.toEqual(sealed.subarray(1, 13))
})
