import { type Ore, ore, portion, shareOre } from '#kernel'
import type { Point } from './assumptions.ts'
import { type Amounts, addUp } from './flows.ts'
import type { Month, Plan, Work } from './plan.ts'
import { taxOf } from './tax.ts'

type Employment = Extract<Work, { kind: 'employment' }>

/** What one person's work changes in a calendar year, with the requirement less without it. Whole öre. */
export type YearOfOne = {
  readonly year: number
  readonly days: number
  readonly amounts: Amounts
  /** What the person has to live on in the year, after tax. */
  readonly netWith: Ore
  readonly netWithout: Ore
}

/**
 * One person of a plan, year by year (domain formula: with less without). Who leaves early leaves at the end of the part of the time that
 * `staying` says, and is back on the benefits of before; so is who has worked the whole time, for the rest of the calendar year.
 */
export function yearsOf(plan: Plan, point: Point): readonly YearOfOne[] {
  const kept = Math.round((plan.days * point.staying) / 100)
  return [...plan.tax.keys()].map(year => yearOf(plan, point, kept, year))
}

function yearOf(plan: Plan, point: Point, kept: number, year: number): YearOfOne {
  const months = plan.months.filter(month => month.year === year)
  const worked = months.map(month => ({ month, days: Math.min(month.within, Math.max(0, kept - month.before)) }))
  const flows = addUp(worked.filter(({ days }) => days > 0).map(({ month, days }) => monthOf(plan, point, month, days)))
  const days = worked.reduce((sum, one) => sum + one.days, 0)

  const taxable = sumOf(months, month => month.benefits.taxable)
  const untaxed = sumOf(months, month => month.benefits.untaxed + month.benefits.social)
  const lost = worked.map(({ month, days }) =>
    portion(month.benefits.taxable, benefitShare(plan.group.work, days), month.length),
  )
  const pay = flows.pay ?? 0
  const taxableWith = taxable - lost.reduce((sum, one) => sum + one, 0)
  const withWork = taxFlows(plan, year, pay, taxableWith)
  const without = taxFlows(plan, year, 0, taxable)
  const begins = months.some(month => month.before === 0 && month.within > 0) && kept > 0
  const untaxedWith = untaxed + (flows.state_benefits ?? 0) + (flows.social_assistance ?? 0) + (taxable - taxableWith)
  return {
    year,
    days,
    amounts: addUp([
      flows,
      difference(withWork, without),
      begins ? { municipal_costs: ore(point.municipalCosts) } : {},
    ]),
    netWith: pay + taxableWith + untaxedWith - burden(withWork),
    netWithout: taxable + untaxed - burden(without),
  }
}

/** All but tax, for the days of a month that are worked. */
function monthOf({ group: { work } }: Plan, point: Point, month: Month, days: number): Amounts {
  const during = (amount: Ore): Ore => portion(amount, days, month.length)
  const common = {
    employer_costs: during(ore(point.employerCosts)),
    work_costs: during(ore(point.workCosts)),
  }
  if (work.kind === 'internship') return { ...common, work_done: during(ore(work.monthlyValue)) }
  const { taxable, untaxed, social } = month.benefits
  const lost = (amount: Ore): Ore => -portion(amount, benefitShare(work, days), month.length)
  const pay = during(portion(ore(work.monthlyPay), point.pay / 100))
  return {
    ...common,
    pay,
    employer_fees: feesOn(pay, work, month),
    work_done: portion(pay + portion(pay, month.fees), point.productivity / 100),
    support: supportOf(pay, work, month, days),
    state_benefits: lost(taxable) + lost(untaxed),
    social_assistance: lost(social),
    programme: -during(ore(point.programmeSaved)),
  }
}

/** The part of a month's benefits, in days, that work takes the place of. Benefits go on during an internship. */
function benefitShare(work: Work, days: number): number {
  return work.kind === 'internship' ? 0 : (days * work.fullTime) / 100
}

function feesOn(pay: Ore, { youth }: Employment, { fees, youthFees }: Month): Ore {
  if (!youth || !youthFees) return portion(pay, fees)
  const reduced = Math.min(pay, ore(youthFees.upTo))
  return portion(reduced, youthFees.rate) + portion(pay - reduced, fees)
}

/** SFS 2018:42 and 2018:43. The ceiling on pay follows the days and the part of full time. */
function supportOf(pay: Ore, work: Employment, month: Month, days: number): Ore {
  const { support } = work
  if (support.kind === 'none') return 0
  if (support.kind === 'decided') return portion(ore(support.perMonth), days, month.length)
  if (!month.supports) return 0
  const ceiling = portion(portion(ore(month.supports.payUpTo), work.fullTime / 100), days, month.length)
  const base = Math.min(pay, ceiling)
  const fees = feesOn(base, work, month)
  return support.kind === 'introduction_job'
    ? portion(base + fees, month.supports.introduction)
    : fees + portion(base, (support.layers - 1) * month.fees)
}

type TaxFlows = Required<Pick<Amounts, 'municipal_tax' | 'region_tax' | 'burial_fee' | 'state_tax' | 'tax_credits'>>

function taxFlows({ localTax, tax }: Plan, year: number, pay: Ore, benefits: Ore): TaxFlows {
  const bill = taxOf({ work: Math.floor(pay / 100), other: Math.floor(benefits / 100) }, localTax, tax.get(year)!)
  const [municipal, regional] = shareOre(ore(bill.localTax), [localTax.municipality, localTax.region])
  return {
    municipal_tax: municipal ?? 0,
    region_tax: regional ?? 0,
    burial_fee: ore(bill.burialFee),
    state_tax: ore(bill.stateTax + bill.pensionFee + bill.publicServiceFee),
    tax_credits: ore(bill.credits.pension + bill.credits.work + bill.credits.earned),
  }
}

function difference(a: TaxFlows, b: TaxFlows): TaxFlows {
  return {
    municipal_tax: a.municipal_tax - b.municipal_tax,
    region_tax: a.region_tax - b.region_tax,
    burial_fee: a.burial_fee - b.burial_fee,
    state_tax: a.state_tax - b.state_tax,
    tax_credits: a.tax_credits - b.tax_credits,
  }
}

function burden(flows: TaxFlows): Ore {
  return flows.municipal_tax + flows.region_tax + flows.burial_fee + flows.state_tax - flows.tax_credits
}

function sumOf(months: readonly Month[], amount: (month: Month) => Ore): Ore {
  return months.reduce((sum, month) => sum + amount(month), 0)
}
