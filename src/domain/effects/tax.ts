import type { Piece, TaxRules } from './tax-rules.ts'

/** Shares of taxable income: 20.68 % is 0.2068. At most four decimals. */
export type LocalTax = { readonly municipality: number; readonly region: number }

/** One person's tax for one income year, in whole kronor. Credits are what they take off, not what they could have. */
export type TaxBill = {
  readonly taxable: number
  readonly localTax: number
  readonly stateTax: number
  readonly burialFee: number
  readonly publicServiceFee: number
  readonly pensionFee: number
  readonly credits: { readonly pension: number; readonly work: number; readonly earned: number }
}

/**
 * Income tax of somebody under 66 when the year begins (SKV 433). `work` is pay, `other` is taxable benefits; kronor a year.
 * Öre are dropped from each tax, fee and credit; income is rounded down and the basic allowance up to whole hundreds.
 */
export function taxOf(income: { work: number; other: number }, local: LocalTax, rules: TaxRules): TaxBill {
  const assessed = downTo100(income.work + income.other)
  const allowance = Math.min(assessed, basicAllowance(assessed, rules))
  const taxable = assessed - allowance
  const localRate = round4(local.municipality + local.region)
  const localTax = share(taxable, localRate)
  const stateTax = share(Math.max(0, taxable - rules.stateTax.above), rules.stateTax.rate)
  const fee = pensionFee(assessed, rules)

  const pension = Math.min(fee, localTax + stateTax)
  const roomForWork = Math.min(localTax, localTax + stateTax - pension) // only against local tax
  const work = Math.min(roomForWork, workCredit(downTo100(income.work), allowance, localRate, rules))
  const earned = Math.min(localTax + stateTax - pension - work, earnedCredit(taxable, rules))
  return {
    taxable,
    localTax,
    stateTax,
    burialFee: share(taxable, rules.burialFee),
    publicServiceFee: Math.min(rules.publicServiceFee.most, share(taxable, rules.publicServiceFee.rate)),
    pensionFee: fee,
    credits: { pension, work, earned },
  }
}

/** What the year's tax comes to in all, kronor. */
export function netTax(bill: TaxBill): number {
  const { pension, work, earned } = bill.credits
  const charged = bill.localTax + bill.stateTax + bill.burialFee + bill.publicServiceFee + bill.pensionFee
  return charged - pension - work - earned
}

function basicAllowance(assessed: number, { basicAllowance, priceBase }: TaxRules): number {
  return Math.ceil(along(basicAllowance, assessed, priceBase) / 1e8) * 100
}

function workCredit(work: number, allowance: number, localRate: number, { workCredit, priceBase }: TaxRules): number {
  const base = along(workCredit, work, priceBase) - allowance * 1e6
  return Math.max(0, Math.floor((base * Math.round(localRate * 1e4)) / 1e10))
}

function earnedCredit(taxable: number, { earnedCredit: { rate, above, most } }: TaxRules): number {
  return Math.min(most, share(Math.max(0, taxable - above), rate))
}

/** 7 % up to the ceiling, to the nearest hundred, fifty down; nothing below the floor (lag 1994:1744, 3–4 §§). */
function pensionFee(assessed: number, { pensionFee: { rate, from, upTo }, priceBase, incomeBase }: TaxRules): number {
  if (assessed * 1000 < Math.round(from * 1000) * priceBase) return 0
  const charged = Math.min(assessed * 100, Math.round(upTo * 100) * incomeBase) // hundredths of a krona
  return Math.ceil((charged * Math.round(rate * 100)) / 1e6 - 0.5) * 100
}

/** The height of a broken line at an income, in millionths of a krona: whole numbers, so that no boundary is missed by a float. */
function along(pieces: readonly Piece[], income: number, priceBase: number): number {
  const beyond = (piece: Piece): number => income * 100 - Math.round(piece.above * 100) * priceBase
  const piece = pieces.findLast(one => beyond(one) > 0) ?? pieces[0]
  if (!piece) return 0
  return Math.round(piece.start * 1e6) * priceBase + Math.round(piece.slope * 1e4) * beyond(piece)
}

/** A share of whole kronor, öre dropped. */
function share(kronor: number, rate: number): number {
  return Math.floor((kronor * Math.round(rate * 1e6)) / 1e6)
}

function downTo100(kronor: number): number {
  return Math.floor(kronor / 100) * 100
}

function round4(rate: number): number {
  return Math.round(rate * 1e4) / 1e4
}
