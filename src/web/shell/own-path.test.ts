import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test('a path of our own is kept with its query', () => {
  expect(ownPath('/upphandlingar')).toBe('/upphandlingar')
  expect(ownPath('/personer?sok=svets')).toBe('/personer?sok=svets')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  '/ /evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'evil',
  '',
  undefined,
  7,
])('another site is not followed (T23): %j', text => {
  expect(ownPath(text)).toBeUndefined()
})
