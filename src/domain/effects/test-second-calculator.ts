// A second calculator for the tests, written from the formulas alone: fractions of big integers instead of öre, day by day instead of
// month by month, each actor's equation instead of double entry, the tax of 2026 as sentences instead of a table.

type Q = { n: bigint; d: bigint }
const q = (n: number | bigint, d: number | bigint = 1): Q => ({ n: BigInt(n), d: BigInt(d) })
/** A decimal number with at most six decimals, as a fraction. */
const dec = (x: number): Q => q(BigInt(Math.round(x * 1e6)), 1_000_000n)
const add = (...all: Q[]): Q => all.reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), q(0))
const neg = (a: Q): Q => ({ n: -a.n, d: a.d })
const sub = (a: Q, b: Q): Q => add(a, neg(b))
const mul = (...all: Q[]): Q => all.reduce((a, b) => ({ n: a.n * b.n, d: a.d * b.d }), q(1))
const less = (a: Q, b: Q): boolean => a.n * b.d < b.n * a.d
const min = (a: Q, b: Q): Q => (less(a, b) ? a : b)
const floor = ({ n, d }: Q): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d))
const ceil = (a: Q): bigint => -floor(neg(a))
/** Nearest whole, halves away from zero. */
const near = ({ n, d }: Q): bigint => (n < 0n ? -((-2n * n + d) / (2n * d)) : (2n * n + d) / (2n * d))

export type SecondInput = {
  people: number
  from: string
  /** The first day after. */
  to: string
  municipality: number
  region: number
  monthlyPay: number
  fullTime: number
  youth: boolean
  support: 'none' | 'introduction' | 'start1' | 'start2' | 'start2.5' | number
  internshipValue?: number
  /** Kronor a month. */
  taxable: number
  untaxed: number
  social: number
  staying: number
  pay: number
  productivity: number
  deadweight: number
  displacement: number
  employerCosts: number
  municipalCosts: number
  programmeSaved: number
  workCosts: number
  equalise?: { municipality: number; region: number }
}

export type SecondGains = Record<'individual' | 'municipality' | 'region' | 'state' | 'employer' | 'society', bigint>

const PBB = 59_200n
type Tax = { local: bigint; burial: bigint; toState: bigint; credits: bigint }

/** The tax of 2026 for pay and taxable benefits, whole kronor. */
function tax2026(pay: bigint, benefits: bigint, k: Q): Tax {
  const income = ((pay + benefits) / 100n) * 100n
  const work = (pay / 100n) * 100n
  const x = q(income, PBB)
  let ga: Q
  if (!less(dec(0.99), x)) ga = dec(0.423)
  else if (!less(dec(2.72), x)) ga = add(dec(0.423), mul(q(1, 5), sub(x, dec(0.99))))
  else if (!less(dec(3.11), x)) ga = dec(0.77)
  else if (!less(dec(7.88), x)) ga = sub(dec(0.77), mul(q(1, 10), sub(x, dec(3.11))))
  else ga = dec(0.293)
  let allowance = ceil(mul(ga, q(PBB), q(1, 100))) * 100n
  if (allowance > income) allowance = income
  const taxable = income - allowance
  const local = floor(mul(q(taxable), k))
  const state = taxable > 643_000n ? floor(q(taxable - 643_000n, 5)) : 0n
  const burial = floor(mul(q(taxable), dec(0.00292)))
  const service = taxable / 100n < 1_184n ? taxable / 100n : 1_184n

  let pensionFee = 0n
  if (!less(x, dec(0.423))) {
    const ceiling = mul(dec(8.07), q(83_400))
    const fee = mul(min(q(income), ceiling), q(7, 100))
    const below = floor(mul(fee, q(1, 100))) * 100n
    pensionFee = less(add(q(below), q(50)), fee) ? below + 100n : below
  }
  const pensionCredit = pensionFee < local + state ? pensionFee : local + state

  const y = q(work, PBB)
  let base: Q
  if (!less(dec(0.91), y)) base = y
  else if (!less(dec(3.24), y)) base = add(dec(0.91), mul(dec(0.3874), sub(y, dec(0.91))))
  else if (!less(dec(8.08), y)) base = add(dec(1.813), mul(dec(0.251), sub(y, dec(3.24))))
  else base = dec(3.027)
  let workCredit = floor(mul(sub(mul(base, q(PBB)), q(allowance)), k))
  if (workCredit < 0n) workCredit = 0n
  const localLeft = local < local + state - pensionCredit ? local : local + state - pensionCredit
  if (workCredit > localLeft) workCredit = localLeft

  let earned = taxable > 40_000n ? floor(mul(q(taxable - 40_000n), dec(0.0075))) : 0n
  if (earned > 1_500n) earned = 1_500n
  const left = local + state - pensionCredit - workCredit
  if (earned > left) earned = left
  return { local, burial, toState: state + service + pensionFee, credits: pensionCredit + workCredit + earned }
}

const dayMs = 86_400_000
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Every actor's gain in öre, by the equations of the model. */
export function secondGains(all: readonly SecondInput[]): SecondGains {
  const sum: SecondGains = { individual: 0n, municipality: 0n, region: 0n, state: 0n, employer: 0n, society: 0n }
  const years = new Set(
    all.flatMap(one => [one.from.slice(0, 4), new Date(at(one.to) - dayMs).toISOString().slice(0, 4)]),
  )
  for (const year of years) {
    let [municipalTaxOfAll, regionTaxOfAll] = [0n, 0n]
    for (const one of all) {
      const last = new Date(at(one.to) - dayMs).toISOString()
      if (year < one.from.slice(0, 4) || year > last.slice(0, 4)) continue
      const { gains, municipalTax, regionTax } = oneGroup(one, Number(year))
      for (const who of Object.keys(sum) as (keyof SecondGains)[]) sum[who] += gains[who]
      municipalTaxOfAll += municipalTax
      regionTaxOfAll += regionTax
    }
    const equalise = all[0]?.equalise
    if (equalise) {
      const back = near(mul(q(municipalTaxOfAll), dec(equalise.municipality)))
      const regionBack = near(mul(q(regionTaxOfAll), dec(equalise.region)))
      sum.municipality -= back
      sum.region -= regionBack
      sum.state += back + regionBack
    }
  }
  return sum
}

