import type { Fault, NoticeReading } from './notice.ts'

/**
 * What every notice with lots must say and this one does not. Each becomes a fault, none stops the reading: a person
 * fills in what is missing. Only fields that are mandatory in all subtypes with lots are asked for (eForms SDK 1.15).
 */
export function missingIn(notice: Omit<NoticeReading, 'faults'>): Fault[] {
  const asked: readonly (readonly [field: string, lot: string | null, isThere: boolean])[] = [
    ['OPP-070-notice', null, notice.subType !== null],
    ['BT-757-notice', null, notice.noticeVersion !== null],
    ['BT-05(a)-notice', null, notice.issueDate !== null],
    ['BT-01-notice', null, notice.legalBasis !== null],
    ['BT-02-notice', null, notice.noticeType !== null],
    ['BT-702(a)-notice', null, notice.language !== null],
    ['BT-500-Organization-Company', null, notice.buyers.some(buyer => buyer.name !== null)],
    ['BT-21-Procedure', null, notice.title !== null],
    ['BT-262-Procedure', null, notice.cpvMain !== null],
    ...notice.lots.flatMap(
      lot =>
        [
          ['BT-21-Lot', lot.id, lot.title !== null || lot.kind !== 'Lot'],
          ['BT-23-Lot', lot.id, lot.nature !== null || lot.kind !== 'Lot'],
          ['BT-262-Lot', lot.id, lot.cpv.length > 0 || lot.kind !== 'Lot'],
        ] as const,
    ),
  ]
  return asked.flatMap(([field, lot, isThere]) => (isThere ? [] : [{ fault: 'missing', field, lot }]))
}
