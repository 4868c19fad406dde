import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

test('an IPv4 address is its own network, also when it is dressed as IPv6', () => {
  expect(networkOf('203.0.113.7', undefined)).toBe('203.0.113.7')
  expect(networkOf('::ffff:203.0.113.7', undefined)).toBe('203.0.113.7')
})

test('an IPv6 address counts by its /64, however it is written', () => {
  expect(networkOf('2001:db8:0:1:aaaa:bbbb:cccc:dddd', undefined)).toBe('2001:db8:0:1::/64')
  expect(networkOf('2001:DB8:0:1::5', undefined)).toBe('2001:db8:0:1::/64')
  expect(networkOf('2001:0db8:0000:0001::', undefined)).toBe('2001:db8:0:1::/64')
  expect(networkOf('::1', undefined)).toBe('0:0:0:0::/64')
})

test('what a browser claims of where it is counts for nothing without a proxy of our own', () => {
  expect(networkOf('203.0.113.7', '10.0.0.1')).toBe('203.0.113.7')
})

test('behind proxies only what they wrote is believed', () => {
  expect(networkOf('10.0.0.9', '192.0.2.66, 203.0.113.7', 1)).toBe('203.0.113.7')
  expect(networkOf('10.0.0.9', '192.0.2.66, 203.0.113.7, 10.0.0.8', 2)).toBe('203.0.113.7')
})

test('no connection, or nonsense, is one unknown network', () => {
  expect(networkOf(undefined, undefined)).toBe('unknown')
  expect(networkOf('10.0.0.9', 'nonsense', 1)).toBe('unknown')
  expect(networkOf('10.0.0.9', undefined, 3)).toBe('unknown')
})
