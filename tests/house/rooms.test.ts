import { describe, expect, it } from 'vitest'
import { importsOf, isTest, roomOf, type Source, sourcesBelow, targetOf } from './sources.ts'

/** The capabilities from upstream to downstream: a capability may ask those before it, never those after (house.md §2). */
const capabilities = [
  'organisations',
  'approval',
  'strategy',
  'procurement',
  'agreements',
  'competence',
  'catalogue',
  'places',
  'candidates',
  'tracks',
  'matching',
  'meetings',
  'placement',
  'followup',
  'compensation',
  'tendering',
  'effects',
  'reports',
]

/** What each room may import, besides itself (house.md §3). `domain` stands for every capability; `types` only by `import type`. */
const may: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  engine: ['kernel'],
  db: ['kernel'],
  outside: ['kernel'],
  web: ['kernel', 'domain', 'db', 'engine'],
  api: ['kernel', 'domain', 'db'],
  jobs: ['kernel', 'domain', 'db', 'outside'],
  cli: ['kernel', 'engine', 'domain', 'db', 'outside', 'jobs', 'api', 'tests/world'],
  main: ['kernel', 'engine', 'domain', 'db', 'outside', 'web', 'api', 'jobs', 'cli', 'tests/world', 'scripts'],
}

const sources = sourcesBelow('src')

/** Every import that goes where it may not, as a sentence. */
function reversed(all: readonly Source[]): string[] {
  return all
    .filter(source => !isTest(source))
    .flatMap(source => source.imports.flatMap(imported => faultOf(source, imported)))
}

function faultOf(source: Source, imported: string): string[] {
  const target = targetOf(source, imported)
  if (target === undefined) return []
  const [from, to] = [roomOf(source.path), roomOf(target)]
  if (from === to || allowed(source, from, to)) return []
  return [`${source.path} imports ${imported}: ${from} may not know ${to}`]
}

function allowed(source: Source, from: string, to: string): boolean {
  if (from.startsWith('domain/')) {
    if (['kernel', 'engine', 'db'].includes(to)) return true
    const [mine, theirs] = [from, to].map(room => capabilities.indexOf(room.slice('domain/'.length)))
    return to.startsWith('domain/') && theirs !== -1 && theirs! < mine!
  }
  // The shell's sign-in speaks with the outside; no other page does (house.md §3).
  if (from === 'web' && to === 'outside') return source.path.startsWith('src/web/shell/')
  const rooms = may[from] ?? []
  return rooms.includes(to) || (to.startsWith('domain/') && rooms.includes('domain'))
}

describe('rooms', () => {
  it('reads every import of the house', () => {
    expect(sources.length).toBeGreaterThan(200)
    expect(sources.reduce((sum, source) => sum + source.imports.length, 0)).toBeGreaterThan(800)
  })

  it('are entered in one direction only', () => {
    expect(reversed(sources)).toEqual([])
  })

  it('would be found out if a rule asked a page', () => {
    const text = `import { texts } from '../../web/places/texts.ts'\nimport { x } from '#domain/placement'`
    const planted = { path: 'src/domain/places/planted.ts', text, lines: 2, imports: importsOf(text) }
    expect(reversed([planted])).toHaveLength(2)
  })

  it('are entered by the door: no path reaches into another room', () => {
    const reaching = sources
      .filter(source => !isTest(source))
      .flatMap(source =>
        source.imports
          .filter(imported => imported.startsWith('.'))
          .filter(
            imported =>
              roomOf(targetOf(source, imported) ?? '') !== roomOf(source.path) && source.path !== 'src/main.ts',
          )
          .map(imported => `${source.path} → ${imported}`),
      )
    expect(reaching).toEqual([])
  })

  it('never climb two floors: `../../` is not written', () => {
    expect(
      sources
        .filter(source => source.imports.some(imported => imported.startsWith('../../')))
        .map(source => source.path),
    ).toEqual([])
  })

  it('leave the pools to the database room', () => {
    const outside = sources.filter(
      source => !source.path.startsWith('src/db/') && !source.path.startsWith('src/cli/') && !isTest(source),
    )
    expect(
      outside.filter(source => /from 'pg'|\.pools\.|new Pool\(/.test(source.text)).map(source => source.path),
    ).toEqual(['src/main.ts'])
  })

  it('are never imported from main.ts', () => {
    expect(
      sources
        .filter(source => source.imports.some(imported => /(^|\/)main(\.ts)?$/.test(imported)))
        .map(source => source.path),
    ).toEqual([])
  })
})

describe('circles', () => {
  it('there are none between files', () => {
    expect(circles(sources)).toEqual([])
  })

  it('one would be found', () => {
    const file = (path: string, imported: string): Source => ({ path, text: '', lines: 1, imports: [imported] })
    expect(circles([file('src/a/one.ts', './two.ts'), file('src/a/two.ts', './one.ts')])).toHaveLength(1)
  })
})

/** Circles of imports between files, each once, as `a → b → a`. Doors count as their index file. */
function circles(all: readonly Source[]): string[] {
  const byPath = new Map(all.map(source => [source.path, source]))
  const next = (source: Source): Source[] =>
    source.imports
      .map(imported => targetOf(source, imported))
      .flatMap(target => (target === undefined ? [] : [byPath.get(target) ?? byPath.get(`${target}/index.ts`)]))
      .filter(found => found !== undefined)
  const done = new Set<string>()
  const found: string[] = []
  const walk = (source: Source, way: readonly string[]): void => {
    const at = way.indexOf(source.path)
    if (at !== -1) found.push([...way.slice(at), source.path].join(' → '))
    if (at !== -1 || done.has(source.path)) return
    for (const target of next(source)) walk(target, [...way, source.path])
    done.add(source.path)
  }
  for (const source of all) walk(source, [])
  return found
}
