// Run after every change of dependencies: `node scripts/complete-lock.mjs`.
// A registry mirror may lack some platforms' builds of a package. `npm install` then leaves them out of the lock
// without a word, and `npm ci` of npm 11 and 12 refuses that lock ("Missing: x@ from lock file"). Here each gets an
// entry that names its platform, so that npm sees it is not for this machine. It has no integrity: npm could only
// install it where the platform matches, and there it would be fetched by its exact version.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './installed.mjs'

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))

const systems = {
  android: 'android',
  aix: 'aix',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  win32: 'win32',
  windows: 'win32',
  win: 'win32',
}
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']
const libraries = { musl: 'musl', musleabihf: 'musl', gnu: 'glibc', gnueabihf: 'glibc' }

/** Where `name`, asked for by the package at `path`, is found: its own node_modules, else its parents'. */
function find(path, name) {
  for (let place = path; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const key = `${place ? `${place}/` : ''}node_modules/${name}`
    if (lock.packages[key]) return key
    if (place === '') return undefined
  }
}

/** The platform that a name such as `@oxc-parser/binding-linux-arm-musleabihf` says it is for. */
function platformOf(name) {
  const words = name.split(/[/\-_]/)
  const os = words.map(word => systems[word]).find(Boolean)
  const cpu = words.find(word => processors.includes(word))
  const libc = words.map(word => libraries[word]).find(Boolean)
  if (!os && !cpu) throw new Error(`${name} is not in the lock, and its name tells no platform; add it by hand.`)
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(libc && os === 'linux' && { libc: [libc] }),
    ...(os && { os: [os] }),
  }
}

let added = 0
for (const [path, entry] of Object.entries(lock.packages)) {
  // A mirror's address would make every other registry fail; the integrity is what must hold.
  if (!entry.link) delete entry.resolved
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (find(path, name)) continue
    const { cpu, libc, os } = platformOf(name)
    const dev = entry.dev && { dev: true }
    lock.packages[`node_modules/${name}`] = { version, cpu, ...dev, ...(libc && { libc }), optional: true, os }
    added += 1
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
const bare = sorted.filter(([path, { integrity, optional, link }]) => path && !integrity && !optional && !link)
if (bare.length > 0) throw new Error(`Without integrity: ${bare.map(([path]) => path).join(', ')}`)
process.stdout.write(`package-lock.json: ${sorted.length - 1} packages, ${added} platform entries added.\n`)
