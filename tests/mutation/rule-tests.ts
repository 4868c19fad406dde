import { defineConfig } from 'vitest/config'

/** The tests of the rules alone: no database, no pages, and not what tries cases by the thousand: every change would wait for it. */
export default defineConfig({
  test: {
    include: ['src/{domain,engine,kernel}/**/*.test.ts'],
    exclude: ['**/*.db.test.ts', '**/{second-calculator,employer-view-alike,over-time}.test.ts'],
    isolate: false,
  },
})
