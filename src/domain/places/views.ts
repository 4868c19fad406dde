import { sql } from 'kysely'
import type { Tx } from '#db'
import { type Apportionment, fractionValue } from '#engine'
import type { Day } from '#kernel'
import type { Calculation, Key, Pass, PlacesRefusal, SelfCheck, SelfCheckQuestion, TargetGroup } from './places.ts'
import { decideProposal, keySum } from './rules.ts'
import { keysInForce, ledgerOf, standingOf } from './standing.ts'

/** One district's line in the picture: what the key gives so far, what it was given, its claim, and what is proposed now. */
export type DistrictLine = {
  readonly area: string
  readonly name: string
  readonly percent: number
  /** Places that the key's share amounts to so far this year; in a case, with its own places counted in. */
  readonly due: number
  readonly given: number
  readonly claim: number
  readonly proposed: number
  readonly pass?: Pass
  readonly override?: { readonly place: number; readonly reason: string }
}

export type ApportionmentPage = {
  readonly procurement: string
  readonly places: number
  readonly startsOn: Day
  readonly key: Pick<
    Key,
    'id' | 'targetGroup' | 'nameSv' | 'nameEn' | 'basisSv' | 'basisEn' | 'source' | 'treatment'
  > & { readonly sum: number }
  readonly year: number
  readonly state: 'new' | 'proposed' | 'decided'
  readonly version: number
  readonly decidedAt?: Date
  readonly lines: readonly DistrictLine[]
  readonly calculation: Calculation
  readonly selfChecks: readonly SelfCheck[]
}

/** The page of one apportionment: decided as it stands, or the proposal on today's ledger. A code says why there is none yet. */
export async function viewApportionment(
  tx: Tx,
  procurement: string,
  today: Day,
  wanted?: TargetGroup,
): Promise<ApportionmentPage | PlacesRefusal> {
  const row = await tx
    .selectFrom('places.apportionment as a')
    .innerJoin('places.key as k', 'k.id', 'a.key_id')
    .select(['a.id', 'a.state', 'a.version', 'a.calculation', 'a.decided_at', 'a.year', 'k.target_group', 'a.key_id'])
    .where('a.procurement_id', '=', procurement)
    .executeTakeFirst()
  const group = (row?.state === 'decided' ? row.target_group : (wanted ?? row?.target_group)) as TargetGroup | undefined
  const standing = await standingOf(tx, procurement, group, today)
  if (!standing.ok) return standing.code
  const held =
    row && (row.state === 'decided' || row.target_group === standing.value.key.targetGroup)
      ? (row.calculation as Calculation)
      : undefined
  const proposal =
    row?.state === 'decided' ? undefined : decideProposal(standing.value, held?.passes ?? [], held?.overrides ?? [])
  if (proposal && !proposal.ok) return proposal.code
  const calculation = proposal ? proposal.value : (held as Calculation)
  const { key } = standing.value
  return {
    procurement,
    places: row?.state === 'decided' ? calculation.output.order.length : standing.value.places,
    startsOn: standing.value.startsOn,
    key: { ...key, sum: keySum(key) },
    year: row?.state === 'decided' ? row.year : standing.value.year,
    state: (row?.state ?? 'new') as ApportionmentPage['state'],
    version: row?.version ?? 0,
    ...(row?.decided_at ? { decidedAt: row.decided_at } : {}),
    lines: linesOf(key, calculation),
    calculation,
    selfChecks: await selfChecksOf(tx, procurement),
  }
}

/**
 * The lines of a calculation: what was given before it, what the key gives with this case's places counted in, and the claim that
 * is the difference. That is what the running order is about, so that is what the picture shows.
 */
export function linesOf(key: Pick<Key, 'rows'>, calculation: Calculation): DistrictLine[] {
  return key.rows.map(({ area, name, percent }) => {
    const summary = calculation.output.areas.find(row => row.area === area)
    const proposed = summary?.received ?? 0
    const given = (summary?.given ?? 0) - proposed
    const claim = summary ? fractionValue(summary.claim) + proposed : 0
    const override = calculation.overrides.find(candidate => candidate.area === area)
    const pass = calculation.passes.find(candidate => candidate.area === area)
    return {
      area,
      name,
      percent,
      given,
      claim,
      due: given + claim,
      proposed,
      ...(pass ? { pass } : {}),
      ...(override ? { override: { place: override.place, reason: override.reason } } : {}),
    }
  })
}

