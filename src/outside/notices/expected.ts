import type { LotEntry, LotReading, NoticeEntry, NoticeReading } from './notice.ts'

/**
 * A reading as one entry of `expected.json`, in its order of keys and with full texts: what `fotfaste notice read` prints.
 * With `file`, the name stands first, as it does there.
 */
export function asExpected(reading: NoticeReading, file?: string): NoticeEntry & { readonly file?: string } {
  return {
    ...(file === undefined ? {} : { file }),
    document: reading.document,
    subType: reading.subType,
    sdkVersion: reading.sdkVersion,
    noticeId: reading.noticeId,
    procedureId: reading.procedureId,
    noticeVersion: reading.noticeVersion,
    issueDate: reading.issueDate,
    legalBasis: reading.legalBasis,
    formType: reading.formType,
    noticeType: reading.noticeType,
    language: reading.language,
    buyers: reading.buyers,
    title: reading.title,
    mainNature: reading.mainNature,
    cpvMain: reading.cpvMain,
    lots: reading.lots.map(lotEntry),
    results: reading.results,
  }
}

function lotEntry(lot: LotReading): LotEntry {
  return {
    id: lot.id,
    kind: lot.kind,
    title: lot.title,
    nature: lot.nature,
    cpv: lot.cpv,
    places: lot.places,
    period: lot.period,
    quantity: lot.quantity,
    note: lot.note,
    strategic: lot.strategic,
    strategicDescription: lot.strategicDescription,
    social: lot.social,
    environmental: lot.environmental,
    innovative: lot.innovative,
    accessibility: lot.accessibility,
    reservedParticipation: lot.reservedParticipation,
    reservedExecution: lot.reservedExecution,
    performanceTerms: lot.performanceTerms,
  }
}
