import pg from 'pg'

/** Runs a statement above every policy, as the administrator: to lay out and to look, never as the product does. */
export type Above = <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/** The administrator's own connection to a test database. */
export async function standAbove(adminUrl: string): Promise<{ above: Above; end: () => Promise<void> }> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  let last: Promise<unknown> = Promise.resolve()
  return {
    // One after another, also when several ask at once.
    above: <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
      const asked = last.then(async () => (await admin.query<Row>(text, [...values])).rows)
      last = asked.catch(() => undefined)
      return asked
    },
    end: () => admin.end(),
  }
}