function oneGroup(one: SecondInput, year: number): { gains: SecondGains; municipalTax: bigint; regionTax: bigint } {
  const ore = (kronor: number): Q => q(near(mul(dec(kronor), q(100))))
  // Which days are worked, one by one.
  const total = Math.round((at(one.to) - at(one.from)) / dayMs)
  const kept = Math.round((total * one.staying) / 100)
  const workedIn = Array<number>(12).fill(0)
  for (let i = 0; i < kept; i++) {
    const day = new Date(at(one.from) + i * dayMs)
    if (day.getUTCFullYear() === year) workedIn[day.getUTCMonth()]! += 1
  }
  let [pay, fees, output, support, taxableLost, untaxedLost, socialLost, programme, employerCost, workCost] =
    Array<bigint>(10).fill(0n) as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint]
  const full = dec(0.3142)
  for (let month = 0; month < 12; month++) {
    const days = workedIn[month]!
    if (days === 0) continue
    const part = q(days, new Date(Date.UTC(year, month + 1, 0)).getUTCDate())
    const share = mul(part, dec(one.fullTime), q(1, 100))
    employerCost += near(mul(ore(one.employerCosts), part))
    workCost += near(mul(ore(one.workCosts), part))
    if (one.internshipValue !== undefined) {
      output += near(mul(ore(one.internshipValue), part))
      continue
    }
    const wage = near(mul(q(near(mul(ore(one.monthlyPay), dec(one.pay), q(1, 100)))), part))
    const key = `${year}-${String(month + 1).padStart(2, '0')}`
    const young = one.youth && key >= '2026-04' && key <= '2027-09'
    const fee = (of: bigint): bigint => {
      if (!young) return near(mul(q(of), full))
      const low = of < 2_500_000n ? of : 2_500_000n
      return near(mul(q(low), dec(0.2081))) + near(mul(q(of - low), full))
    }
    pay += wage
    fees += fee(wage)
    output += near(mul(q(wage + near(mul(q(wage), full))), dec(one.productivity), q(1, 100)))
    const cap = near(mul(q(near(mul(q(2_000_000), dec(one.fullTime), q(1, 100)))), part))
    const base = less(q(wage), q(cap)) ? wage : cap
    if (one.support === 'introduction') support += near(mul(q(base + fee(base)), q(4, 5)))
    else if (one.support === 'start1') support += fee(base)
    else if (one.support === 'start2') support += fee(base) + near(mul(q(base), full))
    else if (one.support === 'start2.5') support += fee(base) + near(mul(q(base), q(3, 2), full))
    else if (typeof one.support === 'number') support += near(mul(ore(one.support), part))
    taxableLost += near(mul(ore(one.taxable), share))
    untaxedLost += near(mul(ore(one.untaxed), share))
    socialLost += near(mul(ore(one.social), share))
    programme += near(mul(ore(one.programmeSaved), part))
  }
  const k = add(dec(one.municipality), dec(one.region))
  const benefits = ore(one.taxable).n * 12n
  const after = tax2026(pay / 100n, (benefits - taxableLost) / 100n, k)
  const before = tax2026(0n, benefits / 100n, k)
  const split = ({ local }: Tax): [bigint, bigint] => {
    // Whole öre; the one left over goes where the fraction is largest, to the municipality when they are alike.
    const exact = mul(q(local * 100n), dec(one.municipality), { n: k.d, d: k.n })
    const down = floor(exact)
    const rest = sub(exact, q(down))
    const municipal = rest.n === 0n || less(rest, q(1, 2)) ? down : down + 1n
    return [municipal, local * 100n - municipal]
  }
  const [[munAfter, regAfter], [munBefore, regBefore]] = [split(after), split(before)]
  const starts = Number(one.from.slice(0, 4)) === year && kept > 0
  const municipalCost = starts ? ore(one.municipalCosts).n : 0n

  const people = BigInt(one.people)
  const all = (x: bigint): bigint => x * people
  const net = (x: bigint): bigint =>
    near(
      mul(
        q(near(mul(q(all(x)), sub(q(1), mul(dec(one.deadweight), q(1, 100)))))),
        sub(q(1), mul(dec(one.displacement), q(1, 100))),
      ),
    )
  const municipalTax = net(munAfter - munBefore)
  const regionTax = net(regAfter - regBefore)
  const burial = net((after.burial - before.burial) * 100n)
  const toState = net((after.toState - before.toState) * 100n)
  const credits = net((after.credits - before.credits) * 100n)
  const stateBenefits = net(taxableLost + untaxedLost)
  const individual =
    net(pay) - municipalTax - regionTax - burial - toState + credits - stateBenefits - net(socialLost) - net(workCost)
  const employer = net(output) - net(pay) - net(fees) + all(support) - all(employerCost)
  const state = net(fees) + toState - credits + stateBenefits - all(support) + net(programme)
  const municipality = municipalTax + burial + net(socialLost) - all(municipalCost)
  const society = net(output) - all(employerCost) - all(municipalCost) - net(workCost) + net(programme)
  return { gains: { individual, municipality, region: regionTax, state, employer, society }, municipalTax, regionTax }
}
