import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { layOutWorld } from '#world'
import { root, sourcesBelow } from './sources.ts'

// Every text in every language, the words we have agreed on (ux.md §5.2), and a sentence for every "no" and every event (GEN-3, house.md §8–9).

type Text = string | ((facts: never) => string)
type Table = Readonly<Record<string, Readonly<Record<string, Text>>>>
type Sentence = { readonly sv: string; readonly en: string; readonly ar?: string }

const modules = new Map<string, Record<string, unknown>>()
const tables: { name: string; table: Table }[] = []
const sentences = new Map<string, { where: string; said: Sentence }>()
let events: Readonly<Record<string, Sentence>>

beforeAll(async () => {
  const files = readdirSync(join(root, 'src/web'), { recursive: true, encoding: 'utf8' }).filter(
    file => /(texts|refusals|events|words|phrases)\.ts$/.test(file) && !file.includes('.test.'),
  )
  for (const file of files) modules.set(file, await import(/* @vite-ignore */ join(root, 'src/web', file)))
  for (const [file, module] of modules)
    for (const [name, value] of Object.entries(module)) {
      const all = typeof value === 'function' ? (value as { all?: Table }).all : undefined
      if (all) tables.push({ name: `${file} ${name}`, table: all })
      if (/refusals\.ts$/.test(file) && typeof value === 'object' && value !== null)
        for (const [code, said] of Object.entries(value as Record<string, Sentence>))
          sentences.set(code, { where: file, said })
    }
  events = (modules.get('events.ts') as { eventSentences: typeof events }).eventSentences
}, 60_000)

const holesIn = (text: Text): string =>
  typeof text === 'string' ? [...new Set(text.match(/\{\w+\}/g))].sort().join(' ') : 'facts'
/** A function's text is its source: good enough to look for words in. */
const wordsOf = (text: Text): string => (typeof text === 'string' ? text : String(text))

describe('texts', () => {
  it('are found, in every room that speaks', () => {
    expect(tables.length).toBeGreaterThan(25)
    expect(tables.reduce((sum, { table }) => sum + Object.keys(table.sv ?? {}).length, 0)).toBeGreaterThan(1000)
    expect(sentences.size).toBeGreaterThan(100)
  })

  it('have the same keys in Swedish and English, and in Arabic where there is Arabic', () => {
    const odd = tables.flatMap(({ name, table }) =>
      ['en', ...(table.ar ? ['ar'] : [])].flatMap(language => {
        const [mine, theirs] = [Object.keys(table.sv ?? {}), Object.keys(table[language] ?? {})]
        const missing = mine.filter(key => !theirs.includes(key)).concat(theirs.filter(key => !mine.includes(key)))
        return missing.map(key => `${name} ${language}: ${key}`)
      }),
    )
    expect(odd).toEqual([])
  })

  it('are never empty, and have the same holes in every language', () => {
    const odd = tables.flatMap(({ name, table }) =>
      Object.entries(table.sv ?? {}).flatMap(([key, sv]) =>
        Object.keys(table)
          .filter(
            language =>
              holesIn(table[language]?.[key] ?? '') !== holesIn(sv) ||
              wordsOf(table[language]?.[key] ?? '').trim() === '',
          )
          .map(language => `${name} ${key} ${language}`),
      ),
    )
    expect(odd).toEqual([])
  })

  it('are in Arabic too wherever a participant reads', () => {
    const silent = tables
      .filter(({ name, table }) => name.startsWith('participant/') && !table.ar)
      .map(({ name }) => name)
    expect(silent).toEqual([])
    const refused = [...sentences]
      .filter(([, { where, said }]) => where.startsWith('participant/') && !said.ar)
      .map(([code]) => code)
    expect(refused).toEqual([])
  })

  it('would be missed', () => {
    expect(holesIn('{n} platser till {day}')).not.toBe(holesIn('{n} places'))
  })
})

