import type { Ore, Wording } from '#kernel'

/** Those who gain or pay. The burial fee is shown with the municipality, though elsewhere than in two of them a parish has it. */
export const actors = ['individual', 'municipality', 'region', 'state', 'employer'] as const
export type Actor = (typeof actors)[number]

/** Value comes from work done and leaves by resources used up. Everything else only moves between actors. */
type Side = Actor | 'work_done' | 'used_up'

type Flow = {
  readonly from: Side
  readonly to: Side
  /** True for what would have come about without the requirement too, when the person had found work anyhow or took another's place. */
  readonly additional: boolean
  readonly name: Wording
}

/**
 * The double entry of the calculation (STR-10): each flow leaves one side and reaches another, so what the actors gain together is the
 * work done less the resources used up, whatever the taxes and the supports.
 */
export const flows = {
  work_done: { from: 'work_done', to: 'employer', additional: true, name: { sv: 'Utfört arbete', en: 'Work done' } },
  pay: { from: 'employer', to: 'individual', additional: true, name: { sv: 'Lön', en: 'Pay' } },
  employer_fees: {
    from: 'employer',
    to: 'state',
    additional: true,
    name: { sv: 'Arbetsgivaravgifter', en: 'Employer contributions' },
  },
  municipal_tax: {
    from: 'individual',
    to: 'municipality',
    additional: true,
    name: { sv: 'Kommunalskatt', en: 'Municipal tax' },
  },
  region_tax: { from: 'individual', to: 'region', additional: true, name: { sv: 'Regionskatt', en: 'Regional tax' } },
  burial_fee: {
    from: 'individual',
    to: 'municipality',
    additional: true,
    name: { sv: 'Begravningsavgift', en: 'Burial fee' },
  },
  state_tax: {
    from: 'individual',
    to: 'state',
    additional: true,
    name: {
      sv: 'Statlig skatt, pensionsavgift och public service-avgift',
      en: 'State tax, pension and public service fee',
    },
  },
  tax_credits: {
    from: 'state',
    to: 'individual',
    additional: true,
    name: { sv: 'Skattereduktioner', en: 'Tax credits' },
  },
  state_benefits: {
    from: 'state',
    to: 'individual',
    additional: true,
    name: { sv: 'Ersättning från staten', en: 'Benefits from the state' },
  },
  social_assistance: {
    from: 'municipality',
    to: 'individual',
    additional: true,
    name: { sv: 'Försörjningsstöd', en: 'Social assistance' },
  },
  work_costs: {
    from: 'individual',
    to: 'used_up',
    additional: true,
    name: { sv: 'Kostnader för att arbeta', en: 'Costs of working' },
  },
  programme: {
    from: 'state',
    to: 'used_up',
    additional: true,
    name: { sv: 'Programplatser', en: 'Programme activities' },
  },
  support: {
    from: 'state',
    to: 'employer',
    additional: false,
    name: { sv: 'Stöd till arbetsgivaren', en: 'Support to the employer' },
  },
  employer_costs: {
    from: 'employer',
    to: 'used_up',
    additional: false,
    name: { sv: 'Handledning, utbildning och administration', en: 'Supervision, training and administration' },
  },
  municipal_costs: {
    from: 'municipality',
    to: 'used_up',
    additional: false,
    name: { sv: 'Kommunens matchning och utbildning', en: 'The municipality’s matching and training' },
  },
  equalisation_municipality: {
    from: 'municipality',
    to: 'state',
    additional: true,
    name: { sv: 'Inkomstutjämning, kommunen', en: 'Income equalisation, municipality' },
  },
  equalisation_region: {
    from: 'region',
    to: 'state',
    additional: true,
    name: { sv: 'Inkomstutjämning, regionen', en: 'Income equalisation, region' },
  },
} as const satisfies Record<string, Flow>

export type FlowName = keyof typeof flows
/** What a flow is called. */
export function flowName(flow: FlowName): Wording {
  return flows[flow].name
}

export const flowNames = Object.keys(flows) as readonly FlowName[]

/** How much more of each flow there is with the requirement than without it, whole öre. A flow left out is nothing. */
export type Amounts = Readonly<Partial<Record<FlowName, Ore>>>

export function addUp(all: readonly Amounts[]): Amounts {
  return eachFlow(name => all.reduce((sum, one) => sum + (one[name] ?? 0), 0))
}

/** The same flows with every amount changed. */
export function eachFlow(amount: (name: FlowName) => number): Amounts {
  return Object.fromEntries(flowNames.map(name => [name, amount(name)]).filter(([, ore]) => ore !== 0))
}

/** What one side gains: all that reaches it less all that leaves it. */
function gainOf(side: Side, amounts: Amounts): Ore {
  return flowNames.reduce((sum, name) => {
    const ore = amounts[name] ?? 0
    return sum + (flows[name].to === side ? ore : 0) - (flows[name].from === side ? ore : 0)
  }, 0)
}

export type Gains = Readonly<Record<Actor | 'society', Ore>>

/** Each actor's gain, and society's: the work done less the resources used up. */
export function gainsOf(amounts: Amounts): Gains {
  return {
    individual: gainOf('individual', amounts),
    municipality: gainOf('municipality', amounts),
    region: gainOf('region', amounts),
    state: gainOf('state', amounts),
    employer: gainOf('employer', amounts),
    society: 0 - gainOf('work_done', amounts) - gainOf('used_up', amounts),
  }
}
