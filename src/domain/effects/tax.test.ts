import { describe, expect, it } from 'vitest'
import { entryOn } from '#kernel'
import { type LocalTax, netTax, taxOf } from './tax.ts'
import { taxRules } from './tax-rules.ts'

const rules = entryOn(taxRules, '2026-06-15')!.value
const average: LocalTax = { municipality: 0.2068, region: 0.117 } // 32.38 % together, the average of 2026
const tax = (work: number, other = 0) => taxOf({ work, other }, average, rules)

describe('tax of the income year 2026 (STR-10)', () => {
  it('is reckoned to the krona for pay of 300 000', () => {
    // 300 000 / 59 200 = 5.07 price base amounts. Allowance: 0.77 × 59 200 − 0.10 × (300 000 − 3.11 × 59 200)
    //   = 45 584 − 11 588.80 = 33 995.20, up to 34 000. Taxable: 266 000.
    // Local: 266 000 × 32.38 % = 86 130.80. Burial: 266 000 × 0.292 % = 776.72. Public service: 1 %, at most 1 184.
    // Work: 1.813 × 59 200 + 0.251 × (300 000 − 3.24 × 59 200) = 107 329.60 + 27 156.19 = 134 485.79;
    //   less 34 000 = 100 485.79 × 32.38 % = 32 537.30. Earned: 0.75 % × 226 000 = 1 695, at most 1 500.
    expect(tax(300_000)).toEqual({
      taxable: 266_000,
      localTax: 86_130,
      stateTax: 0,
      burialFee: 776,
      publicServiceFee: 1_184,
      pensionFee: 21_000,
      credits: { pension: 21_000, work: 32_537, earned: 1_500 },
    })
    expect(netTax(tax(300_000))).toBe(86_130 + 776 + 1_184 - 32_537 - 1_500) // 54 053
    expect(300_000 - netTax(tax(300_000))).toBe(245_947)
  })

  it.each([
    // 240 000: taxable 200 000; 64 760 + 584 + 1 184 − 25 718 − 1 200 = 39 610.
    [20_000, 200_390],
    [24_000, 236_895],
    [25_000, 245_947],
    [28_000, 273_099],
  ])('leaves of %i a month %i a year', (monthly, net) => {
    expect(monthly * 12 - netTax(tax(monthly * 12))).toBe(net)
  })

  it('gives no work credit on activity support: 365 × 22 × 12 leaves 75 088', () => {
    // 96 360, down to 96 300; allowance 0.423 × 59 200 + 0.20 × (96 300 − 0.99 × 59 200) = 32 580.00 → 32 600; taxable 63 700.
    // 20 626 + 186 + 637 − 177 = 21 272.
    const bill = tax(0, 365 * 22 * 12)
    expect(bill.credits.work).toBe(0)
    expect(365 * 22 * 12 - netTax(bill)).toBe(75_088)
  })

  it('takes state tax above 643 000 taxable, and not at it', () => {
    const allowance = 17_400 // 0.293 × 59 200 = 17 345.60
    expect(tax(643_000 + allowance).stateTax).toBe(0)
    expect(tax(643_100 + allowance).stateTax).toBe(20)
  })

  it('is reckoned to the krona for pay of 800 000, with state tax', () => {
    // Taxable 800 000 − 17 400 = 782 600: local 253 405.88, state 20 % of 139 600, burial 2 285.19.
    // Work: 3.027 × 59 200 = 179 198.40, less 17 400 = 161 798.40 × 32.38 % = 52 390.32. The fee has its ceiling.
    const bill = tax(800_000)
    expect(bill).toMatchObject({ localTax: 253_405, stateTax: 27_920, burialFee: 2_285, pensionFee: 47_100 })
    expect(bill.credits).toEqual({ pension: 47_100, work: 52_390, earned: 1_500 })
    expect(netTax(bill)).toBe(253_405 + 27_920 + 2_285 + 1_184 - 52_390 - 1_500)
  })

  it.each([
    // 0.423 × 59 200 = 25 041.60: below it neither allowance, fee nor tax bites.
    [25_000, { fee: 0, taxable: 0 }],
    [25_100, { fee: 1_800, taxable: 0 }], // 1 757, to the nearest hundred; no tax to set it against
    [65_000, { fee: 4_500, taxable: 38_600 }], // 4 550 ends on fifty: down. Allowance 26 319.60 → 26 400
    [65_100, { fee: 4_600, taxable: 38_700 }],
    [673_000, { fee: 47_100, taxable: 655_600 }],
    [674_000, { fee: 47_100, taxable: 656_600 }], // 8.07 × 83 400 = 673 038: the ceiling
  ])('has a pension fee with a floor, a rounding and a ceiling: pay of %i', (pay, { fee, taxable }) => {
    expect(tax(pay)).toMatchObject({ pensionFee: fee, taxable })
  })

  it('never lets a credit take more than the tax it is set against', () => {
    const bill = tax(30_000) // taxable 4 900, local tax 1 586; the fee of 2 100 takes it all
    expect(bill).toMatchObject({ taxable: 4_900, localTax: 1_586, pensionFee: 2_100 })
    expect(bill.credits).toEqual({ pension: 1_586, work: 0, earned: 0 })
  })

  it('begins with the year and ends with it', () => {
    expect([entryOn(taxRules, '2025-12-31'), entryOn(taxRules, '2027-01-01')]).toEqual([undefined, undefined])
    expect([entryOn(taxRules, '2026-01-01'), entryOn(taxRules, '2026-12-31')]).not.toContain(undefined)
  })
})
