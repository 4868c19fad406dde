import { Command } from 'commander'
import { asWorker } from '#db'
import { checkConsistency } from '#domain/reports'
import { dayOf, newId } from '#kernel'
import { openInstallation } from './installation.ts'
import type { OperatorSettings } from './settings.ts'

/** `fotfaste check`: the nightly consistency check, now. Prints what stands, by kind; the exit code is 0 whatever it finds, since findings are for people to mend. */
export function checkCommand(settings: OperatorSettings): Command {
  return new Command('check')
    .description('look for what does not add up, and put it on the lists of those who can mend it')
    .action(async () => {
      const installation = await openInstallation(settings, settings.databaseUrl === undefined, () => undefined)
      try {
        const today = dayOf(installation.now())
        const result = await asWorker(installation.db, tx => checkConsistency(tx, { today, newId }))
        for (const [kind, count] of Object.entries(result.byKind).toSorted(([a], [b]) => a.localeCompare(b)))
          process.stdout.write(`${kind}: ${count}\n`)
        process.stdout.write(`${result.fresh} new, ${result.standing} standing, ${result.gone} gone\n`)
      } finally {
        await installation.close()
      }
    })
}
