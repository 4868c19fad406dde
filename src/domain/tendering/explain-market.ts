import { type ExplanationLine, entryOn, explain, sayNumber, type Wording } from '#kernel'
import type { MarketValue } from './measure.ts'
import type { Market } from './read-market.ts'
import { both } from './reading.ts'
import { hhiLevels, rules } from './register.ts'
import type { Concentration } from './rules/concentration.ts'

/** How a value of the index is called under the levels of the day. */
function levelOf(hhi: number, on: string): Wording {
  const { moderate, high } = entryOn(hhiLevels, on)!.value
  if (hhi < moderate) return { sv: 'låg', en: 'low' }
  return hhi <= high ? { sv: 'måttlig', en: 'moderate' } : { sv: 'hög', en: 'high' }
}

export function summarise({ market: name, on }: Market, { published, counted }: MarketValue): Wording {
  return both(language => {
    const said = (value: number): string => sayNumber(value)[language]
    const parts = [
      ...(published
        ? [
            {
              sv: `koncentrationsindex mellan ${said(published.hhi.least)} och ${said(published.hhi.most)}`,
              en: `concentration index between ${said(published.hhi.least)} and ${said(published.hhi.most)}`,
            }[language],
          ]
        : []),
      ...(counted
        ? [
            {
              sv: `${said(counted.suppliers.suppliers)} aktörer, koncentrationsindex ${said(counted.groups.hhi)} räknat på koncerner (${levelOf(counted.groups.hhi, on).sv})`,
              en: `${said(counted.suppliers.suppliers)} suppliers, concentration index ${said(counted.groups.hhi)} by group (${levelOf(counted.groups.hhi, on).en})`,
            }[language],
          ]
        : []),
    ]
    return `${name}: ${parts.join('; ')}.`
  })
}

export function publishedLines(
  published: MarketValue['published'],
  { on, published: input }: Market,
): ExplanationLine[] {
  if (!published || !input) return []
  const { least, most } = published.hhi
  const { regions } = input
  return [
    ...published.largest.map(({ suppliers, percent }) =>
      explain(
        rules.shares,
        on,
        { suppliers: published.suppliers, largest: suppliers, percent },
        {
          sv: `De ${suppliers} största av ${published.suppliers} aktörer har ${sayNumber(percent).sv} procent: i snitt ${sayNumber(percent / suppliers).sv} procent var.`,
          en: `The ${suppliers} largest of ${published.suppliers} suppliers have ${sayNumber(percent).en} per cent: ${sayNumber(percent / suppliers).en} per cent each on average.`,
        },
      ),
    ),
    explain(
      hhiLevels,
      on,
      { least, most },
      {
        sv: `Koncentrationsindex ligger mellan ${sayNumber(least).sv} (${levelOf(least, on).sv}) och ${sayNumber(most).sv} (${levelOf(most, on).sv}), hur andelarna än fördelar sig inom grupperna.`,
        en: `The concentration index lies between ${sayNumber(least).en} (${levelOf(least, on).en}) and ${sayNumber(most).en} (${levelOf(most, on).en}), however the shares are spread within the groups.`,
      },
    ),
    ...(regions
      ? [
          explain(
            rules.coverage,
            on,
            { regions: regions.all, withDelivery: regions.withDelivery },
            {
              sv: `${regions.withDelivery} av ${regions.all} regioner hade deltagare; ${regions.all - regions.withDelivery} hade inga. Av talen framgår inte om det saknades aktörer eller deltagare.`,
              en: `${regions.withDelivery} of ${regions.all} regions had participants; ${regions.all - regions.withDelivery} had none. The figures do not tell whether suppliers or participants were lacking.`,
            },
          ),
        ]
      : []),
  ]
}

const lacking = {
  no_supplier: { sv: 'ingen aktör har avtal', en: 'no supplier has a contract' },
  no_participants: { sv: 'aktörer finns men inga deltagare', en: 'there are suppliers but no participants' },
  unknown: { sv: 'orsaken är inte känd', en: 'the reason is not known' },
} as const

export function countedLines(counted: MarketValue['counted'], { on }: Market): ExplanationLine[] {
  if (!counted) return []
  const { suppliers, groups: byGroup, coverage: covered, bidders } = counted
  const share = (of: Concentration, language: 'sv' | 'en'): string =>
    of.largest
      .map(
        one =>
          ({
            sv: `de ${one.suppliers} största ${sayNumber(one.percent).sv} procent`,
            en: `the ${one.suppliers} largest ${sayNumber(one.percent).en} per cent`,
          })[language],
      )
      .join(', ')
  const few = (bidders ?? []).filter(one => one.bidders <= 1)
  return [
    explain(
      rules.shares,
      on,
      { suppliers: suppliers.suppliers, participants: suppliers.participants },
      {
        sv: `${suppliers.suppliers} aktörer med ${sayNumber(suppliers.participants).sv} deltagare: ${share(suppliers, 'sv')}. Räknat på koncerner: ${share(byGroup, 'sv')}.`,
        en: `${suppliers.suppliers} suppliers with ${sayNumber(suppliers.participants).en} participants: ${share(suppliers, 'en')}. By group: ${share(byGroup, 'en')}.`,
      },
    ),
    explain(
      hhiLevels,
      on,
      { bySupplier: suppliers.hhi, byGroup: byGroup.hhi },
      {
        sv: `Koncentrationsindex är ${sayNumber(suppliers.hhi).sv} på aktörer och ${sayNumber(byGroup.hhi).sv} på koncerner (${levelOf(byGroup.hhi, on).sv}).`,
        en: `The concentration index is ${sayNumber(suppliers.hhi).en} by supplier and ${sayNumber(byGroup.hhi).en} by group (${levelOf(byGroup.hhi, on).en}).`,
      },
    ),
    explain(
      rules.coverage,
      on,
      { regions: covered.regions, withDelivery: covered.withDelivery },
      {
        sv: `${covered.withDelivery} av ${covered.regions} regioner hade deltagare. I ${covered.oneSupplier.length} fanns bara en aktör.`,
        en: `${covered.withDelivery} of ${covered.regions} regions had participants. In ${covered.oneSupplier.length} there was one supplier only.`,
      },
    ),
    ...covered.without.map(({ region, why }) =>
      explain(
        rules.coverage,
        on,
        { region },
        {
          sv: `${region} hade inga deltagare: ${lacking[why].sv}.`,
          en: `${region} had no participants: ${lacking[why].en}.`,
        },
      ),
    ),
    ...few.map(({ region, bidders: many }) =>
      explain(
        rules.coverage,
        on,
        { region, bidders: many },
        {
          sv: many === 0 ? `${region} fick inget anbud.` : `${region} fick anbud från en enda koncern.`,
          en: many === 0 ? `${region} got no tender.` : `${region} got tenders from one group only.`,
        },
      ),
    ),
  ]
}
