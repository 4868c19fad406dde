import { type Dated, type Entry, type RegisteredRule, registerOf, ruleEntry, type Wording } from '#kernel'

const seed = 'Göteborgs Stad, målgruppsprocessen'

/** The names are the published ones. Sums are 100.0 and 99: the second is scaled to its own sum (TGT-4). */
const districts = [
  'Angered',
  'Östra Göteborg',
  'Örgryte-Härlanda',
  'Centrum',
  'Majorna-Linné',
  'Askim-Frölunda-Högsbo',
  'Västra Göteborg',
  'Västra Hisingen',
  'Norra Hisingen',
  'Lundby',
]

type PublishedKey = readonly { readonly area: string; readonly percent: number }[]

function published(percents: readonly number[]): readonly Dated<PublishedKey>[] {
  return [
    {
      value: percents.map((percent, index) => ({ area: districts[index] ?? '', percent })),
      validFrom: '2014-01-01',
      // The ten districts were followed by four city areas, for which no key is published.
      validTo: '2021-01-01',
      source: seed,
      confidence: 'source',
    },
  ]
}

function shown(rows: PublishedKey): Wording {
  const said = (language: string): string =>
    rows.map(({ area, percent }) => `${area} ${percent.toLocaleString(language)} %`).join(', ')
  return { sv: said('sv-SE'), en: said('en-GB') }
}

/** The two keys of the seed, one per target group. */
export const publishedKeys: Readonly<Record<'youth_foreign_born' | 'disability', Entry<PublishedKey>>> = {
  youth_foreign_born: {
    id: 'places.key_youth_foreign_born',
    kind: 'parameter',
    name: { sv: 'Nyckel för unga och utrikes födda', en: 'Key for young and foreign-born' },
    versions: published([23.2, 21.7, 4.5, 4.7, 7.1, 7.4, 5.8, 13.3, 6.5, 5.8]),
    shown,
  },
  disability: {
    id: 'places.key_disability',
    kind: 'parameter',
    name: { sv: 'Nyckel för personer med funktionsnedsättning', en: 'Key for people with disabilities' },
    versions: published([13, 9, 9, 5, 11, 13, 12, 10, 5, 12]),
    shown,
  },
}

export const rules = {
  order: ruleEntry(
    'places.running_order',
    { sv: 'Turordning', en: 'Running order' },
    {
      value: {
        sv: 'Varje plats ger områdena sin andel att fordra. Platsen går till det område som annars först skulle hamna för långt efter; vid lika till den största fordran, sedan den största andelen.',
        en: 'Each place adds to what every area may claim. It goes to the area that would otherwise first be left too far behind; of equals to the larger claim, then the larger share.',
      },
      validFrom: '2014-01-01',
      source: 'R. Tijdeman, The chairman assignment problem (1980); valet av regel är vårt',
      confidence: 'own_choice',
    },
  ),
  normalised: ruleEntry(
    'places.key_scaled',
    { sv: 'Nyckel som inte summerar till 100', en: 'A key that misses 100' },
    {
      value: {
        sv: 'Andelarna räknas som delar av nyckelns egen summa, om inte staden låter resten stå kvar eller vill ha nyckeln rättad först.',
        en: 'Shares are counted as parts of the key’s own sum, unless the city keeps the rest or wants the key corrected first.',
      },
      validFrom: '2014-01-01',
      source: seed,
      confidence: 'own_choice',
    },
  ),
  passes: ruleEntry(
    'places.pass_keeps_claim',
    { sv: 'Att passa', en: 'To pass' },
    {
      value: {
        sv: 'Ett område som saknar profilen eller inte hinner rusta passar sin tur och behåller sin fordran. Staden kan sätta ett tak för fordran eller låta den falla; det som faller delas efter nyckeln.',
        en: 'An area without the profile, or that cannot prepare in time, passes its turn and keeps its claim. The city may cap the claim or let it lapse; what lapses is shared by the key.',
      },
      validFrom: '2014-01-01',
      source: `${seed} (reservationen); att fordran står kvar är vår läsning`,
      confidence: 'own_choice',
    },
  ),
  areas: ruleEntry(
    'places.areas_changed',
    { sv: 'Nya områden under året', en: 'New areas within the year' },
    {
      value: {
        sv: 'Ett nytt område tar över fordran och platser från dem som gick upp i det. Ingenting faller bort och turordningen går vidare.',
        en: 'A new area takes over claim and places from those that became part of it. Nothing is dropped and the order goes on.',
      },
      validFrom: '2014-01-01',
      source: 'vårt val, efter Göteborgs byte från tio stadsdelar till fyra stadsområden',
      confidence: 'own_choice',
    },
  ),
  year: ruleEntry(
    'places.new_year',
    { sv: 'Nytt år', en: 'A new year' },
    {
      value: {
        sv: 'Nycklarna gäller ett års platser: ett nytt år börjar från noll, eller med fordringar upp till det tak som staden har satt.',
        en: 'The keys are for the places of one year: a new year begins at nought, or with claims up to the cap that the city has set.',
      },
      validFrom: '2014-01-01',
      source: seed,
      confidence: 'source',
    },
  ),
} as const

/** Everything that this capability decides by, for the rulebook. */
export const placesRegister: readonly RegisteredRule[] = [
  ...registerOf(Object.values(rules)),
  ...registerOf(Object.values(publishedKeys)),
]
