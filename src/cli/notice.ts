import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { asExpected, readNotice } from '#outside/notices'

/** `fotfaste notice read FILE`: what was read of an eForms notice, as JSON (PRC-12). A refused file: one sentence, exit code 1. */
export function noticeCommand(): Command {
  const notice = new Command('notice').description('read procurement notices (eForms XML)')
  notice
    .command('read')
    .argument('<file>', 'an eForms XML notice')
    .description('print what was read as JSON')
    .action(async (file: string) => {
      const reading = readNotice(await readFile(file))
      if (!reading.ok) {
        process.stderr.write(`${file}: ${reading.code} ${JSON.stringify(reading.facts)}\n`)
        process.exitCode = 1
        return
      }
      process.stdout.write(`${JSON.stringify(asExpected(reading.value), null, 2)}\n`)
    })
  return notice
}