export type LedgerPage = {
  readonly year: number
  readonly keys: readonly {
    readonly key: Key
    readonly sum: number
    readonly total: number
    readonly lines: readonly DistrictLine[]
  }[]
}

/** Where the year stands for each key: promised by the key against given, district by district. */
export async function viewLedger(tx: Tx, year: number, today: Day): Promise<LedgerPage> {
  const keys = await keysInForce(tx, today)
  const pages = []
  for (const key of keys) {
    const stands = await ledgerOf(tx, key, year)
    // Areas that nobody took over are the apportionment's to refuse; here the new ones begin at nought.
    const ledger = (stands.ok ? stands.value : undefined) ?? []
    pages.push({
      key,
      sum: keySum(key),
      total: ledger.reduce((sum, row) => sum + row.given, 0),
      lines: ledgerLines(key, ledger),
    })
  }
  return { year, keys: pages }
}

function ledgerLines(key: Key, ledger: Apportionment['ledger']): DistrictLine[] {
  return key.rows.map(({ area, name, percent }) => {
    const row = ledger.find(candidate => candidate.area === area)
    const given = row?.given ?? 0
    const claim = row ? fractionValue(row.claim) : 0
    return { area, name, percent, given, claim, due: given + claim, proposed: 0 }
  })
}

async function selfChecksOf(tx: Tx, procurement: string): Promise<SelfCheck[]> {
  const rows = await tx
    .selectFrom('places.self_check')
    .select(['question', 'considered', 'asked', 'note', 'answered_at'])
    .where('procurement_id', '=', procurement)
    .execute()
  return rows.map(row => ({
    question: row.question as SelfCheckQuestion,
    considered: row.considered,
    asked: row.asked,
    note: row.note,
    answeredAt: row.answered_at,
  }))
}

/** The places of one case that the actor may list, per area. */
export type PlacesLine = {
  readonly procurement: string
  readonly number: string
  readonly title: string
  readonly area: string | null
  readonly areaName: string | null
  readonly places: number
  readonly startsOn: Day
}

/** Apportioned places of open cases, soonest start first. `area` limits to a district's own; policies do the rest. */
export async function listPlaces(tx: Tx, filter: { area?: string; limit: number }): Promise<PlacesLine[]> {
  let query = tx
    .selectFrom('places.place as l')
    .innerJoin('procurement.procurement as p', 'p.id', 'l.procurement_id')
    .leftJoin('organisations.area as a', 'a.id', 'l.area_id')
    .select([
      'p.id as procurement',
      'p.number',
      'p.title',
      'l.area_id as area',
      'a.name as areaName',
      'l.starts_on as startsOn',
    ])
    .select(sql<number>`count(*)::int`.as('places'))
    .where('l.state', '=', 'apportioned')
    .where('p.state', '=', 'open')
    .groupBy(['p.id', 'p.number', 'p.title', 'l.area_id', 'a.name', 'l.starts_on'])
    .orderBy('l.starts_on')
    .orderBy('p.id')
    .orderBy('a.name')
    .limit(filter.limit)
  if (filter.area !== undefined) query = query.where('l.area_id', '=', filter.area)
  return query.execute()
}

/** Submitted needs whose places are not yet apportioned, soonest start first. */
export async function listWaiting(
  tx: Tx,
  limit: number,
): Promise<{ procurement: string; number: string; title: string; places: number; startsOn: Day }[]> {
  return tx
    .selectFrom('procurement.procurement as p')
    .innerJoin('procurement.need as n', 'n.procurement_id', 'p.id')
    .select(['p.id as procurement', 'p.number', 'p.title', 'n.places', 'p.contract_start as startsOn'])
    .where('p.state', '=', 'open')
    .where('n.submitted_at', 'is not', null)
    .where('p.requirement', 'in', ['undecided', 'employment'])
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('places.apportionment as a')
            .select('a.id')
            .whereRef('a.procurement_id', '=', 'p.id')
            .where('a.state', '=', 'decided'),
        ),
      ),
    )
    .orderBy('p.contract_start')
    .orderBy('p.id')
    .limit(limit)
    .execute()
}
