import { expect, it } from 'vitest'
import { expectRegister } from '#test/wording'
import { reportsRegister } from './register.ts'

it('GEN-2: how counts of people are guarded stands in the register, in both languages, as our own choice', () => {
  expectRegister(reportsRegister)
  expect(reportsRegister.find(({ id }) => id === 'reports.smallest_shown')?.shown).toEqual({
    sv: '5 personer',
    en: '5 people',
  })
  expect(new Set(reportsRegister.map(({ confidence }) => confidence))).toEqual(new Set(['own_choice']))
})
