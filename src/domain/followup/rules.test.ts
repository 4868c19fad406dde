import { describe, expect, it, test } from 'vitest'
import type { EmploymentClause } from '#domain/procurement'
import type { Corrections, Figures, Prefilled, Report, ReportState } from './followup.ts'
import { reportStates, returnReasons } from './followup.ts'
import { periodsToOpen, reportPeriods } from './periods.ts'
import { basisOf } from './prefill.ts'
import { holdsIdentityNumber, namesIn } from './remark.ts'
import {
  decideCorrection,
  decideJudgement,
  decideSubmission,
  differing,
  faultsOf,
  fieldOf,
  nextReceipt,
} from './rules.ts'

const period = { number: 3, from: '2026-01-01', to: '2026-03-31', due: '2026-04-15' }
const figures: Figures = { persons: 2, started: 0, fullTimeMonths: 450, ended: 0, endedFor: {} }
const prefilled: Prefilled = { figures, lines: [] }

function report(over: Partial<Report> = {}): Report {
  return {
    id: 'r',
    procurement: 'p',
    procurementNumber: '2025-117',
    authority: 'a',
    supplier: 's',
    period,
    state: 'open',
    corrections: {},
    remark: '',
    version: 1,
    ...over,
  }
}

const send = (over: Partial<Report> = {}, basis = basisOf(figures), today = '2026-04-02') =>
  decideSubmission(report(over), prefilled, basis, today)

describe('sending a report', () => {
  it('PRC-10: sends the register’s figures unchanged when nothing was corrected', () => {
    expect(send()).toEqual({ ok: true, value: { figures, corrected: false, receiptNumber: '2025-117-3' } })
  })

  it('sends a correction as one, and what equals the register as none', () => {
    expect(send({ corrections: { fullTimeMonths: 400 } })).toMatchObject({
      value: { figures: { persons: 2, fullTimeMonths: 400 }, corrected: true },
    })
    expect(send({ corrections: { fullTimeMonths: 450, persons: 2 } })).toMatchObject({ value: { corrected: false } })
  })

  it('is refused on the period’s last day and taken the day after', () => {
    expect(send({}, basisOf(figures), '2026-03-31')).toMatchObject({
      code: 'report.period_not_over',
      facts: { last: '2026-03-31' },
    })
    expect(send({}, basisOf(figures), '2026-04-01').ok).toBe(true)
  })

  it('is refused when the register has moved since the page was drawn: what is sent is what was seen', () => {
    expect(send({}, basisOf({ ...figures, persons: 3 }))).toMatchObject({ code: 'report.basis_moved' })
  })

  it('tells every impossible figure at once, with the numbers their sentences need', () => {
    expect(send({ corrections: { persons: 1, started: 2, fullTimeMonths: 1400, endedFor: { other: 2 } } })).toEqual({
      ok: false,
      code: 'report.impossible',
      facts: {
        faults: 'fullTimeMonths:months_exceed_period started:started_exceed_people ended:ended_exceed_people',
        given: 1400,
        most: 300,
        each: 300,
        persons: 1,
        started: 2,
        ended: 2,
      },
    })
  })

  it('P-A6: is refused with an identity number in the remark', () => {
    expect(send({ remark: 'Gäller 19810101-2386' })).toMatchObject({ code: 'report.remark_holds_identity' })
  })

  test.each([
    ['open', true],
    ['returned', true],
    ['submitted', false],
    ['approved', false],
  ] satisfies [ReportState, boolean][])('from %s: %s', (state, allowed) => {
    const decided = send({ state, receiptNumber: '2025-117-3' })
    expect(decided.ok).toBe(allowed)
    if (!decided.ok) expect(decided).toMatchObject({ code: 'report.already_sent', facts: { number: '2025-117-3' } })
  })
})

test('each sending has a receipt of its own', () => {
  expect(nextReceipt(report())).toBe('2025-117-3')
  expect(nextReceipt(report({ receiptNumber: '2025-117-3' }))).toBe('2025-117-3-2')
  expect(nextReceipt(report({ receiptNumber: '2025-117-3-2' }))).toBe('2025-117-3-3')
  expect(nextReceipt(report({ receiptNumber: '2025-117-3-9' }))).toBe('2025-117-3-10')
})

