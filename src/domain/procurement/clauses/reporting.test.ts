import { describe, expect, it } from 'vitest'
import { explained } from '#test/wording'
import { planReporting, type ReportingTerms } from './reporting.ts'

const terms: ReportingTerms = { intervalMonths: 3, dueWithinDays: 15, meetingEveryMonths: 6, closingMeeting: true }
const contract = { from: '2026-01-01', to: '2027-01-01' }

describe('PRC-10: the reporting schedule', () => {
  it('a year in quarters: each report fifteen days after, moved from days off', () => {
    expect(planReporting(terms, contract).reports).toEqual([
      { from: '2026-01-01', lastDay: '2026-03-31', due: '2026-04-15' },
      { from: '2026-04-01', lastDay: '2026-06-30', due: '2026-07-15' },
      { from: '2026-07-01', lastDay: '2026-09-30', due: '2026-10-15' },
      { from: '2026-10-01', lastDay: '2026-12-31', due: '2027-01-15' },
    ])
    // Four days after 31 March 2026 is Easter Saturday: over Easter Monday to Tuesday 7 April.
    expect(planReporting({ ...terms, dueWithinDays: 4 }, contract).reports[0]?.due).toBe('2026-04-07')
  })

  it('the last report ends with the contract, and intervals have no gap between them', () => {
    const { reports } = planReporting(terms, { from: '2026-01-31', to: '2026-12-16' })
    expect(reports.map(({ from, lastDay }) => [from, lastDay])).toEqual([
      ['2026-01-31', '2026-04-29'],
      ['2026-04-30', '2026-07-30'],
      ['2026-07-31', '2026-10-30'],
      ['2026-10-31', '2026-12-15'],
    ])
  })

  it('meetings fall within the contract, the closing one after it', () => {
    const plan = explained(planReporting(terms, contract))
    // 1 July is a Wednesday; 1 January 2027 is a holiday and a Friday, so the closing meeting is Monday 4 January.
    expect(plan.meetings).toEqual(['2026-07-01'])
    expect(plan.closingMeeting).toBe('2027-01-04')
    expect(planReporting({ ...terms, meetingEveryMonths: 4 }, contract).meetings).toEqual(['2026-05-04', '2026-09-01'])
    expect(planReporting({ ...terms, closingMeeting: false }, contract)).not.toHaveProperty('closingMeeting')
  })

  it('explains every day, and says when a last day has moved', () => {
    const { lines } = explained(planReporting({ ...terms, intervalMonths: 12, dueWithinDays: 1 }, contract))
    expect(lines.map(({ rule, says }) => [rule, says.en])).toEqual([
      ['procurement.clause.reporting', 'The report for 2026-01-01–2026-12-31 is due on 2027-01-04.'],
      ['procurement.clause.deadline_on_day_off', '2027-01-01 is a day off, so the last day becomes 2027-01-04.'],
      ['procurement.clause.reporting', 'Meeting on 2026-07-01.'],
      ['procurement.clause.reporting', 'Closing meeting on 2027-01-04.'],
    ])
    expect(lines[0]?.inputs).toEqual({ from: '2026-01-01', lastDay: '2026-12-31', dueWithinDays: 1, due: '2027-01-04' })
    expect(lines.slice(1).map(({ inputs }) => inputs)).toEqual([
      { from: '2027-01-01', to: '2027-01-04' },
      { on: '2026-07-01' },
      { on: '2027-01-04' },
    ])
    expect(lines[1]?.says.sv).toBe('2027-01-01 är en ledig dag, så sista dagen blir 2027-01-04.')
    const quiet = planReporting({ ...terms, closingMeeting: false, meetingEveryMonths: 12 }, contract)
    expect(quiet.lines).toHaveLength(4)
  })
})
