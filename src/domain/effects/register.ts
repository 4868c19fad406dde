import { type RegisteredRule, registerOf, ruleEntry } from '#kernel'
import { defaultRanges } from './assumptions.ts'
import { averageLocalTax, benefitRates, incomeEqualisation } from './parameters.ts'
import { taxRules } from './tax-rules.ts'

const from2026 = { validFrom: '2026-01-01', confidence: 'own_choice' } as const

/** Each flow has a giver and a taker. */
export const doubleEntry = ruleEntry(
  'effects.double_entry',
  { sv: 'Varje krona går från någon till någon', en: 'Every krona goes from someone to someone' },
  {
    value: {
      sv: 'Skatter, avgifter, ersättningar och stöd flyttar bara pengar. Samhället vinner värdet av arbetet minus det som gick åt.',
      en: 'Taxes, contributions, benefits and supports only move money. Society gains the value of the work less what was used up.',
    },
    source:
      'Samma parter och samma fråga som i Upphandlingsmyndighetens samhällsekonomiska kalkyl; formlerna är vår egen tolkning',
    ...from2026,
  },
)

/** What would have come about anyway. */
export const counterfactual = ruleEntry(
  'effects.counterfactual',
  { sv: 'Vad som hade hänt ändå', en: 'What would have happened anyway' },
  {
    value: {
      sv: 'Utan kravet hade personen varit arbetslös. För den del som hade fått arbete ändå, eller som tar någon annans plats, räknas bara stödet och kostnaderna.',
      en: 'Without the requirement the person would have been out of work. For the part who would have found work anyway, or who take another’s place, only the support and the costs count.',
    },
    source:
      'Upphandlingsmyndighetens kalkyl antar arbetslöshet hela tiden; dödvikt och undanträngning som i National TOMs (Storbritannien)',
    ...from2026,
  },
)

/** How the range is made. */
export const span = ruleEntry(
  'effects.span',
  { sv: 'Spannet', en: 'The range' },
  {
    value: {
      sv: 'Alla antaganden dras på nytt många gånger, vart och ett mellan lågt och högt och oftast nära det troliga. Spannet rymmer åtta av tio dragningar.',
      en: 'All assumptions are drawn anew many times, each between low and high and most often near the likely. The range holds eight draws of ten.',
    },
    source: 'Eget val: triangelfördelningar, oberoende av varandra',
    ...from2026,
  },
)

/** Every rule and parameter that the calculation adds; contributions and supports are those of `candidates`. */
export const effectsRules: readonly RegisteredRule[] = registerOf([
  doubleEntry,
  counterfactual,
  span,
  taxRules,
  benefitRates,
  averageLocalTax,
  incomeEqualisation,
  defaultRanges,
])
