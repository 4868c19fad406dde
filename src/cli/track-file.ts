import { readFile } from 'node:fs/promises'
import { readTracks, type TrackFault, type TrackInstance } from '#engine'

type Read = { readonly ok: true; readonly value: TrackInstance } | { readonly ok: false; readonly sentences: string[] }

/** An instance of tracks from a file, or a sentence for everything that is wrong with it, with its JSON pointer. */
export async function readTrackFile(file: string): Promise<Read> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (typeof text !== 'string')
    return { ok: false, sentences: [`${file}: ${text.code === 'ENOENT' ? 'no such file' : text.message}`] }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { ok: false, sentences: [`${file}: not JSON: ${error instanceof Error ? error.message : String(error)}`] }
  }
  const reading = readTracks(json)
  if (reading.ok) return reading
  return { ok: false, sentences: reading.faults.map(fault => `${file}#${fault.pointer || '/'} ${sentenceOf(fault)}`) }
}

function sentenceOf({ fault, least, most }: TrackFault): string {
  const sentences: Record<TrackFault['fault'], string> = {
    not_an_object: 'is not an object with named fields',
    missing: 'is missing',
    unknown_format: 'is not a format that can be read; write "jtt 1"',
    not_a_list: 'is not a list',
    not_whole: 'is not a whole number',
    out_of_range: `is outside ${least} to ${most}`,
    not_in_order: 'is not the number of the module in the list; modules are numbered 0, 1, 2 and so on',
    twice: 'stands there twice',
    not_square: 'does not have one number for each town',
    not_text: 'is not text',
    too_many_lacking: `leaves more than ${most} competences to gain; plan for a nearer profile first`,
  }
  return sentences[fault]
}
