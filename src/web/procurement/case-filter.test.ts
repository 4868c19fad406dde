import { expect, it } from 'vitest'
import { filterHref, readFilter } from './case-filter.ts'

const read = (query: string) => readFilter(new URLSearchParams(query))

it('an address without a filter shows what is open', () => {
  expect(read('')).toEqual({ state: 'open', late: false, step: undefined, whose: 'all', search: '', page: 1 })
  expect(filterHref(read(''))).toBe('/upphandlingar')
})

it('every filter stands in the address and is read back as it was', () => {
  for (const query of [
    'urval=late',
    'urval=all&steg=procure',
    'urval=closed&sok=golv%20%26%20tak&vems=mina&sida=3',
    'sok=2026-041',
    'urval=cancelled',
  ]) {
    const filter = read(query)
    expect(readFilter(new URL(filterHref(filter), 'http://own.invalid').searchParams), query).toEqual(filter)
  }
})

it('what is not understood is left out', () => {
  expect(read('urval=x&steg=y&vems=z&sida=-1')).toEqual(read(''))
  expect(read('sida=1e9&sida=2').page).toBe(1_000_000_000)
  expect(read('sida=NaN').page).toBe(1)
  expect(read(`sok=${'a'.repeat(500)}`).search).toHaveLength(100)
})
