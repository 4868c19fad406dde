import { onlyListWith } from './codes.ts'
import type { Amount, LotEntry, PlannedPeriod, Texts } from './notice.ts'
import { takePlaces } from './places.ts'
import { takeTexts } from './texts.ts'
import { all, first, listOf, take, takeAll, takeAt, textOf, type XmlElement } from './tree.ts'

/** A lot before its signals and leftovers are known. */
export type ReadLot = LotEntry & { readonly description: Texts | null; readonly estimatedValue: Amount | null }

/** Codes that lie side by side in `ProcurementAdditionalType`, told apart by the list they name. */
const additional = {
  'strategic-procurement': 'BT-06-Lot',
  'social-objective': 'BT-775-Lot',
  'environmental-impact': 'BT-774-Lot',
  'innovative-acquisition': 'BT-776-Lot',
  accessibility: 'BT-754-Lot',
} as const

type AdditionalList = keyof typeof additional

/** Reads one lot, part or group of lots. `id` is known to be there; everything else may be missing. */
export function readLot(lot: XmlElement, id: string, language: string | null): ReadLot {
  const project = first(lot, 'cac:ProcurementProject')
  const quantity = first(project, 'cbc:EstimatedOverallContractQuantity')
  const value = take(quantity, 'BT-25-Lot')
  const strategy = all(project, 'cac:ProcurementAdditionalType')
  return {
    id,
    kind: kindOf(lot, id),
    title: takeTexts(all(project, 'cbc:Name'), 'BT-21-Lot', language),
    nature: takeAt(project, 'cbc:ProcurementTypeCode', 'BT-23-Lot'),
    cpv: takeCpv(project, 'Lot'),
    places: takePlaces(project, 'Lot', language),
    period: takePeriod(first(project, 'cac:PlannedPeriod')),
    quantity: value === null ? null : { value, unit: quantity?.attributes.unitCode ?? null },
    note: takeTexts(all(project, 'cbc:Note'), 'BT-300-Lot', language),
    ...takeAdditional(strategy, language),
    ...takeReservations(first(lot, 'cac:TenderingTerms'), language),
    description: takeTexts(all(project, 'cbc:Description'), 'BT-24-Lot', language),
    estimatedValue: takeEstimate(project, 'Lot'),
  }
}

/** CPV codes without the check digit that some systems add (`90910000-9`). */
export function takeCpv(project: XmlElement | undefined, level: 'Lot' | 'Procedure'): string[] {
  const code = 'cbc:ItemClassificationCode'
  return [
    ...takeAll(project, `cac:MainCommodityClassification/${code}`, `BT-262-${level}`),
    ...takeAll(project, `cac:AdditionalCommodityClassification/${code}`, `BT-263-${level}`),
  ].map(cpv => cpv.replace(/^(\d{8})-\d$/, '$1'))
}

export function takeEstimate(project: XmlElement | undefined, level: 'Lot' | 'Procedure'): Amount | null {
  const element = first(project, 'cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount')
  const amount = take(element, `BT-27-${level}`)
  return amount === null ? null : { amount, currency: element?.attributes.currencyID ?? null }
}

function kindOf(lot: XmlElement, id: string): string {
  const written = listOf(first(lot, 'cbc:ID'))
  if (written !== undefined) return written
  return id.startsWith('PAR-') ? 'Part' : id.startsWith('GLO-') ? 'LotsGroup' : 'Lot'
}

function takePeriod(period: XmlElement | undefined): PlannedPeriod | null {
  if (period === undefined) return null
  const duration = first(period, 'cbc:DurationMeasure')
  return {
    start: takeAt(period, 'cbc:StartDate', 'BT-536-Lot'),
    end: takeAt(period, 'cbc:EndDate', 'BT-537-Lot'),
    duration: take(duration, 'BT-36-Lot'),
    unit: duration?.attributes.unitCode ?? null,
    code: takeAt(period, 'cbc:DescriptionCode', 'BT-538-Lot'),
  }
}

function takeAdditional(types: readonly XmlElement[], language: string | null) {
  const codes: Record<AdditionalList, string[]> = {
    'strategic-procurement': [],
    'social-objective': [],
    'environmental-impact': [],
    'innovative-acquisition': [],
    accessibility: [],
  }
  const strategicDescription: Texts[] = []
  for (const type of types) {
    const code = first(type, 'cbc:ProcurementTypeCode')
    const list = additionalList(code)
    if (list === undefined) continue
    const value = take(code, additional[list])
    if (value !== null) codes[list].push(value)
    if (list !== 'strategic-procurement') continue
    const description = takeTexts(all(type, 'cbc:ProcurementType'), 'BT-777-Lot', language)
    if (description !== null) strategicDescription.push(description)
  }
  return {
    strategic: codes['strategic-procurement'],
    strategicDescription,
    social: codes['social-objective'],
    environmental: codes['environmental-impact'],
    innovative: codes['innovative-acquisition'],
    accessibility: codes.accessibility,
  }
}

function additionalList(code: XmlElement | undefined): AdditionalList | undefined {
  const lists = Object.keys(additional) as AdditionalList[]
  const named = listOf(code) ?? onlyListWith(textOf(code) ?? '', lists)
  return lists.find(list => list === named)
}

/** BT-71, BT-736 and BT-70 share their elements with a dozen other fields; the code list says which is which. */
function takeReservations(terms: XmlElement | undefined, language: string | null) {
  const participation = all(terms, 'cac:TendererQualificationRequest/cac:SpecificTendererRequirement')
    .map(requirement => first(requirement, 'cbc:TendererRequirementTypeCode'))
    .filter(
      code => (listOf(code) ?? onlyListWith(textOf(code) ?? '', ['reserved-procurement'])) === 'reserved-procurement',
    )
  const requirements = all(terms, 'cac:ContractExecutionRequirement')
  const execution = requirements
    .map(requirement => first(requirement, 'cbc:ExecutionRequirementCode'))
    .filter(code => (listOf(code) ?? onlyListWith(textOf(code) ?? '', ['reserved-execution'])) === 'reserved-execution')
  const conditions = requirements.filter(requirement => isCondition(first(requirement, 'cbc:ExecutionRequirementCode')))
  for (const condition of conditions) takeAt(condition, 'cbc:ExecutionRequirementCode', 'OPT-060-Lot')
  return {
    reservedParticipation: participation.flatMap(code => take(code, 'BT-71-Lot') ?? []),
    reservedExecution: execution.map(code => take(code, 'BT-736-Lot')).find(code => code !== null) ?? null,
    performanceTerms: takeTexts(
      conditions.flatMap(condition => all(condition, 'cbc:Description')),
      'BT-70-Lot',
      language,
    ),
  }
}

function isCondition(code: XmlElement | undefined): boolean {
  const list = listOf(code)
  return list === undefined ? code === undefined || textOf(code) === 'performance' : list === 'conditions'
}
