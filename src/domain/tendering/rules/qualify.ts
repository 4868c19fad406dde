import type { Answer, Requirement } from '../tendering.ts'

export type Qualification = {
  readonly status: 'qualified' | 'to_complete' | 'not_qualified'
  readonly notMet: readonly string[]
  readonly unknown: readonly string[]
}

/**
 * Every exclusion ground, qualification and obligatory requirement must be met; one that is not is enough. What is unknown must be
 * clarified before the tender can be ranked, and is never read as a no. Source: LOU 13 and 14 kap.; Dua/Werket 12.1.
 */
export function qualify(
  requirements: readonly Requirement[],
  answers: Readonly<Record<string, Answer>>,
): Qualification {
  const answered = (answer: Answer): string[] =>
    requirements.filter(({ id }) => (answers[id] ?? 'unknown') === answer).map(({ id }) => id)
  const [notMet, unknown] = [answered('not_met'), answered('unknown')]
  const status = notMet.length > 0 ? 'not_qualified' : unknown.length > 0 ? 'to_complete' : 'qualified'
  return { status, notMet, unknown }
}
