// Builds the pages when their sources changed since the last build: `npm run build`. `npm start` calls ensureBuilt().
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './installed.mjs'
import { lastLines, runTool } from './tools.mjs'
import { takeTurn } from './turns.mjs'

const stampFile = join(root, 'build', '.stamp')
// What the server's pages can import (house.md §3), and what steers the build.
const rooms = ['web', 'api', 'domain', 'engine', 'kernel', 'db', 'outside'].map(room => join('src', room))
const single = ['package.json', 'package-lock.json', 'react-router.config.ts', 'tsconfig.json', 'vite.config.ts']

/**
 * Builds unless the present build was made from these very sources. Returns true when it built.
 * Throws an Error that ends with what the builder said.
 */
export async function ensureBuilt() {
  const wanted = digestOfSources()
  if (isBuilt(wanted)) return false
  const turn = await takeTurn('build', pid => say(`Another start (process ${pid}) is building; waiting for it …`))
  try {
    if (isBuilt(wanted)) return false
    say('Building the pages, about 10 s …')
    rmSync(stampFile, { force: true })
    const env = { NODE_ENV: 'production' }
    const built = await runTool('react-router', ['build'], { env, log: 'build/build.log', started: turn.note })
    if (!built.ok)
      throw new Error(
        `${lastLines(built.output, 30)}\n\nThe pages could not be built. All of it is in build/build.log.`,
      )
    writeFileSync(stampFile, wanted)
    say(`Built in ${built.seconds.toFixed(1)} s.`)
    return true
  } finally {
    turn.release()
  }
}

function isBuilt(wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted
}

function digestOfSources() {
  const hash = createHash('sha256')
  for (const file of [...single, ...rooms.flatMap(sourcesIn)]) {
    if (existsSync(join(root, file)))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

function sourcesIn(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$|\.sql$|\.md$/.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll(sep, '/'))
    .sort()
}

/** stderr, since the command line prints JSON on stdout. */
function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const begun = performance.now()
    if (!(await ensureBuilt()))
      say(`Nothing has changed since the last build (${Math.round(performance.now() - begun)} ms).`)
  } catch (error) {
    say(error.message)
    process.exitCode = 1
  }
}
