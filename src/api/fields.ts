import { z } from '@hono/zod-openapi'
import { type Day, isDay, isId } from '#kernel'

/** Shapes that several operations share. Those for requests are strict; those for answers name what may leave the house. */

// Postgres takes no NUL, and nobody types the other control characters; line breaks and tabs are text.
const controls = /[^\P{Cc}\n\r\t]/u

/** Text from outside, without blanks around it. */
export function text(least: number, most: number) {
  return z
    .string()
    .trim()
    .min(least)
    .max(most)
    .refine(value => !controls.test(value), { error: 'Must not hold control characters' })
    .refine(value => value.isWellFormed(), { error: 'Must be well-formed Unicode' })
}

/** An identity from outside. Says nothing of whether it exists. */
export const idAsked = z
  .string()
  .refine(isId, { error: 'Must be a UUID in lower case' })
  .openapi({ format: 'uuid', example: '0199a1f0-0000-7000-8000-000000000001' })

const [firstDay, lastDay] = ['2000-01-01', '2199-12-31']

/** A calendar day from outside, `YYYY-MM-DD`, of this or the next century. */
export const dayAsked = z
  .string()
  .refine(value => isDay(value) && value >= firstDay && value <= lastDay, {
    error: `Must be a calendar day from ${firstDay} to ${lastDay}`,
  })
  .transform((value): Day => value)
  .openapi({ type: 'string', format: 'date', example: '2026-05-04' })

/** The version of an object as it was read: what is changed is what was seen. */
export const versionAsked = z
  .int()
  .min(0)
  .max(1_000_000)
  .openapi({ description: 'The version as it was read. A stale one is answered with 409 and the current version.' })

/** A whole number in an address. */
export function wholeAsked(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/, { error: 'Must be a whole number' })
    .transform(Number)
    .refine(value => value >= least && value <= most, { error: `Must be from ${least} to ${most}` })
    .openapi({ type: 'integer', minimum: least, maximum: most })
}

/** True or false in an address. */
export const flagAsked = z
  .enum(['true', 'false'])
  .transform(value => value === 'true')
  .openapi({ type: 'string', enum: ['true', 'false'] })

export const id = z.string().openapi({ format: 'uuid' })
export const day = z.string().openapi({ format: 'date', example: '2026-05-04' })
export const count = z.int().min(0)
export const version = z.int().min(0).openapi({ description: 'Send it back with what you change.' })
export const instant = z
  .date()
  .transform(at => at.toISOString())
  .openapi({ type: 'string', format: 'date-time' })

/** Numbers and labels that belong to a code, so that a program can make its own sentence. Never personal data. */
export const facts = z.record(z.string(), z.union([z.string(), z.number()]))
