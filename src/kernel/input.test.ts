import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aDay, anAnswer, aWording, pointerTo, readInput } from './input.ts'
import { sayCount, sayDays, sayKronor, sayMonths, sayNumber } from './say.ts'

const schema = z.strictObject({
  on: aDay,
  places: z.number().int().min(1).max(9),
  name: z.string().min(2).max(4),
  kinds: z.array(z.enum(['a', 'b'])).min(1),
  'a/b~c': z.boolean().optional(),
  words: aWording.optional(),
  known: anAnswer,
  part: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('x'), n: z.number() })]).optional(),
  either: z.union([z.boolean(), z.number().min(0), z.strictObject({ low: z.number(), high: z.number() })]).optional(),
  last: z.union([z.literal('never'), aDay]).optional(),
})
const good = { on: '2026-03-01', places: 1, name: 'ab', kinds: ['a'] }
const faults = (over: object): (readonly [string, string, string])[] => {
  const read = readInput(schema, { ...good, ...over })
  return read.ok ? [] : read.faults.map(({ pointer, says }) => [pointer, says.sv, says.en] as const)
}

describe('input from outside', () => {
  it('is read, and what is not said is unknown', () => {
    expect(readInput(schema, good)).toEqual({ ok: true, value: { ...good, known: 'unknown' } })
  })

  it.each([
    [
      { on: '2026-02-30' },
      '/on',
      'Ska vara en dag som finns, skriven 2026-03-01.',
      'Must be a day that exists, written 2026-03-01.',
    ],
    [{ on: undefined }, '/on', 'Saknas. Fyll i det.', 'Missing. Fill it in.'],
    [{ places: 0 }, '/places', 'Ska vara minst 1.', 'Must be at least 1.'],
    [{ places: 10 }, '/places', 'Ska vara högst 9.', 'Must be at most 9.'],
    [{ places: 1.5 }, '/places', 'Ska vara ett heltal.', 'Must be a whole number.'],
    [{ places: '1' }, '/places', 'Ska vara ett tal.', 'Must be a number.'],
    [{ name: 'a' }, '/name', 'Ska vara minst 2 tecken.', 'Must be at least 2 characters.'],
    [{ name: 'abcde' }, '/name', 'Ska vara högst 4 tecken.', 'Must be at most 4 characters.'],
    [{ name: 1 }, '/name', 'Ska vara text.', 'Must be text.'],
    [{ kinds: [] }, '/kinds', 'Ska vara minst 1 i listan.', 'Must be at least 1 in the list.'],
    [{ kinds: 'a' }, '/kinds', 'Ska vara en lista.', 'Must be a list.'],
    [{ kinds: ['a', 'c'] }, '/kinds/1', 'Ska vara något av: a, b.', 'Must be one of: a, b.'],
    [{ 'a/b~c': 1 }, '/a~1b~0c', 'Ska vara true eller false.', 'Must be true or false.'],
    [{ words: 'x' }, '/words', 'Ska vara ett objekt.', 'Must be an object.'],
    [{ extra: 1 }, '/extra', 'Fältet finns inte här. Ta bort det.', 'There is no such field here. Remove it.'],
    [
      { part: { kind: 'y' } },
      '/part/kind',
      'Ska vara en av de sorter som finns.',
      'Must be one of the kinds there are.',
    ],
    [
      { either: 'x' },
      '/either',
      'Ska vara true eller false eller ett tal eller ett objekt.',
      'Must be true or false or a number or an object.',
    ],
    [{ either: -1 }, '/either', 'Ska vara minst 0.', 'Must be at least 0.'],
    [{ either: { low: 'x', high: 2 } }, '/either/low', 'Ska vara ett tal.', 'Must be a number.'],
    [{ either: { low: 1 } }, '/either/high', 'Saknas. Fyll i det.', 'Missing. Fill it in.'],
    [{ last: 7 }, '/last', 'Ska vara never eller text.', 'Must be never or text.'],
    [
      { last: '2026-02-30' },
      '/last',
      'Ska vara en dag som finns, skriven 2026-03-01.',
      'Must be a day that exists, written 2026-03-01.',
    ],
  ])('%j is pointed at, in both languages', (over, pointer, sv, en) => {
    expect(faults(over)).toEqual([[pointer, sv, en]])
  })

  it('every fault is told at once', () => {
    expect(faults({ on: 1, places: -1, words: { sv: ' ' } }).map(([pointer]) => pointer)).toEqual([
      '/on',
      '/places',
      '/words/sv',
      '/words/en',
    ])
    expect(readInput(schema, 'text')).toMatchObject({ ok: false, faults: [{ pointer: '' }] })
  })

  it('a rule of its own brings its own words, and a form without words is still told', () => {
    const says = { sv: 'För sent.', en: 'Too late.' }
    const late = z.string().refine(() => false, { params: { says } })
    expect(readInput(late, 'x')).toEqual({ ok: false, faults: [{ pointer: '', says }] })
    const odd = z.string().refine(() => false, { params: { says: 'text' } })
    expect(readInput(odd, 'x')).toMatchObject({
      faults: [{ says: { sv: 'Har fel form.', en: 'Has the wrong form.' } }],
    })
    expect(readInput(z.string().regex(/^a$/), 'x')).toMatchObject({ faults: [{ says: { en: 'Has the wrong form.' } }] })
    expect(pointerTo([])).toBe('')
  })
})

describe('numbers in words', () => {
  it('are written as each language does', () => {
    expect(sayNumber(1250.5)).toEqual({ sv: '1\u00a0250,5', en: '1,250.5' })
    expect(sayNumber(-3.14155)).toEqual({ sv: '−3,1416', en: '-3.1416' })
    expect(sayKronor(20_000)).toEqual({ sv: '20\u00a0000 kr', en: 'SEK 20,000' })
    expect(sayDays(1)).toEqual({ sv: '1 dag', en: '1 day' })
    expect(sayDays(21)).toEqual({ sv: '21 dagar', en: '21 days' })
    expect(sayMonths(1)).toEqual({ sv: '1 månad', en: '1 month' })
    expect(sayMonths(0)).toEqual({ sv: '0 månader', en: '0 months' })
    expect(sayCount(2, { sv: 'plats', en: 'place' }, { sv: 'platser', en: 'places' })).toEqual({
      sv: '2 platser',
      en: '2 places',
    })
  })
})
