import { expect, it } from 'vitest'
import { dueBy, span } from './words.ts'

it('a span is said as people say it', () => {
  expect(span('2026-03-02', '2026-03-16', '2026-03-02', 'sv')).toBe('2–16 mars')
  expect(span('2026-02-28', '2026-03-03', '2026-03-02', 'sv')).toBe('28 februari – 3 mars')
  expect(span('2027-02-28', '2027-03-03', '2026-03-02', 'sv')).toBe('28 februari – 3 mars 2027')
  expect(span('2026-04-09', '2029-04-08', '2026-03-02', 'sv')).toBe('9 april 2026 – 8 april 2029')
  expect(span('2026-03-02', '2026-03-16', '2026-03-02', 'en')).toBe('2–16 March')
})

it('a day far off is told without counting days', () => {
  expect(dueBy('2026-03-06', '2026-03-02', 'sv')).toBe('senast 6 mars, 4 dagar kvar')
  expect(dueBy('2026-02-27', '2026-03-02', 'sv')).toBe('senast 27 februari, 3 dagar sent')
  expect(dueBy('2028-05-03', '2026-03-02', 'sv')).toBe('senast 3 maj 2028')
})
