import { describe, expect, test } from 'vitest'
import { exampleText } from './examples.ts'
import { organisationNumber } from './organisation-number.ts'
import { type CaseProposal, proposeCase } from './proposal.ts'
import { readNotice } from './read.ts'

const twoLots = exampleText('synthetic_sv_cn16_employment_two_lots.xml')
const reserved = exampleText('synthetic_sv_cn20_dialogue_reserved.xml')
const award = exampleText('synthetic_sv_can29_employment.xml')

function proposal(xml: string, lot: string): CaseProposal {
  const reading = readNotice(new TextEncoder().encode(xml))
  if (!reading.ok) throw new Error(reading.code)
  const proposed = proposeCase(reading.value, lot)
  if (!proposed.ok) throw new Error(proposed.code)
  return proposed.value
}

/** The given notice with something put first in its first lot's project. */
const withInLot = (xml: string, element: string): string =>
  xml.replace(/(<cac:ProcurementProjectLot>[\s\S]*?<cac:ProcurementProject>)/, `$1${element}`)

describe('PRC-12, TGT-1: a lot becomes a proposal for a case', () => {
  const proposed = proposal(twoLots, 'LOT-0001')

  test('the type of service is the one input that a notice can answer', () => {
    expect(proposed.inputs.service).toEqual({
      value: { nature: 'services', cpv: '90910000' },
      missing: false,
      from: 'BT-23-Lot + BT-262-Lot',
      because: null,
      beside: [],
    })
    expect(proposed.inputs.comments).toMatchObject({
      from: 'BT-300-Lot',
      value: expect.stringContaining('antal platser: 4'),
    })
  })

  test('places, form, competence and district are never guessed, but their texts are shown beside', () => {
    const { places, employmentForm, competence, district } = proposed.inputs
    for (const input of [places, employmentForm, competence, district]) {
      expect(input).toMatchObject({ value: null, missing: true, from: null })
    }
    expect(places.beside.map(one => one.field)).toEqual(['BT-70-Lot', 'BT-777-Lot', 'BT-300-Lot'])
    expect(employmentForm.beside[0]?.text).toMatch(/^Sysselsättningskrav, alternativ a\./)
    expect(competence.beside.at(-1)?.text).toContain('Kompetensprofil: yrkessvenska')
    expect(district.beside).toEqual([{ field: 'BT-728-Lot', text: 'Stadsområde Nordost (Angered och Östra Göteborg)' }])
  })

  test('what else the notice says comes with its field', () => {
    expect(proposed.title).toMatchObject({ value: 'Lokalvård, Nordost', from: 'BT-21-Lot' })
    expect(proposed.cpv).toMatchObject({ value: ['90910000', '90919300'], from: 'BT-262-Lot + BT-263-Lot' })
    expect(proposed.municipality).toMatchObject({ value: 'Göteborg', from: 'BT-5131-Lot' })
    expect(proposed.nuts).toMatchObject({ value: 'SE232', from: 'BT-5071-Lot' })
    expect(proposed.buyerName).toMatchObject({ value: 'Exempelstads kommun', from: 'BT-500-Organization-Company' })
    expect(proposed.buyerOrganisationNumber).toMatchObject({
      value: '299991-0009',
      from: 'BT-501-Organization-Company',
    })
    expect(proposed.hasSocialObjective).toBe(true)
    expect(proposed.isReserved).toBe(false)
  })

  test('what it does not say is missing, not empty', () => {
    expect(proposed.value).toMatchObject({ value: null, missing: true, because: null })
    expect(proposed.contractStart).toMatchObject({ value: null, missing: true, because: null })
    expect(proposed.contractEnd.missing).toBe(true)
  })

  test('a lot without signs is proposed without a social objective', () => {
    const other = proposal(twoLots, 'LOT-0002')
    expect(other.hasSocialObjective).toBe(false)
    expect(other.municipality).toMatchObject({ value: 'Göteborg', from: 'BT-5131-Procedure' })
    expect(other.inputs.places.beside).toEqual([])
  })

  test('a reserved contract is said to be reserved', () => {
    expect(proposal(reserved, 'LOT-0000').isReserved).toBe(true)
  })

  test('a lot that is not there is refused', () => {
    const reading = readNotice(new TextEncoder().encode(twoLots))
    if (!reading.ok) throw new Error(reading.code)
    expect(proposeCase(reading.value, 'LOT-0009')).toEqual({
      ok: false,
      code: 'notice.lot_unknown',
      facts: { lot: 'LOT-0009' },
    })
  })
})

