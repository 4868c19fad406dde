import { describe, expect, it } from 'vitest'
import { explained } from '#test/wording'
import { type ClauseChange, judgeChange } from './change-after-award.ts'
import { compareClauses } from './changed-parameters.ts'
import type { EmploymentClause } from './employment-parameters.ts'

const group = (id: string) => ({ id, wording: { sv: id, en: id } })
const words = (text: string) => ({ sv: text, en: text })
const before: EmploymentClause = {
  variant: 'employment',
  fullTimeMonths: 1200,
  firstStartWithinMonths: 6,
  earlyEndThreshold: { numerator: 3, denominator: 4 },
  allowedEarlyEndReasons: ['employee_resigned', 'other'],
  targetGroups: [group('young'), group('disability')],
  formDefinition: words('anställning'),
  countsExistingStaff: false,
  linkedToContractWork: true,
  reportingIntervalMonths: 3,
}
const placement: EmploymentClause = {
  ...before,
  variant: 'supervised_placement',
  supervisionDefinition: words('handledd'),
}
const change = (over: Partial<EmploymentClause>, rest: Partial<ClauseChange> = {}): ClauseChange => ({
  before,
  after: { ...before, ...over },
  agreedByBoth: true,
  addedKronor: 0,
  voluntaryPlaces: 0,
  contract: { type: 'other', valueKronor: 10_000_000, earlierChangesKronor: 0 },
  ...rest,
})
const judge = (over: Partial<EmploymentClause>, rest: Partial<ClauseChange> = {}) =>
  explained(judgeChange(change(over, rest), '2026-03-01'))
const clear = { inDocuments: true, clearAndExact: true, keepsOverallNature: true }

describe('LOU 17:8–14: the four published examples', () => {
  it('fewer months shift the balance to the supplier: red', () => {
    expect(judge({ fullTimeMonths: 1100 })).toMatchObject({ colour: 'red', ground: 'none' })
  })
  it('a later first start by agreement, with the same months: amber', () => {
    expect(judge({ firstStartWithinMonths: 7 })).toMatchObject({ colour: 'amber', ground: 'not_substantial' })
  })
  it('pay that the documents did not name: red', () => {
    expect(judge({}, { addedKronor: 1 })).toMatchObject({ colour: 'red', ground: 'none' })
  })
  it('more places of own will, unpaid: green', () => {
    expect(judge({}, { voluntaryPlaces: 1 })).toMatchObject({ colour: 'green', ground: 'not_substantial' })
  })
})

