import { Command, InvalidArgumentError } from 'commander'
import { sealIdentity } from '#domain/candidates'
import { type Day, dayOf, isDay } from '#kernel'
import { layOutWorld, loadWorld, type Progress, storyPeople } from '#world'
import { openInstallation } from './installation.ts'
import type { OperatorSettings } from './settings.ts'

type Options = { readonly people: number; readonly day?: Day; readonly seed: number }

/** `fotfaste world`: loads a demonstration world of any size into an empty database, with a progress bar on stderr. */
export function worldCommand(settings: OperatorSettings): Command {
  return new Command('world')
    .description('load a demonstration world into an empty database')
    .option('--people <number>', 'how many job seekers, at least 2000', readPeople, storyPeople)
    .option('--day <YYYY-MM-DD>', 'lay the world out around this day instead of today', readDay)
    .option('--seed <number>', 'another seed gives other people', readWhole, 1)
    .action(async (options: Options) => load(settings, options))
}

async function load(settings: OperatorSettings, { people, day, seed }: Options): Promise<void> {
  const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)
  const installation = await openInstallation(settings, settings.databaseUrl === undefined, say)
  try {
    const world = layOutWorld({ day: day ?? dayOf(new Date()), people, seed })
    const seal = (number: string): ReturnType<typeof sealIdentity> => sealIdentity(installation.secret, number)
    const bar = progressBar(process.stderr)
    const loaded = await loadWorld(installation.adminUrl, world, { seal, onProgress: bar.show })
    bar.end()
    const seconds = loaded.milliseconds / 1000
    say(
      `Loaded ${count(people)} people, ${count(loaded.rows)} rows and ${count(loaded.events)} events in ${seconds.toFixed(1)} s (${count(loaded.rows / seconds)} rows/s).`,
    )
  } finally {
    await installation.close()
  }
}

type Terminal = { readonly isTTY?: boolean; readonly write: (text: string) => unknown }

/** One line that fills up; on something that is not a terminal, a line for every tenth. */
export function progressBar(
  out: Terminal,
  clock: () => number = () => performance.now(),
): { readonly show: (progress: Progress) => void; readonly end: () => void } {
  const began = clock()
  const width = 30
  let tenths = 0
  return {
    show({ rows, people, of }) {
      const share = of === 0 ? 1 : people / of
      const line = `${count(people)}/${count(of)} people, ${count(rows)} rows, ${count(rows / Math.max(0.001, (clock() - began) / 1000))} rows/s`
      if (out.isTTY) {
        const filled = Math.floor(share * width)
        out.write(`\r[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${line}   `)
      } else if (Math.floor(share * 10) > tenths) {
        tenths = Math.floor(share * 10)
        out.write(`${tenths * 10} %: ${line}\n`)
      }
    },
    end: () => void (out.isTTY && out.write('\n')),
  }
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en-GB').replaceAll(',', ' ')
}

function readWhole(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('Give a whole number.')
  return number
}

function readPeople(text: string): number {
  const number = readWhole(text)
  if (number < storyPeople)
    throw new InvalidArgumentError(`Give at least ${storyPeople}: the stories are cast from them.`)
  return number
}

function readDay(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('Give a day as YYYY-MM-DD, for example 2026-03-02.')
  return text
}
