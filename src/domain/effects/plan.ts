import { employerFees, introTerms, payCap, youthFees } from '#domain/candidates'
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  entryOn,
  intersect,
  monthsOf,
  type Ore,
  ore,
  type Period,
  type TurnedOn,
} from '#kernel'
import { benefitRates } from './parameters.ts'
import type { LocalTax } from './tax.ts'
import { type TaxRules, taxRules } from './tax-rules.ts'

export type Support =
  | { readonly kind: 'none' }
  | { readonly kind: 'introduction_job' }
  | { readonly kind: 'new_start_job'; readonly layers: 1 | 2 | 2.5 }
  | { readonly kind: 'decided'; readonly perMonth: number }

export type Work =
  | {
      readonly kind: 'employment'
      readonly monthlyPay: number
      readonly fullTime: number
      readonly youth: boolean
      readonly support: Support
    }
  | { readonly kind: 'internship'; readonly monthlyValue: number }

export type Benefit =
  | { readonly kind: 'establishment_benefit' }
  | { readonly kind: 'housing_benefit'; readonly rent: number }
  | { readonly kind: 'activity_support'; readonly perDay?: number }
  | { readonly kind: 'social_assistance'; readonly perMonth: number }
  | { readonly kind: 'other_from_state'; readonly perMonth: number; readonly taxable: boolean }

/** People in the same situation who work the same time. Amounts in kronor, `fullTime` in per cent. */
export type Group = {
  readonly name: string
  readonly people: number
  readonly period: Period & { readonly to: Day }
  readonly work: Work
  readonly without: readonly Benefit[]
}

/** What one calendar month pays, by the rules that hold when it begins. Whole öre a full month. */
export type Month = {
  readonly year: number
  readonly length: number
  /** Days of the period before this month, and in it. */
  readonly before: number
  readonly within: number
  readonly fees: number
  readonly youthFees?: { readonly rate: number; readonly upTo: number }
  /** Support: the highest pay it counts on, and the part of the labour cost that an introduction job gives. */
  readonly supports?: { readonly payUpTo: number; readonly introduction: number }
  readonly benefits: { readonly taxable: Ore; readonly untaxed: Ore; readonly social: Ore }
}

/** A group with the rules of every month and year it touches: all that is settled before anything is assumed. */
export type Plan = {
  readonly group: Group
  readonly localTax: LocalTax
  readonly days: number
  readonly months: readonly Month[]
  readonly tax: ReadonlyMap<number, TaxRules>
}

/** Rates of contributions are kept in hundred-thousandths. */
const inRates = 100_000

/** Which day has no rules, and of what. */
export type NoRules = { readonly ok: false; readonly day: Day; readonly parameter: string }

/**
 * Lays out a group over whole calendar years, since tax is reckoned by the year. `rulesOf` = one day whose rules hold throughout
 * (constant prices); otherwise each month has its own and each year its own tax.
 */
export function planOf(
  group: Group,
  localTax: LocalTax,
  turnedOn: TurnedOn,
  rulesOf?: Day,
): { readonly ok: true; readonly plan: Plan } | NoRules {
  const { from, to } = group.period
  const [firstYear, lastYear] = [Number(from.slice(0, 4)), Number(addDays(to, -1).slice(0, 4))]
  const months: Month[] = []
  const tax = new Map<number, TaxRules>()
  for (const month of monthsOf(`${firstYear}-01-01`, `${lastYear}-12-31`)) {
    const first = `${month}-01`
    const day = rulesOf ?? first
    const year = Number(month.slice(0, 4))
    const [fees, benefits, yearly] = [
      entryOn(employerFees, day, turnedOn),
      entryOn(benefitRates, day, turnedOn),
      entryOn(taxRules, day, turnedOn),
    ]
    if (!fees) return { ok: false, day, parameter: employerFees.id }
    if (!benefits) return { ok: false, day, parameter: benefitRates.id }
    if (!yearly) return { ok: false, day, parameter: taxRules.id }
    tax.set(year, yearly.value)
    const [young, cap, intro] = [
      entryOn(youthFees, day, turnedOn),
      entryOn(payCap, day, turnedOn),
      entryOn(introTerms, day, turnedOn),
    ]
    const next = addMonths(first, 1)
    months.push({
      year,
      length: daysBetween(first, next),
      before: Math.max(0, daysBetween(from, first)),
      within: daysWithin(group.period, { from: first, to: next }),
      fees: fees.value / inRates,
      youthFees: young && { rate: young.value.rate / inRates, upTo: young.value.payAtMost },
      supports: cap && intro && { payUpTo: cap.value, introduction: intro.value.share / 100 },
      benefits: monthlyBenefits(group.without, benefits.value),
    })
  }
  return { ok: true, plan: { group, localTax, days: daysBetween(from, to), months, tax } }
}

function daysWithin(whole: Period, month: Period): number {
  const shared = intersect(whole, month)
  return shared?.to === undefined ? 0 : daysBetween(shared.from, shared.to)
}

type BenefitRates = (typeof benefitRates.versions)[number]['value']

function monthlyBenefits(without: readonly Benefit[], rates: BenefitRates): Month['benefits'] {
  const sum = { taxable: 0, untaxed: 0, social: 0 }
  for (const benefit of without) {
    const { kind, kronor } = monthly(benefit, rates)
    sum[kind] += ore(kronor)
  }
  return sum
}

/** Establishment benefits and social assistance are free of tax, activity support is not. */
function monthly(benefit: Benefit, rates: BenefitRates): { kind: keyof Month['benefits']; kronor: number } {
  switch (benefit.kind) {
    case 'establishment_benefit':
      return { kind: 'untaxed', kronor: rates.establishment * rates.daysAMonth }
    case 'housing_benefit':
      return { kind: 'untaxed', kronor: Math.max(0, Math.min(benefit.rent, rates.housing.upTo) - rates.housing.above) }
    case 'activity_support':
      return { kind: 'taxable', kronor: (benefit.perDay ?? rates.activitySupport) * rates.daysAMonth }
    case 'social_assistance':
      return { kind: 'social', kronor: benefit.perMonth }
    case 'other_from_state':
      return { kind: benefit.taxable ? 'taxable' : 'untaxed', kronor: benefit.perMonth }
  }
}