describe('LOU 17:14: what each changed parameter does to the balance', () => {
  it.each([
    [before, { fullTimeMonths: 1199 }, 'fullTimeMonths', 'shifts_to_supplier'],
    [before, { fullTimeMonths: 1201 }, 'fullTimeMonths', 'not_to_supplier'],
    [before, { variant: 'apprenticeship' }, 'variant', 'shifts_to_supplier'],
    [before, { firstStartWithinMonths: 7 }, 'firstStartWithinMonths', 'shifts_little'],
    [before, { firstStartWithinMonths: 5 }, 'firstStartWithinMonths', 'not_to_supplier'],
    [before, { earlyEndThreshold: { numerator: 2, denominator: 3 } }, 'earlyEndThreshold', 'shifts_to_supplier'],
    [before, { earlyEndThreshold: { numerator: 4, denominator: 5 } }, 'earlyEndThreshold', 'not_to_supplier'],
    [before, { earlyEndThreshold: { numerator: 75, denominator: 100 } }, 'earlyEndThreshold', 'not_to_supplier'],
    [
      before,
      { allowedEarlyEndReasons: ['employee_resigned', 'other', 'shortage_of_work'] },
      'allowedEarlyEndReasons',
      'shifts_to_supplier',
    ],
    [before, { allowedEarlyEndReasons: ['other'] }, 'allowedEarlyEndReasons', 'not_to_supplier'],
    [
      before,
      { targetGroups: [group('young'), group('disability'), group('all')] },
      'targetGroups',
      'shifts_to_supplier',
    ],
    [before, { targetGroups: [group('young')] }, 'targetGroups', 'not_to_supplier'],
    [before, { formDefinition: words('annat') }, 'formDefinition', 'shifts_little'],
    [before, { countsExistingStaff: true }, 'countsExistingStaff', 'shifts_to_supplier'],
    [
      { ...before, countsExistingStaff: true },
      { countsExistingStaff: false },
      'countsExistingStaff',
      'not_to_supplier',
    ],
    [before, { linkedToContractWork: false }, 'linkedToContractWork', 'shifts_to_supplier'],
    [
      { ...before, linkedToContractWork: false },
      { linkedToContractWork: true },
      'linkedToContractWork',
      'not_to_supplier',
    ],
    [before, { reportingIntervalMonths: 6 }, 'reportingIntervalMonths', 'shifts_little'],
    [before, { reportingIntervalMonths: 1 }, 'reportingIntervalMonths', 'not_to_supplier'],
    [placement, { supervisionDefinition: undefined }, 'supervisionDefinition', 'shifts_to_supplier'],
    [placement, { supervisionDefinition: words('annat') }, 'supervisionDefinition', 'shifts_little'],
  ] as const)('%#: %j → %j', (from, over, parameter, effect) => {
    const found = compareClauses(from, { ...from, ...over } as EmploymentClause)
    expect(found).toMatchObject([{ parameter, effect }])
    expect(found[0]?.says.sv).toMatch(/ ändras\. \S/)
    expect(found[0]?.says.en).toMatch(/ changes\. \S/)
  })

  it('another order of names is no change: a stored clause comes back with its names in any order', () => {
    const turned = {
      earlyEndThreshold: { denominator: 4, numerator: 3 },
      formDefinition: { en: 'anställning', sv: 'anställning' },
      targetGroups: before.targetGroups.map(({ id, wording }) => ({ wording: { en: wording.en, sv: wording.sv }, id })),
    }
    expect(compareClauses(before, { ...before, ...turned })).toEqual([])
  })

  it('another order of reasons or groups is no change', () => {
    const turned = {
      allowedEarlyEndReasons: before.allowedEarlyEndReasons.toReversed(),
      targetGroups: before.targetGroups.toReversed(),
    }
    expect(compareClauses(before, { ...before, ...turned })).toEqual([])
    expect(judge(turned)).toMatchObject({ colour: 'green', ground: 'nothing_changed', changes: [] })
  })

  it('every change is told, each with a line, and a harder one alone is green', () => {
    const result = judge({ fullTimeMonths: 1300, reportingIntervalMonths: 1 })
    expect(result).toMatchObject({ colour: 'green', ground: 'not_substantial' })
    expect(result.lines).toHaveLength(3)
    expect(result.lines[0]).toMatchObject({
      inputs: { parameter: 'fullTimeMonths', effect: 'not_to_supplier' },
      says: { en: "The number of months changes. It is not in the supplier's favour." },
    })
    expect(result.lines.at(-1)?.says.en).toBe('The change is not substantial and may be made.')
    expect(judge({ firstStartWithinMonths: 7, fullTimeMonths: 1300 }).colour).toBe('amber')
    expect(judge({ firstStartWithinMonths: 7, fullTimeMonths: 1100 }).colour).toBe('red')
  })
})

describe('LOU 17:10: a review clause', () => {
  it('opens what would be red, when it is all that the law asks', () => {
    expect(judge({ fullTimeMonths: 600 }, { reviewClause: clear })).toMatchObject({
      colour: 'green',
      ground: 'review_clause',
    })
    const paid = judge({}, { reviewClause: clear, addedKronor: 50_000 })
    expect(paid).toMatchObject({ ground: 'review_clause' })
    expect(paid.lines.at(-1)?.inputs).toEqual(clear)
  })
  it.each(['inDocuments', 'clearAndExact', 'keepsOverallNature'] as const)('does not when %s is missing', name => {
    expect(judge({ fullTimeMonths: 600 }, { reviewClause: { ...clear, [name]: false } }).colour).toBe('red')
  })
})