describe('a no', () => {
  /** Every code that some rule or use case can answer with, as written in the domain and in what all forms share. */
  const codes = [...sourcesBelow('src/domain'), ...sourcesBelow('src/db')]
    .filter(({ path }) => !/\.test\.ts$|\/test-/.test(path))
    .flatMap(({ text }) => [...text.matchAll(/\brefuse\(\s*'([a-z_]+\.[a-z_]+)'/g)].map(match => match[1] ?? ''))

  it('has a sentence in Swedish and in English for every code', () => {
    const said = new Set([...sentences.keys(), ...formCodes()])
    expect(new Set(codes).size).toBeGreaterThan(80)
    expect([...new Set(codes)].filter(code => !said.has(code)).sort()).toEqual([])
  })

  /** Codes of the form itself, which the shell says for everybody. */
  function formCodes(): string[] {
    const shell = tables.find(({ name }) => name.includes('shell-texts'))?.table.sv ?? {}
    return Object.keys(shell).flatMap(key =>
      /key_reused|keyReused|formKeyReused/.test(key) ? ['form.key_reused'] : [],
    )
  }

  it('is a sentence, with the same holes in both languages', () => {
    const odd = [...sentences].filter(
      ([, { said }]) =>
        !/[.?!]$/.test(said.sv.trim()) || !/[.?!]$/.test(said.en.trim()) || holesIn(said.sv) !== holesIn(said.en),
    )
    expect(odd.map(([code]) => code)).toEqual([])
  })
})

describe('an event', () => {
  it('has a sentence for every kind that the domain writes', () => {
    const lists = sourcesBelow('src/domain')
      .filter(({ path }) => !/\.test\.ts$|\/test-/.test(path))
      .flatMap(({ text }) => [
        ...[...text.matchAll(/\bkind: '([a-z_]+\.[a-z_]+)'/g)].map(match => match[1] ?? ''),
        ...[...text.matchAll(/export const \w*[eE]vent\w* = \[([^\]]+)\]/g)].flatMap(([, list = '']) =>
          [...list.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(match => match[1] ?? ''),
        ),
      ])
    expect(new Set(lists).size).toBeGreaterThan(50)
    expect([...new Set(lists)].filter(kind => !(kind in events)).sort()).toEqual([])
  })

  it('has a sentence for every kind that the demonstration world holds', () => {
    const kinds = new Set(layOutWorld({ day: '2026-03-02' }).events.map(({ kind }) => kind))
    expect(kinds.size).toBeGreaterThan(25)
    expect([...kinds].filter(kind => !(kind in events)).sort()).toEqual([])
  })

  it('is told with the same holes in both languages', () => {
    expect(
      Object.entries(events)
        .filter(([, said]) => holesIn(said.sv) !== holesIn(said.en))
        .map(([kind]) => kind),
    ).toEqual([])
  })
})

describe('words', () => {
  /** One word per thing, and none that say less than they seem to (ux.md §5.1–5.2). */
  const banned: readonly (readonly [name: string, word: RegExp])[] = [
    ['leverantör alone', /\bleverantör(?:en|er|erna|ens|s)?\b(?! \(arbetsgivar)/i],
    ['samtycke', /\bsamtyck/i],
    ['subvention', /\bsubvention/i],
    ['vänligen', /\bvänligen\b/i],
    ['skyddad identitet', /\bskyddad identitet/i],
    ['uteblev, no-show', /\buteb(?:lev|livit|li)\b|\bno-show\b/i],
    ['återkalla', /\båterkall/i],
    ['LOI alone', /(?<!avsiktsförklaring \()\bLOI\b/],
    ['avstå rätt', /\bavstå(?:r)? (?:sin )?rätt/i],
    [
      'härmed, erhålla, avseende, beträffande, ovanstående',
      /\b(?:härmed|erhåll\w*|avseende|beträffande|ovanstående|nedanstående)\b/i,
    ],
    ['ej', /\bej\b/i],
    ['ett oväntat fel', /oväntat fel/i],
    ['a requirement id', /\b(?:GEN|PRC|TGT|JSP|STR|PLT|OPT)-\d+\b/],
  ]
  const swedish = (): [string, string][] => [
    ...tables.flatMap(({ name, table }) =>
      Object.entries(table.sv ?? {}).map(([key, text]): [string, string] => [`${name} ${key}`, wordsOf(text)]),
    ),
    ...[...sentences].map(([code, { said }]): [string, string] => [code, said.sv]),
    ...Object.entries(events).map(([kind, said]): [string, string] => [kind, said.sv]),
  ]

  it.each(banned)('nobody reads "%s"', (_, word) => {
    expect(
      swedish()
        .filter(([, text]) => word.test(text))
        .map(([name]) => name),
    ).toEqual([])
  })

  it('would be found', () => {
    const samples = [
      'Leverantören svarar.',
      'Ditt samtycke',
      'Vänligen fyll i',
      'Subventionerad',
      'Du har ej',
      'Enligt TGT-4',
    ]
    expect(samples.filter(text => !banned.some(([, word]) => word.test(text)))).toEqual([])
    expect(
      banned.filter(([, word]) => word.test('Leverantören (arbetsgivaren) har ett medgivande och ett åtagande.')),
    ).toEqual([])
  })
})
