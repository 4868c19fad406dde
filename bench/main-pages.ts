import pg from 'pg'

/** A page worth measuring: where it is, and who of the cast looks at it. */
export type MainPage = { readonly name: string; readonly path: string; readonly as: string }

/** The ten main pages, with ids of the world that was loaded. */
export async function mainPages(adminUrl: string): Promise<MainPage[]> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const one = async (text: string): Promise<string> => {
    const { rows } = await admin.query<{ id: string }>(text)
    if (!rows[0]) throw new Error(`The world has nothing for: ${text}`)
    return rows[0].id
  }
  try {
    const lokal = `(select id from organisations.organisation where name = 'Lokalförvaltningen')`
    const nordost = `(select id from organisations.organisation where name = 'Arbetsmarknad Nordost')`
    const open = await one(
      `select id from procurement.procurement where authority_id = ${lokal} and state = 'open' order by contract_start desc, id limit 1`,
    )
    const waiting =
      await one(`select p.id from procurement.procurement p join procurement.need n on n.procurement_id = p.id
      where n.submitted_at is not null and p.state = 'open' and not exists (select from places.apportionment a where a.procurement_id = p.id and a.state = 'decided')
      order by p.contract_start, p.id limit 1`)
    const matching =
      await one(`select c.procurement_id as id from matching.candidacy c join procurement.procurement p on p.id = c.procurement_id
      where p.matching_id = ${nordost} and p.state = 'open' group by 1 order by count(*) desc, 1 limit 1`)
    const person = await one(
      `select id from candidates.person where matching_id = ${nordost} and not protected order by number limit 1`,
    )
    return [
      { name: 'Min dag', path: '/min-dag', as: 'matching_officer' },
      { name: 'Upphandlingar', path: '/upphandlingar', as: 'procurer' },
      { name: 'Upphandlingen', path: `/upphandlingar/${open}`, as: 'procurer' },
      { name: 'Fördelning', path: `/upphandlingar/${waiting}/fordelning`, as: 'district_team' },
      { name: 'Årets fördelning', path: '/fordelning', as: 'district_team' },
      { name: 'Personer', path: '/personer', as: 'matching_officer' },
      { name: 'Personen', path: `/personer/${person}`, as: 'matching_officer' },
      { name: 'Matchning', path: `/upphandlingar/${matching}/matchning`, as: 'matching_officer' },
      { name: 'Kandidater', path: '/kandidater', as: 'employer' },
      { name: 'Läget', path: '/laget', as: 'decision_maker' },
    ]
  } finally {
    await admin.end()
  }
}
