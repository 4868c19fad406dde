// How fast a world is laid out and loaded: `node scripts/run.mjs bench/world.ts --server postgres://… [--people 2000,100000,350000]`.
// Makes a database of its own on the server for each size, and removes it afterwards. Prints one JSON line a size.
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '#db'
import { sealIdentity } from '#domain/candidates'
import { layOutWorld, loadWorld } from '#world'

const { values } = parseArgs({
  options: {
    server: { type: 'string' },
    people: { type: 'string', default: '2000,100000,350000' },
    day: { type: 'string', default: '2026-03-02' },
    keep: { type: 'boolean', default: false },
  },
})
if (!values.server) throw new Error('Give --server: the address of a PostgreSQL server, as an administrator.')

for (const people of values.people.split(',').map(Number))
  console.log(JSON.stringify(await measure(values.server, people)))

async function measure(server: string, people: number): Promise<Record<string, number>> {
  const name = `fotfaste_bench_world_${people}`
  const url = new URL(server)
  url.pathname = `/${name}`
  await onServer(server, `drop database if exists ${name} with (force)`, `create database ${name}`)
  try {
    // The login roles belong to the whole server: the same secret as the development databases there keeps them working.
    await migrate(url.toString(), 'secret')
    const began = performance.now()
    const world = layOutWorld({ day: values.day, people })
    const laidOut = performance.now() - began
    const loaded = await loadWorld(url.toString(), world, { seal: number => sealIdentity('secret', number) })
    return {
      people,
      rows: loaded.rows,
      events: loaded.events,
      layOutMs: Math.round(laidOut),
      loadMs: Math.round(loaded.milliseconds),
      rowsPerSecond: Math.round(loaded.rows / (loaded.milliseconds / 1000)),
      heapMb: Math.round(process.memoryUsage.rss() / 1_048_576),
    }
  } finally {
    if (!values.keep) await onServer(server, `drop database if exists ${name} with (force)`)
  }
}

async function onServer(server: string, ...statements: readonly string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  for (const statement of statements) await admin.query(statement)
  await admin.end()
}
