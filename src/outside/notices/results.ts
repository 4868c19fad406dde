import type { Award, Fault, LotResult } from './notice.ts'
import { type Organisations, takeCompanyId, takeName } from './organisations.ts'
import { all, extension, first, take, takeAt, textOf, type XmlElement } from './tree.ts'

type Tender = { readonly element: XmlElement; readonly lot: string | null; readonly winners: readonly XmlElement[] }
type Contract = { readonly element: XmlElement; readonly tenders: ReadonlyMap<string | null, readonly Tender[]> }

/**
 * The results per lot. A lot is tied to its winners by references: result → contract → tender → tendering party →
 * organisation; a tender counts only for the lot that it was given for. `limit` bounds awards and winners together.
 */
export function takeResults(
  root: XmlElement,
  organisations: Organisations,
  limit: number,
): { results: LotResult[]; faults: Fault[] } {
  const result = first(root, `${extension}/efac:NoticeResult`)
  const contracts = contractsOf(result, tendersOf(result, organisations))
  const results: LotResult[] = []
  const faults: Fault[] = []
  let left = limit
  for (const lotResult of all(result, 'efac:LotResult')) {
    const lot = takeAt(lotResult, 'efac:TenderLot/cbc:ID', 'BT-13713-LotResult')
    const status = takeAt(lotResult, 'cbc:TenderResultCode', 'BT-142-LotResult')
    const awards: Award[] = []
    for (const id of references(lotResult, 'efac:SettledContract/cbc:ID')) {
      const contract = contracts.get(id)
      for (const tender of contract?.tenders.get(lot) ?? []) {
        left -= 1 + tender.winners.length
        if (left < 0) break
        if (contract) awards.push(takeAward(contract.element, tender))
      }
    }
    const noAwardReason = takeAt(lotResult, 'efac:DecisionReason/efbc:DecisionReasonCode', 'BT-144-LotResult')
    results.push({ lot, status, noAwardReason, awards })
    if (left < 0) {
      faults.push({ fault: 'awards_cut', field: 'BT-150-Contract', lot })
      break
    }
    // selec-w: at least one winner was chosen, so there should be one to read.
    if (status === 'selec-w' && awards.length === 0)
      faults.push({ fault: 'award_not_joined', field: 'BT-142-LotResult', lot })
  }
  return { results, faults }
}

function takeAward(contract: XmlElement, tender: Tender): Award {
  const amount = first(tender.element, 'cac:LegalMonetaryTotal/cbc:PayableAmount')
  const value = take(amount, 'BT-720-Tender')
  return {
    contract: takeAt(contract, 'efac:ContractReference/cbc:ID', 'BT-150-Contract'),
    signed: takeAt(contract, 'cbc:IssueDate', 'BT-145-Contract'),
    winners: tender.winners.map(takeName),
    winnerIds: tender.winners.map(takeCompanyId),
    amount: value,
    currency: value === null ? null : (amount?.attributes.currencyID ?? null),
  }
}

function contractsOf(result: XmlElement | undefined, tenders: ReadonlyMap<string, Tender>): Map<string, Contract> {
  const contracts = new Map<string, Contract>()
  for (const element of all(result, 'efac:SettledContract')) {
    const id = textOf(first(element, 'cbc:ID'))
    if (id === null || contracts.has(id)) continue
    const given = references(element, 'efac:LotTender/cbc:ID').flatMap(tender => tenders.get(tender) ?? [])
    contracts.set(id, { element, tenders: Map.groupBy(given, tender => tender.lot) })
  }
  return contracts
}

function tendersOf(result: XmlElement | undefined, organisations: Organisations): Map<string, Tender> {
  const parties = new Map<string, readonly XmlElement[]>()
  for (const party of all(result, 'efac:TenderingParty')) {
    const id = textOf(first(party, 'cbc:ID'))
    const members = references(party, 'efac:Tenderer/cbc:ID').flatMap(member => organisations.get(member) ?? [])
    if (id !== null && !parties.has(id)) parties.set(id, members)
  }
  const tenders = new Map<string, Tender>()
  for (const element of all(result, 'efac:LotTender')) {
    const id = textOf(first(element, 'cbc:ID'))
    const party = textOf(first(element, 'efac:TenderingParty/cbc:ID'))
    const lot = textOf(first(element, 'efac:TenderLot/cbc:ID'))
    if (id !== null && !tenders.has(id)) tenders.set(id, { element, lot, winners: parties.get(party ?? '') ?? [] })
  }
  return tenders
}

/** The identifiers at a path, each once: a reference repeated a thousand times is still one. */
function references(from: XmlElement, path: string): string[] {
  return [...new Set(all(from, path).flatMap(element => textOf(element) ?? []))]
}
