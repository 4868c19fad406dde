import { Command, Option } from 'commander'
import { isDay, type RegisteredRule } from '#kernel'
import { rulebook } from './rulebook.ts'

/** `fotfaste rules list --on DAY`: every rule and parameter in force that day, with its source and how well it is known. */
export function rulesCommand(today: () => string): Command {
  const rules = new Command('rules').description('the rules and parameters that the product decides by')
  rules
    .command('list')
    .description('print what is in force on a day')
    .option('--on <YYYY-MM-DD>', 'the day; today when left out')
    .option('--json', 'print as JSON')
    .addOption(new Option('--lang <language>', 'language of the names').choices(['sv', 'en']).default('sv'))
    .action((options: { on?: string; json?: true; lang: 'sv' | 'en' }) => {
      const day = options.on ?? today()
      if (!isDay(day)) {
        process.stderr.write(`--on ${day}: not a day; write it as 2026-03-01\n`)
        process.exitCode = 1
        return
      }
      const inForce = rulesOn(rulebook, day)
      process.stdout.write(
        options.json === true
          ? `${JSON.stringify(inForce, null, 2)}\n`
          : inForce.map(one => line(one, options.lang)).join(''),
      )
    })
  return rules
}

/** What is in force on a day, by id. */
export function rulesOn(all: readonly RegisteredRule[], day: string): RegisteredRule[] {
  return all
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day < validTo))
    .toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
}

function line(one: RegisteredRule, language: 'sv' | 'en'): string {
  const off = one.active ? '' : { sv: ' (av: ej verifierad)', en: ' (off: unverified)' }[language]
  const until = one.validTo === undefined ? '' : `–${one.validTo}`
  return `${one.id}${off}\n  ${one.name[language]}: ${one.shown[language]}\n  ${one.validFrom}${until} · ${one.confidence} · ${one.source}\n`
}
