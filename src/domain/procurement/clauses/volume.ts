import { type Day, type Entry, type ExplanationLine, entryOn, explain, sayKronor, sayMonths, sayNumber } from '#kernel'
import { type ClauseLanguage, type ClauseSection, inLanguage } from './clause-words.ts'

export const contractTypes = ['works', 'services'] as const
export type ContractType = (typeof contractTypes)[number]

/** How many places a contract of a value asks for. Kronor are whole, excluding VAT, options included (LOU 5:3). */
export type VolumeRule = {
  readonly kronorPerPlace: Readonly<Record<ContractType, number>>
  /** A place is so many months of employment … */
  readonly employmentMonths: number
  /** … or so many months of supervised placement. Several persons may share a place. */
  readonly placementMonths: number
}

export const volumeRule: Entry<VolumeRule> = {
  id: 'procurement.clause.volume_rule',
  kind: 'parameter',
  name: { sv: 'Platser efter kontraktets värde', en: 'Places by the value of the contract' },
  versions: [
    {
      value: { kronorPerPlace: { works: 50_000_000, services: 25_000_000 }, employmentMonths: 12, placementMonths: 6 },
      validFrom: '2026-01-01',
      source: 'Trafikverkets modell, efter Upphandlingsmyndigheten 2020-11-26',
      confidence: 'source',
    },
  ],
  shown({ kronorPerPlace: { works, services }, employmentMonths, placementMonths }) {
    return {
      sv: `en plats per ${sayKronor(works).sv} (bygg) eller ${sayKronor(services).sv} (tjänst); en plats är ${sayMonths(employmentMonths).sv} anställning eller ${sayMonths(placementMonths).sv} praktik`,
      en: `one place per ${sayKronor(works).en} (works) or ${sayKronor(services).en} (services); a place is ${sayMonths(employmentMonths).en} of employment or ${sayMonths(placementMonths).en} of placement`,
    }
  },
}

export type VolumeCommitment = {
  readonly places: number
  readonly employmentMonths: number
  readonly placementMonths: number
  readonly lines: readonly ExplanationLine[]
}

/**
 * What a contract of a type and value commits to: whole places only, so SEK 99 m of works is one place and SEK 100 m two.
 * Undefined when no volume rule holds on the day. Source: Trafikverket's model.
 */
export function volumeCommitment(
  type: ContractType,
  valueKronor: number,
  day: Day,
  entry: Entry<VolumeRule> = volumeRule,
): VolumeCommitment | undefined {
  const rule = entryOn(entry, day)?.value
  if (rule === undefined) return undefined
  const kronorPerPlace = rule.kronorPerPlace[type]
  const places = Math.floor(valueKronor / kronorPerPlace)
  const employmentMonths = places * rule.employmentMonths
  const placementMonths = places * rule.placementMonths
  const [value, each] = [sayKronor(valueKronor), sayKronor(kronorPerPlace)]
  return {
    places,
    employmentMonths,
    placementMonths,
    lines: [
      explain(
        entry,
        day,
        { type, valueKronor, kronorPerPlace, places },
        {
          sv: `${value.sv} delat med ${each.sv} ger ${sayNumber(places).sv} hela platser.`,
          en: `${value.en} divided by ${each.en} gives ${sayNumber(places).en} whole places.`,
        },
      ),
      explain(
        entry,
        day,
        { places, employmentMonths, placementMonths },
        {
          sv: `Det är ${sayMonths(employmentMonths).sv} anställning på heltid, eller ${sayMonths(placementMonths).sv} handledd praktik.`,
          en: `That is ${sayMonths(employmentMonths).en} of full-time employment, or ${sayMonths(placementMonths).en} of supervised placement.`,
        },
      ),
    ],
  }
}

/** The volume rule as a supplier reads it, made from the same parameters. */
export function volumeText(rule: VolumeRule, language: ClauseLanguage): ClauseSection[] {
  const [works, services] = [sayKronor(rule.kronorPerPlace.works), sayKronor(rule.kronorPerPlace.services)]
  const [employment, placement] = [sayMonths(rule.employmentMonths), sayMonths(rule.placementMonths)]
  return inLanguage(
    [
      {
        heading: { sv: 'Hur många platser', en: 'How many places' },
        paragraphs: [
          {
            sv: `Gäller kontraktet bygg lämnar ni en plats för varje ${works.sv} av värdet. Gäller det en tjänst lämnar ni en plats för varje ${services.sv}. Vi räknar hela platser.`,
            en: `If the contract is for works, you give one place for each ${works.en} of its value. If it is for a service, you give one place for each ${services.en}. We count whole places.`,
          },
          {
            sv: `En plats är ${employment.sv} anställning på heltid, eller ${placement.sv} handledd praktik. Flera personer kan dela på en plats.`,
            en: `A place is ${employment.en} of full-time employment, or ${placement.en} of supervised placement. Several people may share a place.`,
          },
          {
            sv: 'Den som redan arbetar eller har praktik hos er när kontraktet börjar räknas inte.',
            en: 'People who already work or have a placement with you when the contract begins do not count.',
          },
        ],
      },
    ],
    language,
  )
}
