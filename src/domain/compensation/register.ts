import { type Entry, type RegisteredRule, registerOf, ruleEntry, sayMonths, sayNumber } from '#kernel'

const report = 'Rapporten om att upphandla lokala jobbspår, avsnitt 12.5'

/** The division that the report sketches. A contract may have another; the three-month variant is named in its section 9. */
export const sketchedShares: Entry<{
  readonly base: number
  readonly results: readonly { readonly afterMonths: number; readonly share: number }[]
}> = {
  id: 'compensation.shares',
  kind: 'parameter',
  name: {
    sv: 'Ersättningens delar när avtalet inte säger annat',
    en: 'The parts of the price when the contract says nothing else',
  },
  versions: [
    {
      value: {
        base: 30,
        results: [
          { afterMonths: 0, share: 35 },
          { afterMonths: 6, share: 35 },
        ],
      },
      validFrom: '2019-01-01',
      source: `${report}: en skiss; på annat ställe i rapporten nämns tre månader i stället för sex`,
      confidence: 'source',
    },
  ],
  shown: ({ base, results }) => {
    const said = results.map(({ afterMonths, share }) => ({
      share: sayNumber(share),
      months: sayMonths(afterMonths),
      atHire: afterMonths === 0,
    }))
    return {
      sv: `${base} % grundersättning, ${said.map(one => `${one.share.sv} % ${one.atHire ? 'vid konstaterad anställning' : `efter ${one.months.sv}`}`).join(', ')}`,
      en: `${base} % base, ${said.map(one => `${one.share.en} % ${one.atHire ? 'at a confirmed hire' : `after ${one.months.en}`}`).join(', ')}`,
    }
  },
}

const rule = (
  id: string,
  name: [string, string],
  says: [string, string],
  source: string,
  confidence: 'source' | 'own_choice',
) =>
  ruleEntry(
    `compensation.${id}`,
    { sv: name[0], en: name[1] },
    { value: { sv: says[0], en: says[1] }, validFrom: '2019-01-01', source, confidence },
  )

export const baseRule = rule(
  'base',
  ['Grundersättning', 'Base part'],
  [
    'Grundersättningen är en dagersättning som betalas månad för månad, för högst så många dagar som avtalet har planerat.',
    'The base part is a day rate paid month by month, for at most as many days as the contract has planned.',
  ],
  report,
  'source',
)

export const resultRule = rule(
  'results',
  ['Resultatersättning', 'Result parts'],
  [
    'En resultatdel betalas när anställningen är bekräftad och börjar, och en när den har varat så många kalendermånader som avtalet säger. Månaderna räknas från första arbetsdagen.',
    'One result part is paid when the employment is confirmed and begins, and one when it has lasted as many calendar months as the contract says. Months are counted from the first day of work.',
  ],
  `${report}; kalendermånader, inte 180 dagar, är vår läsning`,
  'source',
)

export const coverRule = rule(
  'cost_cover',
  ['Täcker kostnaden, inte mer', 'Covers the cost and no more'],
  [
    'Grundersättningen ska täcka kostnaden för den tjänst som alla deltagare får, och inte mer. Vinst ska komma ur resultaten.',
    'The base part is to cover the cost of the service that every participant gets, and no more. Profit is to come from results.',
  ],
  report,
  'source',
)

export const tierRule = rule(
  'tiers',
  ['Pris efter avstånd', 'Price by distance'],
  [
    'Priset följer avståndet till arbetsmarknaden, så att det inte lönar sig att välja lätta fall. Priset den dag deltagaren börjar gäller till slutet.',
    'The price follows the distance from the labour market, so that choosing easy cases does not pay. The price on the day the participant begins holds to the end.',
  ],
  'Eget val; Rusta och matcha har nivåer av samma skäl',
  'own_choice',
)

export const clawbackRule = rule(
  'clawback',
  ['Återbetalning', 'Clawback'],
  [
    'Slutar anställningen tidigare än avtalet säger går en del av det som betalades vid anställningen tillbaka. Finns bara om avtalet har den.',
    'When the employment ends sooner than the contract says, part of what was paid at the hire goes back. Only where the contract has it.',
  ],
  'Eget val: villkoret ska stå i avtalet',
  'own_choice',
)

export const correctionRule = rule(
  'corrections',
  ['Rättelser', 'Corrections'],
  [
    'En händelse ändras aldrig. En rättelse är en ny händelse, och skillnaden kommer som en egen rad i nästa avräkning.',
    'An event is never changed. A correction is a new event, and the difference comes as a line of its own in the next statement.',
  ],
  'Eget val, efter kraven på spårbarhet',
  'own_choice',
)

export const chanceRule = rule(
  'rehearsal',
  ['Provräkning', 'Rehearsal'],
  [
    'Provräkningen visar väntade belopp. Låg, trolig och hög följer antagandena; slumpen ensam flyttar resultatet inom spannet åtta år av tio.',
    'The rehearsal shows expected amounts. Low, likely and high follow the assumptions; chance alone moves the result within the range eight years of ten.',
  ],
  'Eget val: varje deltagare för sig, normalfördelad summa',
  'own_choice',
)

/** Every rule and parameter of compensation. */
export const compensationRules: readonly RegisteredRule[] = registerOf([
  sketchedShares,
  baseRule,
  resultRule,
  coverRule,
  tierRule,
  clawbackRule,
  correctionRule,
  chanceRule,
])
