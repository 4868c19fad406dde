import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, isoWeek, yearsBetween } from './day.ts'
import { addWorkdays, holidaysOf, isWorkday, nextWorkday } from './workday.ts'

const table: { date: string; deadline_moves: string }[] = parse(
  readFileSync(new URL('./vectors/swedish-holidays.csv', import.meta.url)),
  { columns: true },
)

describe('Swedish holidays', () => {
  it('are those of the table, every year from 2020 to 2040', () => {
    for (let year = 2020; year <= 2040; year += 1) {
      const expected = table.filter(({ date }) => date.startsWith(String(year))).map(({ date }) => date)
      expect(expected).toHaveLength(16)
      // Two of the sixteen may fall on one day (Whit Sunday on 6 June); a set then holds fifteen.
      expect([...holidaysOf(year)].toSorted()).toEqual([...new Set(expected)].toSorted())
    }
  })

  it('are no working days, and neither are weekends', () => {
    expect(table.filter(({ date, deadline_moves }) => deadline_moves === '1' && isWorkday(date))).toEqual([])
    for (const [day, works] of [
      ['2026-03-06', true],
      ['2026-03-07', false],
      ['2026-03-08', false],
      ['2026-03-09', true],
      ['2026-04-02', true],
      ['2026-04-03', false],
      ['2026-06-18', true],
      ['2026-06-19', false],
      ['2026-12-23', true],
      ['2026-12-24', false],
    ] as const)
      expect([day, isWorkday(day)]).toEqual([day, works])
  })
})

describe('a deadline on a day off moves to the next working day', () => {
  it.each([
    ['2026-03-06', '2026-03-06'], // Friday stays
    ['2026-03-07', '2026-03-09'], // Saturday → Monday
    ['2026-04-03', '2026-04-07'], // Good Friday → Tuesday after Easter
    ['2026-06-19', '2026-06-22'], // Midsummer Eve → Monday
    ['2026-12-24', '2026-12-28'], // Christmas Eve, two holidays, Sunday → Monday
    ['2026-12-31', '2027-01-04'], // New Year's Eve → over the week that two years share
    ['2028-12-30', '2029-01-02'], // Saturday, Sunday (eve), New Year's Day → Tuesday
  ])('%s → %s', (day, moved) => {
    expect(nextWorkday(day)).toBe(moved)
  })

  it('working days are counted from the day after', () => {
    expect(addWorkdays('2026-03-02', 0)).toBe('2026-03-02')
    expect(addWorkdays('2026-03-02', 7)).toBe('2026-03-11')
    // From Wednesday before Easter: Thursday, then Tuesday after.
    expect(addWorkdays('2026-04-01', 2)).toBe('2026-04-07')
  })
})

describe('the calendar at its edges', () => {
  it('an instant is a day in Stockholm, on both sides of midnight and of summer time', () => {
    for (const [instant, day] of [
      ['2026-03-28T22:59:59Z', '2026-03-28'],
      ['2026-03-28T23:00:00Z', '2026-03-29'],
      ['2026-03-29T21:59:59Z', '2026-03-29'],
      ['2026-03-29T22:00:00Z', '2026-03-30'],
      ['2026-10-24T21:59:59Z', '2026-10-24'],
      ['2026-10-24T22:00:00Z', '2026-10-25'],
      ['2026-10-25T22:59:59Z', '2026-10-25'],
      ['2026-10-25T23:00:00Z', '2026-10-26'],
    ] as const)
      expect(dayOf(new Date(instant))).toBe(day)
  })

  it('days of 23 and 25 hours are days', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  })

  it('week 53 belongs to the old year, and week 1 may begin in it', () => {
    expect(isoWeek('2026-12-31')).toEqual({ week: 53, year: 2026 })
    expect(isoWeek('2027-01-03')).toEqual({ week: 53, year: 2026 })
    expect(isoWeek('2027-01-04')).toEqual({ week: 1, year: 2027 })
    expect(isoWeek('2029-12-31')).toEqual({ week: 1, year: 2030 })
  })

  it('age turns on the birthday; born on 29 February, on 28 February when there is no 29th', () => {
    expect(yearsBetween('2008-03-16', '2026-03-15')).toBe(17)
    expect(yearsBetween('2008-03-16', '2026-03-16')).toBe(18)
    expect(yearsBetween('2008-02-29', '2026-02-27')).toBe(17)
    expect(yearsBetween('2008-02-29', '2026-02-28')).toBe(18)
    expect(yearsBetween('2008-02-29', '2028-02-28')).toBe(19)
    expect(yearsBetween('2008-02-29', '2028-02-29')).toBe(20)
  })
})
