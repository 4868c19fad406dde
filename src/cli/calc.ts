import { readFile, writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import type { Calculated, Calculation, InputFault } from '#kernel'
import { calculations } from './rulebook.ts'

type Language = 'sv' | 'en'

/** Calculations that can be drawn, by name: the whole HTML file. Given by main.ts, since this room does not know the web. */
export type Pictures = Readonly<Record<string, (input: unknown, language: Language) => Promise<string | undefined>>>

/** `fotfaste calc NAME FILE.json`: one calculation on one file, explained line by line. A bad file: every fault with its pointer, exit code 1. */
export function calcCommand(pictures: Pictures): Command {
  const calc = new Command('calc').description('run a rule of the field on a JSON file and explain the result')
  for (const calculation of calculations) {
    const draw = pictures[calculation.name]
    const command = calc
      .command(calculation.name)
      .description(calculation.about.en)
      .argument('<file>', 'the input as JSON; see docs/examples')
      .option('--json', 'print value, lines and summary as JSON')
      .addOption(new Option('--lang <language>', 'language of the explanation').choices(['sv', 'en']).default('sv'))
    if (draw) command.option('--picture <file.html>', 'also draw the result, as one HTML file')
    command.action(async (file: string, options: { json?: true; lang: Language; picture?: string }) => {
      const input = await run(calculation, file, options.lang, options.json === true)
      const page = draw && options.picture !== undefined && input.ok ? await draw(input.value, options.lang) : undefined
      if (options.picture !== undefined && page !== undefined) await writeFile(options.picture, page)
    })
  }
  return calc
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string }

/** Prints the answer, or every fault. Gives back the input that was answered. */
async function run(calculation: Calculation, file: string, language: Language, asJson: boolean): Promise<Read> {
  const input = await readJson(file)
  if (!input.ok) return refuse([`${file}: ${input.why}`])
  const result = calculation.calculate(input.value)
  if (!result.ok) return refuse(result.faults.map(fault => `${file}#${sentence(fault, language)}`))
  process.stdout.write(asJson ? `${JSON.stringify(result, null, 2)}\n` : print(result, language))
  return input
}

async function readJson(file: string): Promise<Read> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (typeof text !== 'string') return { ok: false, why: text.code === 'ENOENT' ? 'no such file' : text.message }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, why: `not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function sentence(fault: InputFault, language: Language): string {
  return `${fault.pointer === '' ? '/' : fault.pointer} ${fault.says[language]}`
}

function refuse(sentences: readonly string[]): Read {
  for (const one of sentences) process.stderr.write(`${one}\n`)
  process.exitCode = 1
  return { ok: false, why: sentences.join('\n') }
}

function print(result: Calculated, language: Language): string {
  const because = result.lines.flatMap(line => [
    `- ${line.says[language]}`,
    `  ${line.rule} · ${line.source}`,
    ...(Object.keys(line.inputs).length === 0
      ? []
      : [
          `  ${Object.entries(line.inputs)
            .map(([name, value]) => `${name} = ${value}`)
            .join(', ')}`,
        ]),
  ])
  const left = (result.notCounted ?? []).map(one => `- ${one[language]}`)
  const leftTitle = { sv: 'Räknas inte med', en: 'Not counted' }[language]
  return [result.summary[language], '', ...because, ...(left.length > 0 ? ['', leftTitle, ...left] : []), ''].join('\n')
}
