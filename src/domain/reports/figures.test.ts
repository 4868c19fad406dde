import { describe, expect, it } from 'vitest'
import { decisionsOf } from './decisions.ts'
import { tablesFrom as withPeople } from './figures.ts'
import { periodOf } from './month.ts'
import { peopleOf } from './people.ts'
import type { RawCommitment, RawCounts } from './reports.ts'

const period = periodOf('2026-02')

/** The same counts for the year as for the period. */
const tablesFrom = (counts: RawCounts) => withPeople(counts, peopleOf(counts, 2025), period)

const parameters = {
  variant: 'employment',
  fullTimeMonths: 1200,
  firstStartWithinMonths: 6,
  earlyEndThreshold: { numerator: 3, denominator: 4 },
  allowedEarlyEndReasons: ['employee_resigned', 'dismissed_personal_reasons', 'summarily_dismissed'],
  targetGroups: [],
  formDefinition: { sv: '', en: '' },
  countsExistingStaff: false,
  linkedToContractWork: true,
  reportingIntervalMonths: 3,
}

type Line = RawCommitment['employments'][number]
const line = (over: Partial<Line>): Line => ({
  rate: 1,
  offeredOn: '2025-03-01',
  startsOn: null,
  startedOn: '2025-04-01',
  endsOn: null,
  endedOn: null,
  endReason: null,
  ...over,
})
const commitment = (...employments: Line[]): RawCommitment => ({
  parameters,
  contractStart: '2025-03-01',
  contractEnd: '2027-02-28',
  employments,
})

function raw(over: Partial<RawCounts> = {}): RawCounts {
  return {
    funnel: { called: 120, came: 94, listed: 61, interviewed: 49, hired: 38 },
    stayed: { hadTime: 23, kept: 17 },
    hires: [
      { area: 'angered', group: 'youth_foreign_born', hired: 20 },
      { area: 'lundby', group: 'youth_foreign_born', hired: 6 },
      { area: 'angered', group: 'disability', hired: 10 },
      { area: 'lundby', group: 'disability', hired: 2 },
    ],
    procurements: { all: 31, required: 14 },
    undecided: 0,
    places: { all: 52, filled: 38 },
    commitments: [],
    lateReports: 0,
    keys: [
      {
        group: 'youth_foreign_born',
        nameSv: 'Unga',
        nameEn: 'Young',
        areas: [
          { area: 'angered', name: 'Angered', percent: 75, given: 8 },
          { area: 'lundby', name: 'Lundby', percent: 25, given: 4 },
        ],
      },
    ],
    passes: [],
    ...over,
  }
}

describe('promised and done (PRC-10)', () => {
  it('measures each commitment by the clause on the period’s last day: one done, one half way, one late', () => {
    const tables = tablesFrom(
      raw({
        commitments: [
          // Two full-time from 1 April to 28 February: 22 months of 12 promised; what is above the promise is not counted.
          commitment(line({}), line({})),
          // One full-time from 1 September: 6 months, and until further notice to the contract's end: on course.
          commitment(line({ startedOn: '2025-09-01' })),
          // Nobody was offered anything in the first six months.
          commitment(),
        ],
      }),
    )
    expect(tables.months).toEqual({ promised: 36, delivered: 18, running: 6, lacking: 12 })
    expect(tables.commitments).toEqual({ all: 3, fulfilled: 1, onCourse: 1, short: 0, late: 1 })
    expect(tables.decisions).toContainEqual({ code: 'first_starts_late', facts: { n: 1 } })
  })

  it('an early end counts as the clause says: nine of twelve months and a resignation is enough, eight is not', () => {
    const ended = (endedOn: string): RawCommitment =>
      commitment(line({ startedOn: '2025-03-01', endsOn: '2026-02-28', endedOn, endReason: 'resignation' }))
    const { commitments, decisions } = tablesFrom(raw({ commitments: [ended('2025-11-30'), ended('2025-10-31')] }))
    expect(commitments).toEqual({ all: 2, fulfilled: 1, onCourse: 0, short: 1, late: 0 })
    expect(decisions).toContainEqual({ code: 'commitments_short', facts: { n: 1 } })
  })
})

it('TGT-4: each district’s places stand beside its share of all that were given', () => {
  const [key] = tablesFrom(raw()).keys
  expect(key?.given).toBe(12)
  expect(key?.districts.map(({ given, due }) => [given, due])).toEqual([
    [8, 9],
    [4, 3],
  ])
})

it('a key that sums to 99 still shares out every place', () => {
  const areas = [
    { area: 'a', name: 'A', percent: 60, given: 3 },
    { area: 'b', name: 'B', percent: 39, given: 6 },
  ]
  const hires = [{ area: 'a', group: 'disability', hired: 38 }]
  const [key] = tablesFrom(raw({ hires, keys: [{ group: 'disability', nameSv: '', nameEn: '', areas }] })).keys
  expect(key?.districts.reduce((sum, { due }) => sum + due, 0)).toBeCloseTo(9, 9)
})

describe('what needs a decision', () => {
  it('is told with its numbers, the gravest first', () => {
    expect(
      decisionsOf(
        {
          passes: [
            { name: 'Centrum', times: 5 },
            { name: 'Lundby', times: 3 },
            { name: 'Angered', times: 2 },
          ],
          undecided: 2,
          lateReports: 1,
        },
        [{ state: 'short' }, { state: 'late_first_start' }, { state: 'on_course' }, { state: 'short' }],
      ),
    ).toEqual([
      { code: 'first_starts_late', facts: { n: 1 } },
      { code: 'commitments_short', facts: { n: 2 } },
      { code: 'districts_pass', facts: { n: 2, times: 3, areas: 'Centrum|Lundby' } },
      { code: 'requirement_undecided', facts: { n: 2 } },
      { code: 'reports_late', facts: { n: 1 } },
    ])
  })

  it('is nothing when nothing is wrong', () => {
    expect(decisionsOf({ passes: [], undecided: 0, lateReports: 0 }, [{ state: 'fulfilled' }])).toEqual([])
  })
})
