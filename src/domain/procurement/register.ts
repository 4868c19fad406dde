import { type Entry, type RegisteredRule, registerOf, sayMonths } from '#kernel'
import { clauseRegister } from './clauses/register.ts'
import { apprenticeComplement } from './lead-time.ts'
import { triageRegister } from './triage/register.ts'

const { months, ...dated } = apprenticeComplement

const complement: Entry<number> = {
  id: 'procurement.lead_time.apprentice_complement',
  kind: 'parameter',
  name: {
    sv: 'Tid att planera för lärlingars kompletterande utbildning',
    en: "Time to plan for apprentices' complementary training",
  },
  versions: [{ value: months, ...dated }],
  shown: sayMonths,
}

/** Every rule and parameter of the procurement: clauses, triage and lead time. */
export const procurementRegister: readonly RegisteredRule[] = [
  ...clauseRegister,
  ...triageRegister,
  ...registerOf([complement]),
]
