import { accept, type Ore, type Outcome, refuse } from '#kernel'
import { type ContractPeriod, periodOf } from './contract-period.ts'
import { contractValue } from './contract-value.ts'
import type { LotReading, NoticeReading, Signal } from './notice.ts'
import { organisationNumber } from './organisation-number.ts'
import { type Beside, either, given, missing, type Proposed } from './proposed.ts'
import type { NoticeRefusal } from './refusals.ts'
import { chooseText } from './texts.ts'

/** What a lot of a notice suggests for a case. A proposal only: a person looks at each value and accepts (PRC-12). */
export type CaseProposal = ContractPeriod & {
  readonly lot: string
  readonly noticeId: string
  readonly noticeVersion: string | null
  /** Joins a contract notice with the award that follows it (BT-04). */
  readonly procedureId: string | null
  /** The six inputs of TGT-1. Only the type of service has a field in eForms; the others are never guessed. */
  readonly inputs: {
    readonly places: Proposed<number>
    readonly employmentForm: Proposed<string>
    readonly service: Proposed<{ readonly nature: string | null; readonly cpv: string | null }>
    readonly competence: Proposed<string>
    readonly district: Proposed<string>
    readonly comments: Proposed<string>
  }
  readonly title: Proposed<string>
  readonly cpv: Proposed<readonly string[]>
  readonly value: Proposed<Ore>
  /** A place name in the notice's words, not looked up: eForms has no field for the municipality. */
  readonly municipality: Proposed<string>
  readonly nuts: Proposed<string>
  readonly buyerName: Proposed<string>
  /** `NNNNNN-NNNN`, check digit verified. */
  readonly buyerOrganisationNumber: Proposed<string>
  /** To be ticked beforehand: the notice says that it has a social or employment aim. */
  readonly hasSocialObjective: boolean
  readonly isReserved: boolean
  readonly signals: readonly Signal[]
}

/** Maps one lot of a reading to a case. Refuses `notice.lot_unknown` when the notice has no such lot. */
export function proposeCase(reading: NoticeReading, lotId: string): Outcome<CaseProposal, NoticeRefusal> {
  const lot = reading.lots.find(one => one.id === lotId)
  if (lot === undefined) return refuse('notice.lot_unknown', { lot: lotId.slice(0, 60) })
  const { language } = reading
  const speaks = lot.signals
    .filter(signal => signal.words.length > 0)
    .map(({ field, value }) => ({ field: `${field}-Lot`, text: value }))
  const note = chooseText(lot.note, language)
  const buyer = reading.buyers[0]
  const number = buyer?.companyId ? organisationNumber(buyer.companyId) : undefined
  return accept({
    lot: lot.id,
    noticeId: reading.noticeId,
    noticeVersion: reading.noticeVersion,
    procedureId: reading.procedureId,
    inputs: {
      places: missing(speaks),
      employmentForm: missing(speaks),
      service: serviceOf(reading, lot),
      competence: missing(
        note === null ? speaks : [...speaks.filter(one => one.text !== note), { field: 'BT-300-Lot', text: note }],
      ),
      district: missing(placeTexts(reading, lot)),
      comments: given(note, 'BT-300-Lot'),
    },
    title: either(
      given(chooseText(lot.title, language), 'BT-21-Lot'),
      given(chooseText(reading.title, language), 'BT-21-Procedure'),
    ),
    cpv: either(
      given(lot.cpv.length > 0 ? lot.cpv : null, lot.cpv.length > 1 ? 'BT-262-Lot + BT-263-Lot' : 'BT-262-Lot'),
      given(reading.cpvMain === null ? null : [reading.cpvMain], 'BT-262-Procedure'),
    ),
    value: contractValue(reading, lot),
    ...periodOf(lot.period),
    ...placeOf(reading, lot),
    buyerName: given(buyer?.name ?? null, 'BT-500-Organization-Company'),
    buyerOrganisationNumber:
      buyer?.companyId && number === undefined
        ? missing([{ field: 'BT-501-Organization-Company', text: buyer.companyId }], 'not_a_swedish_number')
        : given(number ?? null, 'BT-501-Organization-Company'),
    hasSocialObjective:
      lot.strategic.includes('soc-obj') ||
      lot.signals.some(one => one.about === 'employment' && one.strength === 'clear'),
    isReserved: lot.signals.some(one => one.about === 'reservation' && one.strength === 'clear'),
    signals: lot.signals,
  })
}

function serviceOf(reading: NoticeReading, lot: LotReading): CaseProposal['inputs']['service'] {
  const nature = either(given(lot.nature, 'BT-23-Lot'), given(reading.mainNature, 'BT-23-Procedure'))
  const cpv = either(given(lot.cpv[0] ?? null, 'BT-262-Lot'), given(reading.cpvMain, 'BT-262-Procedure'))
  const from = [nature.from, cpv.from].filter(field => field !== null).join(' + ')
  return given(nature.missing && cpv.missing ? null : { nature: nature.value, cpv: cpv.value }, from)
}

function placeOf(reading: NoticeReading, lot: LotReading): Pick<CaseProposal, 'municipality' | 'nuts'> {
  const city = (places: typeof lot.places): string | null => places.find(place => place.city !== null)?.city ?? null
  const nuts = (places: typeof lot.places): string | null => places.find(place => place.nuts !== null)?.nuts ?? null
  return {
    municipality: either(given(city(lot.places), 'BT-5131-Lot'), given(city(reading.places), 'BT-5131-Procedure')),
    nuts: either(given(nuts(lot.places), 'BT-5071-Lot'), given(nuts(reading.places), 'BT-5071-Procedure')),
  }
}

/** Where the district may be told in words (BT-728). */
function placeTexts(reading: NoticeReading, lot: LotReading): Beside[] {
  const texts = (places: typeof lot.places, field: string): Beside[] =>
    places.flatMap(place => {
      const text = chooseText(place.note, reading.language)
      return text === null ? [] : [{ field, text }]
    })
  const own = texts(lot.places, 'BT-728-Lot')
  return own.length > 0 ? own : texts(reading.places, 'BT-728-Procedure')
}
