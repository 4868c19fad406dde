import { sql } from 'kysely'
import type { Tx } from '#db'
import type { Actor, Day } from '#kernel'
import { mayMatch } from '../access.ts'
import { findCase } from '../store.ts'

/**
 * What an employer sees of a person: exactly these fields (trust.md P-D2), and of them only what the person has said yes to. `skills` and
 * `languages` are the profile's own words for what the person can; undefined when the person has not let them be shown.
 */
export type Card = {
  readonly name: string
  readonly phone?: string
  readonly skillsSv?: readonly string[]
  readonly skillsEn?: readonly string[]
  readonly languagesSv?: readonly string[]
  readonly languagesEn?: readonly string[]
  readonly canStart: Day | null
  readonly shownTo: Day
  readonly support: 'yes' | 'asked' | 'no'
}

export type AnswerableCard = Card & {
  readonly candidacy: string
  readonly state: 'presented' | 'wanted'
  readonly version: number
}

export type CardsPage = {
  readonly procurement: string
  readonly number: string
  readonly title: string
  readonly matching?: string
  readonly period: { readonly from: Day; readonly last: Day }
  readonly cards: readonly AnswerableCard[]
}

/** The employer's cards for one of its cases; undefined when it is not its case. Reading is logged. */
export async function viewCards(tx: Tx, actor: Actor, procurement: string): Promise<CardsPage | undefined> {
  const about = await findCase(tx, procurement)
  if (!about || !mayMatch(actor, 'matching.cards', about)) return undefined
  const row = await tx
    .selectFrom('procurement.procurement as p')
    .leftJoin('procurement.commitment as c', 'c.procurement_id', 'p.id')
    .select(['p.title', 'p.contract_start', 'p.contract_end', 'c.contract_start as from', 'c.contract_end as last'])
    .where('p.id', '=', procurement)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<CardRow & { candidacy_id: string; state: AnswerableCard['state']; version: number }>`
    select * from matching.read_cards(${procurement}::uuid)`.execute(tx)
  return {
    procurement: about.id,
    number: about.number,
    title: row.title,
    ...(about.matching ? { matching: about.matching } : {}),
    period: { from: row.from ?? row.contract_start, last: row.last ?? row.contract_end },
    cards: rows.map(card => ({
      ...toCard(card),
      candidacy: card.candidacy_id,
      state: card.state,
      version: card.version,
    })),
  }
}

/** The cards as the employer sees them or would see them, for the matching side; none for those without a permission in force. */
export async function previewCards(tx: Tx, candidacies: readonly string[]): Promise<ReadonlyMap<string, Card>> {
  if (candidacies.length === 0) return new Map()
  const { rows } = await sql<CardRow & { candidacy_id: string }>`
    select * from matching.preview_cards(${[...candidacies]}::uuid[])`.execute(tx)
  return new Map(rows.map(row => [row.candidacy_id, toCard(row)]))
}

export type Choice = {
  readonly procurement: string
  readonly number: string
  readonly title: string
  /** Cards that wait for an answer, and people the employer wants to meet. */
  readonly toAnswer: number
  readonly wanted: number
  /** The last day the first of them is shown. */
  readonly shownTo: Day
}

/** The employer's cases that have cards, the one that ends first at the top. */
export async function listChoices(tx: Tx): Promise<Choice[]> {
  const { rows } = await sql<
    { procurement_id: string; to_answer: number; wanted: number; shown_to: Day } & {
      number: string
      title: string
    }
  >`select c.*, p.number, p.title from matching.choices() c join procurement.procurement p on p.id = c.procurement_id
    order by c.shown_to, p.number, p.id limit 100`.execute(tx)
  return rows.map(row => ({
    procurement: row.procurement_id,
    number: row.number,
    title: row.title,
    toAnswer: row.to_answer,
    wanted: row.wanted,
    shownTo: row.shown_to,
  }))
}

type CardRow = {
  given_name: string
  family_initial: string
  phone: string | null
  skills_sv: string[] | null
  skills_en: string[] | null
  languages_sv: string[] | null
  languages_en: string[] | null
  ready_on: Day | null
  shown_to: Day
  support: Card['support']
}

function toCard(row: CardRow): Card {
  return {
    name: `${row.given_name} ${row.family_initial}.`,
    ...(row.phone ? { phone: row.phone } : {}),
    ...(row.skills_sv ? { skillsSv: row.skills_sv } : {}),
    ...(row.skills_en ? { skillsEn: row.skills_en } : {}),
    ...(row.languages_sv ? { languagesSv: row.languages_sv } : {}),
    ...(row.languages_en ? { languagesEn: row.languages_en } : {}),
    canStart: row.ready_on,
    shownTo: row.shown_to,
    support: row.support,
  }
}
