// Plans one file and prints by how many bytes the process has grown at its peak: run by memory.ts.
import { readFileSync } from 'node:fs'
import { match, readJmb } from '#engine'

const reading = readJmb(readFileSync(process.argv[2]!))
if (!reading.ok) throw new Error(reading.fault.code)
const before = process.resourceUsage().maxRSS
await match(reading.instance)
process.stdout.write(String((process.resourceUsage().maxRSS - before) * 1024))
