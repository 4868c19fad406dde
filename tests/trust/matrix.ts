import { randomUUID } from 'node:crypto'
import { operationsOf, type Page, readPages } from '../house/inventory.ts'
import type { Answer, Application } from './application.ts'
import type { CanaryNet } from './canaries.ts'
import { type Throws, throwsOf } from './dice.ts'
import { type Form, formsIn } from './forms.ts'
import type { Facts, Row, Who } from './oracle/facts.ts'
import { mayDo, type Named, openOperations } from './oracle/operations.ts'

/** What the requests of a matrix are made with. `cookies`: a session's token for each actor. */
export type Stage = {
  readonly app: Application
  readonly facts: Facts
  readonly net: CanaryNet
  readonly cookies: ReadonlyMap<string, string>
  readonly seed: number
  /** Objects of each kind that each actor asks for on each page. */
  readonly objects: number
}

/** What an address or a form names by each word, and where it lies. */
export const tables: Readonly<Record<string, string>> = {
  procurement: 'procurement.procurement',
  notice: 'procurement.notice',
  person: 'candidates.person',
  ask: 'candidates.person',
  start: 'catalogue.start',
  intervention: 'catalogue.intervention',
  permission: 'candidates.permission',
  placement: 'placement.placement',
  report: 'followup.report',
  booking: 'tracks.booking',
  candidacy: 'matching.candidacy',
}

const isOpen = (operation: string): boolean => (openOperations as readonly string[]).includes(operation)
const paramOf = (page: Pick<Page, 'path'>): string | undefined => /:(\w+)/.exec(page.path)?.[1]
const addressOf = (page: Pick<Page, 'path'>, id: string): string => `/${page.path.replace(/:\w+/, id)}`

/** Looks ids up: `candidacy=<id>.<version>` names a candidacy, `ask=<id>` a person. */
export function namedBy(facts: Facts, values: Readonly<Record<string, unknown>>): Named {
  return name => {
    const key = Object.keys(values).find(
      one => one === name || (tables[one] === tables[name] && tables[name] !== undefined),
    )
    const table = tables[name]
    const value = key === undefined ? undefined : [values[key]].flat()[0]
    return table && value ? facts.find(table, String(value).split('.')[0]) : undefined
  }
}

export type Visit = {
  readonly page: Page
  readonly operation: string
  readonly path: string
  readonly expected: number
}

/** The pages that somebody asks for, with the status the oracle expects: of each kind own, others', protected, and some that are not there. */
export function visitsOf(stage: Stage, who: Who | undefined): Visit[] {
  const throws = throwsOf(stage.seed + (who ? who.key.length * 31 + who.account.charCodeAt(3) : 0))
  return readPages().flatMap(page => {
    const operation = operationsOf(page)?.loader
    if (!operation || isOpen(operation)) return []
    const param = paramOf(page)
    const expect = (values: Record<string, string>): number => {
      if (!who) return 302
      return mayDo(who, operation, namedBy(stage.facts, values), stage.facts) ? 200 : 404
    }
    if (!param) return [{ page, operation, path: `/${page.path}`, expected: expect({}) }]
    return idsFor(stage, who, operation, param, throws).map(id => {
      const exists = stage.facts.find(tables[param] ?? '', id) !== undefined
      const expected = !who ? 302 : exists ? expect({ [param]: id }) : 404
      return { page, operation, path: addressOf(page, id), expected }
    })
  })
}

/** Ids of a kind for an operation: the actor's own, others', a protected one, one of nothing, and what is no id. */
export function idsFor(stage: Stage, who: Who | undefined, operation: string, param: string, throws: Throws): string[] {
  const rows = stage.facts.rows(tables[param] ?? '')
  const may = (row: Row): boolean =>
    who !== undefined && mayDo(who, operation, namedBy(stage.facts, { [param]: row.id }), stage.facts)
  const mine = rows.filter(may)
  const others = rows.filter(row => !may(row))
  const hidden = others.filter(row => isAboutProtected(stage.facts, param, row))
  const some = (list: readonly Row[], count: number): string[] =>
    Array.from({ length: Math.min(count, list.length) }, () => String(throws.pick(list).id))
  return [
    ...new Set([...some(mine, stage.objects), ...some(others, stage.objects), ...some(hidden, 1), randomUUID(), 'x']),
  ]
}

function isAboutProtected(facts: Facts, param: string, row: Row): boolean {
  const person = param === 'person' ? row : facts.find('candidates.person', row.person_id)
  return person?.protected === true
}

