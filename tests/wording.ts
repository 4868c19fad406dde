import { expect } from 'vitest'
import type { ExplanationLine, RegisteredRule, Wording } from '#kernel'

/** A sentence in each language, whole and different: nothing left out, nothing left in the wrong language. */
function expectSentence({ sv, en }: Wording): void {
  for (const text of [sv, en]) {
    expect(text).toMatch(/^[\p{L}\d].*[.?!]$/su)
    expect(text).not.toMatch(/undefined|NaN|\[object| {2}|\s[.,;:]/)
  }
  expect(sv).not.toBe(en)
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

type Answered = { readonly why: ExplanationLine; readonly wouldChange?: { readonly says: Wording } }

/** Answers, when each says why, and what would change it if anything would, whole in both languages. */
export function answered<Answer extends Answered>(answers: readonly Answer[]): readonly Answer[] {
  explained({ lines: answers.map(({ why }) => why) })
  for (const { wouldChange } of answers) if (wouldChange) expectSentence(wouldChange.says)
  return answers
}

/** Every row of a register has a name, a value in words that says more than the name, and a source. */
export function expectRegister(rows: readonly RegisteredRule[]): void {
  for (const { id, name, shown, source } of rows) {
    for (const text of [name.sv, name.en, shown.sv, shown.en, source])
      expect([id, text]).toEqual([id, expect.stringMatching(/^\S(.*\S)?$/s)])
    for (const language of ['sv', 'en'] as const) expect([id, shown[language]]).not.toEqual([id, name[language]])
    expect(id).toMatch(/^[a-z]+(\.[A-Za-z0-9_]+)+$/)
  }
}
