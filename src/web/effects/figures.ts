import { type AssumptionName, actors, assumptions, type Effects, parties, sayRange } from '#domain/effects'
import type { TornadoProps, WaterfallProps } from '#ui'
import { texts } from './texts.ts'

export type Language = 'sv' | 'en'
export type When = 'forecast' | 'outcome'

/** How amounts are written on one page: all in thousands of kronor, with a decimal only where none reaches a hundred thousand. */
export type Amounts = {
  /** `+757 tkr`, `−63 tkr` */
  readonly signed: (ore: number) => string
  /** `757 tkr` */
  readonly plain: (ore: number) => string
  /** `757`, where the unit has been said. */
  readonly bare: (ore: number) => string
  /** `386–980`, or `−47 till 443`, since a dash before a minus cannot be read. */
  readonly between: (low: number, high: number) => string
}

export function amountsFor(all: readonly Effects[], language: Language): Amounts {
  const t = texts(language)
  const largest = Math.max(
    ...all.flatMap(({ gains }) => Object.values(gains).flatMap(one => [one.likely, one.low, one.high])).map(Math.abs),
  )
  const digits = largest < 100 * thousand ? 1 : 0
  const bare = (ore: number): string => {
    const value = Math.round((ore / thousand) * 10 ** digits) / 10 ** digits
    const text = Math.abs(value).toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB', {
      maximumFractionDigits: digits,
    })
    return value < 0 ? `−${text}` : text
  }
  const plain = (ore: number): string => t('thousand', { n: bare(ore) }).replace('SEK −', '−SEK ')
  return {
    bare,
    plain,
    signed: ore => `${bare(ore).startsWith('−') || bare(ore) === '0' ? '' : '+'}${plain(ore)}`,
    between: (low, high) =>
      low < 0 ? t('range_words', { low: bare(low), high: bare(high) }) : `${bare(low)}–${bare(high)}`,
  }
}

const thousand = 100_000 // öre

/** One side of the answer, and how to write it. `alone` = there is no other beside it. */
export type FigureOf = {
  readonly when: When
  readonly alone: boolean
  readonly effects: Effects
  readonly amounts: Amounts
  readonly language: Language
}

/** The waterfall (P8) of one side. `domain` is shared when before and after are compared. */
export function waterfallOf({
  when,
  alone,
  effects,
  amounts,
  domain,
  language,
}: FigureOf & { readonly domain: readonly [number, number] }): Omit<WaterfallProps, 'summary'> {
  const t = texts(language)
  const step = (who: keyof Effects['gains']) => {
    const { likely, low, high } = effects.gains[who]
    const range = low === high ? {} : { low, high, rangeText: amounts.between(low, high) }
    return { key: who, label: parties[who][language], value: likely, text: amounts.signed(likely), ...range }
  }
  return {
    id: `${when}-who`,
    title: alone ? t('who') : t(when === 'forecast' ? 'whoForecast' : 'whoOutcome'),
    showTable: t('showTable'),
    steps: actors.map(step),
    total: step('society'),
    domain,
    words: { party: t('party'), value: t('value'), range: t('range') },
  }
}

/** How far the pictures must reach so that every running sum and every whisker has room. */
export function reachOf(all: readonly Effects[]): readonly [number, number] {
  const ends = all.flatMap(({ gains }) => {
    let at = 0
    const steps = actors.flatMap(who => {
      const from = at
      at += gains[who].likely
      return [at, from + gains[who].low, from + gains[who].high]
    })
    return [...steps, gains.society.low, gains.society.high]
  })
  return [Math.min(0, ...ends), Math.max(0, ...ends)]
}

/** The tornado (P10) of one side; undefined when every assumption is certain. */
export function tornadoOf({ when, alone, effects, amounts, language }: FigureOf): TornadoProps | undefined {
  const t = texts(language)
  const { tornado, gains } = effects
  const widest = tornado[0]
  if (!widest) return undefined
  return {
    id: `${when}-which`,
    title: alone ? t('which') : t(when === 'forecast' ? 'whichForecast' : 'whichOutcome'),
    summary: t('matters', {
      name: nameOf(widest.assumption, language),
      low: amounts.plain(Math.min(widest.atLow, widest.atHigh)),
      high: amounts.plain(Math.max(widest.atLow, widest.atHigh)),
    }),
    showTable: t('showTable'),
    rows: tornado.map(({ assumption, low, high, atLow, atHigh }) => ({
      key: assumption,
      label: nameOf(assumption, language),
      span: sayRange(assumption, { low, likely: low, high })[language],
      low: atLow,
      high: atHigh,
      lowText: amounts.bare(atLow),
      highText: amounts.bare(atHigh),
    })),
    base: { value: gains.society.likely, text: t('likely', { sum: amounts.plain(gains.society.likely) }) },
    words: { assumption: t('assumption'), low: t('low'), high: t('high'), span: t('span') },
  }
}

export function nameOf(assumption: AssumptionName, language: Language): string {
  return assumptions[assumption].name[language]
}
