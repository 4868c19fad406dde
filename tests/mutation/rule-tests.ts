import { defineConfig } from 'vitest/config'

/** The tests of the rules alone: no database, no pages, and not the 50 000 cases of the second calculators. */
export default defineConfig({
  test: {
    include: ['src/{domain,engine,kernel}/**/*.test.ts'],
    exclude: ['**/*.db.test.ts', '**/second-calculator.test.ts'],
    isolate: false,
  },
})