/** Asks for a page and says everything that is wrong with the answer. */
export async function faultsOfVisit(
  stage: Stage,
  who: Who | undefined,
  visit: Visit,
): Promise<{ faults: string[]; answer: Answer }> {
  const cookie = who ? stage.cookies.get(who.key) : undefined
  const answer = await stage.app.ask({ path: visit.path, ...(cookie ? { cookie } : {}) })
  return {
    answer,
    faults: faultsOfAnswer(
      stage,
      who,
      `${who?.key ?? 'nobody'} GET ${visit.path} (${visit.operation})`,
      answer,
      visit.expected,
    ),
  }
}

export function faultsOfAnswer(
  stage: Stage,
  who: Who | undefined,
  what: string,
  answer: Answer,
  ...expected: number[]
): string[] {
  const faults = expected.includes(answer.status)
    ? []
    : [`${what}: ${answer.status} instead of ${expected.join(' or ')}`]
  if (answer.status === 403) faults.push(`${what}: 403 tells that there is something`)
  if (answer.status >= 500) faults.push(`${what}: ${answer.status}`)
  if (expected[0] === 302 && answer.status === 302 && !answer.location?.startsWith('/logga-in'))
    faults.push(`${what}: leads to ${answer.location}`)
  faults.push(...stage.net.leaks(answer.bytes, who).map(leak => `${what}: ${leak}`))
  faults.push(...stage.net.leaks(stage.app.taken(), undefined).map(leak => `${what}: a letter or the log: ${leak}`))
  return faults
}

/** Absence is told the same way whatever its cause: the answers of one page to one actor are compared, ids and codes of requests apart. */
export function differencesInAbsence(answers: readonly { visit: Visit; answer: Answer }[]): string[] {
  const first = new Map<string, { visit: Visit; said: string }>()
  return answers.flatMap(({ visit, answer }) => {
    if (answer.status !== 404) return []
    const said = withoutIds(answer.bytes, visit.path)
    const before = first.get(visit.page.path)
    if (!before) first.set(visit.page.path, { visit, said })
    return before && before.said !== said ? [`${visit.path} and ${before.visit.path} are told apart`] : []
  })
}

export function withoutIds(bytes: string, path: string): string {
  return bytes
    .replaceAll(path, '<path>')
    .replaceAll(encodeURIComponent(path), '<path>')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replace(/server-timing: .*/gi, '')
    .replace(/content-length: .*/gi, '')
}

/** A form found on a page, with the operation that its intent stands for and whoever it was drawn for. */
export type FoundForm = {
  readonly form: Form
  readonly page: Page
  readonly path: string
  readonly operation: string
  readonly drawnFor: string
}

export function formsOf(visit: Visit, answer: Answer, drawnFor: string): FoundForm[] {
  if (answer.status !== 200) return []
  return formsIn(answer.body, visit.path).flatMap(form => {
    const path = form.action.startsWith('#') ? visit.path : (form.action.split('#')[0] ?? '')
    const page = readPages().find(one => matches(one, path.split('?')[0] ?? ''))
    const operation = page && operationsOf(page)?.actions[form.intent]
    return page && operation && !isOpen(operation) ? [{ form, page, path, operation, drawnFor }] : []
  })
}

function matches(page: Page, path: string): boolean {
  return new RegExp(`^/${page.path.replace(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`).test(path)
}

/** What the address and the fields of a form name. */
export function namesOf({ form, page, path }: FoundForm): Record<string, unknown> {
  const param = paramOf(page)
  const place = page.path.split('/').findIndex(part => part.startsWith(':'))
  return { ...form.fields, ...(param ? { [param]: path.split('?')[0]?.split('/')[place + 1] } : {}) }
}

/** Whether the thing in the address is one that the actor sees anyway; then it is what the form names that must not be told. */
function isSeen(stage: Stage, who: Who, { page, path }: FoundForm): boolean {
  const loader = operationsOf(page)?.loader
  const names = namesOf({ form: { action: '', intent: '', fields: {} }, page, path, operation: '', drawnFor: '' })
  return loader !== undefined && mayDo(who, loader, namedBy(stage.facts, names), stage.facts)
}

