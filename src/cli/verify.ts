import { Command } from 'commander'
import pg from 'pg'
import { openInstallation } from './installation.ts'
import type { OperatorSettings } from './settings.ts'

/** `fotfaste verify`: reads every chain of the event log again and says where it is broken (GEN-5, trust.md I3). */
export function verifyCommand(settings: OperatorSettings): Command {
  return new Command('verify').description('check that the event log has not been rewritten').action(async () => {
    const installation = await openInstallation(settings, settings.databaseUrl === undefined, () => undefined)
    const admin = new pg.Client({ connectionString: installation.adminUrl })
    await admin.connect()
    try {
      const { rows } = await admin.query<{ stream_id: string; seq: number }>(
        'select stream_id, seq from log.broken() order by 1, 2',
      )
      const { rows: counted } = await admin.query<{ events: number; streams: number }>(
        'select count(*)::int as events, count(distinct stream_id)::int as streams from log.event',
      )
      for (const row of rows) process.stdout.write(`broken: stream ${row.stream_id}, link ${row.seq}\n`)
      process.stdout.write(`${counted[0]?.events} events in ${counted[0]?.streams} chains, ${rows.length} broken\n`)
      process.exitCode = rows.length === 0 ? 0 : 1
    } finally {
      await admin.end()
      await installation.close()
    }
  })
}
