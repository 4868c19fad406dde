import type { Entry } from '#kernel'
import { sayKronor } from '#kernel'

/** A piece of a broken line over income: from `above` on, `start` plus `slope` for each krona beyond. All in price base amounts. */
export type Piece = { readonly above: number; readonly start: number; readonly slope: number }

/** What one income year's tax is reckoned by, for who is under 66 when it begins. Rates are shares; amounts are whole kronor. */
export type TaxRules = {
  readonly priceBase: number
  readonly incomeBase: number
  readonly basicAllowance: readonly Piece[]
  /** The income that the work credit counts on, before the basic allowance is taken off. */
  readonly workCredit: readonly Piece[]
  readonly earnedCredit: { readonly rate: number; readonly above: number; readonly most: number }
  readonly stateTax: { readonly rate: number; readonly above: number }
  readonly burialFee: number
  readonly publicServiceFee: { readonly rate: number; readonly most: number }
  /** `from` in price base amounts, `upTo` in income base amounts. */
  readonly pensionFee: { readonly rate: number; readonly from: number; readonly upTo: number }
}

const skv433 =
  'Skatteverket SKV 433 utgåva 36 (2026), återgiven i öppna källor; avgiftens gräns och avrundning: lag (1994:1744) 3–4 §§'

export const taxRules: Entry<TaxRules> = {
  id: 'effects.income_tax',
  kind: 'parameter',
  name: { sv: 'Inkomstskatt', en: 'Income tax' },
  versions: [
    {
      value: {
        priceBase: 59_200,
        incomeBase: 83_400,
        basicAllowance: [
          { above: 0, start: 0.423, slope: 0 },
          { above: 0.99, start: 0.423, slope: 0.2 },
          { above: 2.72, start: 0.77, slope: 0 },
          { above: 3.11, start: 0.77, slope: -0.1 },
          { above: 7.88, start: 0.293, slope: 0 },
        ],
        workCredit: [
          { above: 0, start: 0, slope: 1 },
          { above: 0.91, start: 0.91, slope: 0.3874 },
          { above: 3.24, start: 1.813, slope: 0.251 },
          { above: 8.08, start: 3.027, slope: 0 },
        ],
        earnedCredit: { rate: 0.0075, above: 40_000, most: 1_500 },
        stateTax: { rate: 0.2, above: 643_000 },
        burialFee: 0.00292,
        publicServiceFee: { rate: 0.01, most: 1_184 },
        pensionFee: { rate: 0.07, from: 0.423, upTo: 8.07 },
      },
      validFrom: '2026-01-01',
      validTo: '2027-01-01',
      source: skv433,
      confidence: 'secondary',
    },
  ],
  shown: ({ priceBase, incomeBase, stateTax }) => {
    const [price, income, above] = [sayKronor(priceBase), sayKronor(incomeBase), sayKronor(stateTax.above)]
    return {
      sv: `prisbasbelopp ${price.sv}, inkomstbasbelopp ${income.sv}, statlig skatt över ${above.sv}`,
      en: `price base amount ${price.en}, income base amount ${income.en}, state tax above ${above.en}`,
    }
  },
}
