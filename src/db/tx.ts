import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { PoolClient } from 'pg'
import { statementName } from './statement-names.ts'
import type { DB } from './tables.gen.ts'

/**
 * A transaction with a verified actor. The only thing stores and views take. Not usable after its transaction has ended:
 * a forgotten `await` throws instead of running inside somebody else's transaction (trust.md R10).
 */
export type Tx = Kysely<DB>

/** A Kysely that speaks through one client and dies with it. `close` is called before the client goes back to its pool. */
export function bindClient(client: PoolClient): { tx: Tx; close: () => void } {
  const state = { open: true }
  const tx = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ClientDriver(client, state),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  return { tx, close: () => (state.open = false) }
}

class ClientDriver implements Driver {
  readonly #connection: ClientConnection

  constructor(client: PoolClient, state: { open: boolean }) {
    this.#connection = new ClientConnection(client, state)
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('A transaction is already open: asActor opened it')
  }
  async commitTransaction(): Promise<void> {
    throw new Error('asActor commits')
  }
  async rollbackTransaction(): Promise<void> {
    throw new Error('asActor rolls back')
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

class ClientConnection implements DatabaseConnection {
  readonly #client: PoolClient
  readonly #state: { open: boolean }

  constructor(client: PoolClient, state: { open: boolean }) {
    this.#client = client
    this.#state = state
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (!this.#state.open) throw new Error('This transaction has ended')
    const result = await this.#client.query({
      name: statementName(query.sql),
      text: query.sql,
      values: [...query.parameters],
    })
    const changed = result.command === 'SELECT' ? undefined : BigInt(result.rowCount ?? 0)
    return changed === undefined ? { rows: result.rows } : { rows: result.rows, numAffectedRows: changed }
  }

  // biome-ignore lint/correctness/useYield: streaming is refused on purpose
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Streaming is not used: lists are paged')
  }
}
