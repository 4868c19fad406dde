import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type AccessTable, roles } from '#kernel'
import { type ApiOperation, operationsOf, type Page, readAccess, readApi, readPage, readPages } from './inventory.ts'
import { root } from './sources.ts'

// S0 (trust.md §9.1): the pages, the API and the access tables name the same operations, and each page asks before it answers.

const pages = readPages()
let table: AccessTable
let everyone: ReadonlySet<string>
let twice: string[]
let api: ApiOperation[]

beforeAll(async () => {
  const access = await readAccess()
  table = access.all
  everyone = access.everyone
  twice = access.faults
  api = await readApi()
})

const namedBy = (all: readonly Page[]): string[] =>
  all.flatMap(page => {
    const operations = operationsOf(page)
    return operations ? [operations.loader ?? [], Object.values(operations.actions)].flat() : []
  })

/** Operations that are performed somewhere and stand in no table. */
const withoutEntry = (all: readonly Page[]): string[] =>
  [...new Set([...namedBy(all), ...api.map(one => one.operation)])].filter(operation => !(operation in table)).sort()

/** What a page's source does not do that it must. */
function faultsOf(page: Page): string[] {
  if (page.source === '') return [`${page.file} is in the site map and does not exist`]
  const operations = operationsOf(page)
  if (!operations) return [`${page.file} does not say which operations it performs`]
  const has = (what: 'loader' | 'action'): boolean =>
    new RegExp(`export (?:async )?(?:function|const) ${what}\\b`).test(page.source)
  const faults: string[] = []
  const actions = Object.entries(operations.actions)
  if (operations.loader && !has('loader')) faults.push(`${page.file} names a loader and has none`)
  if (has('loader') && !operations.loader && !isMute(page))
    faults.push(`${page.file} has a loader and does not name it`)
  if (has('action') !== actions.length > 0) faults.push(`${page.file} has an action, or names one, but not both`)
  for (const operation of [operations.loader, ...Object.values(operations.actions)])
    if (operation && !everyone.has(operation) && !asks(page, operation))
      faults.push(`${page.file} performs ${operation} without asking visit()`)
  return [...faults, ...intentFaults(page, Object.keys(operations.actions))]
}

