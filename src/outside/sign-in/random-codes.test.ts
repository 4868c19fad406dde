import { expect, test } from 'vitest'
import { cleanRecoveryCode, newRecoveryCodes, newSixDigits } from './random-codes.ts'

test('ten different recovery codes, without letters that look alike', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-KM-NP-Z]{5}-[2-9A-HJ-KM-NP-Z]{5}$/)
})

test('a recovery code is understood however it is typed', () => {
  expect(cleanRecoveryCode(' 7kd4p qx2mt ')).toBe('7KD4P-QX2MT')
  expect(cleanRecoveryCode('7KD4P-QX2MT')).toBe('7KD4P-QX2MT')
})

test.each(['123456', '7KD4P-QX2M', '7KD4P-QX2MTT', '0KD4P-QX2MT', ''])('%j can not be a recovery code', typed => {
  expect(cleanRecoveryCode(typed)).toBeUndefined()
})

test('six digits, zeros first too, spread over all numbers', () => {
  const codes = Array.from({ length: 3000 }, newSixDigits)
  for (const code of codes) expect(code).toMatch(/^\d{6}$/)
  for (let digit = 0; digit < 10; digit += 1)
    expect(codes.filter(code => code.startsWith(String(digit))).length).toBeGreaterThan(200)
})
