import type pg from 'pg'
import type { Above } from './above.ts'
import { withContext } from './naked-reads.ts'
import { cardOf, isPreviewed, isShown, toldName } from './oracle/cards.ts'
import type { Facts, Row, Who } from './oracle/facts.ts'

// What the functions that read past the policies deliver, against the oracle. Each answers with findings; none: as it should be.

const differ = (who: Who, what: string, told: readonly unknown[], expected: readonly Row[]): string[] => {
  const allowed = new Set(expected.map(row => row.id))
  const given = new Set(told)
  const many = [...given].filter(id => !allowed.has(id))
  const few = [...allowed].filter(id => !given.has(id))
  return [
    ...(many.length > 0 ? [`${who.key} is told ${many.length} ${what} too many, for example ${many[0]}`] : []),
    ...(few.length > 0 ? [`${who.key} is not told ${few.length} ${what}, for example ${few[0]}`] : []),
  ]
}

/** The names of these people, asked for all at once. */
export async function namesTold(
  client: pg.Client,
  context: string,
  who: Who,
  facts: Facts,
  people: readonly Row[],
): Promise<string[]> {
  const { rows } = await withContext(client, context, () =>
    client.query<Row>(`select person_id, given_name from candidates.read_names($1, 'trust test')`, [
      people.map(row => row.id),
    ]),
  )
  const wrong = rows.filter(row => row.given_name !== facts.find('candidates.person', row.person_id)?.given_name)
  const expected = people.filter(row => toldName(who, facts, row))
  return [
    ...differ(
      who,
      'names',
      rows.map(row => row.person_id),
      expected,
    ),
    ...wrong.map(row => `${who.key} is told a wrong name of ${row.person_id}`),
  ]
}

/** Every delivery has its line in the read log, in the same transaction (P-L1, P-L2). */
export async function readingsLogged(
  client: pg.Client,
  above: Above,
  context: string,
  who: Who,
  people: readonly Row[],
): Promise<string[]> {
  const purpose = `counted ${Math.random()}`
  await client.query('begin')
  await client.query(`select set_config('ctx.secret', $1, true)`, [context])
  const { rows } = await client.query(`select person_id from candidates.read_names($1, $2)`, [
    people.map(row => row.id),
    purpose,
  ])
  await client.query('commit')
  const [logged] = await above<{ n: number }>(
    `select count(distinct person_id)::int as n from gate.read_log where purpose = $1 and account_id = $2 and role = $3 and allowed`,
    [purpose, who.account, who.role],
  )
  return logged?.n === rows.length ? [] : [`${who.key} was told ${rows.length} names, and ${logged?.n} are in the log`]
}

/** The cards of these cases, shown to the employer and previewed by the matching side, field for field. */
export async function cardsTold(
  client: pg.Client,
  context: string,
  who: Who,
  facts: Facts,
  cases: readonly Row[],
): Promise<string[]> {
  const candidacies = facts.rows('matching.candidacy')
  const found: string[] = []
  await withContext(client, context, async () => {
    const shown: Row[] = []
    for (const one of cases)
      shown.push(...(await client.query<Row>('select * from matching.read_cards($1)', [one.id])).rows)
    const inCases = new Set(cases.map(row => row.id))
    const expected = candidacies.filter(row => inCases.has(row.procurement_id) && isShown(who, facts, row))
    found.push(
      ...differ(
        who,
        'cards',
        shown.map(row => row.candidacy_id),
        expected,
      ),
    )
    const previewed = (
      await client.query<Row>('select * from matching.preview_cards($1)', [candidacies.map(row => row.id)])
    ).rows
    found.push(
      ...differ(
        who,
        'previews',
        previewed.map(row => row.candidacy_id),
        candidacies.filter(row => isPreviewed(who, facts, row)),
      ),
    )
    for (const card of [...shown, ...previewed]) found.push(...fieldsTooMany(who, card, facts))
  })
  return found
}

/** A card holds the given name, an initial, and what the person has said yes to: nothing else (P-D2). */
function fieldsTooMany(who: Who, card: Row, facts: Facts): string[] {
  const candidacy = facts.find('matching.candidacy', card.candidacy_id)
  const person = facts.find('candidates.person', candidacy?.person_id)
  const fields = (candidacy && (cardOf(facts, candidacy)?.fields as string[])) ?? []
  const wrong = [
    card.given_name !== person?.given_name && 'given name',
    card.family_initial !== String(person?.family_name).slice(0, 1) && 'family name',
    card.phone !== (fields.includes('phone') ? person?.phone : null) && 'phone',
    !fields.includes('competence') &&
      [card.skills_sv, card.languages_sv].some(value => value !== null) &&
      'competences',
  ].filter(Boolean)
  return wrong.map(what => `${who.key} is shown the ${what} of ${candidacy?.person_id} on a card`)
}
