import { type ExplanationLine, explain, sayCount, sayKronor, sayNumber } from '#kernel'
import type { LotOutcome, TenderOutcome } from './evaluate.ts'
import { both } from './reading.ts'
import { rules } from './register.ts'
import { bidder, companyName, type Language } from './say-names.ts'
import type { Procurement } from './tendering.ts'

/** One tender, line by line: what it lacks, what it must clarify, what stands in its way, and where it is ranked and why. */
export function explainTender(one: TenderOutcome, lot: LotOutcome, procurement: Procurement): ExplanationLine[] {
  const { on } = procurement
  const name = bidder(procurement, one.tender)
  const list = (ids: readonly string[]): string =>
    ids.map(id => procurement.requirements.find(requirement => requirement.id === id)?.says ?? id).join('; ')
  const inputs = { tender: one.tender, region: lot.region }
  return [
    ...(one.notMet.length > 0
      ? [
          explain(rules.qualification, on, inputs, {
            sv: `${name} kvalificerar sig inte. Inte uppfyllt: ${list(one.notMet)}.`,
            en: `${name} does not qualify. Not met: ${list(one.notMet)}.`,
          }),
        ]
      : []),
    ...(one.unknown.length > 0
      ? [
          explain(rules.qualification, on, inputs, {
            sv: `${name} ska förtydliga: ${list(one.unknown)}.`,
            en: `${name} must clarify: ${list(one.unknown)}.`,
          }),
        ]
      : []),
    ...one.conflicts.map(({ what, supplier, to }) =>
      explain(
        rules.conflict,
        on,
        { ...inputs, supplier, what, ...(to === undefined ? {} : { to }) },
        {
          sv: `${name} får inte avtal: ${companyName(procurement, supplier)} levererar ${what} i regionen under avtalet. Det ändras om leveransen upphör före ${procurement.contract.from}.`,
          en: `${name} cannot be contracted: ${companyName(procurement, supplier)} delivers ${what} in the region during the contract. That changes if the delivery ends before ${procurement.contract.from}.`,
        },
      ),
    ),
    ...(one.ranked || one.underLeast.length > 0 ? explainPoints(one, procurement) : []),
    ...(one.sameGroup.length > 0
      ? [
          explain(
            rules.conflict,
            on,
            { ...inputs, others: one.sameGroup.join(', ') },
            {
              sv: `${name} är i samma koncern som en annan anbudsgivare här. Pröva om anbuden är självständiga.`,
              en: `${name} is of the same group as another bidder here. Examine whether the tenders are independent.`,
            },
          ),
        ]
      : []),
    ...(one.ranked ? [explainRank(one, lot, procurement)] : []),
  ]
}

/** What the tender got in each criterion, by the assessors' reasons or the scale of prices, and whether it is enough. */
function explainPoints(one: TenderOutcome, procurement: Procurement): ExplanationLine[] {
  const { criteria, on, tenders } = procurement
  const tender = tenders.find(({ id }) => id === one.tender)
  const name = bidder(procurement, one.tender)
  return criteria.map(({ id, says, least, price }) => {
    const got = (one.points[id] ?? 0) / 100
    const enough = least === undefined || got >= least
    const points = sayCount(got, { sv: 'poäng', en: 'point' }, { sv: 'poäng', en: 'points' })
    const why = price
      ? {
          sv: `${sayKronor(tender?.price ?? 0).sv} på skalan från ${sayKronor(price.best).sv} (5) till ${sayKronor(price.worst).sv} (1).`,
          en: `${sayKronor(tender?.price ?? 0).en} on the scale from ${sayKronor(price.best).en} (5) to ${sayKronor(price.worst).en} (1).`,
        }
      : both(() => tender?.scores[id]?.why ?? '')
    const lacks = enough
      ? { sv: '', en: '' }
      : { sv: ` Det måste vara minst ${least}.`, en: ` It must be at least ${least}.` }
    return explain(
      rules.scale,
      on,
      { tender: one.tender, criterion: id, points: got },
      {
        sv: `${name}, ${says}: ${points.sv}. ${why.sv}${lacks.sv}`,
        en: `${name}, ${says}: ${points.en}. ${why.en}${lacks.en}`,
      },
    )
  })
}

/** The arithmetic of one tender, and where it lost or won against the first. */
function explainRank(one: TenderOutcome, lot: LotOutcome, procurement: Procurement): ExplanationLine {
  const { criteria, on } = procurement
  const { ranked } = one
  const first = lot.tenders.find(other => other.ranked?.rank === 1)
  const says = both(language => {
    const name = bidder(procurement, one.tender)
    const sum = criteria
      .map(({ id, says, weight }) => `${says} ${weight} % × ${sayNumber((one.points[id] ?? 0) / 100)[language]}`)
      .join(' + ')
    const total = sayNumber((ranked?.total ?? 0) / 10_000)[language]
    const parted = partedWords(ranked?.partedBy, procurement, language)
    const against =
      first && first !== one
        ? criteria.flatMap(({ id, says, weight }) => {
            const difference = weight * ((one.points[id] ?? 0) - (first.points[id] ?? 0))
            return difference === 0
              ? []
              : [`${says} ${difference > 0 ? '+' : ''}${sayNumber(difference / 10_000)[language]}`]
          })
        : []
    const versus = { sv: 'Mot den första', en: 'Against the first' }[language]
    return {
      sv: `${name} är nummer ${ranked?.rank}: ${sum} = ${total} poäng.`,
      en: `${name} is number ${ranked?.rank}: ${sum} = ${total} points.`,
    }[language].concat(parted, against.length > 0 ? ` ${versus}: ${against.join(', ')}.` : '')
  })
  const points = Object.fromEntries(criteria.map(({ id }) => [id, (one.points[id] ?? 0) / 100]))
  return explain(rules.ranking, on, { tender: one.tender, region: lot.region, ...points }, says)
}

function partedWords(
  by: NonNullable<TenderOutcome['ranked']>['partedBy'],
  { criteria }: Procurement,
  language: Language,
): string {
  if (by === undefined || by === 'total') return ''
  if (by === 'drawn')
    return { sv: ' Lotten avgjorde mot den före.', en: ' The lot decided against the one before.' }[language]
  if (by === 'nothing')
    return { sv: ' Lika med den före: lotten måste dras.', en: ' Equal to the one before: the lot must be drawn.' }[
      language
    ]
  const says = criteria.find(({ id }) => `criterion:${id}` === by)?.says
  return {
    sv: ` Lika poäng med den före; ${says} avgjorde.`,
    en: ` Equal points with the one before; ${says} decided.`,
  }[language]
}
