import { z } from 'zod'
import { isDay } from '#kernel'

/** The version a form carries of what it changes; 0 of what does not exist yet. */
export const version = z.coerce.number().int().min(0)

export const day = z.string().refine(isDay, 'day_wrong')

/** Empty text means that nothing was said. */
export const nothing = z.literal('').transform(() => undefined)

export const dayOrNothing = nothing.or(day)

/** Checkboxes: none, one or many of the same name. */
export function listOf<One extends z.ZodType>(one: One): z.ZodType<z.output<One>[]> {
  const all = z.array(one)
  return z.preprocess(value => (value === undefined ? [] : Array.isArray(value) ? value : [value]), all)
}

/** Where a form's page lies, and whom it is about. */
export type About = { readonly person: string; readonly to: string }
