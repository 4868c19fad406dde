import { describe, expect, it } from 'vitest'
import { expectWhole } from '#test/wording'
import { type EarlyEndReason, type EmploymentClause, endReasons, occupationForms } from './employment-parameters.ts'
import { clauseText } from './employment-text.ts'

const clause: EmploymentClause = {
  variant: 'employment',
  fullTimeMonths: 1250,
  firstStartWithinMonths: 6,
  earlyEndThreshold: { numerator: 3, denominator: 4 },
  allowedEarlyEndReasons: [],
  targetGroups: [{ id: 'young', wording: { sv: 'unga utan arbete', en: 'young people without work' } }],
  formDefinition: { sv: 'Tillsvidare', en: 'Permanent' },
  countsExistingStaff: false,
  linkedToContractWork: true,
  reportingIntervalMonths: 3,
  supervisionDefinition: { sv: 'en handledare på plats', en: 'a supervisor on the spot' },
}
const reasons = endReasons.filter((reason): reason is EarlyEndReason => reason !== 'as_planned')

/** The sections side by side; both languages must have as many, with as many paragraphs. */
function sideBySide(over: Partial<EmploymentClause>) {
  const [sv, en] = (['sv', 'en'] as const).map(language => clauseText({ ...clause, ...over }, language))
  expect(sv?.map(({ paragraphs }) => paragraphs.length)).toEqual(en?.map(({ paragraphs }) => paragraphs.length))
  return (sv ?? []).map(({ heading, paragraphs }, index) => ({
    heading: { sv: heading, en: en?.[index]?.heading ?? '' },
    paragraphs: paragraphs.map((text, at) => ({ sv: text, en: en?.[index]?.paragraphs[at] ?? '' })),
  }))
}

const cases = occupationForms.flatMap(variant =>
  [[], ...reasons.map(reason => [reason]), reasons].flatMap(allowedEarlyEndReasons =>
    [true, false].flatMap(one => [
      { variant, allowedEarlyEndReasons, countsExistingStaff: one, linkedToContractWork: !one },
      { variant, allowedEarlyEndReasons, countsExistingStaff: one, linkedToContractWork: one },
    ]),
  ),
)

describe('PRC-6: the clause as it is read, whatever it asks for', () => {
  it.each(cases)('%j: whole sentences under headings, with the same figures in both languages', over => {
    const sections = sideBySide(over)
    expect(sections.length).toBeGreaterThan(4)
    for (const { heading, paragraphs } of sections) {
      for (const text of [heading.sv, heading.en]) expect(text).toMatch(/^\p{Lu}\S*( \S+)*$/u)
      expect(paragraphs.length).toBeGreaterThan(0)
      for (const paragraph of paragraphs) {
        expectWhole(paragraph)
        for (const text of [paragraph.sv, paragraph.en]) expect(text).toMatch(/^(\p{Lu}|\d)/u)
      }
    }
  })

  it('each accepted reason says something of its own, in each form and language', () => {
    for (const variant of occupationForms)
      for (const language of ['sv', 'en'] as const) {
        const texts = reasons.map(reason =>
          JSON.stringify(clauseText({ ...clause, variant, allowedEarlyEndReasons: [reason] }, language)),
        )
        expect(new Set(texts).size).toBe(reasons.length)
      }
  })
})
