import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectExamples, faultsIn, told } from '#test/calculation'
import { clauseCalculation } from './clause.ts'

type Example = Record<string, unknown>
const example = (name: string): Example =>
  JSON.parse(readFileSync(new URL(`../../../../docs/examples/calc/clause-${name}.json`, import.meta.url), 'utf8'))
const calculate = (input: unknown) => told(clauseCalculation, input)
const pointers = (input: unknown) => faultsIn(clauseCalculation, input).map(({ pointer }) => pointer)
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('calc clause, on the examples', () => {
  it('each is told whole, in both languages', () => {
    expectExamples(clauseCalculation)
  })

  it.each([
    [
      'employment-resigned-after-nine-months',
      'The commitment is deemed fulfilled after an early end. 9 of 12 months are done.',
    ],
    ['employment-two-half-time', 'The commitment is fulfilled. 12 of 12 months are done.'],
    // 30 of 31 days of March, then five whole months: 5.96.
    ['apprenticeship', 'The commitment is on course. 5.96 of 12 months are done.'],
    ['supervised-placement', 'The commitment is fulfilled. 6 of 6 months are done.'],
    ['volume-works', '2 places: 24 months of employment or 12 months of placement.'],
    ['dialogue', 'The dialogue falls short of the clause.'],
    // 12 required, 24 worked: 12 above, of which six places of a month at 20 000; the placement waits for its decision.
    ['bonus', 'Bonus to pay now: SEK 120,000.'],
    [
      'sanctions',
      'A penalty may be charged: SEK 75,000 for 3 whole units. Consider whether it is proportionate to the deficiency.',
    ],
    ['reporting', 'Reports: 4. Meetings during the term: 1.'],
    ['change-fewer-months', 'Red: there is no ground for the change.'],
    ['change-later-first-start', 'Amber: write down the reasons and let a lawyer examine it.'],
  ])('%s: %s', (name, summary) => {
    expect(calculate(example(name)).summary.en).toBe(summary)
  })

  it('the clause text comes with the result, in both languages', () => {
    const { value } = calculate(example('apprenticeship')) as {
      value: { text: Record<'sv' | 'en', { paragraphs: string[] }[]> }
    }
    expect(value.text.sv[0]?.paragraphs[1]).toMatch(/^Ni anställer lärlingar/)
    expect(value.text.en[0]?.paragraphs[1]).toMatch(/^You employ apprentices/)
    for (const name of ['volume-works', 'dialogue', 'bonus', 'sanctions', 'reporting'])
      expect(JSON.stringify(calculate(example(name)).value)).toMatch(/"text":\{"sv":\[\{"heading".*"en":\[\{"heading"/)
  })

  it('a commitment is explained line by line, each under its rule', () => {
    const { lines } = calculate(example('employment-resigned-after-nine-months'))
    expect(lines.map(({ rule, says }) => [rule.replace('procurement.clause.', ''), plain(says.sv)])).toEqual([
      ['early_end', 'A slutade 2026-10-31 av ett godtaget skäl. Då räcker 75 % av månaderna.'],
      ['early_end', 'Gjort: 9 månader. Det är minst 75 % av 12 månader.'],
      ['first_start', 'Den första började eller fick ett erbjudande 2026-02-01, senast 2026-07-01.'],
    ])
  })
})

describe('calc clause: what comes with the result', () => {
  it('says what is not examined', () => {
    expect(calculate(example('employment-two-half-time')).notCounted).toHaveLength(1)
    expect(calculate(example('change-fewer-months')).notCounted).toHaveLength(1)
  })

  it('a volume before any rule of it held gives no number; one place is one', () => {
    const before = calculate({ ...example('volume-works'), on: '1999-01-01' })
    expect(before).toMatchObject({ value: null, lines: [], summary: { en: 'No volume rule held on 1999-01-01.' } })
    const one = calculate({ ...example('volume-works'), valueKronor: 50_000_000 }).summary
    expect(plain(one.sv)).toMatch(/^1 plats: /)
    expect(plain(one.en)).toMatch(/^1 place: /)
  })

  it('a dialogue held in time follows the clause', () => {
    expect(calculate({ ...example('dialogue'), on: '2026-03-01' }).summary).toEqual({
      sv: 'Dialogen följer villkoret.',
      en: 'The dialogue follows the clause.',
    })
  })

  it('a bonus tells the months above of each form, and the commitment first', () => {
    const { value, lines } = calculate(example('bonus'))
    const forms = Object.values((value as { monthsAbove: Record<string, unknown> }).monthsAbove)
    expect(forms.length).toBeGreaterThan(0)
    expect(forms.every(months => typeof months === 'number')).toBe(true)
    expect(lines[0]?.rule).toBe('procurement.clause.who_counts')
    expect(lines.at(-1)?.rule).toMatch(/bonus/)
  })

  it('a change tells each parameter that changed and how', () => {
    expect(calculate(example('change-fewer-months')).value).toMatchObject({
      colour: 'red',
      changes: [{ parameter: 'fullTimeMonths', effect: expect.any(String) }],
    })
  })
})

describe('calc clause: every state of a commitment is said in words', () => {
  const base = example('employment-resigned-after-nine-months') as { occupations: Example[]; clause: Example }
  const [first] = base.occupations
  const says = (occupations: Example[], on: string, clause: Example = {}) => {
    const { summary, lines } = calculate({ ...base, on, occupations, clause: { ...base.clause, ...clause } })
    return [summary.en, ...lines.map(line => line.says.en)]
  }
  const whole = { ...first, ended: undefined }

  it.each<[string, Example[], string, string[]]>([
    [
      'nobody yet',
      [],
      '2026-03-01',
      [
        'The commitment is on course. 0 of 12 months are done.',
        'There is time left to begin, until 2026-07-01.',
        'The first one is to begin by 2026-07-01.',
      ],
    ],
    [
      'nobody in time',
      [],
      '2026-08-01',
      [
        'Nobody began in time. 0 of 12 months are done.',
        'Done: 0 months of 12 months. Lacking even with what is agreed: 12 months.',
        'Nobody had begun by 2026-07-01.',
      ],
    ],
    [
      'begun too late',
      [{ ...whole, from: '2026-07-02', plannedLastDay: '2026-07-31' }],
      '2026-08-01',
      [
        'Nobody began in time. 0.96 of 12 months are done.',
        'Done: 0.96 months of 12 months. Lacking even with what is agreed: 11.04 months.',
        'The first one began on 2026-07-02, after 2026-07-01.',
      ],
    ],
    [
      'agreed enough',
      [whole],
      '2026-02-28',
      [
        'The commitment is on course. 1 of 12 months are done.',
        'Done: 1 month. What is agreed is enough for 12 months.',
        'The first one began or was offered on 2026-02-01, by 2026-07-01.',
      ],
    ],
    [
      'reached',
      [whole],
      '2027-01-31',
      [
        'The commitment is fulfilled. 12 of 12 months are done.',
        'Done: 12 months. Required: 12 months.',
        'The first one began or was offered on 2026-02-01, by 2026-07-01.',
      ],
    ],
    [
      'ended too early',
      [{ ...first, ended: { lastDay: '2026-09-30', reason: 'employee_resigned' } }],
      '2026-11-01',
      [
        'The commitment falls short. 8 of 12 months are done.',
        'A ended on 2026-09-30 for an accepted reason. Then 75% of the months are enough.',
        'Done: 8 months. That is less than 75% of 12 months.',
        'The first one began or was offered on 2026-02-01, by 2026-07-01.',
      ],
    ],
    [
      'ended for another reason',
      [{ ...first, ended: { lastDay: '2026-10-31', reason: 'shortage_of_work' } }],
      '2026-11-01',
      [
        'The commitment falls short. 9 of 12 months are done.',
        'A ended on 2026-10-31 for a reason that is not accepted. The commitment stands in full.',
        'Done: 9 months of 12 months. Lacking even with what is agreed: 3 months.',
        'The first one began or was offered on 2026-02-01, by 2026-07-01.',
      ],
    ],
  ])('%s', (_, occupations, on, expected) => {
    expect(says(occupations, on)).toEqual(expected)
  })

  it('the planned threshold after an early end', () => {
    const left = { ...first, ended: { lastDay: '2026-05-31', reason: 'employee_resigned' } }
    const stays = { ...whole, id: 'B', from: '2026-06-01', plannedLastDay: '2026-11-30' }
    expect(says([left, stays], '2026-08-31')).toContain('What is agreed is enough for 75% of 12 months.')
  })

  it.each([
    [{ targetGroupConfirmed: false }, 'the target group is not confirmed', 'målgruppen är inte bekräftad'],
    [{ existingStaff: true }, 'worked there already', 'arbetade redan där'],
    [{ linkedToContractWork: false }, 'the work does not belong to the contract', 'arbetet hör inte till kontraktet'],
    [{ form: 'supervised_placement' }, 'another form than the clause asks for', 'en annan form än villkorets'],
  ])('who does not count: %j', (over, en, sv) => {
    const { lines } = calculate({ ...base, occupations: [{ ...whole, ...over }] })
    expect(lines[0]?.says).toEqual({ sv: `A räknas inte: ${sv}.`, en: `A does not count: ${en}.` })
    expect(lines[0]?.rule).toBe('procurement.clause.who_counts')
  })

  it('an unsupervised placement', () => {
    const placement = example('supervised-placement') as { occupations: Example[] }
    const { lines } = calculate({ ...placement, occupations: [{ ...placement.occupations[0], supervised: false }] })
    expect(lines[0]?.says.en).toBe('A does not count: the placement is not supervised.')
  })
})

describe('calc clause: faults', () => {
  const base = example('employment-two-half-time') as { clause: Example }

  it('of the clause come with the pointers they have in the file, all at once', () => {
    const clause = {
      ...base.clause,
      fullTimeMonths: 0,
      variant: 'x',
      targetGroups: [],
      'a/b': 1,
      formDefinition: { sv: 'x' },
      countsExistingStaff: 1,
    }
    expect(pointers({ ...base, clause, on: 'today' })).toEqual([
      '/on',
      '/clause/variant',
      '/clause/fullTimeMonths',
      '/clause/targetGroups',
      '/clause/formDefinition/en',
      '/clause/countsExistingStaff',
      '/clause/a~1b',
    ])
    expect(pointers({ ...base, clause: undefined })).toEqual(['/clause'])
  })

  it('are said in both languages, by kind', () => {
    const faults = (over: Example) => {
      const faults = faultsIn(clauseCalculation, { ...base, clause: { ...base.clause, ...over } })
      return faults.map(({ says }) => [plain(says.sv), says.en])
    }
    expect(faults({ fullTimeMonths: 0 })).toEqual([['Ska vara 1–1 000 000.', 'Must be 1–1,000,000.']])
    const kinds = {
      fullTimeMonths: 'x',
      countsExistingStaff: 1,
      formDefinition: 1,
      targetGroups: 1,
    }
    const kindsAsked = Object.entries(kinds).map(([name, value]) => faults({ [name]: value })[0]?.[1])
    expect(kindsAsked).toEqual([
      'Must be a whole number.',
      'Must be true or false.',
      'Must be an object.',
      'Must be a list.',
    ])
    expect(faults({ targetGroups: [{ id: 7, wording: { sv: 'a', en: 'b' } }] })[0]?.[1]).toBe('Must be text.')
    expect(faults({ fullTimeMonths: 'x' })[0]?.[0]).toBe('Ska vara ett heltal.')
    expect(faults({ formDefinition: undefined })).toEqual([['Saknas. Fyll i det.', 'Missing. Fill it in.']])
    expect(faults({ targetGroups: [] })).toEqual([['Är tomt. Fyll i det.', 'Is empty. Fill it in.']])
    expect(faults({ extra: 1 })).toEqual([
      ['Fältet finns inte här. Ta bort det.', 'There is no such field here. Remove it.'],
    ])
    expect(faults({ allowedEarlyEndReasons: ['other', 'other'] })).toEqual([
      ['Står två gånger.', 'Stands there twice.'],
    ])
    expect(faults({ variant: 'x' })[0]?.[1]).toBe('Must be one of: employment, apprenticeship, supervised_placement.')
  })

  it('a contract of one day is a contract; one that ends before it begins is not', () => {
    expect(pointers({ ...base, contract: { firstDay: '2026-01-01', lastDay: '2026-01-01' } })).toEqual([])
    expect(pointers({ ...base, contract: { firstDay: '2026-01-02', lastDay: '2026-01-01' } })).toEqual([
      '/contract/lastDay',
    ])
  })

  it('the last day of the contract counts, the day after does not', () => {
    const months = (lastDay: string) => {
      const { value } = calculate({ ...base, on: '2027-12-31', contract: { firstDay: '2026-01-01', lastDay } }) as {
        value: { deliveredMonths: number }
      }
      return value.deliveredMonths
    }
    expect([months('2027-01-31'), months('2027-01-30')]).toEqual([12, 11.96])
  })

  it('no volume rule before its day', () => {
    const result = calculate({ ...example('volume-works'), on: '2025-12-31' })
    expect(result).toMatchObject({ value: null, summary: { en: 'No volume rule held on 2025-12-31.' } })
  })
})
