import { type Entry, type RegisteredRule, registerOf, ruleEntry } from '#kernel'
import { threshold } from './people.ts'

const since = '2026-01-01'

const smallest: Entry<number> = {
  id: 'reports.smallest_shown',
  kind: 'parameter',
  name: { sv: 'Minsta antal personer som visas', en: 'Smallest number of people shown' },
  versions: [
    {
      value: threshold,
      validFrom: since,
      source: 'Eget val, efter SCB:s tabeller över personer, där antal under fem inte redovisas',
      confidence: 'own_choice',
    },
  ],
  shown: least => ({ sv: `${least} personer`, en: `${least} people` }),
}

const complements = ruleEntry(
  'reports.complements',
  { sv: 'Det som annars skulle gå att räkna ut', en: 'What could otherwise be worked out' },
  {
    value: {
      sv: 'döljs också, så att varje dolt antal kan ligga var som helst i ett spann på minst så många, och ett litet kan vara noll',
      en: 'is hidden too, so that each hidden number may lie anywhere in a span of at least as many, and a small one may be nought',
    },
    validFrom: since,
    source: 'Eget val; metoden är J. P. Kelly, B. L. Golden och A. A. Assad, Networks 22 (1992)',
    confidence: 'own_choice',
  },
)

const wholeYears = ruleEntry(
  'reports.people_by_whole_year',
  { sv: 'Personer räknas för hela kalenderår', en: 'People are counted for whole calendar years' },
  {
    value: {
      sv: 'en gång för varje år, så att två publicerade tal aldrig kan dras från varandra till en månads',
      en: 'once for each year, so that no two published numbers can be subtracted to give those of a month',
    },
    validFrom: since,
    source: 'Eget val, efter prov mot tolv månader som slutar med varje månad',
    confidence: 'own_choice',
  },
)

/** How published counts of people are guarded (GEN-2), for the register. */
export const reportsRegister: readonly RegisteredRule[] = registerOf([smallest, complements, wholeYears])
