import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPart, suggestClause, targetGroups, writePart } from './clause-suggestion.ts'
import { validateClause } from './clauses/employment-parameters.ts'
import { employmentForms } from './procurement.ts'

describe('PRC-6: the clause to begin from', () => {
  it('asks for the need’s places times months, with the defaults in force', () => {
    expect(suggestClause({ places: 6, months: 6, form: 'fixed_term' }, '2026-03-02')).toMatchObject({
      fullTimeMonths: 3600,
      firstStartWithinMonths: 6,
      earlyEndThreshold: { numerator: 3, denominator: 4 },
      reportingIntervalMonths: 3,
      countsExistingStaff: false,
    })
  })

  it('is whole before any default was in force: three quarters are enough, no reason is allowed, of one group', () => {
    const { targetGroups: groups, formDefinition, ...rest } = suggestClause(undefined, '1999-01-01')
    expect(rest).toEqual({
      variant: 'employment',
      fullTimeMonths: 1200,
      firstStartWithinMonths: 6,
      earlyEndThreshold: { numerator: 3, denominator: 4 },
      allowedEarlyEndReasons: [],
      countsExistingStaff: false,
      linkedToContractWork: true,
      reportingIntervalMonths: 3,
    })
    expect(groups).toEqual([targetGroups[0]])
    expect(formDefinition.sv).toMatch(/^Tillsvidareanställning eller tidsbegränsad /)
  })

  it('offers three target groups, each in both languages', () => {
    expect(targetGroups.map(({ id }) => id)).toEqual(['youth_foreign_born', 'disability', 'far_from_work'])
    for (const { wording } of targetGroups) {
      expect(wording.sv).toMatch(/^arbetslösa \S+ .*\S$/)
      expect(wording.en).toMatch(/^unemployed \S+ .*\S$/)
    }
  })

  it('is valid whatever the need, and without one', () => {
    expect(validateClause(suggestClause(undefined, '2026-03-02'))).toEqual([])
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom(...employmentForms),
        (places, months, form) => {
          expect(validateClause(suggestClause({ places, months, form }, '2026-03-02'))).toEqual([])
        },
      ),
    )
  })
})

describe('the part that is enough after an early end', () => {
  it('is read as per cent or as a fraction, in its lowest terms', () => {
    expect(readPart('75')).toEqual({ numerator: 3, denominator: 4 })
    expect(readPart(' 75 % ')).toEqual({ numerator: 3, denominator: 4 })
    expect(readPart('2/3')).toEqual({ numerator: 2, denominator: 3 })
    expect(readPart('100')).toEqual({ numerator: 1, denominator: 1 })
    expect(readPart('1')).toEqual({ numerator: 1, denominator: 100 })
    expect(readPart('1/1')).toEqual({ numerator: 1, denominator: 1 })
    expect(readPart('12/25')).toEqual({ numerator: 12, denominator: 25 })
    expect(readPart('100/300')).toEqual({ numerator: 1, denominator: 3 })
  })

  it('is refused when it is nothing, more than the whole, or something else', () => {
    for (const text of ['', '0', '101', '4/3', '1/0', '0/4', '0/0', '-5', '7,5', '2 3', 'tre fjärdedelar', '75%%'])
      expect(readPart(text), text).toBeUndefined()
  })

  it('is written as per cent when that is whole, else as a fraction', () => {
    expect(writePart({ numerator: 3, denominator: 4 })).toBe('75')
    expect(writePart({ numerator: 1, denominator: 1 })).toBe('100')
    expect(writePart({ numerator: 2, denominator: 3 })).toBe('2/3')
  })

  it('is written so that it is read back as the same', () => {
    for (let numerator = 1; numerator <= 60; numerator += 1)
      for (let denominator = numerator; denominator <= 60; denominator += 1) {
        const read = readPart(writePart({ numerator, denominator }))
        expect((read?.numerator ?? 0) * denominator).toBe((read?.denominator ?? 0) * numerator)
      }
  })
})
