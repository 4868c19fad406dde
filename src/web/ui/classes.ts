/** Joins the class names that apply; a false or missing one is left out. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** What a colour says, never alone: pine = ours or done, sun = somebody is waited for, red = a problem, sky = the employer. */
export type Tone = 'plain' | 'pine' | 'sun' | 'red' | 'sky'

export type HeadingLevel = 1 | 2 | 3 | 4
