import { defineConfig } from 'vitest/config'

/** The tests of the rules alone: no database, no pages. */
export default defineConfig({
  test: { include: ['src/{domain,engine,kernel}/**/*.test.ts'], exclude: ['**/*.db.test.ts'], isolate: false },
})
