import { accept, type Outcome, refuse } from '#kernel'
import { guard } from './guard.ts'
import { sections } from './leftovers.ts'
import { type ReadLot, readLot, takeCpv, takeEstimate } from './lots.ts'
import type { Fault, LotReading, NoticeReading } from './notice.ts'
import { organisationsOf, takeBuyers } from './organisations.ts'
import { type ParsedNotice, parse } from './parse.ts'
import { takePlaces } from './places.ts'
import { type NoticeLimits, type NoticeRefusal, noticeLimits } from './refusals.ts'
import { missingIn } from './required.ts'
import { takeResults } from './results.ts'
import { signalsOf } from './signals.ts'
import { takeTexts } from './texts.ts'
import { all, extension, first, take, takeAt, type XmlElement } from './tree.ts'

/**
 * Reads an eForms notice (PRC-12) of any kind, UTF-8 or UTF-16, at most 5 MB. Never throws, fetches nothing, and answers
 * within the limits; `clock` (milliseconds) only bounds the time.
 *
 * @example
 * const notice = readNotice(bytes)
 * if (notice.ok) for (const lot of notice.value.lots) console.log(lot.id, lot.signals)
 */
export function readNotice(
  bytes: Uint8Array,
  limits: NoticeLimits = noticeLimits,
  clock: () => number = () => performance.now(),
): Outcome<NoticeReading, NoticeRefusal> {
  const guarded = guard(bytes, limits)
  if (!guarded.ok) return guarded
  const parsed = parse(guarded.value, limits, clock)
  if (!parsed.ok) return parsed
  return readTree(parsed.value, limits)
}

function readTree({ document, root }: ParsedNotice, limits: NoticeLimits): Outcome<NoticeReading, NoticeRefusal> {
  const noticeId = take(identifier(root), 'BT-701-notice')
  if (noticeId === null) return refuse('notice.no_identifier', { field: 'BT-701' })
  const language = takeAt(root, 'cbc:NoticeLanguageCode', 'BT-702(a)-notice')
  const { lots, nameless, faults: lotFaults } = takeLots(root, language)
  if (lots.length === 0) return refuse('notice.no_lots', { withoutIdentifier: nameless })

  const organisations = organisationsOf(root)
  const { buyers, faults: buyerFaults } = takeBuyers(root, organisations)
  const { results, faults: resultFaults } = takeResults(root, organisations, limits.awards)
  const project = first(root, 'cac:ProcurementProject')
  const type = first(root, 'cbc:NoticeTypeCode')
  const notice = {
    document,
    subType: takeAt(root, `${extension}/efac:NoticeSubType/cbc:SubTypeCode`, 'OPP-070-notice'),
    sdkVersion: takeAt(root, 'cbc:CustomizationID', 'OPT-002-notice'),
    noticeId,
    procedureId: takeAt(root, 'cbc:ContractFolderID', 'BT-04-notice'),
    noticeVersion: takeAt(root, 'cbc:VersionID', 'BT-757-notice'),
    issueDate: takeAt(root, 'cbc:IssueDate', 'BT-05(a)-notice'),
    legalBasis: takeAt(root, 'cbc:RegulatoryDomain', 'BT-01-notice'),
    formType: type?.attributes.listName || null,
    noticeType: take(type, 'BT-02-notice'),
    language,
    buyers,
    title: takeTexts(all(project, 'cbc:Name'), 'BT-21-Procedure', language),
    mainNature: takeAt(project, 'cbc:ProcurementTypeCode', 'BT-23-Procedure'),
    cpvMain: takeCpv(project, 'Procedure')[0] ?? null,
    results,
    description: takeTexts(all(project, 'cbc:Description'), 'BT-24-Procedure', language),
    estimatedValue: takeEstimate(project, 'Procedure'),
    places: takePlaces(project, 'Procedure', language),
    previousNotice:
      takeAt(root, `${extension}/efac:Changes/efbc:ChangedNoticeIdentifier`, 'BT-758-notice') ??
      takeAt(root, `${extension}/efac:ContractModification/efbc:ChangedNoticeIdentifier`, 'BT-1501(n)-Contract'),
  }
  const found = sections(root, new Set(lots.map(lot => lot.id)))
  const whole: NoticeReading = {
    ...notice,
    lots: lots.map(lot => ({ ...lot, signals: signalsOf(lot, language), ...sectionOf(found, lot.id) })),
    ...sectionOf(found, null),
    faults: [],
  }
  return accept({ ...whole, faults: [...missingIn(whole), ...lotFaults, ...buyerFaults, ...resultFaults] })
}

function sectionOf(
  found: ReturnType<typeof sections>,
  owner: string | null,
): Pick<LotReading, 'read' | 'notUnderstood'> {
  return found.get(owner) ?? { read: [], notUnderstood: [] }
}

/** The root's own identifier: the one named notice-id, or the only one when none is named. */
function identifier(root: XmlElement): XmlElement | undefined {
  const ids = all(root, 'cbc:ID')
  return ids.find(id => id.attributes.schemeName === 'notice-id') ?? (ids.length === 1 ? ids[0] : undefined)
}

function takeLots(root: XmlElement, language: string | null): { lots: ReadLot[]; nameless: number; faults: Fault[] } {
  const lots = new Map<string, ReadLot>()
  const faults: Fault[] = []
  let nameless = 0
  for (const element of all(root, 'cac:ProcurementProjectLot')) {
    const id = takeAt(element, 'cbc:ID', 'BT-137-Lot')
    if (id === null) {
      nameless += 1
      faults.push({ fault: 'missing', field: 'BT-137-Lot', lot: null })
    } else if (lots.has(id)) {
      faults.push({ fault: 'duplicate', field: 'BT-137-Lot', lot: id })
    } else {
      lots.set(id, readLot(element, id, language))
    }
  }
  return { lots: [...lots.values()], nameless, faults }
}