describe('figures that cannot be true', () => {
  test.each<[string, Partial<Figures>, string[]]>([
    ['what the register says', {}, []],
    ['months up to what so many people can work', { fullTimeMonths: 600 }, []],
    ['a hundredth more', { fullTimeMonths: 601 }, ['fullTimeMonths:months_exceed_period']],
    ['months and nobody employed', { persons: 0 }, ['fullTimeMonths:months_without_people']],
    ['nobody, nothing', { persons: 0, fullTimeMonths: 0 }, []],
    ['people who worked no whole hundredth', { fullTimeMonths: 0 }, []],
    ['everybody began', { started: 2 }, []],
    ['more began than were there', { started: 3 }, ['started:started_exceed_people']],
    ['everybody left', { ended: 2, endedFor: { employee_resigned: 1, as_planned: 1 } }, []],
    ['more left than were there', { ended: 3, endedFor: { other: 3 } }, ['ended:ended_exceed_people']],
    ['less than nothing', { persons: -1, fullTimeMonths: -5 }, ['persons:not_a_count', 'fullTimeMonths:not_a_count']],
    ['half a person', { persons: 1.5 }, ['persons:not_a_count']],
    ['a negative reason', { ended: 0, endedFor: { other: -1, as_planned: 1 } }, ['ended:not_a_count']],
  ])('%s', (_, over, expected) => {
    expect(faultsOf({ ...figures, ...over }, period).map(({ field, code }) => `${field}:${code}`)).toEqual(expected)
  })
})

describe('correcting a figure', () => {
  const correct = (corrections: Corrections, held: Partial<Report> = {}) =>
    decideCorrection(report(held), prefilled, { corrections })

  it('keeps what differs from the register, and drops what no longer does', () => {
    expect(correct({ persons: 3 })).toEqual({ ok: true, value: { corrections: { persons: 3 }, remark: '' } })
    expect(correct({ persons: 2 }, { corrections: { persons: 3, fullTimeMonths: 500 } })).toEqual({
      ok: true,
      value: { corrections: { fullTimeMonths: 500 }, remark: '' },
    })
  })

  it('refuses months that so many people cannot have worked (ux.md §5.3)', () => {
    expect(correct({ fullTimeMonths: 1400 })).toMatchObject({
      code: 'report.impossible',
      facts: { faults: 'fullTimeMonths:months_exceed_period', given: 1400, most: 600, persons: 2 },
    })
  })

  it('does not stop one of two figures that belong together: the other is corrected next', () => {
    expect(correct({ persons: 1 }).ok).toBe(true) // 4.5 months are too many for one, told when it is sent
    expect(correct({ persons: 0 }).ok).toBe(true)
  })

  it('takes a remark without names or numbers, and trims it', () => {
    expect(decideCorrection(report(), prefilled, { remark: '  En är sjukskriven på halvtid. ' })).toMatchObject({
      value: { remark: 'En är sjukskriven på halvtid.' },
    })
    expect(decideCorrection(report(), prefilled, { remark: '810101 2386 slutade' })).toMatchObject({
      code: 'report.remark_holds_identity',
    })
  })

  it('is over when the report is sent', () => {
    expect(correct({ persons: 3 }, { state: 'submitted' })).toMatchObject({ code: 'report.already_sent' })
    expect(correct({ persons: 3 }, { state: 'approved' })).toMatchObject({ code: 'report.already_sent' })
    expect(correct({ persons: 3 }, { state: 'returned' }).ok).toBe(true)
  })
})

test('saying what the register says is no correction', () => {
  const withEnds = { figures: { ...figures, ended: 1, endedFor: { as_planned: 1 } }, lines: [] }
  expect(differing(withEnds, { endedFor: { as_planned: 1, other: 0 }, started: 0 })).toEqual({})
  expect(differing(withEnds, { endedFor: { other: 1 } })).toEqual({ endedFor: { other: 1 } })
})

