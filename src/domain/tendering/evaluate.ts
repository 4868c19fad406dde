import { period } from '#kernel'
import { type Course, type Impossible, runCourse } from './rules/call-off.ts'
import { conflicts, groups } from './rules/conflict.ts'
import { type Exempted, exempt } from './rules/exempt.ts'
import { type Qualification, qualify } from './rules/qualify.ts'
import { type Ranked, rank } from './rules/rank.ts'
import { type Hundredths, pointsIn, underLeast } from './rules/score.ts'
import type { CallOff, Delivery, Lot, Procurement, Tender } from './tendering.ts'

export type TenderStatus = 'ranked' | 'to_complete' | 'not_qualified' | 'conflict' | 'under_least'

export type TenderOutcome = {
  readonly tender: string
  readonly supplier: string
  readonly status: TenderStatus
  readonly notMet: readonly string[]
  readonly unknown: readonly string[]
  readonly conflicts: readonly Delivery[]
  readonly underLeast: readonly string[]
  /** Points in hundredths by criterion. */
  readonly points: Readonly<Record<string, Hundredths>>
  readonly ranked?: Ranked
  /** Other tenders in the lot from companies of the same group: to be examined, not excluded by rule. */
  readonly sameGroup: readonly string[]
}

export type LotOutcome = {
  readonly region: string
  readonly exemption?: Exempted
  /** False when the whole region is exempt. */
  readonly procured: boolean
  readonly tenders: readonly TenderOutcome[]
  /** Tenders that get a contract, first to last in the order of call-off. */
  readonly awarded: readonly string[]
  /** What stops the award: something to clarify, a lot to draw, or fewer tenders than contracts. */
  readonly open: readonly ('to_complete' | 'to_draw' | 'too_few')[]
  readonly course?: Course | Impossible
}

/** What comes of each lot: who qualifies, who is ranked where, who gets a contract, and how participants were spread. */
export function evaluate(procurement: Procurement): LotOutcome[] {
  return procurement.lots.map(lot => {
    const exemption = lot.exemption && exempt(lot.exemption)
    const procured = exemption?.answer !== 'yes' || exemption.partly
    const tenders = procured ? tenderOutcomes(procurement, lot) : []
    const inOrder = tenders.flatMap(({ ranked }) => ranked ?? []).toSorted((a, b) => a.rank - b.rank)
    const contracts = inOrder.slice(0, contractsIn(lot.callOff))
    const awarded = contracts.map(({ tender }) => tender)
    const tied = inOrder.filter(({ partedBy }) => partedBy === 'nothing').map(({ rank }) => rank)
    const open = [
      ...(tenders.some(({ status }) => status === 'to_complete') ? ['to_complete' as const] : []),
      // A tie matters among those who get a contract, or for the last of them.
      ...(contracts.some(({ rank }) => tied.includes(rank)) ? ['to_draw' as const] : []),
      ...(procured && awarded.length < contractsIn(lot.callOff) ? ['too_few' as const] : []),
    ]
    const offers = awarded.map(id => ({ tender: id, capacity: tenderOf(procurement, id).capacity }))
    return {
      region: lot.region,
      ...(exemption ? { exemption } : {}),
      procured,
      tenders,
      awarded,
      open,
      ...(lot.course ? { course: runCourse(lot.callOff, offers, lot.course) } : {}),
    }
  })
}

export function contractsIn(callOff: CallOff): number {
  if (callOff.kind === 'one') return 1
  return callOff.kind === 'order' ? callOff.suppliers : callOff.percent.length
}

function tenderOf({ tenders }: Procurement, id: string): Tender {
  return tenders.find(one => one.id === id)!
}

function tenderOutcomes(procurement: Procurement, lot: Lot): TenderOutcome[] {
  const { requirements, criteria, suppliers, deliveries, contract, ties } = procurement
  const groupOf = groups(suppliers)
  const here = procurement.tenders.filter(({ region }) => region === lot.region)
  const judged = here.map(tender => {
    const qualification = qualify(requirements, tender.requirements)
    const inConflict = conflicts(tender.supplier, lot.region, period(contract.from, contract.to), suppliers, deliveries)
    const low = underLeast(criteria, tender)
    return { tender, qualification, inConflict, low, status: statusOf(qualification, inConflict, low) }
  })
  const ranked = rank(
    judged.filter(({ status }) => status === 'ranked').map(({ tender }) => tender),
    criteria,
    ties,
    lot.drawn,
  )
  return judged.map(({ tender, qualification, inConflict, low, status }) => ({
    tender: tender.id,
    supplier: tender.supplier,
    status,
    notMet: qualification.notMet,
    unknown: qualification.unknown,
    conflicts: inConflict,
    underLeast: low,
    points: Object.fromEntries(criteria.map(one => [one.id, pointsIn(one, tender)])),
    ranked: ranked.find(one => one.tender === tender.id),
    sameGroup: here
      .filter(other => other.id !== tender.id && groupOf.get(other.supplier) === groupOf.get(tender.supplier))
      .map(({ id }) => id),
  }))
}

/** What is certain first: a no, a conflict or too few points stand even if something else is still to be clarified. */
function statusOf({ status }: Qualification, inConflict: readonly Delivery[], low: readonly string[]): TenderStatus {
  if (status === 'not_qualified') return status
  if (inConflict.length > 0) return 'conflict'
  if (low.length > 0) return 'under_least'
  return status === 'to_complete' ? status : 'ranked'
}
