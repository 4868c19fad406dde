import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A file of the house's own code, with what it imports. */
export type Source = {
  readonly path: string
  readonly text: string
  readonly lines: number
  readonly imports: readonly string[]
}

const code = /\.(ts|tsx|mts)$/

/** Every TypeScript file below a folder, generated ones left out. Paths are relative to the project, with `/`. */
export function sourcesBelow(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && code.test(entry.name) && !entry.name.endsWith('.gen.ts'))
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(path => !path.includes('/node_modules/') && !path.includes('/.react-router/'))
    .sort()
    .map(read)
}

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, lines: text.split('\n').length - 1, imports: importsOf(text) }
}

/** What a file imports or re-exports, as written. Dynamic imports of a literal count too. */
export function importsOf(text: string): string[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const statements = bare.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  )
  return [...statements].map(match => match[1] ?? match[2] ?? match[3] ?? '').filter(Boolean)
}

const doors: Readonly<Record<string, string>> = {
  '#kernel': 'src/kernel',
  '#engine': 'src/engine',
  '#db': 'src/db',
  '#ui': 'src/web/ui',
  '#shell': 'src/web/shell',
  '#api': 'src/api',
  '#jobs': 'src/jobs',
  '#cli': 'src/cli',
  '#world': 'tests/world',
}

/** The folder or file an import leads to, relative to the project; undefined for packages and Node's own modules. */
export function targetOf(source: Pick<Source, 'path'>, imported: string): string | undefined {
  if (imported.startsWith('.'))
    return relative(root, resolve(root, dirname(source.path), imported)).replaceAll('\\', '/')
  const door = doors[imported]
  if (door) return door
  const below = /^#(db|outside|domain)\/([\w-]+)$/.exec(imported)
  return below ? `src/${below[1]}/${below[2]}` : undefined
}

/** Tests, and the stages that several tests of a folder share (`test-*.ts`): they may reach anywhere. */
export function isTest(source: Pick<Source, 'path'>): boolean {
  return /\.test\.tsx?$|\/test-[\w-]+\.tsx?$/.test(source.path)
}

/** `domain/places` for a file in src/domain/places, `web` for one in src/web, `tests/world` for the world. */
export function roomOf(path: string): string {
  const [top, first, second] = path.split('/')
  if (top === 'tests' || top === 'scripts' || top === 'bench') return first === 'world' ? 'tests/world' : (top ?? '')
  if (path === 'src/main.ts') return 'main'
  return first === 'domain' ? `domain/${second}` : (first ?? '')
}