describe('judging a report', () => {
  const back = { to: 'returned', reason: 'months_do_not_fit', note: '' } as const
  test.each<[ReportState, boolean]>(reportStates.map(state => [state, state === 'submitted']))(
    'a report that is %s can be judged: %s',
    (state, allowed) => {
      expect(decideJudgement(report({ state }), { to: 'approved' }).ok).toBe(allowed)
      expect(decideJudgement(report({ state }), back).ok).toBe(allowed)
      if (!allowed) expect(decideJudgement(report({ state }), back)).toMatchObject({ code: 'report.not_sent' })
    },
  )

  it('a return for another reason needs words, and words hold no identity number', () => {
    const sent = report({ state: 'submitted' })
    expect(decideJudgement(sent, { ...back, reason: 'other', note: '  ' })).toMatchObject({
      code: 'report.return_without_words',
    })
    expect(decideJudgement(sent, { ...back, reason: 'other', note: 'Se över datumen.' }).ok).toBe(true)
    expect(decideJudgement(sent, { ...back, note: 'Fråga 19580377-2382' })).toMatchObject({
      code: 'report.remark_holds_identity',
    })
  })

  it('each reason but “other” is shown at a figure', () => {
    expect(returnReasons.map(reason => fieldOf[reason])).toEqual(['fullTimeMonths', 'persons', 'ended', undefined])
  })
})

describe('the reporting periods of a commitment', () => {
  const clause = { reportingIntervalMonths: 3 } as EmploymentClause
  const commitment = { clause, contract: { from: '2025-06-15', to: '2026-05-01' } }

  it('follow each other from contract start, and the last one ends with the contract', () => {
    expect(reportPeriods(commitment)).toEqual([
      { number: 1, from: '2025-06-15', to: '2025-09-14', due: '2025-09-29' },
      { number: 2, from: '2025-09-15', to: '2025-12-14', due: '2025-12-29' },
      { number: 3, from: '2025-12-15', to: '2026-03-14', due: '2026-03-29' },
      { number: 4, from: '2026-03-15', to: '2026-04-30', due: '2026-05-15' },
    ])
  })

  it('open the day after they end, once', () => {
    const open = (today: string, opened: string[] = []): string[] =>
      periodsToOpen(commitment, opened, today).map(({ from }) => from)
    expect(open('2025-09-14')).toEqual([])
    expect(open('2025-09-15')).toEqual(['2025-06-15'])
    expect(open('2026-03-15', ['2025-06-15', '2025-09-15'])).toEqual(['2025-12-15'])
    expect(open('2030-01-01', ['2025-09-15'])).toEqual(['2025-06-15', '2025-12-15', '2026-03-15'])
  })
})

describe('what a remark may hold (P-A6)', () => {
  test.each([
    '19810101-2386',
    '810101-2386',
    '810101+2386',
    '8101012386',
    '198101012386',
    '810101 – 2386',
    'Anna, 19580377-2382, slutade', // samordningsnummer: day of birth + 60
    'pnr:810101-0000', // a mistyped number still points at somebody
    '2026-041-3 och 810101-2386',
  ])('an identity number is found: %s', text => {
    expect(holdsIdentityNumber(text)).toBe(true)
  })

  test.each([
    'Ring 031-365 00 00 eller 0701234567',
    'Organisationsnummer 556036-0793',
    'Diarienummer 2026-041-3',
    'Perioden 2026-01-01–2026-03-31',
    'Faktura 123456789012345678',
    '8101012387', // ten bare digits without the right check digit
    '',
  ])('other numbers are let through: %s', text => {
    expect(holdsIdentityNumber(text)).toBe(false)
  })

  it('two words with capitals look like a name, and one with an initial', () => {
    expect(namesIn('Anna Berg var sjuk i mars, Erik S. likaså.')).toEqual(['Anna Berg', 'Erik S.'])
    expect(namesIn('Vi har bytt arbetsledare. Det går bra på Lindholmen.')).toEqual([])
  })
})
