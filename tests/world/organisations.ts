import type { Day } from '#kernel'
import { districtAreaId, districtKeys, districtName } from './areas.ts'
import { idOf } from './identities.ts'
import type { Row, Sheet } from './rows.ts'

type Kind =
  | 'city_management'
  | 'authority'
  | 'labour_market_unit'
  | 'employment_service'
  | 'construction_office'
  | 'coordination_association'
  | 'supplier'
  | 'provider'
  | 'social_enterprise'
  | 'coordinator'

/** Everybody in the world but the districts, by the key that stories use. All names but the public bodies' kinds are invented. */
export const organisations = {
  'city-management': ['city_management', 'Stadsledningskontoret'],
  audit: ['city_management', 'Stadsrevisionen'],
  lokalforvaltningen: ['authority', 'Lokalförvaltningen'],
  'park-gatu': ['authority', 'Park- och gatuförvaltningen'],
  maltid: ['authority', 'Måltidsförvaltningen'],
  vard: ['authority', 'Vård- och omsorgsinköp'],
  bostad: ['authority', 'Bostads AB Älvbrinken'],
  'am-nordost': ['labour_market_unit', 'Arbetsmarknad Nordost'],
  'am-centrum': ['labour_market_unit', 'Arbetsmarknad Centrum'],
  'am-sydvast': ['labour_market_unit', 'Arbetsmarknad Sydväst'],
  'am-hisingen': ['labour_market_unit', 'Arbetsmarknad Hisingen'],
  af: ['employment_service', 'Arbetsförmedlingen Göteborg'],
  'af-bygg': ['construction_office', 'Arbetsförmedlingen Bygg Göteborg'],
  samordning: ['coordination_association', 'Samordningsförbundet Älvstaden'],
  'tva-hander': ['social_enterprise', 'Två Händer ekonomisk förening'],
  omstart: ['social_enterprise', 'Omstart i Hammarkullen ekonomisk förening'],
  'jobbspar-vast': ['coordinator', 'Jobbspår Väst AB'],
  vagvisarna: ['coordinator', 'Vägvisarna Jobb ekonomisk förening'],
  'stad-i-vast': ['supplier', 'Städ i Väst AB'],
  'bygg-ab': ['supplier', 'Bygg AB Rullstenen'],
  golvhuset: ['supplier', 'Golvhuset på Hisingen AB'],
  gronytan: ['supplier', 'Grönytan Park & Mark AB'],
  'kok-bord': ['supplier', 'Kök & Bord Skolmåltider AB'],
  malarlaget: ['supplier', 'Målarlaget Majorna AB'],
  'omsorg-nara': ['supplier', 'Omsorg Nära AB'],
  'snickar-nord': ['supplier', 'Snickar Nord AB'],
  'lager-linjen': ['supplier', 'Lagerlinjen AB'],
  fastighetsvard: ['supplier', 'Fastighetsvärdarna Göta AB'],
  markteam: ['supplier', 'Markteam Kvibergs Sten AB'],
  'ren-stad': ['supplier', 'Ren Trapp & Kontor AB'],
  atervinn: ['supplier', 'Återvinn Backa AB'],
  stenlagg: ['supplier', 'Stensättarna Kustvägen AB'],
  'fonster-fasad': ['supplier', 'Fönster & Fasad Älvborg AB'],
  'tvatt-textil': ['supplier', 'Tvätt & Textil Ringön AB'],
  vaktlaget: ['supplier', 'Vaktlaget Entré AB'],
  byggservice: ['supplier', 'Byggservice Tuve Handelsbolag'],
  skolkok: ['supplier', 'Skolköket Sävenäs AB'],
  'vag-varme': ['supplier', 'Väg & Värme i Väst AB'],
  'alvstrandens-yrkesskola': ['provider', 'Älvstrandens Yrkesskola AB'],
  kompetenshuset: ['provider', 'Kompetenshuset Hisingen AB'],
  'vux-nordost': ['provider', 'Vuxenutbildning Nordost'],
  vardskolan: ['provider', 'Vårdskolan Slottsskogen AB'],
  maskinskolan: ['provider', 'Maskinskolan Säve AB'],
} as const satisfies Record<string, readonly [Kind, string]>

export type OrganisationKey = keyof typeof organisations | `district-${(typeof districtKeys)[number]}`

export const organisationId = (key: OrganisationKey): string => idOf('organisation', key)

export function organisationName(key: OrganisationKey): string {
  if (key in organisations) return organisations[key as keyof typeof organisations][1]
  const district = districtKeys.find(one => `district-${one}` === key)
  return district ? `Stadsdelen ${districtName(district)}` : key
}

/** The first six digits: series of numbers that no register has reached (data/README.md). */
const series: Readonly<Record<'public' | 'company' | 'cooperative' | 'association', string>> = {
  public: '299999',
  company: '559999',
  cooperative: '769999',
  association: '899999',
}

export function layOutOrganisations(sheet: Sheet): void {
  const founded: Day = '2015-01-01'
  const city = organisationId('city-management')
  const rows: Row<'organisations.organisation'>[] = Object.entries(organisations).map(
    ([key, [kind, name]], position) => ({
      id: idOf('organisation', key),
      kind,
      name,
      number: organisationNumber(series[seriesOf(kind, name)], position + 1),
      parent_id: kind === 'authority' || kind === 'labour_market_unit' ? city : null,
      area_id: null,
      phone: switchboard(position),
      valid_from: founded,
    }),
  )
  // The one without a parent comes first, since the others point at it.
  sheet.add('organisations.organisation', ...rows)
  districtKeys.forEach((district, position) => {
    sheet.add('organisations.organisation', {
      id: organisationId(`district-${district}`),
      kind: 'district',
      name: organisationName(`district-${district}`),
      number: organisationNumber(series.public, 800 + position),
      parent_id: city,
      area_id: districtAreaId(district),
      phone: switchboard(60 + position),
      valid_from: founded,
    })
  })
}

function seriesOf(kind: Kind, name: string): keyof typeof series {
  if (kind === 'coordination_association') return 'association'
  if (name.includes('ekonomisk förening')) return 'cooperative'
  return kind === 'supplier' || kind === 'provider' || kind === 'coordinator' || name.includes(' AB ')
    ? 'company'
    : 'public'
}

/** A number with a valid check digit (Luhn over ten digits). */
function organisationNumber(first: string, position: number): string {
  const nine = `${first}${String(position).padStart(3, '0')}`
  const sum = [...nine].reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return `${first}-${nine.slice(6)}${(10 - (sum % 10)) % 10}`
}

/** 031-390 06 00 to 99: Post- och telestyrelsen keeps the series for fiction. */
export function switchboard(position: number): string {
  return `031-390 06 ${String(position % 100).padStart(2, '0')}`
}
