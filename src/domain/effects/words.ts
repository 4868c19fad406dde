import { type Ore, sayNumber, type Wording } from '#kernel'
import type { Gains } from './flows.ts'

export const parties: Readonly<Record<keyof Gains, Wording>> = {
  individual: { sv: 'Individ', en: 'Individual' },
  municipality: { sv: 'Kommun', en: 'Municipality' },
  region: { sv: 'Region', en: 'Region' },
  state: { sv: 'Stat', en: 'State' },
  employer: { sv: 'Arbetsgivare', en: 'Employer' },
  society: { sv: 'Samhället', en: 'Society' },
}

/** An amount in whole kronor: `117 835 kr`, `SEK 117,835`, with a true minus sign. */
export function sayOre(ore: Ore): Wording {
  const kronor = sayNumber(Math.round(Math.abs(ore) / 100))
  const minus = Math.round(Math.abs(ore) / 100) > 0 && ore < 0 ? '−' : ''
  return { sv: `${minus}${kronor.sv}\u00a0kr`, en: `${minus}SEK\u00a0${kronor.en}` }
}

/** `från 1 till 2 kr` reads well for negative amounts too, which a dash does not. */
export function sayBetween(low: Ore, high: Ore): Wording {
  const [from, to] = [sayOre(low), sayOre(high)]
  return { sv: `från ${from.sv} till ${to.sv}`, en: `from ${from.en} to ${to.en}` }
}
