// Counts what the test runners report in JSON.

/**
 * Vitest's report to `{ passed, failed, skipped, failures }`, a failure being `{ name, message }`.
 * A file that could not even be loaded has no test in it, and counts as one failure.
 */
export function countVitest(report) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] }
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1
      else if (test.status === 'failed')
        fail(counts, `${file.name} › ${test.fullName}`, test.failureMessages.join('\n'))
      else counts.skipped += 1
    }
    const told = file.assertionResults.some(test => test.status === 'failed')
    if (file.status === 'failed' && !told) fail(counts, file.name, file.message)
  }
  return counts
}

/** Playwright's report, in the same shape. A test that passed only when run again has failed: it cannot be trusted. */
export function countPlaywright(report) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] }
  for (const error of report.errors) fail(counts, 'Playwright', error.message ?? error.value ?? '')
  const visit = suite => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const name = `${spec.file} › ${spec.title} [${test.projectName}]`
        const errors = test.results.flatMap(result => result.errors ?? []).map(error => error.message ?? '')
        if (test.status === 'expected') counts.passed += 1
        else if (test.status === 'skipped') counts.skipped += 1
        else fail(counts, name, errors.join('\n'))
      }
    }
    for (const inner of suite.suites ?? []) visit(inner)
  }
  for (const suite of report.suites) visit(suite)
  return counts
}

function fail(counts, name, message) {
  counts.failed += 1
  counts.failures.push({ name, message })
}
