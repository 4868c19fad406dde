import { type Entry, sayKronor, sayNumber, type Wording } from '#kernel'

/** Least, likely and most. */
export type Range = { readonly low: number; readonly likely: number; readonly high: number }

type Assumption = {
  readonly unit: 'percent' | 'kronor'
  readonly name: Wording
  /** Whether it concerns real placements too, of which pay and time are known. */
  readonly afterwards: boolean
}

/** What nobody knows for certain, and what the result therefore has a range for. Percentages are 0–100 in the input and in the result. */
export const assumptions = {
  staying: {
    unit: 'percent',
    afterwards: false,
    name: { sv: 'Del av tiden som personerna stannar', en: 'Part of the time that people stay' },
  },
  pay: {
    unit: 'percent',
    afterwards: false,
    name: { sv: 'Lön mot den planerade', en: 'Pay against what was planned' },
  },
  productivity: {
    unit: 'percent',
    afterwards: true,
    name: { sv: 'Arbetets värde mot lönekostnaden', en: 'Value of the work against its cost' },
  },
  deadweight: {
    unit: 'percent',
    afterwards: true,
    name: { sv: 'Hade fått arbete ändå', en: 'Would have found work anyway' },
  },
  displacement: {
    unit: 'percent',
    afterwards: true,
    name: { sv: 'Tar någon annans plats', en: 'Takes the place of somebody else' },
  },
  employerCosts: {
    unit: 'kronor',
    afterwards: true,
    name: {
      sv: 'Arbetsgivarens handledning, per person och månad',
      en: 'The employer’s supervision, a person and month',
    },
  },
  municipalCosts: {
    unit: 'kronor',
    afterwards: true,
    name: {
      sv: 'Kommunens matchning och utbildning, per person',
      en: 'The municipality’s matching and training, a person',
    },
  },
  programmeSaved: {
    unit: 'kronor',
    afterwards: true,
    name: { sv: 'Sparad programplats, per person och månad', en: 'Programme place saved, a person and month' },
  },
  workCosts: {
    unit: 'kronor',
    afterwards: true,
    name: { sv: 'Personens kostnader för att arbeta, per månad', en: 'The person’s costs of working, a month' },
  },
} as const satisfies Record<string, Assumption>

export type AssumptionName = keyof typeof assumptions
export const assumptionNames = Object.keys(assumptions) as readonly AssumptionName[]

export type Ranges = Readonly<Record<AssumptionName, Range>>
/** One value for each assumption: percentages as they are said (55 is 55 %), kronor. */
export type Point = Readonly<Record<AssumptionName, number>>

/** What holds when nothing else is said. Nobody has measured it here; each is our own choice and may be changed in the input. */
export const defaultRanges: Entry<Ranges> = {
  id: 'effects.assumptions',
  kind: 'parameter',
  name: { sv: 'Antaganden när inget annat sägs', en: 'Assumptions when nothing else is said' },
  versions: [
    {
      value: {
        staying: fixed(100),
        pay: fixed(100),
        productivity: { low: 35, likely: 55, high: 75 },
        deadweight: fixed(0),
        displacement: fixed(0),
        employerCosts: fixed(0),
        municipalCosts: fixed(0),
        programmeSaved: fixed(0),
        workCosts: fixed(0),
      },
      validFrom: '2026-01-01',
      source:
        'Eget val. Upphandlingsmyndighetens kalkyl räknar utan dödvikt och undanträngning; 55 % ger samma storleksordning som dess exempel, drygt 200 000 kr per person och år',
      confidence: 'own_choice',
    },
  ],
  shown: ranges => {
    const said = assumptionNames.map(name => [assumptions[name].name, sayRange(name, ranges[name])] as const)
    return {
      sv: said.map(([name, range]) => `${name.sv}: ${range.sv}`).join('; '),
      en: said.map(([name, range]) => `${name.en}: ${range.en}`).join('; '),
    }
  },
}

export function fixed(value: number): Range {
  return { low: value, likely: value, high: value }
}

export function pointOf(ranges: Ranges, value: (range: Range, name: AssumptionName) => number): Point {
  return Object.fromEntries(assumptionNames.map(name => [name, value(ranges[name], name)])) as Point
}

/** `35–75 %`, or one value when it is certain. */
export function sayRange(name: AssumptionName, { low, high }: Range): Wording {
  if (low === high) return sayValue(name, low)
  const [from, to] = [sayNumber(low), sayValue(name, high)]
  return assumptions[name].unit === 'percent'
    ? { sv: `${from.sv}–${to.sv}`, en: `${from.en}–${to.en}` }
    : { sv: `${from.sv}–${to.sv}`, en: `${to.en.replace('SEK ', `SEK ${from.en}–`)}` }
}

export function sayValue(name: AssumptionName, value: number): Wording {
  if (assumptions[name].unit === 'kronor') return sayKronor(value)
  const { sv, en } = sayNumber(value)
  return { sv: `${sv} %`, en: `${en} %` }
}
