import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** The reference lists beside this file, read once a process. Sources and licences: `data/README.md`. */
const held = new Map<string, readonly Record<string, string>[]>()

function read(name: string): readonly Record<string, string>[] {
  const had = held.get(name)
  if (had) return had
  const text = readFileSync(new URL(`./data/${name}.csv`, import.meta.url), 'utf8')
  const rows = parse(text, { columns: true, skip_empty_lines: true }) as Record<string, string>[]
  held.set(name, rows)
  return rows
}

function field(row: Record<string, string>, name: string): string {
  const value = row[name]
  if (value === undefined) throw new Error(`A reference list lacks the column ${name}`)
  return value
}

/** The ten district administrations that were in force until 2020, in the order of the allocation keys. */
export function districts(): { code: string; name: string; cityArea: string }[] {
  const byCode = new Map(read('districts').map(row => [field(row, 'sdn_code'), row]))
  return keyWeights('youth_foreign_born').map(({ code }) => {
    const row = byCode.get(code)
    if (!row) throw new Error(`The key names a district that the list lacks: ${code}`)
    return { code, name: field(row, 'name'), cityArea: field(row, 'stadsomrade_code') }
  })
}

export function cityAreas(): { code: string; name: string; youthForeignBorn: number; disability: number }[] {
  return read('city_areas_2021').map(row => ({
    code: field(row, 'stadsomrade_code'),
    name: field(row, 'name'),
    youthForeignBorn: Number(field(row, 'key_youth_foreign_born_2014_pct_summed')),
    disability: Number(field(row, 'key_disability_2014_pct_summed')),
  }))
}

export type KeyGroup = 'youth_foreign_born' | 'disability'

/** An allocation key as published: per cent by district. The second one sums to 99 (TGT-4). */
export function keyWeights(group: KeyGroup): { code: string; percent: number }[] {
  return read('allocation_keys_2014')
    .filter(row => row.key === group)
    .map(row => ({ code: field(row, 'sdn_code'), percent: Number(field(row, 'percent')) }))
}

/** Official test identity numbers, twelve digits, by year of birth. */
export function identityNumbers(): { number: string; born: number }[] {
  return read('identity_numbers').map(row => {
    const number = field(row, 'number')
    return { number, born: Number(number.slice(0, 4)) }
  })
}

export function occupations(): { id: string; label: string; ssyk: string; withoutEducation: boolean }[] {
  return read('occupation_names').map(row => ({
    id: field(row, 'jobtech_concept_id'),
    label: field(row, 'label_sv'),
    ssyk: field(row, 'ssyk_code'),
    withoutEducation: row.no_formal_education_required === '1',
  }))
}

export function skills(): { id: string; label: string; ssyk: string[] }[] {
  return read('skills').map(row => ({
    id: field(row, 'jobtech_concept_id'),
    label: field(row, 'label_sv'),
    ssyk: field(row, 'ssyk_codes').split(' ').filter(Boolean),
  }))
}

/** One margin of the population as weights to throw with. */
export function margin(dimension: string): (readonly [string, number])[] {
  const rows = read('marginals').filter(row => row.dimension === dimension)
  if (rows.length === 0) throw new Error(`No such margin: ${dimension}`)
  return rows.map(row => [field(row, 'category'), Number(field(row, 'share'))] as const)
}

export type NameList = {
  origin: string
  language: string
  share: number
  given: readonly string[]
  family: readonly string[]
}

export function names(): NameList[] {
  return read('names').map(row => ({
    origin: field(row, 'origin'),
    language: field(row, 'language'),
    share: Number(field(row, 'share')),
    given: field(row, 'given').split(' '),
    family: field(row, 'family').split(' '),
  }))
}
