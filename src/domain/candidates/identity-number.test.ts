import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { parseIdentityNumber } from './identity-number.ts'

type Vector = { input: string; kind: string; valid: string; normalised: string; note: string }
const vectors: Vector[] = parse(readFileSync(new URL('./vectors/format_vectors.csv', import.meta.url)), {
  columns: true,
})
const today = '2026-03-02'

describe('identity numbers are taken in every common form and kept in one', () => {
  const people = vectors.filter(({ kind }) => kind === 'personnummer' || kind === 'samordningsnummer')

  it('the list of forms is there', () => expect(people.length).toBe(20))

  it.each(people)('$kind "$input": $note', ({ input, kind, valid, normalised }) => {
    const parsed = parseIdentityNumber(input, today)
    // The list asks "is it a personnummer?", the parser "which kind is it?".
    const answer = parsed?.kind === kind ? parsed.number : undefined
    expect(answer).toBe(valid === '1' ? normalised : undefined)
  })
})

describe('the century of a short number', () => {
  it('is the latest in which the person is born, by day and not by year only', () => {
    // 2004-01-01: the day before its birthday a hundred years on would be the 1900s.
    expect(parseIdentityNumber('040101-2380', '2004-01-01')?.number).toBe('200401012380')
    expect(parseIdentityNumber('040101-2380', '2003-12-31')?.number).toBe('190401012380')
  })

  it('goes a hundred years back with a plus', () => {
    expect(parseIdentityNumber('121212+1212', '2026-03-02')?.number).toBe('191212121212')
    expect(parseIdentityNumber('19121212+1212', '2026-03-02')?.number).toBe('191212121212')
  })

  it('nobody is born after today', () => {
    expect(parseIdentityNumber('200401012380', '2003-12-31')).toBeUndefined()
  })
})

it('letters, interim numbers and anything longer are refused', () => {
  for (const text of ['19900107T397', 'SE199001072397', '1990010723971', '1990-01-07-2397', '19900107 2397']) {
    expect(parseIdentityNumber(text, today), text).toBeUndefined()
  }
})
