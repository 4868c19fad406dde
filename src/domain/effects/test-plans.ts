import type { TurnedOn } from '#kernel'
import { defaultRanges, type Point, pointOf } from './assumptions.ts'
import { type Group, type Plan, planOf } from './plan.ts'
import type { LocalTax } from './tax.ts'

export const average: LocalTax = { municipality: 0.2068, region: 0.117 }

/** Everything certain, and the work worth what it costs. */
export const certain: Point = { ...pointOf(defaultRanges.versions[0]!.value, range => range.likely), productivity: 100 }

export const group: Group = {
  name: 'Nyanländ, ensamstående',
  people: 1,
  period: { from: '2026-01-01', to: '2027-01-01' },
  work: { kind: 'employment', monthlyPay: 25_000, fullTime: 100, youth: false, support: { kind: 'introduction_job' } },
  without: [{ kind: 'establishment_benefit' }, { kind: 'housing_benefit', rent: 5_700 }],
}

export function planned(one: Group, rulesOf?: string, on: TurnedOn = new Set()): Plan {
  const answer = planOf(one, average, on, rulesOf)
  if (!answer.ok) throw new Error(`${answer.day} ${answer.parameter}`)
  return answer.plan
}
