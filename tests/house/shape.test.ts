import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isTest, root, sourcesBelow } from './sources.ts'

const all = [...sourcesBelow('src'), ...sourcesBelow('tests'), ...sourcesBelow('bench'), ...sourcesBelow('scripts')]
const product = all.filter(source => source.path.startsWith('src/') && !isTest(source))

describe('files', () => {
  it('have at most 400 lines', () => {
    expect(all.filter(source => source.lines > 400).map(source => `${source.path}: ${source.lines}`)).toEqual([])
  })

  it('have names in kebab-case', () => {
    const odd = all
      .map(source => source.path.split('/').at(-1) ?? '')
      .filter(name => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|db\.test|spec))?\.(ts|tsx|mts|d\.mts)$/.test(name))
    expect(odd.filter(name => !['entry.server.tsx'].includes(name))).toEqual([])
  })

  it('are not called by words that say nothing', () => {
    const empty = /(^|[-/])(utils?|helpers?|common|manager|service|handler|info)(\.|$|\/)/
    expect(product.filter(source => empty.test(source.path)).map(source => source.path)).toEqual([])
  })

  it('hold nothing unfinished or silenced', () => {
    const bad =
      /\b(TODO|FIXME|HACK|XXX)\b|@ts-ignore|@ts-nocheck|\bas any\b|: any\b|\b(it|test|describe)\.(skip|only|todo)\b/
    expect(
      all.filter(source => bad.test(source.text) && !source.path.startsWith('tests/house/')).map(source => source.path),
    ).toEqual([])
  })

  it('take time and chance from outside in domain and engine', () => {
    const impure = /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(\)|\brandomUUID\(|\bprocess\.env\b/
    const inside = product.filter(
      source => /^src\/(domain|engine|kernel)\//.test(source.path) && source.path !== 'src/kernel/id.ts',
    )
    expect(inside.filter(source => impure.test(source.text)).map(source => source.path)).toEqual([])
  })

  it('read settings in main.ts only', () => {
    expect(
      product
        .filter(source => source.text.includes('process.env') && source.path !== 'src/main.ts')
        .map(source => source.path),
    ).toEqual([])
  })

  it('name no path of a machine and no registry', () => {
    const local = /(?<![a-z0-9.])\/(work|farm|root)\/|\.\.\/shared|registry\.npmjs\.org/
    const texts = [
      ...all
        .filter(source => !source.path.startsWith('tests/house/'))
        .map(source => [source.path, source.text] as const),
      ['package-lock.json', readFileSync(join(root, 'package-lock.json'), 'utf8')] as const,
    ]
    expect(texts.filter(([, text]) => local.test(text)).map(([path]) => path)).toEqual([])
  })

  it('give exported functions of the domain an explicit answer', () => {
    const loose = /^export (?:async )?function \w+(?:<[^>]*>)?\([^)]*\) \{/m
    expect(
      product
        .filter(source => /^src\/(domain|engine|kernel|db|outside)\//.test(source.path) && loose.test(source.text))
        .map(source => source.path),
    ).toEqual([])
  })
})

describe('rooms', () => {
  const rooms = ['src', 'src/domain'].flatMap(folder =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => `${folder}/${entry.name}`),
  )

  it('say what belongs in them, in at most 30 lines', () => {
    const readme = (room: string): string => join(root, room, 'README.md')
    const wordless = rooms.filter(room => room !== 'src/domain' && !existsSync(readme(room)))
    const talkative = rooms.filter(
      room => existsSync(readme(room)) && readFileSync(readme(room), 'utf8').trimEnd().split('\n').length > 30,
    )
    expect({ wordless, talkative }).toEqual({ wordless: [], talkative: [] })
  })

  it('have a door, if they are capabilities', () => {
    expect(rooms.filter(room => room.startsWith('src/domain/') && !existsSync(join(root, room, 'index.ts')))).toEqual(
      [],
    )
  })
})