/** A loader that only sends elsewhere: it knows neither session nor database. */
function isMute(page: Page): boolean {
  const loader = /export (?:async )?function loader\(\)[^{]*\{[\s\S]*?\n\}/.exec(page.source)?.[0]
  return loader !== undefined && !/\bdb\b|look\(|appOf\(/.test(loader)
}

const textsOf = (page: Page): string[] => [page.source, ...page.parts.values()]

/** The page or a part of it asks `visit` for this operation by name, or for whichever the form's intent stands for in its handle. */
function asks(page: Page, operation: string): boolean {
  const byName = new RegExp(`visit\\(\\s*[\\w.]+,\\s*\\w+,\\s*'${operation.replace('.', '\\.')}'`)
  if (textsOf(page).some(text => byName.test(text))) return true
  const action = /export (?:async )?function action\b[\s\S]*?\n\}/.exec(page.source)?.[0] ?? ''
  return (
    /visit\(\s*\w+,\s*[\w[\]]+,\s*(?!')[\w.]+/.test(action) && /\.actions|operations\b|Operation\b/.test(page.source)
  )
}

/** Every intent that the page's forms send is named in the handle, and every one that is named is sent. */
function intentFaults(page: Page, named: readonly string[]): string[] {
  const sent = textsOf(page).flatMap(text =>
    [...text.matchAll(/\bintent(?:=|: )["']([\w-]+)["']/g)].map(match => match[1] ?? ''),
  )
  const literals = textsOf(page)
    .join('\n')
    .replace(/export const handle[\s\S]*?\n\}\n/, '')
  return [
    ...named
      .filter(intent => intent !== 'default' && !new RegExp(`['"\`]${intent}['"\`]|\\b${intent}:`).test(literals))
      .map(intent => `${page.file} names the intent ${intent}, which nothing sends`),
    ...[...new Set(sent)]
      .filter(intent => !named.includes(intent) && !sharedWith(page, intent))
      .map(intent => `${page.file} sends the intent ${intent}, which its handle does not name`),
  ]
}

/** A part may be drawn by several pages, and by a form that posts to another page. */
function sharedWith(page: Page, intent: string): boolean {
  return pages.some(
    other =>
      other.file !== page.file &&
      Object.hasOwn(operationsOf(other)?.actions ?? {}, intent) &&
      [...page.parts.keys()].some(part => other.parts.has(part)),
  )
}

describe('the inventory of operations (trust.md S0)', () => {
  it('reads the site map, the tables and the API', () => {
    expect(pages.length).toBeGreaterThan(45)
    expect(Object.keys(table).length).toBeGreaterThan(90)
    expect(api.length).toBeGreaterThan(20)
    expect(twice).toEqual([])
  })

  it('finds every page of the site map, and each asks before it answers', () => {
    expect(pages.flatMap(faultsOf)).toEqual([])
  })

  it('has an entry in an access table for everything that can be done', () => {
    expect(withoutEntry(pages)).toEqual([])
  })

  it('has no entry for something that cannot be done', () => {
    const done = new Set([...namedBy(pages), ...api.map(one => one.operation)])
    expect(
      Object.keys(table)
        .filter(operation => !done.has(operation))
        .sort(),
    ).toEqual([])
  })

  it('names only roles that there are, and says the relation in words', () => {
    for (const [operation, rule] of Object.entries(table)) {
      expect(operation).toMatch(/^[a-z_]+\.[a-z_]+$/)
      if (rule.roles === 'everyone') continue
      expect(rule.roles.filter(role => !roles.includes(role))).toEqual([])
      expect(`${operation}: ${rule.when ?? ''}`).toMatch(/: .{10,}/)
    }
  })

  it('has the same operations as the API document', () => {
    const document = JSON.parse(readFileSync(join(root, 'docs/api/openapi.json'), 'utf8')) as {
      servers?: { url: string }[]
      paths: Record<string, Record<string, unknown>>
    }
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter(method => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
        .map(method => `${method} ${path.replace('/api/v1', '')}`),
    )
    expect(documented.sort()).toEqual(api.map(({ method, path }) => `${method} ${path}`).sort())
  })
})

describe('it would be found out', () => {
  const planted = (source: string): Page => ({
    ...readPage('planterad', 'procurement/list.tsx'),
    file: 'planted.tsx',
    source,
    parts: new Map(),
  })
  const good = `export const handle: Handle = { operations: { loader: 'procurement.list' } }
export async function loader({ context, request }: Route.LoaderArgs) {
  const v = visit(context, procurementAccess, 'procurement.list', request)
}\n`

  it('not that the sample is wrong', () => expect(faultsOf(planted(good))).toEqual([]))

  it('if a page were added that stands in no table', () => {
    expect(withoutEntry([...pages, planted(good.replaceAll('procurement.list', 'procurement.everything'))])).toEqual([
      'procurement.everything',
    ])
  })
  it('if a page were added to the site map only', () => {
    const siteMap = `${readFileSync(join(root, 'src/web/routes.ts'), 'utf8')}\n  route('bakdorr', 'day/back-door.tsx'),\n`
    expect(readPages(siteMap).flatMap(faultsOf)).toContain('day/back-door.tsx is in the site map and does not exist')
  })
  it('if a page had no handle', () => {
    expect(faultsOf(planted(good.replace('handle', 'other')))[0]).toMatch(/does not say/)
  })
  it('if a loader did not ask', () => {
    expect(faultsOf(planted(good.replace('visit(', 'guess(')))).toEqual([
      'planted.tsx performs procurement.list without asking visit()',
    ])
  })
  it('if a loader asked for something easier', () => {
    expect(faultsOf(planted(good.replace(`'procurement.list', request`, `'state.view', request`)))).toHaveLength(1)
  })
  it('if an action were not named', () => {
    expect(faultsOf(planted(`${good}export async function action() {\n}\n`))[0]).toMatch(/has an action/)
  })
  it('if a form sent an intent that is not named', () => {
    expect(faultsOf(planted(`${good}const form = <FormKey intent="everything" />\n`))[0]).toMatch(
      /sends the intent everything/,
    )
  })
})
