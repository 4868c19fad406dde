import { expect, test } from 'vitest'
import { countPlaywright, countVitest } from './test-counts.mjs'

const assertion = (status, messages = []) => ({ status, fullName: status, failureMessages: messages })

test('tests are counted over all files, and what failed is told with its file', () => {
  const counts = countVitest({
    testResults: [
      { name: 'a.test.ts', status: 'passed', assertionResults: [assertion('passed'), assertion('skipped')] },
      { name: 'b.test.ts', status: 'failed', assertionResults: [assertion('passed'), assertion('failed', ['1 ≠ 2'])] },
    ],
  })
  expect(counts).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    failures: [{ name: 'b.test.ts › failed', message: '1 ≠ 2' }],
  })
})

test('a test file that cannot be loaded is a failure, although no test in it ran', () => {
  const counts = countVitest({
    testResults: [{ name: 'c.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }],
  })
  expect(counts).toMatchObject({ passed: 0, failed: 1, failures: [{ name: 'c.test.ts', message: 'no such module' }] })
})

test('journeys are counted in every depth, once per browser, and one that needed a second try has failed', () => {
  const spec = (title, ...statuses) => ({
    file: 'a.spec.ts',
    title,
    tests: statuses.map((status, nr) => ({
      status,
      projectName: `p${nr}`,
      results: [{ errors: [{ message: 'gone' }] }],
    })),
  })
  const counts = countPlaywright({
    errors: [],
    suites: [{ specs: [spec('one', 'expected', 'expected')], suites: [{ specs: [spec('two', 'flaky', 'skipped')] }] }],
  })
  expect(counts).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    failures: [{ name: 'a.spec.ts › two [p0]', message: 'gone' }],
  })
})

test('an error outside the journeys, such as a server that does not start, is a failure', () => {
  expect(countPlaywright({ errors: [{ message: 'no server' }], suites: [] })).toMatchObject({ passed: 0, failed: 1 })
})
