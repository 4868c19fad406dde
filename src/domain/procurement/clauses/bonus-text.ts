import { sayCount, sayKronor } from '#kernel'
import type { BonusClause, BonusRow } from './bonus.ts'
import { type BothSection, type ClauseLanguage, type ClauseSection, inLanguage, sayHundredths } from './clause-words.ts'
import type { OccupationForm } from './employment-parameters.ts'

/** The bonus clause as a supplier reads it, made from the same parameters that the bonus is counted by (PRC-6 c). */
export function bonusText(clause: BonusClause, language: ClauseLanguage): ClauseSection[] {
  const most = sayKronor(clause.mostKronor)
  return inLanguage(
    [
      {
        heading: { sv: 'Bonus', en: 'Bonus' },
        paragraphs: [
          {
            sv: 'Ni får bonus för platser utöver det ni har åtagit er. Platser som behövs för åtagandet ger ingen bonus.',
            en: 'You get a bonus for places above what you have committed to. Places needed for the commitment give no bonus.',
          },
          ...clause.rows.map(rowText),
          {
            sv: `Tillsammans får ni högst ${most.sv} i bonus under kontraktet.`,
            en: `Together you get at most ${most.en} in bonus during the contract.`,
          },
          {
            sv: 'Ni visar underlag för varje plats. Två personer hos oss prövar varje bonus innan vi betalar.',
            en: 'You show evidence for each place. Two people here examine each bonus before we pay.',
          },
        ],
      },
    ],
    language,
  )
}

const forms: Readonly<Record<OccupationForm, { readonly sv: string; readonly en: string }>> = {
  employment: { sv: 'anställning', en: 'employment' },
  apprenticeship: { sv: 'lärlingsanställning', en: 'apprenticeship' },
  supervised_placement: { sv: 'handledd praktik', en: 'supervised placement' },
}

function rowText({ form, placeMonths, kronorPerPlace, mostPlaces }: BonusRow): BothSection['paragraphs'][number] {
  const [months, kronor] = [sayHundredths(placeMonths), sayKronor(kronorPerPlace)]
  const most = sayCount(mostPlaces, { sv: 'plats', en: 'place' }, { sv: 'platser', en: 'places' })
  const one = placeMonths === 100
  return {
    sv: `En plats med ${forms[form].sv} är ${months.sv} ${one ? 'månad' : 'månader'} på heltid och ger ${kronor.sv}. Högst ${most.sv} räknas.`,
    en: `A place of ${forms[form].en} is ${months.en} full-time ${one ? 'month' : 'months'} and gives ${kronor.en}. At most ${most.en} count.`,
  }
}
