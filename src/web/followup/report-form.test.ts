import { describe, expect, it, test } from 'vitest'
import { periodText } from './period.ts'
import { changeSchema, isRow, rows, spread } from './report-form.ts'

const ends = {
  ended_as_planned: '1',
  ended_employee_resigned: '0',
  ended_dismissed_personal_reasons: '0',
  ended_summarily_dismissed: '0',
  ended_shortage_of_work: '2',
  ended_other: '0',
}

describe('what is typed in a row', () => {
  test.each([
    ['4,5', 450],
    ['4.5', 450],
    ['4', 400],
    ['0,07', 7],
    [' 12,25 ', 1225],
  ])('months %j are %i hundredths', (typed, hundredths) => {
    expect(
      changeSchema('fullTimeMonths').parse({ version: '3', field: 'fullTimeMonths', fullTimeMonths: typed }),
    ).toEqual({
      version: 3,
      corrections: { fullTimeMonths: hundredths },
    })
  })

  test.each(['', 'fyra', '-1', '4,555', '1e3', '4,5 månader', '999999'])('months %j are refused', typed => {
    const read = changeSchema('fullTimeMonths').safeParse({
      version: '3',
      field: 'fullTimeMonths',
      fullTimeMonths: typed,
    })
    expect(read.error?.issues[0]?.message).toBe('not_months')
  })

  test.each(['1,5', '-2', 'två', '', '12345'])('people %j are refused', typed => {
    expect(
      changeSchema('persons').safeParse({ version: '1', field: 'persons', persons: typed }).error?.issues[0]?.message,
    ).toBe('not_whole')
  })

  it('ends are kept by reason, and only those that there are', () => {
    expect(changeSchema('ended').parse({ version: '1', field: 'ended', ...ends })).toEqual({
      version: 1,
      corrections: { endedFor: { as_planned: 1, shortage_of_work: 2 } },
    })
  })

  it('T13: a field of another row is refused', () => {
    expect(
      changeSchema('persons').safeParse({ version: '1', field: 'persons', persons: '1', remark: 'x' }).success,
    ).toBe(false)
    expect(
      changeSchema('remark').safeParse({ version: '1', field: 'remark', remark: 'x', state: 'approved' }).success,
    ).toBe(false)
  })

  it('every row that the page shows has a form, and nothing else has', () => {
    expect(rows.every(isRow)).toBe(true)
    expect(isRow('state')).toBe(false)
    expect(isRow(null)).toBe(false)
  })
})

it('a refusal with several faults becomes a fault at each field', () => {
  const refusal = {
    code: 'report.impossible',
    facts: { faults: 'fullTimeMonths:months_exceed_period ended:ended_exceed_people', most: 300 },
  }
  expect(spread({ values: { field: 'ended' }, faults: [], refusal })).toEqual({
    values: { field: 'ended' },
    faults: [
      { field: 'fullTimeMonths', message: 'months_exceed_period' },
      { field: 'ended', message: 'ended_exceed_people' },
    ],
  })
  const other = { values: {}, faults: [], refusal: { code: 'report.not_sent', facts: {} } }
  expect(spread(other)).toBe(other)
})

test.each([
  ['2026-01-01', '2026-03-31', 'januari–mars 2026'],
  ['2025-12-01', '2026-02-28', 'december 2025–februari 2026'],
  ['2026-02-01', '2026-02-28', 'februari 2026'],
  ['2025-11-26', '2026-02-25', '26 november 2025–25 februari 2026'],
  ['2026-01-15', '2026-04-14', '15 januari–14 april 2026'],
])('the period %s to %s is said %j', (from, to, text) => {
  expect(periodText(from, to, 'sv')).toBe(text)
})
