import { accept, type Outcome, refuse } from '#kernel'
import type {
  Apportionment,
  ApportionmentInput,
  ApportionRefusal,
  AreaId,
  ClaimPolicy,
  Contender,
  LedgerRow,
  Pass,
  PassedTurn,
  Step,
} from './apportionment.ts'
import { type Fraction, fraction, parseFraction, type Ratio } from './fraction.ts'
import { type Standing, setTable, spreadOf, type Table } from './standing.ts'
import { nextTurn, wait } from './turn.ts'

const mostPlaces = 100_000

/**
 * Deals whole places over areas by a key, one at a time, from where the ledger stands (TGT-4).
 *
 * Each place adds its share to every area's claim and takes one place from the claim of the area that gets it, so the claims
 * always sum to nought. The order never takes a place back (house-monotone), and dealing several places at once is the same
 * as dealing them one call at a time. Exact whole numbers throughout; O(places × areas).
 * A key that changes within the year: hand the closing `ledger` to a call with the new key. Areas that change: `carryLedger`.
 */
export function apportion(input: ApportionmentInput): Outcome<Apportionment, ApportionRefusal> {
  const set = setTable(input)
  if (!set.ok) return set
  const table = set.value
  const checked = checkTurns(input, table)
  if (!checked.ok) return checked

  const before = table.standings.reduce((sum, row) => sum + row.given, 0)
  const steps: Step[] = []
  let widest = table.spread
  for (let place = 1; place <= input.places; place++) {
    const step = dealOne(table, checked.value, place, before + place)
    if (!step) return refuse('apportion.everyone_passes', { pointer: '/passes', place })
    steps.push(step)
    if (table.spread > widest) widest = table.spread
  }
  return accept(summarise(table, steps, fraction(widest - 1n, widest)))
}

/** The running order of a key from the beginning of a period: area numbers, 1-based, in the order of the weights. Throws RangeError on a bad key. */
export function runningOrder(weights: readonly number[], places: number): number[] {
  const rows = weights.map((weight, index) => ({ area: `${index + 1}`, weight }))
  const result = apportion({ key: { rows }, places })
  if (!result.ok) throw new RangeError(`${result.code} ${result.facts.pointer ?? ''}`)
  return result.value.order.map(Number)
}

type Turns = {
  readonly passing: (area: AreaId, place: number) => Pass | undefined
  readonly override: ReadonlyMap<number, string>
  readonly cap: Ratio | undefined
}

function checkTurns(input: ApportionmentInput, table: Table): Outcome<Turns, ApportionRefusal> {
  const { places, passes = [], overrides = [], claims = { kind: 'stays' } } = input
  if (!Number.isSafeInteger(places) || places < 0 || places > mostPlaces) {
    return refuse('apportion.bad_places', { pointer: '/places', most: mostPlaces })
  }
  const cap = capOf(claims)
  if (claims.kind !== 'stays' && (!cap || cap.numerator < 0n))
    return refuse('apportion.bad_cap', { pointer: '/claims/cap' })

  const areas = new Set(table.standings.map(row => row.area))
  const isPlace = (place: number): boolean => Number.isSafeInteger(place) && place >= 1 && place <= places
  for (const [index, pass] of passes.entries()) {
    if (!areas.has(pass.area))
      return refuse('apportion.pass_area_unknown', { pointer: `/passes/${index}/area`, area: pass.area })
    if (pass.places && !pass.places.every(isPlace))
      return refuse('apportion.pass_place_unknown', { pointer: `/passes/${index}/places` })
  }
  const passing: Turns['passing'] = (area, place) =>
    passes.find(pass => pass.area === area && (!pass.places || pass.places.includes(place)))

  const override = new Map<number, string>()
  for (const [index, { place, area }] of overrides.entries()) {
    const pointer = `/overrides/${index}`
    if (!isPlace(place)) return refuse('apportion.override_place_unknown', { pointer: `${pointer}/place` })
    if (!areas.has(area)) return refuse('apportion.override_area_unknown', { pointer: `${pointer}/area`, area })
    if (override.has(place)) return refuse('apportion.override_place_twice', { pointer: `${pointer}/place`, place })
    if (passing(area, place)) return refuse('apportion.override_to_passing_area', { pointer, place, area })
    override.set(place, area)
  }
  return accept({ passing, override, cap })
}

