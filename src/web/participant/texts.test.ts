import { describe, expect, it } from 'vitest'
import type { Texts } from '#shell'
import { aboutTexts } from './about-texts.ts'
import { jobTexts } from './job-texts.ts'
import { participantRefusals } from './refusals.ts'
import { participantTexts } from './texts.ts'

/** What stands in a hole when a sentence is counted: words as long as real ones. */
const holes: Record<string, string> = {
  receiver: 'Städ i Väst',
  employer: 'Städ i Väst',
  organisation: 'Enheten Nordost',
  name: 'Sara Ek',
  day: '16 mars',
  from: '3 mars',
  to: '16 mars',
  title: 'Lokalvårdare',
  area: 'Lundby',
  phone: '031-11 00 00',
  what: 'namn, telefon',
}

const tables: Readonly<Record<string, Texts<unknown>>> = { page: participantTexts, job: jobTexts, about: aboutTexts }

function textsIn(language: string): [key: string, text: string][] {
  const own = Object.entries(tables).flatMap(([table, texts]) =>
    Object.entries(texts.all[language] ?? {}).map(([key, text]) => [`${table}.${key}`, text] as const),
  )
  const refusals = Object.entries(participantRefusals).map(([code, said]) => [code, said[language as 'sv']] as const)
  return [...own, ...refusals].map(([key, text]) => {
    const said = typeof text === 'function' ? text({ n: 6 } as never) : String(text)
    return [key, said.replace(/\{(\w+)\}/g, (_, hole) => holes[hole] ?? '6')]
  })
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!؟:])\s+/).filter(one => /\p{L}/u.test(one))
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []

/** LIX (Björnsson 1968): words per sentence, and the per cent of words longer than six letters. */
function lix(texts: readonly string[]): number {
  const words = texts.flatMap(wordsOf)
  const sentences = texts.flatMap(sentencesOf).length
  const long = words.filter(word => word.length > 6).length
  return words.length / sentences + (100 * long) / words.length
}

describe('GEN-3: what participants read is easy to read', () => {
  it('the measure is LIX: ten words of which two are long, in two sentences, are 25', () => {
    expect(lix(['Vi ringer dig i dag. Det tar kanske tjugofem minuter.'])).toBe(5 + 20)
    expect(
      lix(['Härmed samtycker undertecknad till att personuppgifter översänds till arbetsgivaren.']),
    ).toBeGreaterThan(60)
  })

  it('all Swedish together has LIX 30 or less', () => {
    const all = textsIn('sv').map(([, text]) => text)
    expect(all.length).toBeGreaterThan(200)
    expect(lix(all)).toBeLessThanOrEqual(30)
  })

  it.each([
    [
      'the question',
      [
        'page.hours_early',
        'page.starts',
        'page.months',
        'page.askShow',
        'page.fieldName',
        'page.fieldPhone',
        'page.fieldCompetence',
        'page.seesUntil',
        'page.change',
        'page.ifNo',
        'page.yes',
        'page.no',
      ],
    ],
    [
      'the yes',
      ['page.saidYes', 'page.saidYesShow', 'page.takeBack', 'page.byStaff', 'page.byStaffWrong', 'page.onward'],
    ],
    ['taking back', ['page.taken', 'page.takenThen', 'page.onward', 'page.talk']],
    [
      'the job',
      ['job.offered', 'job.offeredAsk', 'job.startsOn', 'job.fullTime', 'job.endsOn', 'job.accept', 'job.decline'],
    ],
  ])('%s alone has LIX 30 or less', (_, keys) => {
    const texts = textsIn('sv').filter(([key]) => keys.includes(key))
    expect(texts.length).toBe(keys.length)
    expect(lix(texts.map(([, text]) => text))).toBeLessThanOrEqual(30)
  })

  it.each(['sv', 'en', 'ar'])('no sentence in %s has more than eighteen words', language => {
    const long = textsIn(language).flatMap(([key, text]) =>
      sentencesOf(text)
        .filter(sentence => wordsOf(sentence).length > 18)
        .map(sentence => `${key}: ${sentence}`),
    )
    expect(long).toEqual([])
  })

  it('Swedish and English are written without the words of offices', () => {
    const banned = /samtyck|återkall|härmed|vänligen|subvention|behörig|avvisa|deadline|consent|hereby|pursuant/i
    expect([...textsIn('sv'), ...textsIn('en')].filter(([, text]) => banned.test(text))).toEqual([])
  })
})

describe('GEN-3: every text in every language of the participant', () => {
  const keys = (language: string): string[] => textsIn(language).map(([key]) => key)

  it('has the same keys and the same holes', () => {
    expect(keys('en')).toEqual(keys('sv'))
    expect(keys('ar')).toEqual(keys('sv'))
    for (const texts of Object.values(tables)) {
      for (const [key, text] of Object.entries(texts.all.sv ?? {})) {
        const inHoles = (language: string): string[] =>
          [...String(texts.all[language]?.[key]).matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '').sort()
        if (typeof text !== 'string') continue
        expect(inHoles('en'), key).toEqual(inHoles('sv'))
        expect(inHoles('ar'), key).toEqual(inHoles('sv'))
      }
    }
  })

  it('Arabic is Arabic: Latin letters only in holes and in names that stay as they are', () => {
    const stay = /Fotfäste|Arbetsförmedlingen|\{\w+\}/g
    const latin = Object.values(tables).flatMap(texts =>
      Object.entries(texts.all.ar ?? {})
        .filter(([, text]) => typeof text === 'string' && /[a-zåäö]/i.test(text.replace(stay, '')))
        .map(([key]) => key),
    )
    expect(latin).toEqual([])
  })
})
