import { expect, test, vi } from 'vitest'
import { statementName } from './statement-names.ts'

test('two copies of the program that share a connection give one statement one name, and two statements two', async () => {
  const first = statementName('select 1')
  statementName('select 2')
  vi.resetModules()
  const copy = await import('./statement-names.ts')
  const other = copy.statementName('select 2')
  expect(copy.statementName('select 1')).toBe(first)
  expect(other).not.toBe(first)
  expect(first?.length).toBeLessThan(64) // PostgreSQL cuts longer names, and two could become one
})

test('what comes after a thousand texts goes without a name', async () => {
  vi.resetModules()
  const copy = await import('./statement-names.ts')
  for (let n = 0; n < 1000; n++) copy.statementName(`select ${n}`)
  expect([copy.statementName('select 999'), copy.statementName('select 1000')]).toEqual([expect.any(String), undefined])
})
