import type { Tx } from '#db'
import { inOrder, type ListOrder } from '#domain/competence'
import type { Actor, Day } from '#kernel'
import { mayMatch } from '../access.ts'
import type { CandidacyState } from '../matching.ts'
import { type CaseHead, headOf } from './head.ts'
import { type Line, linesOf, withNames } from './lines.ts'
import { type Found, mostLookedAt, ownPeople, peopleOfCase } from './people.ts'

/** Whom the grid is about: those proposed, or one's own people as well. */
export const gridScopes = ['proposed', 'own'] as const
export type GridScope = (typeof gridScopes)[number]

/** Why people are not shown: a must that is not met in time, a question about being matched that has no yes, or not ready before the start. */
export type HiddenReason =
  | { readonly code: 'must'; readonly labelSv: string; readonly labelEn: string; readonly count: number }
  | { readonly code: 'not_agreed' | 'not_ready'; readonly count: number }

export type Grid = {
  readonly head: CaseHead
  readonly scope: GridScope
  readonly order: ListOrder
  /** Everybody in the case, and the first of one's own up to fifty in all; `total` is how many there are. */
  readonly lines: readonly Line[]
  readonly total: number
  /** Of one's own people who were held against the profile: how many are not shown, and why. The counts sum to the whole. */
  readonly hidden: { readonly total: number; readonly reasons: readonly HiddenReason[] }
  /** Set when only so many of one's own were looked at, the first in the chosen order. */
  readonly lookedAt?: number
  /** Numbers of protected people, only for the few who are named for them; for everybody else there are none (P-S2). */
  readonly handledApart: readonly string[]
}

export type GridQuery = {
  readonly order: ListOrder
  readonly scope: GridScope
  /** Show also those who would be left out, with why in their cells. */
  readonly all?: boolean
  /** Candidacies, or people without one, to compare: two to four. */
  readonly only?: readonly string[]
  readonly today: Day
}

const mostShown = 50
const underWay: readonly CandidacyState[] = ['proposed', 'shortlisted', 'presented', 'wanted', 'chosen']

/** Requirement by person for a case (ux.md E4): who meets what, who could by when, who is not shown and why. Names are read for those shown. */
export async function viewGrid(tx: Tx, actor: Actor, procurement: string, query: GridQuery): Promise<Grid | undefined> {
  const found = await headOf(tx, procurement, query.today)
  if (!found || !mayMatch(actor, 'matching.grid', found.about)) return undefined
  const { about: _, ...head } = found
  const frame = {
    procurement,
    firstDay: head.starts,
    today: query.today,
    employer: head.employer?.id,
    ...profileOf(head),
  }

  const candidates = await peopleOfCase(tx, procurement, underWay)
  const own = query.scope === 'own' ? await ownPeople(tx, actor, procurement, query.order) : { people: [], more: false }
  const lines = await linesOf(tx, open(candidates), frame)
  const looked = await linesOf(tx, open(own.people), frame)
  const { shown, hidden } = part(looked, head, query.all === true)
  const all = [...lines, ...shown]
  const chosen = query.only ? all.filter(line => query.only?.includes(line.candidacy?.id ?? line.id)) : all
  return {
    head,
    scope: query.scope,
    order: query.order,
    lines: await withNames(tx, inOrder(firstOf(chosen, query.order), query.order), 'match', procurement),
    total: chosen.length,
    hidden,
    ...(own.more ? { lookedAt: mostLookedAt } : {}),
    handledApart: [...candidates, ...own.people].filter(one => one.protected).map(one => String(one.number)),
  }
}

/** Whoever is in the case is always shown; one's own fill up what is left of the page, first in the chosen order. */
function firstOf(lines: readonly Line[], order: ListOrder): Line[] {
  const inCase = lines.filter(line => line.candidacy)
  const own = inOrder(
    lines.filter(line => !line.candidacy),
    order,
  )
  return [...inCase, ...own.slice(0, Math.max(0, mostShown - inCase.length))]
}

function profileOf(head: CaseHead): Pick<CaseHead, 'profile'> {
  return head.profile ? { profile: head.profile } : {}
}

/** Protected people stand in no grid, not even for the named: they are handled apart (P-S2). */
export function open(people: readonly Found[]): Found[] {
  return people.filter(person => !person.protected)
}

/** Splits people into those shown and those left out, each left out for the first reason that holds, musts first. */
export function part(
  lines: readonly Line[],
  head: Pick<CaseHead, 'starts' | 'profile'>,
  all: boolean,
): { shown: Line[]; hidden: Grid['hidden'] } {
  const counts = new Map<string, number>()
  const shown: Line[] = []
  for (const line of lines) {
    const why = leftOut(line, head.starts)
    if (why !== undefined) counts.set(why, (counts.get(why) ?? 0) + 1)
    if (why === undefined || all) shown.push(line)
  }
  const musts = (head.profile?.requirements ?? []).flatMap((requirement): HiddenReason[] => {
    const count = counts.get(requirement.id) ?? 0
    return count === 0 ? [] : [{ code: 'must', labelSv: requirement.labelSv, labelEn: requirement.labelEn, count }]
  })
  const rest = (['not_ready', 'not_agreed'] as const).flatMap((code): HiddenReason[] => {
    const count = counts.get(code) ?? 0
    return count === 0 ? [] : [{ code, count }]
  })
  const reasons = [...musts, ...rest]
  return { shown, hidden: { total: reasons.reduce((sum, reason) => sum + reason.count, 0), reasons } }
}

function leftOut(line: Line, starts: Day): string | undefined {
  const must = line.cells.find(cell => cell.kind === 'must' && cell.state === 'not_met')
  if (must) return must.requirement
  if (line.status === 'preparing' && line.readyOn !== null && line.readyOn > starts) return 'not_ready'
  return line.agreed === 'yes' ? undefined : 'not_agreed'
}
