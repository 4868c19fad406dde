import { z } from 'zod'
import { isDay, isId } from '#kernel'

/** A day from a form: `YYYY-MM-DD` and one that exists. */
export const day = z.string().refine(isDay, 'choose_day')

export const note = z
  .string()
  .max(300, 'too_long')
  .transform(text => text.trim())

/** A field that may stand once or several times. */
export function listOf<One extends z.ZodType>(one: One): z.ZodType<z.output<One>[]> {
  const list = z.array(one).min(1, 'choose_people').max(100)
  return z.preprocess(value => (value === undefined ? [] : Array.isArray(value) ? value : [value]), list)
}

/** A ticked candidacy with the version the page showed: `id.version`. */
export const seen = z.string().transform((text, context) => {
  const [id, version] = text.split('.')
  if (isId(id) && version !== undefined && /^\d{1,9}$/.test(version)) return { id, version: Number(version) }
  context.addIssue({ code: 'custom', message: isId(id) ? 'propose_first' : 'choose_people' })
  return z.NEVER
})

/** A ticked line of the grid: a candidacy, or a person who is not proposed yet. */
export const ticked = z.string().transform((text, context) => {
  const [id] = text.split('.')
  if (isId(id)) return id
  context.addIssue({ code: 'custom', message: 'choose_people' })
  return z.NEVER
})

/** A ticked person who is not proposed yet. */
export const unproposed = z.string().transform((text, context) => {
  if (isId(text)) return text
  context.addIssue({ code: 'custom', message: text.includes('.') ? 'already_there' : 'choose_people' })
  return z.NEVER
})

/** The value of a tick box. */
export function tick(line: { readonly id: string; readonly candidacy?: { id: string; version: number } }): string {
  return line.candidacy ? `${line.candidacy.id}.${line.candidacy.version}` : line.id
}
