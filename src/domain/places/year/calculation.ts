import {
  type Calculated,
  type Calculation,
  type InputFault,
  type NotCalculated,
  pointerTo,
  sayCount,
  type Wording,
} from '#kernel'
import { explainYears } from './explain-year.ts'
import { readYears } from './read-year.ts'
import { keepLedger, type LedgerStep, type YearRefusal } from './year.ts'

/** `fotfaste calc places`: a key's ledger over a year and beyond, place by place (TGT-4). */
export const placesCalculation: Calculation = {
  name: 'places',
  about: {
    sv: 'Fördelar platser över områden efter en nyckel, räknat över hela året, med pass, tak och nya områden.',
    en: 'Spreads places over areas by a key, cumulatively over the year, with passes, caps and changed areas.',
  },
  calculate: (input): Calculated | NotCalculated => {
    const read = readYears(input)
    if (!read.ok) return read
    const kept = keepLedger(read.value)
    if (!kept.ok) return { ok: false, faults: [refused(kept.code, kept.facts)] }
    const steps = kept.value
    return {
      ok: true,
      value: { orders: steps.flatMap(({ dealt }) => (dealt ? [dealt.order] : [])), ledger: steps.at(-1)?.ledger ?? [] },
      summary: summarise(read.value.group, steps),
      lines: explainYears(read.value, steps),
    }
  },
}

function summarise(group: string, steps: readonly LedgerStep[]): Wording {
  const dealt = steps.reduce((sum, one) => sum + (one.dealt?.order.length ?? 0), 0)
  const count = sayCount(dealt, { sv: 'plats', en: 'place' }, { sv: 'platser', en: 'places' })
  const stands = (steps.at(-1)?.ledger ?? []).map(({ area, given }) => `${area ?? '–'} ${given}`).join(', ')
  if (stands === '') return { sv: `${group}: inga platser är delade.`, en: `${group}: no places are dealt.` }
  return {
    sv: `${group}: ${count.sv}. Året står på ${stands}.`,
    en: `${group}: ${count.en}. The year stands at ${stands}.`,
  }
}

const reasons: Partial<Readonly<Record<YearRefusal, Wording>>> = {
  'apportion.everyone_passes': { sv: 'Alla områden passar.', en: 'Every area passes.' },
  'apportion.area_twice': { sv: 'Ett område står två gånger.', en: 'An area is there twice.' },
  'apportion.key_is_zero': { sv: 'Alla andelar är noll.', en: 'Every share is nought.' },
  'apportion.key_not_whole': { sv: 'Nyckeln summerar inte till 100.', en: 'The key does not sum to 100.' },
  'apportion.key_above_whole': { sv: 'Nyckeln summerar till mer än 100.', en: 'The key sums to more than 100.' },
  'apportion.ledger_area_unknown': {
    sv: 'Nyckeln saknar ett område som har en fordran.',
    en: 'The key lacks an area that has a claim.',
  },
  'apportion.pass_area_unknown': { sv: 'Området finns inte i nyckeln.', en: 'The area is not in the key.' },
  'apportion.override_area_unknown': { sv: 'Området finns inte i nyckeln.', en: 'The area is not in the key.' },
  'apportion.pass_place_unknown': { sv: 'Platsen finns inte.', en: 'There is no such place.' },
  'apportion.override_place_unknown': { sv: 'Platsen finns inte.', en: 'There is no such place.' },
  'apportion.override_place_twice': { sv: 'Platsen är redan given.', en: 'The place is already given.' },
  'apportion.override_to_passing_area': { sv: 'Området passar.', en: 'The area passes.' },
  'places.area_without_successor': {
    sv: 'Ett område med fordran eller platser har ingen efterföljare bland de nya.',
    en: 'An area with a claim or with places has no successor among the new ones.',
  },
}

function refused(code: YearRefusal, { event, pointer }: Readonly<Record<string, string | number>>): InputFault {
  const says = reasons[code] ?? { sv: 'Händelsen kan inte räknas.', en: 'The event cannot be calculated.' }
  // The engine points into its own input: the key stands elsewhere in the file.
  const within =
    typeof pointer === 'string' && !pointer.startsWith('/key') && !pointer.startsWith('/ledger') ? pointer : ''
  return { pointer: `${pointerTo(['events', event ?? 0])}${within}`, says }
}
