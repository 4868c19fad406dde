import { expect, test } from 'vitest'
import { waitsSeconds } from './quiet.ts'

const hours = 3600

// Stockholm is an hour before UTC in winter and two in summer.
test.each([
  ['2026-03-02T18:59:00Z', 0],
  ['2026-03-02T19:00:00Z', 12 * hours],
  ['2026-03-02T22:30:00Z', 8.5 * hours],
  ['2026-03-03T00:00:00Z', 7 * hours],
  ['2026-03-03T06:59:00Z', 60],
  ['2026-03-03T07:00:00Z', 0],
  ['2026-07-01T18:00:00Z', 12 * hours],
  ['2026-07-01T17:59:00Z', 0],
])('a participant’s letter at %s waits %i seconds', (at, seconds) => {
  expect(waitsSeconds('permission.asked', new Date(at))).toBe(seconds)
  expect(waitsSeconds('placement.offered', new Date(at))).toBe(seconds)
})

test('an employer’s and an officer’s letter goes at once, whatever the hour', () => {
  for (const kind of ['matching.presented', 'followup.report_returned', 'permission.withdrawn'] as const)
    expect(waitsSeconds(kind, new Date('2026-03-02T23:00:00Z'))).toBe(0)
})
