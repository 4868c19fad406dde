import { hash, parseOptions, verify } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { hashPassword, newSalt } from './password.ts'

test('the hash is argon2id with 19 MiB and two passes (ASVS 11.4.2)', async () => {
  const salt = Buffer.from('0123456789abcdef')
  const ours = await hashPassword('fyra ord som ingen annan', salt)
  const theirs = await hash('fyra ord som ingen annan', {
    salt,
    memoryCost: 19456,
    timeCost: 2,
    parallelism: 1,
    outputLen: 32,
  })
  expect(theirs).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(parseOptions(theirs).outputLen).toBe(32)
  expect(
    Buffer.from(ours ?? [])
      .toString('base64')
      .replace(/=+$/, ''),
  ).toBe(theirs.split('$').at(-1))
  expect(await verify(theirs, 'fyra ord som ingen annan')).toBe(true)
})

test('the same letters written two ways are the same password', async () => {
  const salt = newSalt()
  expect(await hashPassword('lösenord på åtta', salt)).toEqual(
    await hashPassword('lösenord på åtta'.normalize('NFD'), salt),
  )
})

test('salts are 128 random bits', () => {
  const salts = Array.from({ length: 100 }, () => Buffer.from(newSalt()).toString('hex'))
  expect(new Set(salts).size).toBe(100)
  expect(salts[0]).toHaveLength(32)
})

test('a flood of passwords is turned away past the queue, and the queue still empties', async () => {
  const salt = newSalt()
  const answers = await Promise.all(Array.from({ length: 80 }, () => hashPassword('x', salt)))
  expect(answers.filter(answer => answer === undefined)).toHaveLength(80 - 64 - 2)
  expect(await hashPassword('x', salt)).toEqual(answers[0])
}, 30_000)
