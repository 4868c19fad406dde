import type { Happening } from '../journal.ts'
import type { Person } from '../person.ts'
import type { Row } from '../rows.ts'
import type { Told } from './story.ts'

export type Candidacy = Row<'matching.candidacy'>

/** Of a protected person the history is the person's own: only the named can read it (trust.md P-S2). */
export function aboutCandidate(
  story: Told,
  person: Person,
  subject: string,
): Pick<Happening, 'stream' | 'streamId' | 'plane' | 'subject'> {
  return person.protected
    ? { stream: 'person', streamId: person.id, plane: 'person', subject }
    : { stream: 'procurement', streamId: story.id, plane: 'matching', subject }
}
