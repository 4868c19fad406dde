import { describe, expect, it } from 'vitest'
import { explained } from '#test/wording'
import {
  type DialogueClause,
  dialogueDays,
  type HeldDialogue,
  judgeDialogue,
  type VoluntaryCommitment,
} from './dialogue.ts'

const clause: DialogueClause = {
  firstWithinMonths: 2,
  intervalMonths: 6,
  participants: [{ id: 'matching', wording: { sv: 'm', en: 'm' } }],
  agenda: [{ id: 'needs', wording: { sv: 'n', en: 'n' } }],
  minutesWithinDays: 14,
  offersBecomeBinding: false,
}
const contract = { from: '2026-01-01', to: '2027-01-01' }
const held = (on: string, over: Partial<HeldDialogue> = {}): HeldDialogue => ({
  on,
  participants: ['matching'],
  agenda: ['needs'],
  minutesOn: on,
  ...over,
})
const offer = (asRequirement: boolean): VoluntaryCommitment => ({
  id: 'v1',
  what: { sv: 'två platser.', en: 'two places.' },
  offeredOn: '2026-02-20',
  asRequirement,
})
const judge = (
  all: HeldDialogue[],
  today: string,
  over: Partial<DialogueClause> = {},
  offers: VoluntaryCommitment[] = [],
) => explained(judgeDialogue({ ...clause, ...over }, contract, all, offers, today))

describe('PRC-6: the dialogue clause', () => {
  it('is due first after two months and then every six, within the contract only', () => {
    expect(dialogueDays(clause, contract)).toEqual(['2026-03-01', '2026-09-01'])
    expect(dialogueDays(clause, { ...contract, to: '2026-09-01' })).toEqual(['2026-03-01'])
    expect(dialogueDays(clause, { ...contract, to: '2026-09-02' })).toEqual(['2026-03-01', '2026-09-01'])
    expect(dialogueDays(clause, { ...contract, to: '2026-03-01' })).toEqual([])
  })

  it.each([
    [[], '2026-03-01', 'ahead', 'as_agreed'],
    [[], '2026-03-02', 'missed', 'lacking'],
    [[held('2026-03-01')], '2026-03-01', 'held', 'as_agreed'],
    [[held('2026-03-02')], '2026-03-02', 'held_late', 'as_agreed'],
    [[held('2026-02-20')], '2026-02-19', 'ahead', 'as_agreed'],
    [[held('2026-02-20', { participants: [] })], '2026-02-20', 'incomplete', 'lacking'],
    [[held('2026-02-20', { agenda: [] })], '2026-02-20', 'incomplete', 'lacking'],
    [[held('2026-02-20', { minutesOn: undefined })], '2026-03-06', 'held', 'as_agreed'],
    [[held('2026-02-20', { minutesOn: undefined })], '2026-03-07', 'incomplete', 'lacking'],
    [[held('2026-02-20', { minutesOn: '2026-03-06' })], '2026-05-01', 'held', 'as_agreed'],
    [[held('2026-02-20', { minutesOn: '2026-03-07' })], '2026-05-01', 'incomplete', 'lacking'],
  ] as const)('%j on %s: %s, %s', (all, today, first, state) => {
    const result = judge([...all], today)
    expect(result.dialogues[0]?.state).toBe(first)
    expect(result.state).toBe(state)
  })

  it('the first held answers the first due and the second the second, whatever order they are told in', () => {
    const result = judge([held('2026-08-30'), held('2026-02-20')], '2026-10-01')
    expect(result.dialogues.map(({ heldOn, state }) => [heldOn, state])).toEqual([
      ['2026-02-20', 'held'],
      ['2026-08-30', 'held'],
    ])
    expect(judge([held('2026-02-20')], '2026-09-02').dialogues[1]).toEqual({
      due: '2026-09-01',
      state: 'missed',
      lacks: [],
    })
    const three = judge([held('2026-02-20'), held('2026-01-20'), held('2026-02-25')], '2026-10-01')
    expect(three.dialogues.map(({ heldOn }) => heldOn)).toEqual(['2026-01-20', '2026-02-20'])
  })

  it('names what is lacking, and says each state in words', () => {
    const bad = judge([held('2026-02-20', { participants: [], agenda: [], minutesOn: undefined })], '2026-04-01')
    expect(bad.dialogues[0]?.lacks).toEqual(['matching', 'needs', 'minutes'])
    expect(bad.lines.map(({ says }) => says.en)).toEqual([
      'The dialogue on 2026-02-20 lacks: matching, needs, minutes.',
      'The next dialogue is due by 2026-09-01.',
    ])
    expect(judge([held('2026-03-02')], '2026-09-02').lines.map(({ says }) => says.sv)).toEqual([
      'Dialogen skulle hållas senast 2026-03-01 men hölls 2026-03-02.',
      'Dialogen som skulle hållas senast 2026-09-01 har inte hållits.',
    ])
    const good = judge([held('2026-02-20')], '2026-03-01').lines[0]
    expect(good?.says.sv).toBe('Dialogen som skulle hållas senast 2026-03-01 hölls 2026-02-20.')
    expect(good?.inputs).toEqual({ due: '2026-03-01', heldOn: '2026-02-20' })
    expect(bad.lines[0]?.inputs).toMatchObject({ lacks: 'matching, needs, minutes' })
  })
})

describe('LOU 17:14: what is offered in the dialogue', () => {
  it('is voluntary, and marked so', () => {
    const result = judge([], '2026-02-25', {}, [offer(false)])
    expect(result.voluntary).toEqual([{ id: 'v1', binding: false, allowed: true }])
    expect(result.state).toBe('as_agreed')
    expect(result.lines.at(-1)?.says.en).toBe('Voluntary commitment, not a binding requirement: two places.')
    expect(result.lines.at(-1)?.inputs).toEqual({ id: 'v1', asRequirement: false })
  })

  it('cannot be made a requirement when the documents did not say so', () => {
    const result = judge([], '2026-02-25', {}, [offer(true)])
    expect(result.voluntary).toEqual([{ id: 'v1', binding: false, allowed: false }])
    expect(result.state).toBe('lacking')
    expect(result.lines.at(-1)?.says.en).toMatch(/^Cannot become a requirement now/)
    expect(result.lines.at(-1)?.source).toContain('17 kap.')
  })

  it('binds when the documents said so', () => {
    for (const asRequirement of [true, false]) {
      const result = judge([], '2026-02-25', { offersBecomeBinding: true }, [offer(asRequirement)])
      expect(result.voluntary).toEqual([{ id: 'v1', binding: true, allowed: true }])
      expect(result.lines.at(-1)?.says.sv).toBe('Åtagandet är bindande: två platser.')
    }
  })
})