describe('the contract’s period', () => {
  test('start and end are days, without their offset', () => {
    const { contractStart, contractEnd } = proposal(reserved, 'LOT-0000')
    expect(contractStart).toMatchObject({ value: '2026-02-01', from: 'BT-536-Lot' })
    expect(contractEnd).toMatchObject({ value: '2028-01-31', from: 'BT-537-Lot' })
  })

  test.each([
    ['2026-02-01', 'YEAR', '2', '2028-01-31'],
    ['2026-02-01+01:00', 'MONTH', '24', '2028-01-31'],
    ['2025-08-31Z', 'MONTH', '6', '2026-02-27'],
    ['2026-01-05', 'WEEK', '2', '2026-01-18'],
    ['2026-01-05', 'DAY', '1', '2026-01-05'],
  ])('from %s, %s × %s, the last day is %s', (start, unit, count, last) => {
    const period = `<cac:PlannedPeriod><cbc:StartDate>${start}</cbc:StartDate><cbc:DurationMeasure unitCode="${unit}">${count}<`
    const xml = twoLots.replaceAll('<cac:PlannedPeriod><cbc:DurationMeasure unitCode="YEAR">2<', period)
    expect(proposal(xml, 'LOT-0001').contractEnd).toMatchObject({ value: last, from: 'BT-536-Lot + BT-36-Lot' })
  })

  test.each([
    ['YEAR', '101'],
    ['YEAR', '1.5'],
    ['YEAR', '-1'],
    ['constructor', '2'],
    ['MONTH', '1e3'],
  ])('no end is reckoned from %s × %s', (unit, count) => {
    const period = `<cac:PlannedPeriod><cbc:StartDate>2026-02-01</cbc:StartDate><cbc:DurationMeasure unitCode="${unit}">${count}<`
    const xml = twoLots.replaceAll('<cac:PlannedPeriod><cbc:DurationMeasure unitCode="YEAR">2<', period)
    const proposed = proposal(xml, 'LOT-0001')
    expect(proposed.contractLength.missing).toBe(true)
    expect(proposed.contractEnd.value).toBeNull()
  })

  test('a day that does not exist is shown, not taken', () => {
    const xml = reserved.replace('2026-02-01+01:00', '2026-02-30+01:00')
    expect(proposal(xml, 'LOT-0000').contractStart).toMatchObject({
      value: null,
      because: 'not_a_day',
      beside: [{ field: 'BT-536-Lot', text: '2026-02-30+01:00' }],
    })
  })

  test('a contract without end has no last day', () => {
    const xml = reserved.replace(
      /<cbc:EndDate>2028-01-31[^<]*<\/cbc:EndDate>/,
      '<cbc:DescriptionCode>UNLIMITED</cbc:DescriptionCode>',
    )
    expect(proposal(xml, 'LOT-0000').contractEnd).toMatchObject({ value: null, because: 'unlimited' })
  })
})

describe('the contract’s value', () => {
  const estimate = (amount: string, currency = 'SEK'): string =>
    `<cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID="${currency}">${amount}</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>`

  test('is what was agreed, in öre, once the lot is awarded', () => {
    expect(proposal(award, 'LOT-0001').value).toMatchObject({ value: 745_000_000, from: 'BT-720-Tender' })
    expect(proposal(award, 'LOT-0002').value.missing).toBe(true)
  })

  test('is the estimate before that, rounded to whole öre', () => {
    expect(proposal(withInLot(twoLots, estimate('1234567.895')), 'LOT-0001').value).toMatchObject({
      value: 123_456_790,
      from: 'BT-27-Lot',
    })
  })

  test('is taken from the whole procedure only when that is one lot', () => {
    const put = (xml: string): string => xml.replace('<cac:MainCommodityClassification>', `${estimate('500000')}$&`)
    expect(proposal(put(reserved), 'LOT-0000').value).toMatchObject({ value: 50_000_000, from: 'BT-27-Procedure' })
    expect(proposal(put(twoLots), 'LOT-0001').value.missing).toBe(true)
  })

  test.each([
    ['EUR', '1000', 'foreign_currency'],
    ['SEK', '-1', 'not_an_amount'],
    ['SEK', '1e9', 'not_an_amount'],
    ['SEK', '99999999999999999999', 'not_an_amount'],
  ])('%s %s is shown beside, not taken', (currency, amount, because) => {
    const { value } = proposal(withInLot(twoLots, estimate(amount, currency)), 'LOT-0001')
    expect(value).toMatchObject({
      value: null,
      because,
      beside: [{ field: 'BT-27-Lot', text: `${amount} ${currency}` }],
    })
  })
})

describe('the buyer’s organisation number', () => {
  test.each([
    ['299991-0009', '299991-0009'],
    ['2999910009', '299991-0009'],
    ['16299991-0009', '299991-0009'],
    ['SE299991000901', '299991-0009'],
    ['299991\u20130009 ', '299991-0009'],
  ])('%s is %s', (written, number) => {
    expect(organisationNumber(written)).toBe(number)
  })

  test.each(['299991-0008', '291991-0009', '123 456 789', 'n/a', '', '2999910009000', '19811218-9876'])(
    '%s is none',
    written => {
      expect(organisationNumber(written)).toBeUndefined()
    },
  )

  test('that is not Swedish is shown beside, not taken', () => {
    const { buyerOrganisationNumber } = proposal(exampleText('cn_25.xml'), 'LOT-0000')
    expect(buyerOrganisationNumber).toMatchObject({
      value: null,
      because: 'not_a_swedish_number',
      beside: [{ field: 'BT-501-Organization-Company', text: '123 456 789' }],
    })
  })
})
