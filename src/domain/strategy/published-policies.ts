import { type Entry, type RegisteredRule, registerOf, ruleEntry } from '#kernel'
import type { GoverningRule } from './governing-rule.ts'

const since = '2026-01-01'
const goteborg = 'Göteborgs Stad, socialhansyn.se: upphandlingar som väljs ut'
const trafikverket = 'Trafikverkets modell, efter Inköpsrådet 2016'

/** Göteborg: only performance longer than four months that needs more than one employee. */
const goteborgRules: readonly GoverningRule[] = [
  {
    id: 'strategy.goteborg.short',
    name: { sv: 'Göteborg: fyra månader eller kortare', en: 'Göteborg: four months or shorter' },
    value: { when: { notLongerThanMonths: 4 }, ruling: 'exempt' },
    validFrom: since,
    source: goteborg,
    confidence: 'source',
  },
  {
    id: 'strategy.goteborg.one_person',
    name: { sv: 'Göteborg: högst en anställd behövs', en: 'Göteborg: no more than one employee is needed' },
    value: { when: { jobsAtMost: 1 }, ruling: 'exempt' },
    validFrom: since,
    source: goteborg,
    confidence: 'source',
  },
  {
    id: 'strategy.goteborg.consider',
    name: {
      sv: 'Göteborg: längre än fyra månader och mer än en anställd, i samråd med stödfunktionen',
      en: 'Göteborg: longer than four months and more than one employee, in consultation with the support function',
    },
    value: { when: { longerThanMonths: 4, jobsAbove: 1 }, ruling: 'consider' },
    validFrom: since,
    source: goteborg,
    confidence: 'source',
  },
]

/** Trafikverket: not below six months or five full-time jobs, nor framework agreements, direct awards, call-offs or goods. */
const trafikverketRules: readonly GoverningRule[] = [
  {
    id: 'strategy.trafikverket.short',
    name: { sv: 'Trafikverket: kortare än sex månader', en: 'Trafikverket: shorter than six months' },
    value: { when: { shorterThanMonths: 6 }, ruling: 'exempt' },
    validFrom: since,
    source: trafikverket,
    confidence: 'secondary',
  },
  {
    id: 'strategy.trafikverket.few_jobs',
    name: { sv: 'Trafikverket: färre än fem heltidsjobb', en: 'Trafikverket: fewer than five full-time jobs' },
    value: { when: { jobsBelow: 5 }, ruling: 'exempt' },
    validFrom: since,
    source: trafikverket,
    confidence: 'secondary',
  },
  {
    id: 'strategy.trafikverket.procedure',
    name: {
      sv: 'Trafikverket: ramavtal, avrop eller direktupphandling',
      en: 'Trafikverket: framework agreement, call-off or direct award',
    },
    value: { when: { procedures: ['framework_agreement', 'call_off', 'direct_award'] }, ruling: 'exempt' },
    validFrom: since,
    source: trafikverket,
    confidence: 'secondary',
  },
  {
    id: 'strategy.trafikverket.goods',
    name: { sv: 'Trafikverket: varor', en: 'Trafikverket: goods' },
    value: { when: { types: ['goods'] }, ruling: 'exempt' },
    validFrom: since,
    source: trafikverket,
    confidence: 'secondary',
  },
  {
    id: 'strategy.trafikverket.consider',
    name: {
      sv: 'Trafikverket: bygg eller tjänst som inte är undantagen',
      en: 'Trafikverket: works or service that is not exempt',
    },
    value: { when: { types: ['works', 'services'] }, ruling: 'consider' },
    validFrom: since,
    source: trafikverket,
    confidence: 'secondary',
  },
]

/** The stricter screens that others have published, to choose from. */
export const publishedPolicies = { goteborg: goteborgRules, trafikverket: trafikverketRules } as const
export type PublishedPolicy = keyof typeof publishedPolicies

const localPolicy = ruleEntry(
  'strategy.local_policy',
  { sv: 'Organisationens egna regler', en: "The organisation's own rules" },
  {
    value: {
      sv: 'undantag går före särskild uppmärksamhet, som går före att krav bör övervägas; en uppgift som saknas ger inget svar',
      en: 'an exemption stands before special care, which stands before consideration; a missing fact gives no answer',
    },
    validFrom: since,
    source: 'Eget val; reglerna själva har den källa som organisationen anger',
    confidence: 'own_choice',
  },
)

const effect = {
  exempt: { sv: 'undantagen', en: 'exempt' },
  special_care: { sv: 'särskild uppmärksamhet', en: 'special care' },
  consider: { sv: 'bör övervägas', en: 'should be considered' },
} as const

function entryOf({ id, name, value, ...dated }: GoverningRule): Entry<GoverningRule['value']> {
  return { id, kind: 'rule', name, versions: [{ value, ...dated }], shown: ({ ruling }) => effect[ruling] }
}

/** The published rules and the order between rules, for the register. */
export const strategyRegister: readonly RegisteredRule[] = registerOf([
  localPolicy,
  ...goteborgRules.map(entryOf),
  ...trafikverketRules.map(entryOf),
])
