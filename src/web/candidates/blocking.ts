import type { Tx } from '#db'
import type { PermissionLine } from '#domain/candidates'

/** What a permission holds up or carries: somebody on a shortlist who cannot be shown, or a card the employer is looking at. */
export type Weight = 'shortlisted' | 'shown'

/** The weight of each of these permissions, by its identity; without one, nothing in the case waits for it. */
export async function weightsOf(tx: Tx, lines: readonly PermissionLine[]): Promise<ReadonlyMap<string, Weight>> {
  const people = [...new Set(lines.map(line => line.person))]
  if (people.length === 0) return new Map()
  const candidacies = await tx
    .selectFrom('matching.candidacy')
    .select(['person_id', 'procurement_id', 'state'])
    .where('person_id', 'in', people)
    .where('state', 'in', ['shortlisted', 'presented', 'wanted'])
    .execute()
  const states = new Map(candidacies.map(one => [`${one.person_id} ${one.procurement_id}`, one.state]))
  const weights = new Map<string, Weight>()
  for (const line of lines) {
    const state = states.get(`${line.person} ${line.procurement}`)
    if (state) weights.set(line.id, state === 'shortlisted' ? 'shortlisted' : 'shown')
  }
  return weights
}
