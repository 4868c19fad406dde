import { type InputFault, pointerTo } from '#kernel'
import { faRegions } from './fa-regions.ts'
import { supplierFaults } from './read-suppliers.ts'
import { fault, twice, unknownIn } from './reading.ts'
import type { Criterion, Lot, Procurement, Tender } from './tendering.ts'

/** What the parts of a procurement say against each other; a part that lacks its shape is not asked. */
export function contradictions(parts: Partial<Procurement>): InputFault[] {
  const { contract, requirements, criteria, ties, suppliers, deliveries, lots, tenders } = parts
  const supplierIds = suppliers && new Set(suppliers.map(({ id }) => id))
  return [
    ...(contract ? backwards(contract.from, contract.to, '/contract/to') : []),
    ...(requirements
      ? twice(
          requirements,
          ({ id }) => id,
          index => `/requirements/${index}/id`,
        )
      : []),
    ...(criteria ? criteriaFaults(criteria) : []),
    ...(ties
      ? twice(
          ties,
          id => id,
          index => `/ties/${index}`,
        )
      : []),
    ...(ties && criteria
      ? ties.flatMap((id, index) => unknownIn(new Set(criteria.map(one => one.id)), id, `/ties/${index}`))
      : []),
    ...(suppliers ? supplierFaults(suppliers) : []),
    ...(deliveries ?? []).flatMap((one, index) => [
      ...(supplierIds ? unknownIn(supplierIds, one.supplier, `/deliveries/${index}/supplier`) : []),
      ...regionFaults(one.region, `/deliveries/${index}/region`),
      ...(one.to === undefined ? [] : backwards(one.from, one.to, `/deliveries/${index}/to`)),
    ]),
    ...(lots ? lotFaults(lots, parts) : []),
    ...(tenders ?? []).flatMap((one, index) => tenderFaults(one, index, parts)),
    ...(tenders
      ? twice(
          tenders,
          ({ id }) => id,
          index => `/tenders/${index}/id`,
        )
      : []),
    ...(tenders
      ? twice(
          tenders,
          one => `${one.supplier} (${one.region})`,
          index => `/tenders/${index}/supplier`,
        )
      : []),
  ]
}

function criteriaFaults(criteria: readonly Criterion[]): InputFault[] {
  const sum = criteria.reduce((all, { weight }) => all + weight, 0)
  return [
    ...twice(
      criteria,
      ({ id }) => id,
      index => `/criteria/${index}/id`,
    ),
    ...(sum === 100
      ? []
      : [
          fault(
            '/criteria',
            `Vikterna är ${sum} tillsammans och ska vara 100.`,
            `The weights sum to ${sum} and must sum to 100.`,
          ),
        ]),
    ...criteria.flatMap(({ price }, index) =>
      price && price.best >= price.worst
        ? [
            fault(
              `/criteria/${index}/price/worst`,
              'Priset som ger 1 poäng ska vara högre än det som ger 5.',
              'The price that gives 1 point must be higher than the one that gives 5.',
            ),
          ]
        : [],
    ),
  ]
}

function lotFaults(lots: readonly Lot[], { tenders, contract }: Partial<Procurement>): InputFault[] {
  return [
    ...twice(
      lots,
      ({ region }) => region,
      index => `/lots/${index}/region`,
    ),
    ...lots.flatMap((lot, index) => {
      const at = `/lots/${index}`
      const here = tenders && new Set(tenders.filter(({ region }) => region === lot.region).map(({ id }) => id))
      const { callOff, drawn = [], course = [], exemption } = lot
      const sum = callOff.kind === 'key' ? callOff.percent.reduce((all, one) => all + one, 0) : 100
      const result = exemption?.result
      return [
        ...regionFaults(lot.region, `${at}/region`),
        ...(sum === 100
          ? []
          : [
              fault(
                `${at}/callOff/percent`,
                `Andelarna är ${sum} tillsammans och ska vara 100.`,
                `The shares sum to ${sum} and must sum to 100.`,
              ),
            ]),
        ...(result && result.hired > result.started
          ? [fault(`${at}/exemption/result/hired`, 'Fler anställda än som började.', 'More hired than began.')]
          : []),
        ...twice(
          drawn,
          id => id,
          place => `${at}/drawn/${place}`,
        ),
        ...(here ? drawn.flatMap((id, place) => unknownIn(here, id, `${at}/drawn/${place}`)) : []),
        ...course.flatMap((event, place) => [
          ...(here && event.kind !== 'referred' ? unknownIn(here, event.tender, `${at}/course/${place}/tender`) : []),
          ...(contract && (event.day < contract.from || event.day > contract.to)
            ? [fault(`${at}/course/${place}/day`, 'Dagen ligger utanför avtalet.', 'The day is outside the contract.')]
            : []),
          ...(event.day < (course[place - 1]?.day ?? event.day)
            ? [
                fault(
                  `${at}/course/${place}/day`,
                  'Dagen är tidigare än den förra.',
                  'The day is before the previous one.',
                ),
              ]
            : []),
        ]),
      ]
    }),
  ]
}

function tenderFaults(one: Tender, index: number, parts: Partial<Procurement>): InputFault[] {
  const { requirements, criteria, suppliers, lots } = parts
  const at = (...path: string[]): string => pointerTo(['tenders', index, ...path])
  const idsOf = (all: readonly { readonly id: string }[]): Set<string> => new Set(all.map(({ id }) => id))
  const scored = criteria?.filter(({ price }) => !price)
  return [
    ...(suppliers ? unknownIn(idsOf(suppliers), one.supplier, at('supplier')) : []),
    ...(lots ? unknownIn(new Set(lots.map(({ region }) => region)), one.region, at('region')) : []),
    ...(requirements
      ? Object.keys(one.requirements).flatMap(id => unknownIn(idsOf(requirements), id, at('requirements', id)))
      : []),
    ...(scored ? Object.keys(one.scores).flatMap(id => unknownIn(idsOf(scored), id, at('scores', id))) : []),
    ...(scored ?? []).flatMap(({ id }) =>
      one.scores[id] ? [] : [fault(at('scores', id), 'Poäng saknas. Fyll i det.', 'Points are missing. Fill them in.')],
    ),
    ...(criteria?.some(({ price }) => price) && one.price === undefined
      ? [fault(at('price'), 'Pris saknas. Fyll i det.', 'The price is missing. Fill it in.')]
      : []),
  ]
}

function backwards(from: string, to: string, pointer: string): InputFault[] {
  return to < from ? [fault(pointer, 'Sista dagen är före den första.', 'The last day is before the first.')] : []
}

function regionFaults(code: string, pointer: string): InputFault[] {
  return faRegions.has(code)
    ? []
    : [
        fault(
          pointer,
          `${code} är ingen FA-region. Skriv till exempel FA15-15.`,
          `${code} is no FA region. Write for example FA15-15.`,
        ),
      ]
}
