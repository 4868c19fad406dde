import { type Entry, sayKronor, sayNumber, type Wording } from '#kernel'

/** Dated rates and amounts of the calculation. Rates are shares, amounts kronor a month if nothing else is said. */
const percent = (rate: number): Wording => {
  const { sv, en } = sayNumber(Math.round(rate * 1e5) / 1e3)
  return { sv: `${sv} %`, en: `${en} %` }
}

export const employerFees: Entry<{ readonly rate: number }> = {
  id: 'effects.employer_fees',
  kind: 'parameter',
  name: { sv: 'Arbetsgivaravgifter och allmän löneavgift', en: 'Employer contributions and general payroll tax' },
  versions: [
    {
      value: { rate: 0.3142 },
      validFrom: '2025-01-01',
      source:
        'Socialavgiftslagen (2000:980) och lagen (1994:1920); 31,42 % enligt regeringens lagrådsremiss 2020, oförändrad sedan dess',
      confidence: 'secondary',
    },
  ],
  shown: ({ rate }) => percent(rate),
}

export const youthFees: Entry<{ readonly rate: number; readonly upTo: number }> = {
  id: 'effects.employer_fees_youth',
  kind: 'parameter',
  name: {
    sv: 'Arbetsgivaravgifter för den som fyllt 18 men inte 23 vid årets ingång',
    en: 'Employer contributions for those who had turned 18 but not 23 when the year began',
  },
  versions: [
    {
      value: { rate: 0.2081, upTo: 25_000 },
      validFrom: '2026-04-01',
      validTo: '2027-10-01',
      source:
        'SFS 2026:100, 2 §: hela ålderspensionsavgiften 10,21 % och hälften av övriga, avkortat till två decimaler (21,21 / 2 = 10,605 → 10,60)',
      confidence: 'secondary',
    },
  ],
  shown: ({ rate, upTo }) => {
    const [part, pay] = [percent(rate), sayKronor(upTo)]
    return { sv: `${part.sv} på lön upp till ${pay.sv} i månaden`, en: `${part.en} on pay up to ${pay.en} a month` }
  },
}

export const introductionJob: Entry<{ readonly share: number; readonly payUpTo: number }> = {
  id: 'effects.introduction_job',
  kind: 'parameter',
  name: { sv: 'Stöd vid introduktionsjobb', en: 'Support for an introduction job' },
  versions: [
    {
      value: { share: 0.8, payUpTo: 20_000 },
      validFrom: '2025-02-01',
      source: 'SFS 2018:42, 13 och 16 §§ (konsoliderad)',
      confidence: 'source',
    },
  ],
  shown: ({ share, payUpTo }) => {
    const [part, pay] = [percent(share), sayKronor(payUpTo)]
    return {
      sv: `${part.sv} av lönekostnaden, på lön upp till ${pay.sv}`,
      en: `${part.en} of the labour cost, on pay up to ${pay.en}`,
    }
  },
}

export const newStartJob: Entry<{ readonly payUpTo: number }> = {
  id: 'effects.new_start_job',
  kind: 'parameter',
  name: { sv: 'Stöd vid nystartsjobb', en: 'Support for a new start job' },
  versions: [
    {
      value: { payUpTo: 20_000 },
      validFrom: '2025-02-01',
      source:
        'SFS 2018:43, 16 § (konsoliderad 2 januari 2026): första lagret på faktiska avgifter, det övriga på onedsatta',
      confidence: 'source',
    },
  ],
  shown: ({ payUpTo }) => {
    const pay = sayKronor(payUpTo)
    return {
      sv: `1, 2 eller 2,5 gånger avgifterna på lön upp till ${pay.sv}`,
      en: `1, 2 or 2.5 times the contributions on pay up to ${pay.en}`,
    }
  },
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
