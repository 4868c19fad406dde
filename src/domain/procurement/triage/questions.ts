import { type Entry, ruleEntry, type Wording } from '#kernel'

export const gates = ['G1', 'G2', 'G3', 'G4'] as const
export type Gate = (typeof gates)[number]

export const screeningQuestions = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'] as const
export type ScreeningQuestion = (typeof screeningQuestions)[number]

const since = '2026-01-01'

/** A yes/no question before anything else, and what to do first when the answer is no. */
export type GateQuestion = { readonly entry: Entry<Wording>; readonly asks: Wording; readonly ifNo: Wording }

function gate(id: Gate, asks: Wording, ifNo: Wording): GateQuestion {
  const entry = ruleEntry(
    `procurement.triage.${id}`,
    { sv: 'Fråga före allt annat', en: 'A question before anything else' },
    {
      value: { sv: `${asks.sv} Om nej: ${ifNo.sv}`, en: `${asks.en} If not: ${ifNo.en}` },
      validFrom: since,
      source: 'Upphandlingsmyndigheten, stöd till upphandlande organisation',
      confidence: 'source',
    },
  )
  return { entry, asks, ifNo }
}

/** Gate 0: four questions, all of which must be answered with yes. */
export const gateQuestions: Readonly<Record<Gate, GateQuestion>> = {
  G1: gate(
    'G1',
    {
      sv: 'Finns det ett politiskt beslut eller ett beslut i ledningen?',
      en: 'Is there a political decision or one by management?',
    },
    {
      sv: 'Börja med ledningen. Beslutet kan gälla en pilot, ett område, en period eller alla inköp.',
      en: 'Begin with management. The decision may be for a pilot, an area, a period or all purchases.',
    },
  ),
  G2: gate(
    'G2',
    {
      sv: 'Vill den som beställer bidra till sysselsättning?',
      en: 'Does the ordering unit want to contribute to employment?',
    },
    { sv: 'För en dialog internt med beställaren.', en: 'Hold an internal dialogue with the ordering unit.' },
  ),
  G3: gate(
    'G3',
    { sv: 'Är en matchningsansvarig utsedd?', en: 'Has a matching officer been appointed?' },
    {
      sv: 'Utse en, eller kontakta kommunens arbetsmarknadsenhet eller Arbetsförmedlingen.',
      en: "Appoint one, or contact the municipality's labour-market unit or Arbetsförmedlingen.",
    },
  ),
  G4: gate(
    'G4',
    {
      sv: 'Finns det ett nätverk eller annat samarbete i regionen?',
      en: 'Is there a network or other cooperation in the region?',
    },
    { sv: 'Sök samarbete.', en: 'Seek cooperation.' },
  ),
}

/** What a yes or a no to a screening question means for the choice, if anything. */
export type Screening = {
  readonly entry: Entry<Wording>
  readonly asks: Wording
  readonly ifYes: Wording
  readonly ifNo: Wording
  /** Whether a yes speaks for a requirement; otherwise a yes only calls for something. */
  readonly weighs: boolean
}

function screen(id: ScreeningQuestion, asks: Wording, ifYes: Wording, ifNo: Wording, weighs: boolean): Screening {
  const entry = ruleEntry(
    `procurement.triage.${id}`,
    { sv: 'Fråga om upphandlingen', en: 'A question on the procurement' },
    {
      value: asks,
      validFrom: since,
      source: 'Upphandlingsmyndigheten, välgrundat beslut med rätt analys',
      confidence: 'source',
    },
  )
  return { entry, asks, ifYes, ifNo, weighs }
}

const none = { sv: 'Det kräver inget mer.', en: 'It calls for nothing more.' }

/** The screening in the analysis step. */
export const screening: Readonly<Record<ScreeningQuestion, Screening>> = {
  S1: screen(
    'S1',
    { sv: 'Är det ett ramavtal?', en: 'Is it a framework agreement?' },
    {
      sv: 'Håll öppet för krav i senare förnyad konkurrensutsättning.',
      en: 'Keep it open for requirements in later mini-competitions.',
    },
    none,
    false,
  ),
  S2: screen(
    'S2',
    { sv: 'Är avtalet längre än ett år?', en: 'Is the contract longer than one year?' },
    { sv: 'Det hinner ge arbete som varar.', en: 'There is time for work that lasts.' },
    { sv: 'Tiden är kort för en anställning.', en: 'The time is short for an employment.' },
    true,
  ),
  S3: screen(
    'S3',
    { sv: 'Kräver utförandet mycket arbetskraft?', en: 'Is the performance labour-intensive?' },
    { sv: 'Det finns uppgifter att anställa till.', en: 'There are tasks to employ for.' },
    { sv: 'Det finns få uppgifter att anställa till.', en: 'There are few tasks to employ for.' },
    true,
  ),
  S4: screen(
    'S4',
    {
      sv: 'Är personal den största delen av kostnaden?',
      en: 'Are personnel costs the larger part of the cost?',
    },
    { sv: 'Kravet står i proportion till kontraktet.', en: 'The requirement is in proportion to the contract.' },
    {
      sv: 'Pröva om kravet står i proportion till kontraktet.',
      en: 'Consider whether the requirement is proportionate.',
    },
    true,
  ),
  S5: screen(
    'S5',
    { sv: 'Behövs mer än en person?', en: 'Is more than one person needed?' },
    { sv: 'Någon kan arbeta bredvid en kollega.', en: 'Somebody can work beside a colleague.' },
    { sv: 'En ensam person har ingen att arbeta bredvid.', en: 'A single person has nobody to work beside.' },
    true,
  ),
  S6: screen(
    'S6',
    {
      sv: 'Finns det möjliga leverantörer (arbetsgivare) i regionen?',
      en: 'Are there possible suppliers in the region?',
    },
    { sv: 'Platserna kan ligga nära dem som söker.', en: 'The places can be near those who seek.' },
    { sv: 'Pröva var arbetet ska utföras.', en: 'Consider where the work is to be done.' },
    true,
  ),
  S7: screen(
    'S7',
    {
      sv: 'Har andra upphandlande organisationer samma behov?',
      en: 'Do other contracting organisations have the same need?',
    },
    { sv: 'Pröva att upphandla tillsammans.', en: 'Consider procuring together.' },
    none,
    false,
  ),
  S8: screen(
    'S8',
    {
      sv: 'Är det en bransch där behovet av arbetsrättsliga villkor ska bedömas?',
      en: 'Is it a sector where the need for labour-law conditions must be assessed?',
    },
    { sv: 'Gör en behövlighetsbedömning (LOU 17:2).', en: 'Make an assessment of need (LOU 17:2).' },
    none,
    false,
  ),
}
