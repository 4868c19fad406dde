import { describe, expect, test } from 'vitest'
import { exampleNames, exampleText } from './examples.ts'
import type { Leftover, NoticeReading } from './notice.ts'
import { readNotice } from './read.ts'

const twoLots = 'synthetic_sv_cn16_employment_two_lots.xml'

function reading(text: string): NoticeReading {
  const answer = readNotice(new TextEncoder().encode(text))
  if (!answer.ok) throw new Error(`refused: ${answer.code}`)
  return answer.value
}

function leftovers(notice: NoticeReading): Leftover[] {
  return [...notice.notUnderstood, ...notice.lots.flatMap(lot => lot.notUnderstood)]
}

/** An element put into the first lot's project, or in place of another. */
const inFirstLot = (xml: string): string =>
  exampleText(twoLots).replace('<cbc:Name languageID="SWE">Lokalvård, Nordost</cbc:Name>', `$&${xml}`)

describe('PRC-12: what was read', () => {
  test('is listed per lot, with what its codes mean in Swedish', () => {
    const lot = reading(exampleText(twoLots)).lots[0]
    expect(lot?.read).toContainEqual({
      field: 'BT-775-Lot',
      label: { sv: 'Socialt mål som främjas', en: 'Social Procurement' },
      value: 'opp',
      meaning: {
        sv: 'Sysselsättningsmöjligheter för långtidsarbetslösa, missgynnade personer och/eller personer med funktionsnedsättning',
        en: 'Employment opportunities for the long-term unemployed, disadvantaged and/or for persons with disabilities',
      },
    })
    expect(lot?.read.find(one => one.field === 'BT-5071-Lot')?.meaning?.sv).toBe('Västra Götalands län')
  })

  test('a lot lists nothing of another lot', () => {
    const [first, second] = reading(exampleText(twoLots)).lots
    expect(first?.read.map(one => one.value)).not.toContain('Fönsterputsning')
    expect(second?.read.map(one => one.value)).toContain('Fönsterputsning')
    expect(second?.read.map(one => one.field)).not.toContain('BT-70-Lot')
  })

  test('every field is named by a label of its own, never by its identifier', () => {
    for (const name of exampleNames) {
      const notice = reading(exampleText(name))
      for (const one of [...notice.read, ...notice.lots.flatMap(lot => lot.read)]) {
        expect(one.label.sv, one.field).not.toMatch(/^(?:BT|OPP|OPT)-/)
      }
    }
  })

  test('results belong to the lot they are about', () => {
    const lot = reading(exampleText('synthetic_sv_can29_employment.xml')).lots[1]
    expect(lot?.read.find(one => one.field === 'BT-144-LotResult')?.value).toBe('no-rece')
  })
})

describe('PRC-12: what was not understood', () => {
  test('no element of the twelve notices is unknown, and no code', () => {
    for (const name of exampleNames) {
      const odd = leftovers(reading(exampleText(name))).filter(one => one.why !== 'not_used')
      expect(
        odd.map(one => `${one.why} ${one.path}`),
        name,
      ).toEqual([])
    }
  })

  test('known fields that the import does not use are listed with a label', () => {
    const lot = reading(exampleText(twoLots)).lots[0]
    const deadline = lot?.notUnderstood.find(one => one.field === 'BT-131(d)-Lot')
    expect(deadline).toMatchObject({
      why: 'not_used',
      value: '2025-10-31+02:00',
      label: { sv: 'Tidsfrist för mottagande av anbud' },
    })
  })

  test('an element nobody has heard of is listed with its path and line', () => {
    const lot = reading(inFirstLot('<cbc:JobGuaranteeText>Fyra jobb</cbc:JobGuaranteeText>')).lots[0]
    const found = lot?.notUnderstood.find(one => one.why === 'unknown_element')
    expect(found).toMatchObject({
      path: 'ProcurementProjectLot/ProcurementProject/JobGuaranteeText',
      label: { sv: 'Job guarantee text' },
      value: 'Fyra jobb',
    })
    const lines = exampleText(twoLots).split('\n')
    expect(lines[(found?.line ?? 0) - 1]).toContain('Lokalvård, Nordost')
  })

  test('an element in a foreign namespace is not taken for a field', () => {
    const foreign = '<x:Note xmlns:x="urn:elsewhere">Hej</x:Note>'
    const lot = reading(inFirstLot(foreign)).lots[0]
    expect(lot?.note?.SWE).not.toContain('Hej')
  })

  test('a code that is not in its list is listed as unknown, though its field was read', () => {
    const notice = reading(exampleText(twoLots).replaceAll('>opp<', '>full-employment<'))
    expect(notice.lots[0]?.social).toEqual(['full-employment'])
    expect(notice.lots[0]?.notUnderstood).toContainEqual(
      expect.objectContaining({ why: 'unknown_code', field: 'BT-775-Lot', value: 'full-employment' }),
    )
  })

  test.each([
    [
      'BT-536-Lot',
      '<cac:PlannedPeriod>',
      '<cac:PlannedPeriod><cbc:StartDate>2025-02-31+01:00</cbc:StartDate>',
      '2025-02-31+01:00',
    ],
    ['BT-36-Lot', '<cbc:DurationMeasure unitCode="YEAR">2<', '<cbc:DurationMeasure unitCode="YEAR">two<', 'two'],
    [
      'BT-262-Lot',
      '<cbc:ItemClassificationCode listName="cpv">90911300<',
      '<cbc:ItemClassificationCode listName="cpv">909<',
      '909',
    ],
    ['BT-5071-Lot', '>SE232<', '>SE999<', 'SE999'],
  ])('a value that cannot be right is listed: %s', (field, from, to, value) => {
    const all = leftovers(reading(exampleText(twoLots).replaceAll(from, to)))
    expect(all.filter(one => one.why !== 'not_used')).toContainEqual(expect.objectContaining({ field, value }))
  })

  test('a field that the buyer withholds is said to be withheld', () => {
    const privacy =
      '<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension><efac:FieldsPrivacy>' +
      '<efbc:FieldIdentifierCode listName="non-publication-identifier">not-val</efbc:FieldIdentifierCode>' +
      '</efac:FieldsPrivacy></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>'
    const lot = reading(inFirstLot(privacy)).lots[0]
    expect(lot?.notUnderstood).toContainEqual(
      expect.objectContaining({
        why: 'withheld',
        value: 'not-val',
        label: { sv: 'Uppgift som köparen håller inne', en: 'Withheld information' },
      }),
    )
  })

  test('the same thing many times is listed once, with a count', () => {
    const lot = reading(inFirstLot('<cbc:Odd>a</cbc:Odd>'.repeat(40))).lots[0]
    expect(lot?.notUnderstood.filter(one => one.why === 'unknown_element')).toMatchObject([{ times: 40 }])
  })

  test('a thousand different oddities do not make an endless list', () => {
    const odd = Array.from({ length: 1_000 }, (_, i) => `<cbc:Odd${i}>a</cbc:Odd${i}>`).join('')
    expect(reading(inFirstLot(odd)).lots[0]?.notUnderstood.length).toBeLessThanOrEqual(300)
  })

  test('contact details of people and organisations are not copied into the report', () => {
    const shown = JSON.stringify(exampleNames.map(name => leftovers(reading(exampleText(name)))))
    expect(shown).not.toContain('@')
    expect(shown).not.toContain('+46 31')
  })
})
