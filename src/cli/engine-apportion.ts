import { Command } from 'commander'
import { type Apportionment, type ApportionRefusal, apportion, fractionValue } from '#engine'

type Options = { readonly key: string; readonly places: string }

/**
 * `fotfaste engine apportion --key 232,217,45 --places 20`: the running order on one line (numbers of the districts, 1-based, in
 * the order of the key), the totals on the next, then each district's total beside its target (TGT-4). Bad input: a sentence and
 * exit code 1.
 */
export function engineApportionCommand(): Command {
  return new Command('apportion')
    .description('deal places over districts by a key, one at a time')
    .requiredOption('--key <weights>', 'whole numbers with commas between, one for each district; any sum')
    .requiredOption('--places <number>', 'how many places')
    .action(run)
}

function run(options: Options): void {
  const answer = deal(options)
  if (answer.ok) process.stdout.write(print(answer.value))
  else {
    process.stderr.write(`${answer.sentence}\n`)
    process.exitCode = 1
  }
}

type Answer = { readonly ok: true; readonly value: Apportionment } | { readonly ok: false; readonly sentence: string }

function deal({ key, places }: Options): Answer {
  const texts = key.split(',').map(text => text.trim())
  const bad = texts.find(text => !/^\d+$/.test(text))
  if (bad !== undefined)
    return { ok: false, sentence: `--key: "${bad}" is not a whole number; write the key as 232,217,45` }
  if (!/^\d{1,9}$/.test(places.trim()))
    return { ok: false, sentence: `--places ${places}: not a whole number of places; write it as 20` }
  const rows = texts.map((text, index) => ({ area: `${index + 1}`, weight: Number(text) }))
  const result = apportion({ key: { rows }, places: Number(places) })
  return result.ok ? result : { ok: false, sentence: sentenceOf(result.code, Number(result.facts.most)) }
}

function print({ order, areas, bound }: Apportionment): string {
  const lines = areas.map(
    ({ area, given, target, claim }) =>
      `${area}: ${given} (target ${places(fractionValue(target))}, claim ${places(fractionValue(claim))})`,
  )
  const deviation = `no district is ever more than ${places(fractionValue(bound))} of a place from its target`
  const totals = areas.map(({ given }) => given).join(' ')
  return `${[order.join(' '), totals, ...lines, deviation].join('\n')}\n`
}

function places(number: number): string {
  return number.toFixed(3)
}

function sentenceOf(code: ApportionRefusal, most: number): string {
  if (code === 'apportion.key_is_zero') return '--key: every weight is 0; somebody must have a share'
  if (code === 'apportion.bad_places') return `--places: at most ${most} places at a time`
  if (code === 'apportion.bad_weight') return '--key: the weights are too large to be counted exactly'
  return `the key and the places do not go together: ${code}`
}
