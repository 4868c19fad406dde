import { describe, expect, it, test } from 'vitest'
import type { Delivery, Supplier } from '../tendering.ts'
import { conflicts, groups } from './conflict.ts'

const suppliers: Supplier[] = [
  { id: 'top', name: 'Top' },
  { id: 'middle', name: 'Middle', parent: 'top' },
  { id: 'coordinator', name: 'Coordinator', parent: 'middle' },
  { id: 'school', name: 'School', parent: 'top' },
  { id: 'other', name: 'Other' },
]
const contract = { from: '2026-06-01', to: '2028-06-01' }
const delivery = (over: Partial<Delivery>): Delivery => ({
  supplier: 'school',
  region: 'FA15-15',
  what: 'yrkesvux',
  from: '2025-01-01',
  ...over,
})
const found = (over: Partial<Delivery>, supplier = 'coordinator', region = 'FA15-15'): number =>
  conflicts(supplier, region, contract, suppliers, [delivery(over)]).length

describe('JSP-7: conflict of interest by group and region', () => {
  it('a group is everybody under one uppermost owner', () => {
    expect(Object.fromEntries(groups(suppliers))).toEqual({
      top: 'top',
      middle: 'top',
      coordinator: 'top',
      school: 'top',
      other: 'other',
    })
  })

  it('a sister company’s delivery in the region stands in the way, and so does its own', () => {
    expect(found({})).toBe(1)
    expect(found({ supplier: 'coordinator' })).toBe(1)
    expect(found({ supplier: 'top' })).toBe(1)
  })

  it('a delivery in another region, or by a stranger, does not', () => {
    expect(found({ region: 'FA15-16' })).toBe(0)
    expect(found({ supplier: 'other' })).toBe(0)
    expect(found({}, 'other')).toBe(0)
    expect(found({}, 'coordinator', 'FA15-16')).toBe(0)
  })

  test.each([
    ['2025-01-01', '2026-05-31', 0], // the day before the contract begins
    ['2025-01-01', '2026-06-01', 1], // its first day
    ['2028-05-31', '2029-01-01', 1], // its last day
    ['2028-06-01', undefined, 0], // the day after
    ['2027-01-01', '2027-01-01', 1],
    ['2025-01-01', undefined, 1],
  ])('a delivery from %s to %s stands in the way of a contract from 2026-06-01 to 2028-05-31: %i', (from, to, many) => {
    expect(found({ from, ...(to === undefined ? {} : { to }) })).toBe(many)
  })

  it('a company nobody has described is its own group', () => {
    expect(found({ supplier: 'unheard' }, 'unheard')).toBe(1)
    expect(found({ supplier: 'unheard' })).toBe(0)
  })

  it('every delivery in the way is named', () => {
    const both = [delivery({ what: 'yrkesvux' }), delivery({ what: 'sfi' }), delivery({ supplier: 'other', what: 'x' })]
    expect(conflicts('coordinator', 'FA15-15', contract, suppliers, both).map(({ what }) => what)).toEqual([
      'yrkesvux',
      'sfi',
    ])
  })
})