/** Looks for a form of every intent: for each page, by those who may see it, on their own things until all are drawn or `tries` are used. */
export async function drawForms(stage: Stage, drawers: readonly Who[], tries: number): Promise<FoundForm[]> {
  const found: FoundForm[] = []
  for (const page of readPages()) {
    const { loader, actions } = operationsOf(page) ?? { actions: {} }
    const wanted = new Set(Object.keys(actions).filter(intent => !isOpen(actions[intent] ?? '')))
    if (!loader || wanted.size === 0) continue
    for (const who of drawers) {
      const mine = stage.facts
        .rows(tables[paramOf(page) ?? ''] ?? 'organisations.area_set')
        .filter(row => mayDo(who, loader, namedBy(stage.facts, { [paramOf(page) ?? '']: row.id }), stage.facts))
        .toSorted(
          (a, b) =>
            String(b.version ?? '').localeCompare(String(a.version ?? '')) || (String(a.id) < String(b.id) ? -1 : 1),
        )
      const step = Math.max(1, Math.floor(mine.length / tries))
      for (const row of mine.filter((_, n) => n % step === 0).slice(0, paramOf(page) ? tries : 1)) {
        if (wanted.size === 0) break
        const path = addressOf(page, String(row.id))
        const cookie = stage.cookies.get(who.key) ?? ''
        const drawn = formsOf(
          { page, operation: loader, path, expected: 200 },
          await stage.app.ask({ path, cookie }),
          who.key,
        )
        for (const one of drawn) if (one.page.path === page.path && wanted.delete(one.form.intent)) found.push(one)
      }
    }
  }
  return found
}

/** Sends a form that was drawn for one as another: where the oracle says no, it is as if the thing did not exist. */
export async function faultsOfForm(stage: Stage, who: Who | undefined, found: FoundForm): Promise<string[]> {
  const allowed = who !== undefined && mayDo(who, found.operation, namedBy(stage.facts, namesOf(found)), stage.facts)
  const what = `${who?.key ?? 'nobody'} POST ${found.path} ${found.form.intent} (${found.operation}), drawn for ${found.drawnFor}`
  const fields: Record<string, string | readonly string[]> = { ...found.form.fields, form_key: randomUUID() }
  // What one may do is not done here: a stale version is refused after the fences.
  if (allowed && !('version' in fields)) return []
  if (allowed) fields.version = '999'
  const cookie = who ? stage.cookies.get(who.key) : undefined
  const send = (path: string): Promise<Answer> =>
    stage.app.ask({ method: 'POST', path, form: fields, ...(cookie ? { cookie } : {}) })
  const answer = await send(found.path)
  if (!who || allowed || answer.status === 404)
    return faultsOfAnswer(stage, who, what, answer, ...(who === undefined ? [302] : allowed ? [422, 409, 303] : [404]))
  // A form may be judged before the thing is looked for: then a thing that is not there is answered in the very same way.
  const nowhere = isSeen(stage, who, found) ? found.path : found.path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, randomUUID())
  for (const [name, value] of Object.entries(fields))
    if (nowhere === found.path && name in tables && typeof value === 'string')
      fields[name] = value.replace(/^[0-9a-f-]{36}/, randomUUID())
  fields.form_key = randomUUID()
  const absent = await send(nowhere)
  const told =
    absent.status !== answer.status || withoutIds(absent.bytes, nowhere) !== withoutIds(answer.bytes, found.path)
  return [
    ...faultsOfAnswer(stage, who, what, answer, 422, 409, 303),
    ...(told ? [`${what}: ${answer.status}, and ${absent.status} for what is not there`] : []),
  ]
}

/** Other ids in the same form, of the same kind and not the actor's, are answered as ids of nothing are. */
export async function faultsOfForeignIds(stage: Stage, who: Who, found: FoundForm): Promise<string[]> {
  const param = paramOf(found.page)
  const cookie = stage.cookies.get(who.key) ?? ''
  const faults: string[] = []
  for (const [name, value] of Object.entries(found.form.fields)) {
    const table = tables[name]
    if (!table || name === param || typeof value !== 'string' || !/^[0-9a-f-]{36}/.test(value)) continue
    const may = (row: Row): boolean =>
      mayDo(who, found.operation, namedBy(stage.facts, { ...namesOf(found), [name]: row.id }), stage.facts)
    const foreign = stage.facts.rows(table).filter(row => !may(row))
    const throws = throwsOf(stage.seed + name.length)
    if (foreign.length === 0) continue
    const send = async (id: string): Promise<Answer> => {
      const fields = { ...found.form.fields, form_key: randomUUID(), [name]: value.replace(/^[0-9a-f-]{36}/, id) }
      return stage.app.ask({ method: 'POST', path: found.path, form: fields, cookie })
    }
    const [theirs, nothing] = [await send(String(throws.pick(foreign).id)), await send(randomUUID())]
    const what = `${who.key} POST ${found.path} ${found.form.intent} with a foreign ${name}`
    faults.push(...faultsOfAnswer(stage, who, what, theirs, 404, 422, 409))
    if (theirs.status !== nothing.status)
      faults.push(`${what}: ${theirs.status}, and ${nothing.status} for an id of nothing`)
  }
  return faults
}
