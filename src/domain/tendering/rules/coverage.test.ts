import { describe, expect, it } from 'vitest'
import { biddersIn, coverage } from './coverage.ts'

const regions = [
  { code: 'r1', contracted: 2 },
  { code: 'r2', contracted: 1 },
  { code: 'r3', contracted: 0 },
  { code: 'r4' },
  { code: 'r5', contracted: 1 },
]

describe('UPH-6: regions without delivery', () => {
  const found = coverage(regions, [
    { supplier: 'a', region: 'r1', participants: 10 },
    { supplier: 'b', region: 'r1', participants: 1 },
    { supplier: 'a', region: 'r5', participants: 3 },
    { supplier: 'b', region: 'r5', participants: 0 },
    { supplier: 'a', region: 'r2', participants: 0 },
    { supplier: 'a', region: 'elsewhere', participants: 9 },
  ])

  it('are those without a single participant; the reason is told only when contracts are known', () => {
    expect(found.without).toEqual([
      { region: 'r2', why: 'no_participants' },
      { region: 'r3', why: 'no_supplier' },
      { region: 'r4', why: 'unknown' },
    ])
    expect([found.regions, found.withDelivery]).toEqual([5, 2])
  })

  it('a region with one supplier is named: it stands and falls with it', () => {
    expect(found.oneSupplier).toEqual(['r5'])
  })

  it('the seed’s division: 61 of 72 regions with participants leave 11 without', () => {
    const all = Array.from({ length: 72 }, (_, i) => ({ code: `FA05-${i + 1}` }))
    const delivered = all.slice(0, 61).map(({ code }) => ({ supplier: 's', region: code, participants: 1 }))
    const { withDelivery, without } = coverage(all, delivered)
    expect([withDelivery, without.length, without[0]?.region]).toEqual([61, 11, 'FA05-62'])
  })
})

it('UPH-6: two companies of one group are one bidder', () => {
  const bids = [
    { region: 'r1', supplier: 'a' },
    { region: 'r1', supplier: 'b' },
    { region: 'r1', supplier: 'c' },
    { region: 'r2', supplier: 'stranger' },
  ]
  const groupOf = new Map([
    ['a', 'top'],
    ['b', 'top'],
    ['c', 'c'],
  ])
  expect(biddersIn(regions.slice(0, 3), bids, groupOf)).toEqual([
    { region: 'r1', bidders: 2 },
    { region: 'r2', bidders: 1 },
    { region: 'r3', bidders: 0 },
  ])
})
