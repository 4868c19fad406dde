import { describe, expect, it } from 'vitest'
import { effectsAt } from './effects.ts'
import { certain, group, planned } from './test-plans.ts'

describe('the golden vector: one newly arrived adult, twelve months of 2026 (STR-10)', () => {
  // Without: 308 × 22 × 12 = 81 312, and (5 700 − 1 800) × 12 = 46 800. Together 128 112, free of tax.
  // Pay 25 000 × 12 = 300 000. Tax as in tax.test.ts: local 86 130, burial 776, public service 1 184, pension fee 21 000;
  //   credits 21 000 + 32 537 + 1 500. Net income 300 000 − 54 053 = 245 947.
  // Contributions 300 000 × 31.42 % = 94 260. Labour cost 394 260.
  // Support 0.80 × 20 000 × 1.3142 = 21 027.20 a month, 252 326.40 a year.
  const { gains, amounts } = effectsAt([planned(group)], certain, undefined)
  const kronor = (ore: number) => Math.round(ore / 100)

  it('gives the individual 245 947 − 128 112', () => {
    expect(kronor(gains.individual)).toBe(117_835)
  })

  it('costs the state 62 807: 128 112 + 94 260 + 1 184 − 34 037 − 252 326', () => {
    expect(kronor(gains.state)).toBe(-62_807)
    expect(gains.state).toBe(12_811_200 + 9_426_000 + 118_400 - 3_403_700 - 25_232_640)
  })

  it('gives municipality and region 86 906 together: 86 130 of tax and 776 of burial fee', () => {
    expect(kronor(gains.municipality + gains.region)).toBe(86_906)
    expect(gains.region).toBe(3_112_171) // 86 130 × 11.70 / 32.38 = 31 121.71
  })

  it('gives the employer 252 326: the support, since the work is worth its cost', () => {
    expect(kronor(gains.employer)).toBe(252_326)
    expect(amounts.support).toBe(25_232_640)
  })

  it('gives society 394 260: the work done', () => {
    expect(gains.society).toBe(39_426_000)
    expect(117_835 - 62_807 + 86_906 + 252_326).toBe(394_260)
  })

  it('comes near the published figure, over 200 000, at a value of 55 %', () => {
    expect(effectsAt([planned(group)], { ...certain, productivity: 55 }, undefined).gains.society).toBe(21_684_300)
  })
})
