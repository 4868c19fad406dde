import { describe, expect, test } from 'vitest'
import { exampleBytes, exampleNames, exampleText, expectedOf } from './examples.ts'
import { asExpected } from './expected.ts'
import type { NoticeReading } from './notice.ts'
import { readNotice } from './read.ts'

const twoLots = 'synthetic_sv_cn16_employment_two_lots.xml'

function reading(source: string | Uint8Array): NoticeReading {
  const answer = readNotice(typeof source === 'string' ? new TextEncoder().encode(source) : source)
  if (!answer.ok) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.facts)}`)
  return answer.value
}

/** expected.json cuts texts after 160 characters. */
function cut(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 160 ? `${value.slice(0, 160)}…` : value
  if (Array.isArray(value)) return value.map(cut)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner)]))
}

test('there are twelve example notices to be right about', () => {
  expect(exampleNames).toHaveLength(12)
})

describe.each(exampleNames)('PRC-12: %s', name => {
  const entry = asExpected(reading(exampleBytes(name)), name)
  const expected = expectedOf(name)

  test.each(Object.keys(expected))('%s is read as expected', field => {
    expect(cut(entry[field as keyof typeof entry])).toEqual(expected[field])
  })

  test('the entry has the fields of expected.json, in its order, and no others', () => {
    const shape = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(shape) : value !== null && typeof value === 'object' ? Object.keys(value) : null
    expect(Object.keys(entry)).toEqual(Object.keys(expected))
    expect(shape(entry.lots)).toEqual(shape(expected.lots))
    expect(shape(entry.results)).toEqual(shape(expected.results))
  })
})

test('texts are given in full, not cut', () => {
  const lot = reading(exampleBytes(twoLots)).lots[0]
  expect(lot?.performanceTerms?.SWE).toMatch(/anställning ha påbörjats eller erbjudits\.$/)
})

test('namespace prefixes do not matter, namespaces do', () => {
  const original = exampleText(twoLots)
  const renamed = original
    .replaceAll('cbc:', 'x:')
    .replace('xmlns:cbc=', 'xmlns:x=')
    .replaceAll('cac:', 'cbc:')
    .replace('xmlns:cac=', 'xmlns:cbc=')
    .replaceAll(/<(\/?)ContractNotice/g, '<$1n:ContractNotice')
    .replace('xmlns=', 'xmlns:n=')
  expect(renamed).not.toContain('<cac:')
  expect(reading(renamed)).toEqual(reading(original))

  const elsewhere = original.replace('CommonBasicComponents-2', 'CommonBasicComponents-9')
  expect(readNotice(new TextEncoder().encode(elsewhere))).toMatchObject({ ok: false, code: 'notice.no_identifier' })
})

test('UTF-8 and UTF-16 in both byte orders, with and without a byte order mark, read the same', () => {
  const text = exampleText(twoLots)
  const expected = reading(exampleBytes(twoLots))
  const little = Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le')
  const big = Buffer.from(little).swap16()
  expect(reading(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]))).toEqual(expected)
  expect(reading(little)).toEqual(expected)
  expect(reading(big)).toEqual(expected)
  expect(reading(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual(expected)
  expect(reading(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toEqual(expected)
})

test('Windows line endings change nothing', () => {
  const text = exampleText('cn_25.xml')
  const crlf = asExpected(reading(text.replaceAll('\n', '\r\n')))
  expect(crlf).toEqual(asExpected(reading(text)))
})

test('Swedish is shown when a text is also given in another language', () => {
  const name = '<cbc:Name languageID="SWE">Fönsterputsning</cbc:Name>'
  const lot = reading(exampleText(twoLots).replace(name, `<cbc:Name languageID="ENG">Windows</cbc:Name>${name}`))
    .lots[1]
  expect(lot?.title).toEqual({ ENG: 'Windows', SWE: 'Fönsterputsning' })
})

test('a language that is no language code cannot become a key', () => {
  const title = reading(exampleText(twoLots).replaceAll('languageID="SWE"', 'languageID="__proto__"')).title
  expect(Object.entries(title ?? {})).toEqual([['SWE', 'Städning av kommunens lokaler']])
})

test('code lists that are not named are told by their codes', () => {
  const unnamed = exampleText(twoLots).replaceAll(
    / listName="(?:social-objective|strategic-procurement|accessibility|reserved-procurement|reserved-execution|conditions)"/g,
    '',
  )
  const lot = reading(unnamed).lots[0]
  const original = reading(exampleText(twoLots)).lots[0]
  expect(lot?.social).toEqual(['opp'])
  expect(lot?.strategic).toEqual(['soc-obj'])
  expect(lot?.accessibility).toEqual(['n-inc'])
  expect(lot?.reservedExecution).toBe('no')
  expect(lot?.performanceTerms).toEqual(original?.performanceTerms)
})

test('a CPV code with its check digit is read without it', () => {
  expect(reading(exampleText(twoLots).replaceAll('>90910000<', '>90910000-9<')).cpvMain).toBe('90910000')
})

describe('what is wrong with a notice is told, not hidden', () => {
  test('the incomplete official example is refused for its missing identifier', () => {
    expect(readNotice(exampleBytes('INVALID_cn_24_stage-1.xml'))).toEqual({
      ok: false,
      code: 'notice.no_identifier',
      facts: { field: 'BT-701' },
    })
  })

  test('with an identifier it is refused because no lot can be named', () => {
    const text = exampleText('INVALID_cn_24_stage-1.xml').replace(
      '<cbc:ContractFolderID>',
      '<cbc:ID schemeName="notice-id">n</cbc:ID><cbc:ContractFolderID>',
    )
    expect(readNotice(new TextEncoder().encode(text))).toMatchObject({
      code: 'notice.no_lots',
      facts: { withoutIdentifier: 1 },
    })
  })

  test('with identifiers it is read, and every mandatory field that is missing is a fault', () => {
    const text = exampleText('INVALID_cn_24_stage-1.xml')
      .replace('<cbc:ContractFolderID>', '<cbc:ID schemeName="notice-id">n</cbc:ID><cbc:ContractFolderID>')
      .replace('<cbc:ID schemeName="Lot"></cbc:ID>', '<cbc:ID schemeName="Lot">LOT-0001</cbc:ID>')
    const missing = reading(text).faults.filter(fault => fault.fault === 'missing')
    expect(missing.map(({ field, lot }) => `${field} ${lot ?? ''}`.trim())).toEqual([
      'BT-757-notice',
      'BT-05(a)-notice',
      'BT-702(a)-notice',
      'BT-500-Organization-Company',
      'BT-21-Procedure',
      'BT-262-Procedure',
      'BT-21-Lot LOT-0001',
      'BT-23-Lot LOT-0001',
      'BT-262-Lot LOT-0001',
    ])
  })

  test('a lot given twice is read once, and reported', () => {
    const twice = reading(exampleText(twoLots).replace('"Lot">LOT-0002<', '"Lot">LOT-0001<'))
    expect(twice.lots.map(lot => lot.id)).toEqual(['LOT-0001'])
    expect(twice.faults).toEqual([{ fault: 'duplicate', field: 'BT-137-Lot', lot: 'LOT-0001' }])
  })

  test('a winner that no tender of the lot can be tied to is reported', () => {
    expect(reading(exampleBytes('can-social_24.xml')).faults).toEqual([
      { fault: 'award_not_joined', field: 'BT-142-LotResult', lot: 'LOT-0002' },
    ])
  })

  test('a buyer that refers to no organisation is reported', () => {
    const text = exampleText(twoLots).replace(
      /(<cac:Party><cac:PartyIdentification><cbc:ID [^>]*>)ORG-0001/,
      '$1ORG-0099',
    )
    const { buyers, faults } = reading(text)
    expect(buyers).toEqual([])
    expect(faults.map(fault => fault.fault)).toEqual(['missing', 'no_such_organisation'])
  })

  test('references to references cannot multiply beyond the limit', () => {
    const tenders = Array.from({ length: 200 }, (_, i) => `TEN-${i}`)
    const text = exampleText('synthetic_sv_can29_employment.xml')
      .replace(
        /<efac:LotTender>\s*<cbc:ID schemeName="tender">TEN-0001<\/cbc:ID>\s*<cbc:RankCode>/,
        `${tenders
          .map(
            id =>
              `<efac:LotTender><cbc:ID>${id}</cbc:ID><efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotTender>`,
          )
          .join('')}$&`,
      )
      .replace(
        '<efac:ContractReference>',
        `${tenders.map(id => `<efac:LotTender><cbc:ID>${id}</cbc:ID></efac:LotTender>`).join('')}<efac:ContractReference>`,
      )
      .replace(/<efac:LotResult>[\s\S]*?LOT-0001[\s\S]*?<\/efac:LotResult>/, match => match.repeat(300))
    const { results, faults } = reading(text)
    expect(results.flatMap(result => result.awards).length).toBeLessThanOrEqual(20_000)
    expect(faults).toContainEqual({ fault: 'awards_cut', field: 'BT-150-Contract', lot: 'LOT-0001' })
  })
})

test('a contract change names the notice it changes', () => {
  expect(reading(exampleBytes('can-modif_24_duration.xml')).previousNotice).toBe('268231-2010')
})