function capOf(claims: ClaimPolicy): Ratio | undefined {
  if (claims.kind === 'lapses') return { numerator: 0n, denominator: 1n }
  return claims.kind === 'capped' ? parseFraction(claims.cap) : undefined
}

/** One place: count it into every claim, find whose turn it is, let those who cannot take it pass, give it. */
function dealOne(table: Table, turns: Turns, place: number, number: number): Step | undefined {
  table.spread = spreadOf(table.standings)
  for (const row of table.standings) row.claim += row.share

  let able = table.standings
  const passed: PassedTurn[] = []
  const named = turns.override.get(place)
  const takingPart = table.standings.filter(row => !turns.passing(row.area, place))
  if (named !== undefined) able = takingPart

  let turn = nextTurn(table, able)
  // Only an area whose turn has come passes it: standing aside when it is somebody else's turn costs nothing.
  for (
    let pass = turn && turns.passing(turn.first.area, place);
    turn && pass;
    pass = turn && turns.passing(turn.first.area, place)
  ) {
    const { first } = turn
    passed.push({
      area: pass.area,
      reason: pass.reason,
      claim: shown(table, first.claim),
      lapsed: shown(table, lapse(table, first, takingPart, turns.cap)),
    })
    able = able.filter(row => row !== first)
    turn = nextTurn(table, able)
  }
  if (!turn) return undefined

  const receiver = named === undefined ? turn.first : table.standings.find(row => row.area === named)!
  const other = named === undefined ? turn.second : receiver === turn.first ? turn.second : turn.first
  const claimBefore = receiver.claim
  const deadline = deadlineOf(table, receiver, number)
  const runnerUp = other && contender(table, other, number)
  const given = receiver.given
  receiver.claim -= table.unit
  receiver.given += 1
  receiver.received += 1
  return {
    place,
    number,
    area: receiver.area,
    why: named === undefined ? turn.why : 'override',
    tie: named === undefined ? turn.tie : undefined,
    target: shown(table, claimBefore + BigInt(given) * table.unit),
    given,
    claimBefore: shown(table, claimBefore),
    claimAfter: shown(table, receiver.claim),
    deadline,
    runnerUp,
    passed,
  }
}

/**
 * Lets what exceeds the cap lapse and shares it by the key over those who take part, so that claims still sum to nought:
 * whole units, leftovers by largest fraction. Returns what lapsed; nothing does when the policy has no cap.
 */
function lapse(table: Table, row: Standing, takingPart: readonly Standing[], cap: Ratio | undefined): bigint {
  row.turnsPassed += 1
  if (!cap) return 0n
  const ceiling = (cap.numerator * table.unit) / cap.denominator
  const sum = takingPart.reduce((total, other) => total + other.share, 0n)
  if (row.claim <= ceiling || sum === 0n) return 0n

  const lapsed = row.claim - ceiling
  row.claim = ceiling
  row.lapsed += lapsed
  let left = lapsed
  const fractions = takingPart.map(other => {
    const part = (lapsed * other.share) / sum
    other.claim += part
    left -= part
    return { other, rest: (lapsed * other.share) % sum }
  })
  fractions.sort((a, b) => (b.rest > a.rest ? 1 : b.rest < a.rest ? -1 : 0))
  for (const { other } of fractions.slice(0, Number(left))) other.claim += 1n
  return lapsed
}

function summarise(table: Table, steps: readonly Step[], bound: Fraction): Apportionment {
  const areas = table.standings.map(row => ({
    area: row.area,
    weight: row.weight,
    share: shown(table, row.share),
    target: shown(table, row.claim + BigInt(row.given) * table.unit),
    given: row.given,
    claim: shown(table, row.claim),
    received: row.received,
    turnsPassed: row.turnsPassed,
    lapsed: shown(table, row.lapsed),
  }))
  const ledger: LedgerRow[] = areas.map(({ area, given, claim }) => ({ area, given, claim }))
  return {
    rule: 'tijdeman',
    bound,
    key: table.key,
    order: steps.map(step => step.area),
    steps,
    areas,
    ledger,
  }
}

function contender(table: Table, row: Standing, number: number): Contender {
  return { area: row.area, claim: shown(table, row.claim), deadline: deadlineOf(table, row, number) }
}

function deadlineOf(table: Table, row: Standing, number: number): number | undefined {
  const more = wait(table, row)
  return more === undefined ? undefined : number + Number(more)
}

function shown(table: Table, units: bigint): Fraction {
  return fraction(units, table.unit)
}
