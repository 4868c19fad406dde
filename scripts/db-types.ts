// Writes src/db/tables.gen.ts from a migrated database, so that schema and types share one name (house.md §5).
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { migrate } from '../src/db/migrate.ts'
import { startServer } from '../src/db/server/index.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'fotfaste-types-'))
const server = await startServer({ folder, fsync: false })
try {
  const admin = new Client({ connectionString: server.adminUrl })
  await admin.connect()
  await admin.query('create database types')
  await admin.end()
  const url = new URL(server.adminUrl)
  url.pathname = '/types'
  await migrate(url.toString(), 'types')
  writeTypes(url.toString())
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

function writeTypes(url: string): void {
  const schemas =
    '{organisations,gate,log,jobs,procurement,competence,catalogue,places,candidates,tracks,matching,placement,followup,reports}'
  const mapping = { int8: 'number', interval: 'string', jsonb: 'ColumnType<unknown, string, string>' }
  const done = spawnSync(
    'node_modules/.bin/kysely-codegen',
    [
      '--dialect',
      'postgres',
      '--url',
      url,
      '--out-file',
      'src/db/tables.gen.ts',
      '--include-pattern',
      `${schemas}.*`,
    ].concat(['--numeric-parser', 'number', '--date-parser', 'string', '--type-mapping', JSON.stringify(mapping)]),
    { stdio: 'inherit' },
  )
  if (done.status !== 0) process.exitCode = 1
}
