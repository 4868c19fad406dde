import {
  type Confidence,
  type Day,
  type Entry,
  entryOn,
  type RegisteredRule,
  registerOf,
  ruleEntry,
  type Wording,
} from '#kernel'

// LOU came into force on 1 January 2017 (SFS 2016:1145). The report on job tracks bears no day; its figures are of March 2020.
const [lou, report] = ['2017-01-01', '2020-03-01']
const dua = 'Dua/Werket, Konkurrensutsättning av lokala jobbspår'

function entry(
  id: string,
  validFrom: Day,
  [source, confidence]: readonly [string, Confidence],
  name: Wording,
  value: Wording,
): Entry<Wording> {
  return ruleEntry(`tendering.${id}`, name, { value, validFrom, source, confidence })
}

export const rules = {
  lots: entry(
    'lots',
    report,
    [`${dua}, avsnitt 7 och 8.1; Tillväxtanalys, Nya FA-regioner (2015)`, 'source'],
    { sv: 'Anbudsområden', en: 'Lots' },
    {
      sv: 'Uppdraget upphandlas i de sextio FA-regionerna, med en koordinator i varje eller några få.',
      en: 'The assignment is procured in the sixty FA regions, with one coordinator in each or a few.',
    },
  ),
  exemption: entry(
    'exemption',
    report,
    [`${dua}, avsnitt 2 och 8.1; gränserna sätter myndigheten`, 'source'],
    { sv: 'Undantagna områden', en: 'Exempt areas' },
    {
      sv: 'Kommuner kan efter samråd med Arbetsförmedlingen avstå från upphandling, om de visar ett eget strukturerat och framgångsrikt arbete.',
      en: 'Municipalities may, after consulting the employment service, refrain from a procurement if they show a structured and successful way of their own.',
    },
  ),
  qualification: entry(
    'qualification',
    lou,
    [`LOU 13 och 14 kap.; ${dua}, avsnitt 12.1`, 'source'],
    { sv: 'Kvalificering', en: 'Qualification' },
    {
      sv: 'Alla ska-krav ska vara uppfyllda. Det som är oklart ska förtydligas innan anbudet kan rangordnas.',
      en: 'Every obligatory requirement must be met. What is unclear must be clarified before the tender can be ranked.',
    },
  ),
  conflict: entry(
    'conflict_of_interest',
    report,
    [`${dua}, avsnitt 8 och 8.1; att hela koncernen räknas är vår läsning`, 'source'],
    { sv: 'Intressekonflikt', en: 'Conflict of interest' },
    {
      sv: 'Den som är koordinator i en region får inte själv, eller genom ett bolag i samma koncern, leverera insatser där under avtalet. I andra regioner går det bra.',
      en: 'A coordinator in a region may not itself, or through a company of its group, deliver interventions there during the contract. In other regions it may.',
    },
  ),
  scale: entry(
    'scale',
    report,
    [`${dua}, avsnitt 12.2; den fasta prisskalan är vårt val`, 'source'],
    { sv: 'Poängskala', en: 'Scale' },
    {
      sv: 'Varje kriterium ger 1 till 5 poäng. Pris ger poäng efter en skala som är känd i förväg, så att ingens poäng beror på andras anbud.',
      en: 'Each criterion gives 1 to 5 points. Price gives points by a scale known beforehand, so that nobody’s points depend on the tenders of others.',
    },
  ),
  ranking: entry(
    'ranking',
    lou,
    ['LOU 16 kap. 2 och 6 §§, 4 kap. 1 §', 'source'],
    { sv: 'Rangordning', en: 'Ranking' },
    {
      sv: 'Poängen vägs med vikter som är tillsammans 100 procent. Den som har mest är först; vid lika avgör de kriterier som är angivna för det och sist lotten.',
      en: 'Points are weighted by weights that sum to 100 per cent. The highest is first; of equals the criteria named for it decide, and last the lot.',
    },
  ),
  callOff: entry(
    'call_off',
    report,
    [`${dua}, avsnitt 7`, 'source'],
    { sv: 'Avrop', en: 'Call-off' },
    {
      sv: 'Rak avropsordning: den första får deltagare tills kapaciteten är nådd, sedan den andra. Med nyckel får var och en sin andel av deltagarna.',
      en: 'In order: the first gets participants until its capacity is reached, then the second. By key: each gets its share of the participants.',
    },
  ),
  failure: entry(
    'failure',
    report,
    [`${dua}, avsnitt 7; turordningen vid flytt är vårt val`, 'own_choice'],
    { sv: 'När en koordinator faller bort', en: 'When a coordinator fails' },
    {
      sv: 'Deltagarna flyttas till de andra före nya deltagare. Den som inte får plats väntar och är först när det blir ledigt.',
      en: 'Participants move to the others before anybody new. Whoever finds no room waits and is first when there is some.',
    },
  ),
  shares: entry(
    'concentration',
    report,
    [`${dua}, avsnitt 13`, 'source'],
    { sv: 'Koncentration', en: 'Concentration' },
    {
      sv: 'De tio och de tjugo största aktörernas andel av deltagarna. Aktörer utan deltagare räknas inte.',
      en: 'The share of participants of the ten and the twenty largest suppliers. Suppliers without participants do not count.',
    },
  ),
  coverage: entry(
    'regions_without_delivery',
    report,
    [`${dua}, avsnitt 13`, 'source'],
    { sv: 'Regioner utan leverans', en: 'Regions without delivery' },
    {
      sv: 'Regioner där ingen deltagare fanns. Orsaken sägs bara när det är känt hur många aktörer som har avtal där.',
      en: 'Regions where there was no participant. The reason is told only when it is known how many suppliers have a contract there.',
    },
  ),
} as const

export type HhiLevels = { readonly moderate: number; readonly high: number }

/** Where a market begins to be called concentrated. Under `moderate` low; from it moderate; above `high` high. */
export const hhiLevels: Entry<HhiLevels> = {
  id: 'tendering.hhi_levels',
  kind: 'parameter',
  name: { sv: 'Gränser för koncentrationsindex', en: 'Levels of the concentration index' },
  versions: [
    {
      value: { moderate: 1000, high: 2000 },
      validFrom: '2004-02-05',
      source: 'Kommissionens riktlinjer för bedömning av horisontella koncentrationer (2004/C 31/03), punkt 19–20',
      confidence: 'secondary',
    },
  ],
  shown: ({ moderate, high }) => ({
    sv: `Under ${moderate} låg, ${moderate}–${high} måttlig, över ${high} hög.`,
    en: `Under ${moderate} low, ${moderate}–${high} moderate, above ${high} high.`,
  }),
}

/** Everything that this capability decides by, for the rulebook. */
export const tenderingRegister: readonly RegisteredRule[] = [
  ...registerOf(Object.values(rules)),
  ...registerOf([hhiLevels]),
]

/** The rules among these that are not in force on a day. */
export function notInForce(entries: readonly Entry<unknown>[], day: Day): Entry<unknown>[] {
  return entries.filter(one => !entryOn(one, day))
}
