import { defineConfig } from 'vitest/config'

const needDatabase = ['{src,tests,scripts}/**/*.db.test.ts', 'tests/trust/**/*.test.ts']
const onDatabase = { globalSetup: 'tests/database-server.ts', isolate: false, testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,scripts,bench,tests/world}/**/*.test.{ts,tsx,mjs}'],
          exclude: ['**/*.db.test.ts'],
          isolate: false,
        },
      },
      { test: { name: 'db', include: needDatabase, ...onDatabase } },
      // The same tests on the operator's own server (PostgreSQL 15–18), when its address is given.
      ...(process.env.DATABASE_URL
        ? [
            {
              test: {
                name: 'db-given',
                include: needDatabase,
                exclude: ['src/db/server/**', 'tests/trust/kill.db.test.ts'],
                ...onDatabase,
              },
            },
          ]
        : []),
      {
        test: {
          name: 'house',
          include: ['tests/house/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
