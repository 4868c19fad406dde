// npm run bench -- pages|world [options]. Prints tables for bench/README.md; never part of the tests.
import { benchPages } from './pages.ts'
import { benchWorld } from './world.ts'

const benches: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  pages: benchPages,
  world: benchWorld,
}
const [name = '', ...args] = process.argv.slice(2)
const bench = benches[name]
if (bench) await bench(args)
else {
  process.stderr.write(`Which benchmark? One of: ${Object.keys(benches).join(', ')}\n`)
  process.exitCode = 2
}
