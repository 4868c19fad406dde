// npm run bench -- pages|engine|tracks|world [options]. Prints tables for bench/README.md; never part of the tests.
const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  pages: async () => (await import('./pages.ts')).benchPages(process.argv.slice(2)),
  engine: async () => (await import('./engine/matching.ts')).benchMatching(process.argv.slice(2)),
  tracks: async () => (await import('./engine/tracks.ts')).benchTracks(process.argv.slice(2)),
  world: () => import('./world.ts'),
}
const [name = ''] = process.argv.splice(2, 1)
const bench = benches[name]
if (bench) await bench()
else {
  process.stderr.write(`Which benchmark? One of: ${Object.keys(benches).join(', ')}\n`)
  process.exitCode = 2
}

export {}
