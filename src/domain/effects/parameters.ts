import { type Entry, sayKronor, sayNumber, type Wording } from '#kernel'

/** Dated rates and amounts of the calculation. Rates are shares, amounts kronor a month if nothing else is said. */
const percent = (rate: number): Wording => {
  const { sv, en } = sayNumber(Math.round(rate * 1e5) / 1e3)
  return { sv: `${sv} %`, en: `${en} %` }
}

export const benefitRates: Entry<{
  readonly daysAMonth: number
  readonly establishment: number
  readonly activitySupport: number
  readonly housing: { readonly above: number; readonly upTo: number }
}> = {
  id: 'effects.benefits',
  kind: 'parameter',
  name: { sv: 'Ersättning till den som är arbetslös', en: 'Benefits for those without work' },
  versions: [
    {
      value: { daysAMonth: 22, establishment: 308, activitySupport: 365, housing: { above: 1_800, upTo: 5_700 } },
      validFrom: '2025-10-01',
      source: 'SFS 2017:819, 2 kap. 3, 7, 11 och 13 §§, 3 kap. 16 §',
      confidence: 'source',
    },
  ],
  shown: ({ daysAMonth, establishment, activitySupport, housing }) => {
    const [new_, basic] = [sayKronor(establishment), sayKronor(activitySupport)]
    const [above, upTo] = [sayKronor(housing.above), sayKronor(housing.upTo)]
    return {
      sv: `etableringsersättning ${new_.sv} och aktivitetsstöd ${basic.sv} om dagen, ${daysAMonth} dagar i månaden; bostadsersättning för hyra över ${above.sv}, upp till ${upTo.sv}`,
      en: `establishment benefit ${new_.en} and activity support ${basic.en} a day, ${daysAMonth} days a month; housing benefit for rent above ${above.en}, up to ${upTo.en}`,
    }
  },
}

export const averageLocalTax: Entry<{ readonly municipality: number; readonly region: number }> = {
  id: 'effects.average_local_tax',
  kind: 'parameter',
  name: { sv: 'Genomsnittlig skattesats, kommun och region', en: 'Average tax rate, municipality and region' },
  versions: [
    {
      value: { municipality: 0.2068, region: 0.117 },
      validFrom: '2026-01-01',
      validTo: '2027-01-01',
      source: 'SCB: 32,38 % tillsammans 2026 (återgivet i nyheter); fördelningen på 20,68 och 11,70 är inte verifierad',
      confidence: 'unverified',
    },
  ],
  shown: both,
}

export const incomeEqualisation: Entry<{ readonly municipality: number; readonly region: number }> = {
  id: 'effects.income_equalisation',
  kind: 'parameter',
  name: {
    sv: 'Inkomstutjämning: del av skatteökningen som går tillbaka',
    en: 'Income equalisation: share of new tax that goes back',
  },
  versions: [
    {
      value: { municipality: 0.95, region: 0.9 },
      validFrom: '2020-01-01',
      source:
        'Lagen (2004:773) om kommunalekonomisk utjämning; talen är inte verifierade, och ändringen kommer två år senare',
      confidence: 'unverified',
    },
  ],
  shown: both,
}

function both(rates: { readonly municipality: number; readonly region: number }): Wording {
  const [municipality, region] = [percent(rates.municipality), percent(rates.region)]
  return {
    sv: `kommun ${municipality.sv}, region ${region.sv}`,
    en: `municipality ${municipality.en}, region ${region.en}`,
  }
}
