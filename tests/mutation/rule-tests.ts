import { statSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Registers first and then the short: they see most changed words, and a run ends with the first test that fails. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = ({ moduleId }: TestSpecification): number =>
      moduleId.endsWith('register.test.ts') ? 0 : statSync(moduleId).size
    return files.toSorted((a, b) => cost(a) - cost(b))
  }
}

/** The tests of the rules alone: no database, no pages, and not what tries cases by the thousand: every change would wait for it. */
export default defineConfig({
  test: {
    include: [process.env.MUTATION_TESTS ?? 'src/domain/**/*.test.ts'],
    exclude: [
      '**/*.db.test.ts',
      '**/{second-calculator,employer-view-alike,over-time}.test.ts',
      '**/reports/people.test.ts',
    ],
    setupFiles: ['tests/mutation/first-failure.ts'],
    isolate: false,
    sequence: { sequencer: QuickFirst },
  },
})
