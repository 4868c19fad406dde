import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { AccessTable } from '#kernel'
import { root } from './sources.ts'

/** A page of the site map, as its source says it. */
export type Page = {
  /** `upphandlingar/:procurement/behov`; '' is the first page. */
  readonly path: string
  /** Relative to src/web. */
  readonly file: string
  readonly source: string
  /** The files beside it that it imports, by path: where its forms and actions may be written. */
  readonly parts: ReadonlyMap<string, string>
}

const web = join(root, 'src/web')

/** Every page in routes.ts, read as text, so that nothing of the router decides what is found. */
export function readPages(siteMap = readFileSync(join(web, 'routes.ts'), 'utf8')): Page[] {
  const entries = siteMap.matchAll(/^\s*(?:index\('([^']+)'\)|route\('([^']+)',\s*'([^']+)'\)),$/gm)
  return [...entries].map(([, first, path = '', file = '']) => readPage(first ? '' : path, first ?? file))
}

export function readPage(path: string, file: string): Page {
  const place = join(web, file)
  const source = existsSync(place) ? readFileSync(place, 'utf8') : ''
  const parts = new Map<string, string>()
  collect(place, source, parts, 3)
  return { path, file, source, parts }
}

function collect(from: string, source: string, parts: Map<string, string>, depth: number): void {
  if (depth === 0) return
  for (const [, imported = ''] of source.matchAll(/from '(\.[^']+\.tsx?)'/g)) {
    const place = resolve(dirname(from), imported)
    const name = relative(web, place)
    if (parts.has(name) || !existsSync(place)) continue
    const text = readFileSync(place, 'utf8')
    parts.set(name, text)
    collect(place, text, parts, depth - 1)
  }
}

export type PageOperations = { readonly loader?: string; readonly actions: Readonly<Record<string, string>> }

/** What a page's `handle` says, or undefined when it says nothing that can be read. */
export function operationsOf({ source }: Pick<Page, 'source'>): PageOperations | undefined {
  const begins = /export const handle(?:: Handle)? = \{/.exec(source)
  if (!begins) return undefined
  const from = begins.index + begins[0].length - 1
  let depth = 0
  let to = from
  do {
    depth += source[to] === '{' ? 1 : source[to] === '}' ? -1 : 0
    to += 1
  } while (depth > 0 && to < source.length)
  const json = source
    .slice(from, to)
    .replace(/(\w+):/g, '"$1":')
    .replaceAll("'", '"')
    .replace(/,(\s*\})/g, '$1')
  try {
    const { operations } = JSON.parse(json) as { operations: { loader?: string; actions?: Record<string, string> } }
    return { ...(operations.loader ? { loader: operations.loader } : {}), actions: operations.actions ?? {} }
  } catch {
    return undefined
  }
}

/** The union of all access tables: of every capability, of the shell, and of the API itself. Fails on a word that stands in two. */
export async function readAccess(): Promise<{ all: AccessTable; everyone: ReadonlySet<string>; faults: string[] }> {
  const files = readdirSync(join(root, 'src/domain'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => `src/domain/${entry.name}/access.ts`)
    .concat('src/web/shell/access.ts', 'src/api/access.ts')
    .filter(file => existsSync(join(root, file)))
  const all: Record<string, AccessTable[string]> = {}
  const everyone = new Set<string>()
  const faults: string[] = []
  for (const file of files) {
    const module = (await import(/* @vite-ignore */ join(root, file))) as Record<string, unknown>
    for (const [name, table] of Object.entries(module)) {
      if (!name.endsWith('Access') || typeof table !== 'object') continue
      for (const [operation, rule] of Object.entries(table as AccessTable)) {
        if (operation in all) faults.push(`${operation} stands in two access tables`)
        all[operation] = rule
        if (rule.roles === 'everyone' && name === 'shellAccess') everyone.add(operation)
      }
    }
  }
  return { all, everyone, faults }
}

export type ApiOperation = { readonly method: string; readonly path: string; readonly operation: string }

/** The operations of the public API, as it is put together. */
export async function readApi(): Promise<ApiOperation[]> {
  const file = join(root, 'src/api/v1/operations.ts')
  if (!existsSync(file)) return []
  const { createOperations } = (await import(/* @vite-ignore */ file)) as {
    createOperations: (tools: Record<string, unknown>) => readonly ApiOperation[]
  }
  return createOperations({}).map(({ method, path, operation }) => ({ method, path, operation }))
}
