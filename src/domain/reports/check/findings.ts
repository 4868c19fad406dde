/** Something that does not add up, as the database's check gives it. `facts` hold titles, counts and a person's number, never a name. */
export type Problem = {
  readonly kind: string
  readonly subjectKind: string
  readonly subject: string
  readonly procurement: string | null
  readonly organisation: string
  readonly role: string
  readonly facts: Readonly<Record<string, string | number>>
}

/** A finding that stands on somebody's list. */
export type OpenFinding = Pick<Problem, 'kind' | 'subject' | 'organisation' | 'role'> & { readonly id: string }

export type Changes = {
  readonly fresh: readonly Problem[]
  readonly gone: readonly string[]
  readonly standing: number
}

/** What is new since the last check, what has been mended, and how many stand as they stood. The same problem found twice is one. */
export function compare(found: readonly Problem[], open: readonly OpenFinding[]): Changes {
  const known = new Map(open.map(finding => [keyOf(finding), finding.id]))
  const now = new Map(found.map(problem => [keyOf(problem), problem]))
  return {
    fresh: [...now].filter(([key]) => !known.has(key)).map(([, problem]) => problem),
    gone: [...known].filter(([key]) => !now.has(key)).map(([, id]) => id),
    standing: [...now.keys()].filter(key => known.has(key)).length,
  }
}

function keyOf({
  kind,
  subject,
  organisation,
  role,
}: Pick<Problem, 'kind' | 'subject' | 'organisation' | 'role'>): string {
  return `${kind} ${subject} ${organisation} ${role}`
}
