import { readFile, writeFile } from 'node:fs/promises'
import { Command, InvalidArgumentError } from 'commander'
import {
  type JmbFault,
  type MatchFault,
  type MatchFaultCode,
  type MatchInstance,
  type Matching,
  matchOnThread,
  type Prices,
  type Progress,
  readJmb,
} from '#engine'

type Options = { out: string; prices?: string; seed: number; seconds: number }

/** `fotfaste engine match FILE.jmb`: the pairs and the prices that prove them. A bad file: every fault as a sentence, exit code 1. */
export function engineMatchCommand(): Command {
  return new Command('match')
    .description('spread places over candidates, as well as can be, with proof')
    .argument('<file>', 'the instance (.jmb)')
    .requiredOption('--out <file>', 'where to write the pairs: one "candidate opening" a line')
    .option('--prices <file>', 'where to write the prices that prove them')
    .option('--seed <n>', 'draws the order among equals', wholeNumber, 0)
    .option('--seconds <n>', 'time for each whole-numbered programme when bands cross', wholeNumber, 30)
    .action(run)
}

async function run(file: string, options: Options): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) return fail([`${file}: ${bytes.code === 'ENOENT' ? 'no such file' : bytes.message}`])
  const reading = readJmb(bytes)
  if (!reading.ok) return fail([`${file}: ${fileSentences[reading.fault.code](reading.fault.facts)}`])
  const answer = await matchOnThread(reading.instance, {
    ties: { seed: options.seed },
    cross: { seconds: options.seconds, reach: 250 },
    onProgress: ({ stage, done, of }) => showProgress(stage, done, of),
  })
  endProgress()
  if (!answer.ok) return fail(answer.faults.map(fault => `${file}#${fault.pointer}: ${sentence(fault)}`))
  try {
    await writeFile(options.out, pairLines(answer.value))
    if (options.prices) await writeFile(options.prices, priceLines(reading.instance, answer.value.prices))
  } catch (error) {
    return fail([error instanceof Error ? error.message : String(error)])
  }
  const { worth, bound, gap } = answer.value
  process.stderr.write(
    `${worth.placed} places filled, ${worth.outside} persons outside bands, ${worth.missing} reserved places without theirs. ` +
      `Value ${worth.value}, no plan exceeds ${bound}: ${gap === 0 ? 'proved best' : `at most ${gap} from the best`}.\n`,
  )
}

function pairLines({ pairs }: Matching): string {
  return Array.from(pairs.candidate, (i, n) => `${i} ${pairs.opening[n]}\n`).join('')
}

function priceLines({ families }: MatchInstance, prices: Prices): string {
  const lines: string[] = []
  for (const [j, price] of prices.opening.entries()) if (price !== 0) lines.push(`p ${j} ${price}\n`)
  for (const f of families.keys()) {
    for (const [label, price] of prices.label[f]!.entries()) if (price !== 0) lines.push(`l ${f} ${label} ${price}\n`)
  }
  for (const [k, price] of prices.reserve.entries()) if (price !== 0) lines.push(`r ${k} ${price}\n`)
  return lines.join('')
}

type Facts = Readonly<Record<string, number>>

const fileSentences: Readonly<Record<JmbFault['code'], (facts: Facts) => string>> = {
  'jmb.too_short': ({ bytes, expected }) => `the file has ${bytes} bytes; the heading alone takes ${expected}`,
  'jmb.not_this_format': () => 'not a JMB1 file: the first four bytes are others',
  'jmb.counts_impossible': () => 'the counts in the heading cannot be right',
  'jmb.truncated': ({ bytes, expected }) => `the file ends too early: ${bytes} bytes of ${expected}`,
  'jmb.too_long': ({ bytes, expected }) => `the file goes on after its end: ${bytes} bytes instead of ${expected}`,
}

const sentences: Readonly<Record<MatchFaultCode, (facts: Facts) => string>> = {
  'match.length_wrong': ({ length, expected }) => `${length} entries instead of ${expected}`,
  'match.not_whole': () => 'not a whole number',
  'match.first_not_rising': ({ value }) => `the pairs of a candidate cannot end at ${value}`,
  'match.opening_unknown': ({ opening, openings }) => `there is no opening ${opening}; they are 0 to ${openings! - 1}`,
  'match.pairs_not_ascending': ({ candidate, opening }) =>
    `opening ${opening} comes twice or out of order for candidate ${candidate}`,
  'match.below_zero': ({ value }) => `${value} is below 0`,
  'match.invitations_out_of_range': ({ value, most }) => `${value} invitations; 0 to ${most} are possible`,
  'match.label_unknown': ({ label, labels }) => `there is no label ${label}; they are 0 to ${labels! - 1}`,
  'match.band_reversed': ({ low, high }) => `the band begins at ${low} and ends at ${high}`,
  'match.family_unknown': ({ family }) => `there is no family ${family}`,
  'match.weights_too_great': ({ most }) => `the weights could add up to ${most}, more than can be counted exactly`,
}

function sentence({ code, facts }: MatchFault): string {
  return sentences[code](facts)
}

function fail(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

const stageWords: Readonly<Record<Progress['stage'], string>> = {
  regions: 'planning regions',
  filling: 'filling places',
  steering: 'steering towards bands',
  balancing: 'balancing bands',
  crossing: 'pricing bands that cross',
}

let shown = ''

/** A bar on a terminal; in a log, a line for every fifth of a stage. */
function showProgress(stage: Progress['stage'], done: number, of: number): void {
  const share = Math.min(1, of === 0 ? 1 : done / of)
  if (process.stderr.isTTY) {
    const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░')
    process.stderr.write(`\r\u001b[K${bar} ${stageWords[stage]}`)
    return
  }
  const line = `${stageWords[stage]}: ${Math.floor(share * 5) * 20} %\n`
  if (line !== shown) process.stderr.write(line)
  shown = line
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed')
  return Number(text)
}
