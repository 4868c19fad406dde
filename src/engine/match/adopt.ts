import { countLabels } from './balance.ts'
import type { Pairs, Prices } from './instance.ts'
import { type Plan, place } from './plan.ts'
import type { Search } from './search.ts'

/**
 * Takes over pairs and prices from anywhere (an older plan, regions solved apart) as the start of a plan. Any prices will do: each
 * person gets what is worth most at these prices, keeping what they have where that is as good, and `search.off` says which nodes
 * are then out of balance. O(arcs). The plan must be empty.
 */
export function adopt(search: Search, pairs: Pairs, prices: Prices): void {
  takePrices(search.plan, prices)
  const held = heldBy(search.plan, pairs)
  chooseAll(search, t => held[t])
}

/** Gives everybody what is worth most at the prices of the plan, which must be empty; `held` are places they had before, by person. */
export function chooseAll({ plan, off }: Search, held: (t: number) => readonly number[] | undefined): void {
  for (let t = 0; t < plan.instance.candidates; t++) choose(plan, t, held(t))
  off.set(countLabels(plan))
  countPorts(plan, off)
}

function takePrices({ network, price, charge }: Plan, prices: Prices): void {
  const { openings, ports, groupsEnd, root, parent, penalty } = network
  const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, Math.round(value)))
  for (let j = 0; j < openings; j++) price[j] = Math.max(0, Math.round(prices.opening[j] ?? 0))
  for (let k = openings; k < ports; k++) {
    price[k] = price[parent[k]!]! - within(prices.reserve[network.reserveOf[k - openings]!] ?? 0, 0, penalty[k]!)
  }
  for (let x = root - 1; x >= groupsEnd; x--) {
    const [family, label] = network.labelOf[x - groupsEnd]!
    const paid = within(prices.label[family]?.[label] ?? 0, -penalty[x]!, penalty[x]!)
    price[x] = price[parent[x]!]! - paid - charge[x]!
  }
  for (let g = ports; g < groupsEnd; g++) price[g] = price[parent[g]!]! - charge[g]!
}

function heldBy({ instance, network }: Plan, pairs: Pairs): (number[] | undefined)[] {
  const personOf = new Int32Array(instance.candidates)
  for (let t = 0; t < instance.candidates; t++) personOf[network.person[t]!] = t
  const held: (number[] | undefined)[] = new Array(instance.candidates)
  for (const [n, i] of pairs.candidate.entries()) {
    const t = personOf[i]!
    held[t] = [...(held[t] ?? []), pairs.opening[n]!]
  }
  return held
}

/** Gives person t the places that are worth most at the present prices; of equals, those held before. */
export function choose(plan: Plan, t: number, held: readonly number[] | undefined): void {
  const { instance, network, price } = plan
  const { first, head, score, fill, invitations } = instance
  const i = network.person[t]!
  if (invitations[i] === 1) {
    chooseOne(plan, t, held?.[0] ?? -1)
    return
  }
  const g = network.groupOf[t]!
  const base = fill + price[g]!
  const wanted: { port: number; weight: number; worth: number; held: boolean }[] = []
  for (let a = first[i]!; a < first[i + 1]!; a++) {
    const worth = base + score[a]! - price[network.portFor(head[a]!, g)]!
    if (worth < 0) continue
    const had = held?.includes(head[a]!) ?? false
    if (worth > 0 || had) wanted.push({ port: network.portFor(head[a]!, g), weight: score[a]!, worth, held: had })
  }
  wanted.sort((a, b) => b.worth - a.worth || Number(b.held) - Number(a.held))
  for (const { port, weight } of wanted.slice(0, invitations[i]!)) place(plan, t, port, weight)
}

/** The same for somebody who may hold one place, as most may. */
function chooseOne(plan: Plan, t: number, held: number): void {
  const { instance, network, price } = plan
  const { first, head, score, fill } = instance
  const { person, groupOf, portFor } = network
  const i = person[t]!
  const g = groupOf[t]!
  const base = fill + price[g]!
  let [best, chosen, weight] = [0, -1, 0]
  for (let a = first[i]!, end = first[i + 1]!; a < end; a++) {
    const port = portFor(head[a]!, g)
    const worth = base + score[a]! - price[port]!
    if (worth > best || (worth === best && head[a] === held)) {
      best = worth
      chosen = port
      weight = score[a]!
    }
  }
  if (chosen !== -1) place(plan, t, chosen, weight)
}

/** Counts the flow at openings and reserves as far as their prices allow, and notes how far each is off. */
function countPorts(plan: Plan, off: Int32Array): void {
  const { network, flow, price, firstSlot, nextAtPort, instance } = plan
  const { openings, ports, parent, low, penalty, childFirst, child } = network
  for (let x = ports - 1; x >= 0; x--) {
    let persons = 0
    for (let slot = firstSlot[x]!; slot !== -1; slot = nextAtPort[slot]!) persons++
    for (let c = childFirst[x]!; c < childFirst[x + 1]!; c++) persons += flow[child[c]!]!
    if (x < openings) flow[x] = price[x]! > 0 ? instance.capacity[x]! : Math.min(persons, instance.capacity[x]!)
    else {
      const paid = price[parent[x]!]! - price[x]!
      flow[x] = Math.min(
        Math.max(persons, paid === penalty[x]! ? 0 : low[x]!),
        paid > 0 ? low[x]! : Math.max(persons, low[x]!),
      )
    }
    off[x] = flow[x]! - persons
  }
}
