import type { Wording } from '#kernel'

/** Said with every result (STR-10), so that nobody takes the sum for the whole. */
export const notCounted: readonly Wording[] = [
  {
    sv: 'Tiden efter perioden: fler kan få nya jobb, och några kan bli arbetslösa igen.',
    en: 'The time after the period: more may find new jobs, and some may be out of work again.',
  },
  {
    sv: 'Hälsa, brottslighet, barnens uppväxt och annat i livet.',
    en: 'Health, crime, children’s upbringing and the rest of life.',
  },
  {
    sv: 'Moms på det som personerna köper, tjänstepension och avtalsförsäkringar.',
    en: 'Value added tax on what people buy, occupational pension and insurance.',
  },
  {
    sv: 'Ändrade priser och färre eller fler anbud på grund av kravet.',
    en: 'Changed prices, and fewer or more tenders, because of the requirement.',
  },
]

/** Also left out when its switch is off. */
export const leftOut = {
  deadweight: {
    sv: 'Dödvikt: alla räknas som arbetslösa hela tiden utan kravet.',
    en: 'Deadweight: everybody is taken to have been without work the whole time without the requirement.',
  },
  displacement: {
    sv: 'Undanträngning: ingen annan antas ha förlorat sitt arbete.',
    en: 'Displacement: nobody else is taken to have lost their work.',
  },
  equalisation: {
    sv: 'Inkomstutjämningen mellan kommuner och mellan regioner, som tar tillbaka det mesta av ny skatt efter två år.',
    en: 'Income equalisation between municipalities and between regions, which takes back most of new tax after two years.',
  },
  programme: {
    sv: 'Vad en plats i ett arbetsmarknadsprogram kostar; något säkert värde finns inte.',
    en: 'What a place in a labour-market programme costs; there is no sure figure.',
  },
} as const satisfies Record<string, Wording>
