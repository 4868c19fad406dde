import { createHash } from 'node:crypto'
import { data, redirect } from 'react-router'
import type { z } from 'zod'
import { type Db, withReceipt } from '#db'
import { isId, type Outcome } from '#kernel'
import { notFound, type Visit } from './page.ts'

export type Values = Record<string, string | string[]>

/** A fault in one field, as a code with facts; the sentence is the page's (texts). `field` is the name of the input. */
export type Fault = { field: string; message: string }

/** What a page shows again after a form that could not be taken: what was typed, and everything that is wrong with it, at once. */
export type Returned<Code extends string = string> = {
  readonly values: Values
  readonly faults: readonly Fault[]
  readonly refusal?: { readonly code: Code; readonly facts: Readonly<Record<string, string | number>> }
}

/** A form that was sent, read against its schema. `db` carries the form's key, so that its effect happens once (trust.md R5). */
export type Submission<Value> =
  | { ok: true; value: Value; db: Db; values: Values }
  | { ok: false; answer: ReturnType<typeof returned> }

const ownFields = new Set(['form_key', 'intent'])

/**
 * Reads a form: size is limited by the server, shape by the schema. Unknown fields are refused by strict schemas (mass assignment, T13).
 * Repeated fields become lists. Empty text stays empty text: the schema says what it means.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  visit: Visit,
  operation: string,
  schema: Schema,
): Promise<Submission<z.output<Schema>>> {
  const form = await request.formData()
  return readFields(form, visit, operation, schema)
}

/** As `readForm`, when the action has already taken the form data to look at its `intent`. */
export function readFields<Schema extends z.ZodType>(
  form: FormData,
  visit: Visit,
  operation: string,
  schema: Schema,
): Submission<z.output<Schema>> {
  const values = valuesOf(form)
  const parsed = schema.safeParse(values)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(issue => ({
      field: issue.path.map(String).join('.') || String((issue as { keys?: string[] }).keys?.[0] ?? ''),
      message: issue.message,
    }))
    return { ok: false, answer: returned({ values, faults }) }
  }
  const key = form.get('form_key')
  if (!isId(key))
    return { ok: false, answer: returned({ values, faults: [{ field: 'form_key', message: 'form_key_missing' }] }) }
  const digest = createHash('sha256')
    .update(JSON.stringify([operation, new URL(visit.settings.publicUrl).host, values]))
    .digest()
  return { ok: true, value: parsed.data, values, db: withReceipt(visit.db, { key, operation, digest }) }
}

/** The answer to a form: on success a redirect (so that reload and back do nothing), on refusal the page again with what was typed. */
export function answer<Code extends string>(
  outcome: Outcome<unknown, Code>,
  values: Values,
  to: string,
): Response | ReturnType<typeof returned<Code>> {
  if (outcome.ok) return redirect(to, 303)
  if (outcome.code.endsWith('.not_found') || outcome.code.endsWith('.not_yours')) throw notFound()
  return returned({ values, faults: [], refusal: { code: outcome.code, facts: outcome.facts } })
}

function returned<Code extends string>(value: Returned<Code>) {
  return data(value, { status: value.refusal?.code.endsWith('.changed_meanwhile') ? 409 : 422 })
}

function valuesOf(form: FormData): Values {
  const values: Values = {}
  for (const name of new Set(form.keys())) {
    if (ownFields.has(name)) continue
    const all = form.getAll(name).filter((value): value is string => typeof value === 'string')
    values[name] = all.length > 1 ? all : (all[0] ?? '')
  }
  return values
}
