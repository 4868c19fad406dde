import { occupations, skills } from './reference.ts'
import type { Sheet } from './rows.ts'

/** Occupations and skills for searching: all of them, so that search in the demonstration is search. */
export function layOutTaxonomy(sheet: Sheet): void {
  for (const { id, label, ssyk, withoutEducation } of occupations())
    sheet.add('competence.occupation', { id, ssyk, label_sv: label, without_education: withoutEducation })
  for (const { id, label, ssyk } of skills()) sheet.add('competence.skill', { id, label_sv: label, ssyk })
}
