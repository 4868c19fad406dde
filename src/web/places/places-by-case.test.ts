import { expect, it } from 'vitest'
import { byCase } from './places-by-case.ts'

const line = { number: '2026-001', title: 'Lokalvård', startsOn: '2026-03-16' }
const lines = [
  { ...line, procurement: 'p', area: 'a', areaName: 'Angered', places: 2 },
  { ...line, procurement: 'q', number: '2026-002', area: 'a', areaName: 'Angered', places: 1 },
  { ...line, procurement: 'p', area: 'b', areaName: 'Lundby', places: 1 },
]
const candidates = [
  { procurement: 'p', area: 'a', proposed: 3, shortlisted: 1 },
  { procurement: 'p', area: 'b', proposed: 2, shortlisted: 0 },
]
const taken = [{ procurement: 'p', area: 'b', taken: 1 }]

it('a case is one line for those who match all of it, in the order of the list', () => {
  expect(byCase(lines, candidates, taken)).toMatchObject([
    { procurement: 'p', areas: ['Angered', 'Lundby'], places: 3, proposed: 5, taken: 1 },
    { procurement: 'q', areas: ['Angered'], places: 1, proposed: 0, taken: 0 },
  ])
})

it('a district counts its own places and people only', () => {
  const own = lines.filter(one => one.area === 'a')
  expect(byCase(own, candidates, taken, 'a')).toMatchObject([
    { procurement: 'p', places: 2, proposed: 3, taken: 0 },
    { procurement: 'q', places: 1, proposed: 0, taken: 0 },
  ])
})
