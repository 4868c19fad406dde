import { expect } from 'vitest'
import { type ExplanationLine, isDay, type RegisteredRule, type Wording } from '#kernel'

/** The figures and days of a text, whatever its language writes between thousands and before decimals. */
function figures(text: string, language: 'sv' | 'en'): string[] {
  const bare =
    language === 'sv'
      ? text.replace(/(?<=\d)[\u00a0\u202f ](?=\d{3}(?!\d))/g, '').replace(/(?<=\d),(?=\d)/g, '.')
      : text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  return (bare.match(/\d+(\.\d+)?/g) ?? []).toSorted()
}

/** Text and arithmetic cannot drift apart between the languages: both tell the same figures. */
function expectSameFigures({ sv, en }: Wording): void {
  expect([sv, ...figures(sv, 'sv')]).toEqual([sv, ...figures(en, 'en')])
}

/** A sentence in each language, whole and with the same figures: nothing left out. */
export function expectWhole({ sv, en }: Wording): void {
  for (const text of [sv, en]) {
    expect(text).toMatch(/^[\p{L}\d].*[.?!]$/su)
    expect(text).not.toMatch(/undefined|NaN|\[object| {2}|\s[.,;:]|^[^(]*\)/)
  }
  expectSameFigures({ sv, en })
}

/** As `expectWhole`, and different: nothing left in the wrong language. */
function expectSentence(says: Wording): void {
  expectWhole(says)
  expect(says.sv).not.toBe(says.en)
}

/** The result of a rule, when every line says something whole in both languages, and where it comes from. */
export function explained<Result extends { readonly lines: readonly ExplanationLine[] }>(result: Result): Result {
  for (const { says, source, rule } of result.lines) {
    expectSentence(says)
    expect(source).toMatch(/\S/)
    expect(rule).toMatch(/^[a-z]+\.[\w.]+$/)
  }
  return result
}

type Answered = {
  readonly state: string
  readonly why: ExplanationLine
  readonly wouldChange?: { readonly says: Wording; readonly by?: string }
}

/** Answers, when each says why, and what would change it if anything would, whole in both languages. */
export function answered<Answer extends Answered>(answers: readonly Answer[]): readonly Answer[] {
  explained({ lines: answers.map(({ why }) => why) })
  for (const { state, wouldChange } of answers) {
    expect(['met', 'not_met', 'unknown']).toContain(state)
    if (wouldChange) expectSentence(wouldChange.says)
  }
  return answers
}

/** Answers, when what is met needs nothing more, and what is unknown says whom to ask, and by when. */
export function settled<Answer extends Answered>(answers: readonly Answer[]): readonly Answer[] {
  for (const { state, wouldChange, why } of answered(answers)) {
    if (state === 'met') expect([why.rule, wouldChange]).toEqual([why.rule, undefined])
    if (state === 'unknown') expect([why.rule, isDay(wouldChange?.by ?? '')]).toEqual([why.rule, true])
  }
  return answers
}

const grades = ['source', 'secondary', 'own_choice', 'unverified']

/** Every row of a register has a name, a value in words that says more than the name, days, a source and how well it is known. */
export function expectRegister(rows: readonly RegisteredRule[]): void {
  for (const { id, kind, name, shown, source, confidence, validFrom, validTo, active } of rows) {
    for (const text of [name.sv, name.en, shown.sv, shown.en, source])
      expect([id, text]).toEqual([id, expect.stringMatching(/^\S(.*\S)?$/s)])
    for (const language of ['sv', 'en'] as const) expect([id, shown[language]]).not.toEqual([id, name[language]])
    expectSameFigures(name)
    expectSameFigures(shown)
    expect(id).toMatch(/^[a-z]+(\.[A-Za-z0-9_]+)+$/)
    expect(['rule', 'parameter']).toContain(kind)
    expect(grades).toContain(confidence)
    expect([id, active]).toEqual([id, confidence !== 'unverified'])
    expect([id, isDay(validFrom), validTo === undefined || (isDay(validTo) && validTo > validFrom)]).toEqual([
      id,
      true,
      true,
    ])
  }
}
