import { Command } from 'commander'
import { dayOf } from '#kernel'
import { accountCommand } from './account.ts'
import { calcCommand } from './calc.ts'
import { checkCommand } from './check.ts'
import { engineCommand } from './engine.ts'
import { openInstallation } from './installation.ts'
import { noticeCommand } from './notice.ts'
import { openapiCommand } from './openapi.ts'
import { rulesCommand } from './rules.ts'
import { type Host, serve, start } from './serve.ts'
import type { OperatorSettings } from './settings.ts'
import { verifyCommand } from './verify.ts'
import { worldCommand } from './world.ts'

export type { Installation } from './installation.ts'
export type { Host, HostOptions } from './serve.ts'
export { type OperatorSettings, readSettings } from './settings.ts'

/** The command line. Errors are sentences on stderr with exit code 1; results go to stdout. */
export function createProgram(settings: OperatorSettings, host: Host): Command {
  const program = new Command('fotfaste').description(
    'Turns employment requirements in public procurement into lasting jobs.',
  )
  program
    .command('start')
    .description('run the demonstration world on this machine')
    .option('--day <YYYY-MM-DD>', 'lay the world out around this day instead of today')
    .action(async (options: { day?: string }) => start(settings, host, options.day))
  program
    .command('serve')
    .description('run in production: needs FOTFASTE_SECRET, FOTFASTE_URL, DATABASE_URL and SMTP_URL')
    .action(async () => serve(settings, host))
  program
    .command('migrate')
    .description('bring the database to the newest schema')
    .action(async () => {
      const installation = await openInstallation(
        settings,
        settings.databaseUrl === undefined,
        sentence => void process.stderr.write(`${sentence}\n`),
      )
      await installation.close()
    })
  program.addCommand(accountCommand(settings))
  program.addCommand(worldCommand(settings))
  program.addCommand(noticeCommand())
  program.addCommand(openapiCommand())
  program.addCommand(verifyCommand(settings))
  program.addCommand(checkCommand(settings))
  program.addCommand(calcCommand())
  program.addCommand(engineCommand())
  program.addCommand(rulesCommand(() => dayOf(new Date())))
  return program
}
