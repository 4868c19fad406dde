import { type RouterContextProvider, redirect } from 'react-router'
import { type Db, type Opened, type Tx, viewAs } from '#db'
import type { AccessTable, Day } from '#kernel'
import { holdsRole } from '#kernel'
import { type App, appOf, todayOf } from './context.ts'
import type { Language } from './language.ts'

/** A signed-in visit: everything of the application, with an actor for certain. */
export type Visit = App & { readonly actor: Opened; readonly today: Day }

/**
 * The first fence of every page and action: who is it, and may that role do this operation at all?
 * Not signed in: to the sign-in page and back. Wrong role: the same "finns inte" as for a page that does not exist (trust.md point 7).
 */
export function visit(
  context: Readonly<RouterContextProvider>,
  table: AccessTable,
  operation: string,
  request: Request,
): Visit {
  const app = appOf(context)
  if (!table[operation]) throw new Error(`Operation ${operation} has no entry in its access table`)
  if (!app.actor) throw redirect(`/logga-in?till=${encodeURIComponent(new URL(request.url).pathname)}`)
  if (!holdsRole(table, operation, app.actor)) throw notFound()
  return { ...app, actor: app.actor, today: todayOf(app) }
}

/** Runs views for a visit, in one read transaction. */
export function look<Value>(visit: { db: Db; actor: Opened }, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return viewAs(visit.db, visit.actor, work)
}

/** The one answer to what does not exist and to what one may not see. */
export function notFound(): Response {
  return new Response(null, { status: 404 })
}

/** A value or the 404 page. */
export function orNotFound<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw notFound()
  return value
}

/** The language of a page, for pages that do not need an actor. */
export function languageOf(context: Readonly<RouterContextProvider>): Language {
  return appOf(context).language
}
