import { portion } from '#kernel'
import type { Point } from './assumptions.ts'
import { type Amounts, addUp, eachFlow, flows, type Gains, gainsOf } from './flows.ts'
import { yearsOf } from './person.ts'
import type { Plan } from './plan.ts'

/** Shares of a municipality's and a region's new tax that income equalisation takes back; undefined leaves it out. */
export type Equalisation = { readonly municipality: number; readonly region: number } | undefined

export type EffectsAt = {
  readonly amounts: Amounts
  readonly gains: Gains
  readonly years: readonly { readonly year: number; readonly gains: Gains }[]
  /** Full-time or not: people × calendar days at work. */
  readonly personDays: number
}

/** The effects of all plans when every assumption has one value. Whole öre. */
export function effectsAt(plans: readonly Plan[], point: Point, equalisation: Equalisation): EffectsAt {
  const byYear = new Map<number, Amounts[]>()
  let personDays = 0
  for (const plan of plans) {
    for (const { year, days, amounts } of yearsOf(plan, point)) {
      byYear.set(year, [...(byYear.get(year) ?? []), forPeople(plan.group.people, amounts, point)])
      personDays += days * plan.group.people
    }
  }
  const years = [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, all]) => ({ year, amounts: equalised(addUp(all), equalisation) }))
  const amounts = addUp(years.map(one => one.amounts))
  return {
    amounts,
    gains: gainsOf(amounts),
    years: years.map(one => ({ year: one.year, gains: gainsOf(one.amounts) })),
    personDays,
  }
}

/**
 * Everybody's flows, less what would have come about anyway. The support and the costs of the requirement are paid for all; the work,
 * the pay and the taxes only count for those who neither had found work anyhow nor took the place of somebody else.
 */
function forPeople(people: number, one: Amounts, { deadweight, displacement }: Point): Amounts {
  return eachFlow(name => {
    const all = (one[name] ?? 0) * people
    return flows[name].additional ? portion(portion(all, 1 - deadweight / 100), 1 - displacement / 100) : all
  })
}

function equalised(amounts: Amounts, equalisation: Equalisation): Amounts {
  if (!equalisation) return amounts
  return addUp([
    amounts,
    {
      equalisation_municipality: portion(amounts.municipal_tax ?? 0, equalisation.municipality),
      equalisation_region: portion(amounts.region_tax ?? 0, equalisation.region),
    },
  ])
}
