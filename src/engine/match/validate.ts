import type { MatchInstance } from './instance.ts'

/** What is wrong with an instance, and where: a JSON pointer into `MatchInstance`. */
export type MatchFault = {
  readonly pointer: string
  readonly code: MatchFaultCode
  readonly facts: Readonly<Record<string, number>>
}

export type MatchFaultCode =
  | 'match.length_wrong'
  | 'match.not_whole'
  | 'match.first_not_rising'
  | 'match.opening_unknown'
  | 'match.pairs_not_ascending'
  | 'match.below_zero'
  | 'match.invitations_out_of_range'
  | 'match.label_unknown'
  | 'match.band_reversed'
  | 'match.family_unknown'
  | 'match.weights_too_great'

/** At most this many faults of one kind are listed; a file of noise has millions. */
const mostOfAKind = 20
const mostInvitations = 32

/** Every fault of an instance, in the order of its fields; empty when it can be planned. O(arcs). */
export function findFaults(instance: MatchInstance): MatchFault[] {
  const faults: MatchFault[] = []
  const seen = new Map<MatchFaultCode, number>()
  const fault: Report = (pointer, code, facts = {}) => {
    seen.set(code, (seen.get(code) ?? 0) + 1)
    if (seen.get(code)! <= mostOfAKind) faults.push({ pointer, code, facts })
  }
  checkLengths(instance, fault)
  if (faults.length > 0) return faults
  checkPairs(instance, fault)
  for (const [j, places] of instance.capacity.entries())
    if (places < 0) fault(`/capacity/${j}`, 'match.below_zero', { value: places })
  for (const [i, most] of instance.invitations.entries()) {
    if (most < 0 || most > mostInvitations)
      fault(`/invitations/${i}`, 'match.invitations_out_of_range', { value: most, most: mostInvitations })
  }
  checkFamilies(instance, fault)
  checkReserves(instance, fault)
  if (faults.length === 0) checkWeights(instance, fault)
  return faults
}

type Report = (pointer: string, code: MatchFaultCode, facts?: Record<string, number>) => void

function checkLengths(instance: MatchInstance, fault: Report): void {
  const { candidates, openings, first, head, score, families, fill } = instance
  for (const [name, value] of Object.entries({ candidates, openings, fill })) {
    if (!Number.isSafeInteger(value)) fault(`/${name}`, 'match.not_whole')
    else if (value < 0) fault(`/${name}`, 'match.below_zero', { value })
  }
  const expect = (pointer: string, length: number, expected: number): void => {
    if (length !== expected) fault(pointer, 'match.length_wrong', { length, expected })
  }
  expect('/first', first.length, candidates + 1)
  expect('/score', score.length, head.length)
  expect('/capacity', instance.capacity.length, openings)
  expect('/invitations', instance.invitations.length, candidates)
  expect('/candidateRegion', instance.candidateRegion.length, candidates)
  expect('/openingRegion', instance.openingRegion.length, openings)
  for (const [f, family] of families.entries()) {
    expect(`/families/${f}/label`, family.label.length, candidates)
    expect(`/families/${f}/high`, family.high.length, family.low.length)
    expect(`/families/${f}/penalty`, family.penalty.length, family.low.length)
  }
}

function checkPairs({ candidates, openings, first, head, score }: MatchInstance, fault: Report): void {
  if (first[0] !== 0) fault('/first/0', 'match.first_not_rising', { value: first[0]! })
  if (first[candidates] !== head.length) {
    fault(`/first/${candidates}`, 'match.first_not_rising', { value: first[candidates]!, expected: head.length })
  }
  for (let i = 0; i < candidates; i++) {
    const [from, to] = [first[i]!, first[i + 1]!]
    if (to < from || to > head.length || from < 0) {
      fault(`/first/${i + 1}`, 'match.first_not_rising', { value: to, before: from })
      continue
    }
    for (let a = from; a < to; a++) {
      const j = head[a]!
      if (j < 0 || j >= openings) fault(`/head/${a}`, 'match.opening_unknown', { candidate: i, opening: j, openings })
      else if (a > from && j <= head[a - 1]!)
        fault(`/head/${a}`, 'match.pairs_not_ascending', { candidate: i, opening: j })
    }
  }
  if (score instanceof Uint16Array) return
  for (let a = 0; a < score.length; a++)
    if (score[a]! < 0) fault(`/score/${a}`, 'match.below_zero', { value: score[a]! })
}

function checkFamilies({ families }: MatchInstance, fault: Report): void {
  for (const [f, { label, low, high, penalty }] of families.entries()) {
    for (let l = 0; l < low.length; l++) {
      const at = `/families/${f}`
      for (const [name, values] of Object.entries({ low, high, penalty })) {
        if (!Number.isSafeInteger(values[l]!)) fault(`${at}/${name}/${l}`, 'match.not_whole')
        else if (values[l]! < 0) fault(`${at}/${name}/${l}`, 'match.below_zero', { value: values[l]! })
      }
      if (low[l]! > high[l]!) fault(`${at}/low/${l}`, 'match.band_reversed', { low: low[l]!, high: high[l]! })
    }
    for (let i = 0; i < label.length; i++) {
      if (label[i]! < -1 || label[i]! >= low.length)
        fault(`/families/${f}/label/${i}`, 'match.label_unknown', { label: label[i]!, labels: low.length })
    }
  }
}

function checkReserves({ reserves, families, openings }: MatchInstance, fault: Report): void {
  for (const [k, { opening, family, label, count, penalty }] of reserves.entries()) {
    const at = `/reserves/${k}`
    for (const [name, value] of Object.entries({ opening, family, label, count, penalty })) {
      if (!Number.isSafeInteger(value)) fault(`${at}/${name}`, 'match.not_whole')
    }
    if (opening < 0 || opening >= openings) fault(`${at}/opening`, 'match.opening_unknown', { opening, openings })
    const labels = families[family]?.low.length
    if (labels === undefined) fault(`${at}/family`, 'match.family_unknown', { family, families: families.length })
    else if (label < 0 || label >= labels) fault(`${at}/label`, 'match.label_unknown', { label, labels })
    if (count < 0) fault(`${at}/count`, 'match.below_zero', { value: count })
    if (penalty < 0) fault(`${at}/penalty`, 'match.below_zero', { value: penalty })
  }
}

/**
 * All sums must be exact in doubles, or "no gap" would mean nothing. Prices are sums along a chain that meets each node once; the
 * value sums over places. Arc weights are kept in 32 bits.
 */
function checkWeights(instance: MatchInstance, fault: Report): void {
  const { capacity, openings, score, families, reserves, fill, candidates } = instance
  let greatest = 0
  for (let a = 0; a < score.length; a++) if (score[a]! > greatest) greatest = score[a]!
  let penalties = 0
  let nodes = openings + reserves.length
  for (const { penalty, high, low } of families) {
    nodes += 2 * low.length
    for (let l = 0; l < low.length; l++) {
      if (penalty[l]! > 0) penalties += penalty[l]! * (candidates + low[l]! + (high[l]! < candidates ? high[l]! : 0))
    }
  }
  for (const { penalty, count } of reserves) penalties += penalty * (count + 1)
  const places = capacity.reduce((sum, one) => sum + one, 0)
  const most = (places + nodes) * (fill + greatest) + penalties
  if (!(most < Number.MAX_SAFE_INTEGER))
    fault('/fill', 'match.weights_too_great', { most, limit: Number.MAX_SAFE_INTEGER })
}
