import type { Day } from '#kernel'
import { idOf } from './identities.ts'
import { cityAreas, districts, type KeyGroup, keyWeights } from './reference.ts'
import type { Row, Sheet } from './rows.ts'

/** Short names of the ten districts, as the stories use them. */
export const districtCodes = {
  angered: '131',
  ostra: '132',
  orgryte: '133',
  centrum: '134',
  majorna: '135',
  askim: '136',
  vastra: '137',
  vastraHisingen: '138',
  norraHisingen: '140',
  lundby: '139',
} as const

export type District = keyof typeof districtCodes
export const districtKeys = Object.keys(districtCodes) as readonly District[]

export const districtAreaId = (district: District): string => idOf('area', districtCodes[district])
const cityAreaId = (code: string): string => idOf('area', `city ${code}`)

/** The matching unit of each city area, by the area's code. */
const unitOfCityArea: Readonly<Record<string, string>> = {
  '01': 'am-nordost',
  '02': 'am-centrum',
  '03': 'am-sydvast',
  '04': 'am-hisingen',
}

export function unitOfDistrict(district: District): string {
  const row = districts().find(({ code }) => code === districtCodes[district])
  return unitOfCityArea[row?.cityArea ?? ''] as string
}

export function districtName(district: District): string {
  return districts().find(({ code }) => code === districtCodes[district])?.name ?? district
}

/** The ten-district keys that the demonstration's procurements are apportioned with, by group. */
export const keyId = (group: KeyGroup): string => idOf('key', `${group} districts`)

const source = 'Göteborgs Stad, målgruppsprocessen'
export const keyNames = {
  youth_foreign_born: {
    name: { sv: 'Unga och utrikes födda', en: 'Young and foreign-born' },
    basis: { sv: 'Andel av utbetalt försörjningsstöd 2013', en: 'Share of income support paid out in 2013' },
  },
  disability: {
    name: { sv: 'Personer med funktionsnedsättning', en: 'People with disabilities' },
    basis: { sv: 'Andel av beslut om daglig verksamhet', en: 'Share of decisions on daily activity' },
  },
} as const

/**
 * Areas and keys as dated configuration (TGT-4). In the city the four areas followed the ten districts on 1 January 2021. The
 * world lets that happen at the next turn of the year instead: the process it shows apportions by the keys over the ten
 * districts, and on every day exactly one key per group is in force. See README.md, "Areas".
 */
export function layOutAreas(sheet: Sheet, today: Day): void {
  const turn = `${Number(today.slice(0, 4)) + 1}-01-01`
  const ten = idOf('area_set', 'districts')
  const four = idOf('area_set', 'city areas')
  sheet.add(
    'organisations.area_set',
    areaSet(ten, 'districts', 'Tio stadsdelar', 'Ten districts', '2011-01-01', turn),
    areaSet(four, 'city_areas', 'Fyra stadsområden', 'Four city areas', turn, null),
  )
  cityAreas().forEach(({ code, name }, position) => {
    sheet.add('organisations.area', {
      id: cityAreaId(code),
      area_set_id: four,
      code,
      name,
      position,
      successor_id: null,
    })
  })
  districts().forEach(({ code, name, cityArea }, position) => {
    const id = idOf('area', code)
    sheet.add('organisations.area', { id, area_set_id: ten, code, name, position, successor_id: cityAreaId(cityArea) })
  })
  for (const group of ['youth_foreign_born', 'disability'] as const) {
    sheet.add('places.key', keyRow(keyId(group), group, ten, ['2014-01-01', turn], `${source}, nyckel 2014`))
    for (const { code, percent } of keyWeights(group))
      sheet.add('places.weight', { key_id: keyId(group), area_id: idOf('area', code), percent })
    const successor = idOf('key', `${group} city areas`)
    sheet.add('places.key', keyRow(successor, group, four, [turn, null], 'Egen summering av nyckeln 2014'))
    for (const area of cityAreas()) {
      const percent = group === 'disability' ? area.disability : area.youthForeignBorn
      sheet.add('places.weight', { key_id: successor, area_id: cityAreaId(area.code), percent })
    }
  }
}

function areaSet(
  id: string,
  code: string,
  sv: string,
  en: string,
  from: Day,
  to: Day | null,
): Row<'organisations.area_set'> {
  const origin = 'Göteborgs Stad, statistikdatabas; i verkligheten skifte 2021-01-01'
  return { id, code, name_sv: sv, name_en: en, valid_from: from, valid_to: to, source: origin }
}

function keyRow(
  id: string,
  group: KeyGroup,
  set: string,
  [from, to]: [Day, Day | null],
  origin: string,
): Row<'places.key'> {
  const { name, basis } = keyNames[group]
  return {
    id,
    target_group: group,
    area_set_id: set,
    name_sv: name.sv,
    name_en: name.en,
    basis_sv: basis.sv,
    basis_en: basis.en,
    treatment: 'normalise',
    valid_from: from,
    valid_to: to,
    source: origin,
  }
}
