import type { Tx } from '#db'
import { type Concept, competencesOf, conceptsAsked } from '#domain/candidates'
import { commonConcepts } from '#domain/competence'

/** What can be noted about a person: what stands in nearly every profile, what profiles in force ask for, and what is already noted. */
export async function conceptsKnown(tx: Tx, person: string): Promise<Concept[]> {
  const held = await competencesOf(tx, person)
  const asked = await conceptsAsked(tx)
  const common = commonConcepts.map(({ concept, type, labelSv }) => ({ concept, type, label: labelSv }))
  const all = [...held.map(({ concept, type, label }) => ({ concept, type, label })), ...common, ...asked]
  const first = new Map(all.toReversed().map(one => [one.concept, one]))
  return [...first.values()].sort((a, b) => a.label.localeCompare(b.label, 'sv'))
}
