// The only place where everything is put together. Nothing imports this file (house.md §3).
import { run } from '#cli'

await run(process.argv)