describe('LOU 17:9: a change of small value', () => {
  const worth = (changeKronor: number, over: Partial<ClauseChange['contract']> = {}, agreedByBoth = true) =>
    judge(
      { fullTimeMonths: 1100 },
      {
        agreedByBoth,
        contract: {
          type: 'other',
          valueKronor: 10_000_000,
          earlierChangesKronor: 0,
          changeKronor,
          thresholdKronor: 2_000_000,
          ...over,
        },
      },
    )
  it('is below 10 % of the value: 999 999 of 10 million is, 1 000 000 is not', () => {
    expect(worth(999_999)).toMatchObject({ colour: 'green', ground: 'small_value' })
    expect(worth(1_000_000)).toMatchObject({ colour: 'red', ground: 'none' })
  })
  it('is below 15 % in works', () => {
    expect(worth(1_499_999, { type: 'works' }).ground).toBe('small_value')
    expect(worth(1_500_000, { type: 'works' }).ground).toBe('none')
  })
  it('is below the threshold too', () => {
    expect(worth(899_999, { thresholdKronor: 900_000 }).ground).toBe('small_value')
    expect(worth(900_000, { thresholdKronor: 900_000 }).ground).toBe('none')
  })
  it('is counted together with earlier ones', () => {
    expect(worth(500_000, { earlierChangesKronor: 499_999 }).ground).toBe('small_value')
    expect(worth(500_000, { earlierChangesKronor: 500_000 }).ground).toBe('none')
  })
  it('without agreement it is amber at best, and without its value or the threshold it is not known', () => {
    expect(worth(1, {}, false)).toMatchObject({ colour: 'amber', ground: 'small_value' })
    for (const unknown of [{ thresholdKronor: undefined }, { changeKronor: undefined }]) {
      const result = worth(1, unknown)
      expect(result).toMatchObject({ colour: 'red', ground: 'none' })
      expect(result.lines.at(-1)?.says.en).toMatch(/Whether the change is of small value cannot be said/)
    }
  })
  it('shows its arithmetic', () => {
    const line = worth(999_999, { earlierChangesKronor: 0 }).lines.at(-1)
    expect(line?.inputs).toEqual({
      together: 999_999,
      thresholdKronor: 2_000_000,
      valueKronor: 10_000_000,
      percent: 10,
    })
    expect(line?.says.en).toBe(
      'Together the changes are worth SEK 999,999; the limit is 10% of SEK 10,000,000 and the threshold SEK 2,000,000. They are of small value.',
    )
    expect(worth(1_000_000).lines.at(-1)?.says.en).toMatch(/They are not of small value\.$/)
  })
})

describe('LOU 17:14: one party alone', () => {
  it('changes nothing, not even what is harder or a matter of form', () => {
    for (const over of [{ fullTimeMonths: 1300 }, { firstStartWithinMonths: 7 }]) {
      const result = judge(over, { agreedByBoth: false })
      expect(result).toMatchObject({ colour: 'red', ground: 'none' })
      expect(result.lines.at(-1)?.says.en).toMatch(/^The change cannot be made by one party alone/)
    }
    expect(judge({ fullTimeMonths: 1100 }).lines.at(-1)?.says.en).toMatch(/^The change needs a new procurement/)
  })
  it('nothing changed needs no agreement', () => {
    expect(judge({}, { agreedByBoth: false })).toMatchObject({ colour: 'green', ground: 'nothing_changed' })
  })
  it('paid places are not voluntary ones', () => {
    const result = judge({}, { voluntaryPlaces: 2, addedKronor: 10_000 })
    expect(result.colour).toBe('red')
    expect(result.lines.map(({ inputs }) => inputs)).toMatchObject([
      { addedKronor: 10_000 },
      { voluntaryPlaces: 2 },
      { valueKronor: 10_000_000, percent: 10 },
    ])
  })
})
