import { describe, expect, it } from 'vitest'
import type { Eligibility } from '#domain/candidates'
import { type CandidacyState, candidacyMoves, candidacyStates } from './matching.ts'
import {
  decideMove,
  decideNote,
  decidePresent,
  decideProposal,
  decideProposals,
  decideShortlist,
  type Proposable,
  startOf,
} from './rules.ts'

const today = '2026-03-02'

const met: Eligibility = { mayBeProposed: 'yes', rules: [] }
const unknown: Eligibility = { mayBeProposed: 'unknown', rules: [] }
const notYet: Eligibility = {
  mayBeProposed: 'not_yet',
  rules: [
    { rule: 'registered_in_time', state: 'met', because: { code: 'registration.in_time', facts: {} }, source: 's' },
    { rule: 'work_ability_tested', state: 'not_met', because: { code: 'test.not_done', facts: {} }, source: 's' },
    {
      rule: 'work_ability_documented',
      state: 'not_met',
      because: { code: 'document.missing', facts: {} },
      source: 's',
    },
  ],
}

function person(is: Partial<Proposable> = {}): Proposable {
  return { number: 4471, protected: false, status: 'ready', agreed: 'yes', eligibility: met, ...is }
}

describe('the way through a case', () => {
  // Rows: from; columns: to, in the order of candidacyStates. Written by hand from ux.md E4–E5 and G4.
  const matrix: Record<CandidacyState, string> = {
    proposed: '.x....xx',
    shortlisted: 'x.x...xx',
    presented: '...xxxxx',
    wanted: '....xxxx',
    chosen: '......x.',
    declined: '........',
    withdrawn: 'x.......',
    not_needed: 'x.......',
  }
  it.each(candidacyStates)('from %s leads only where it may', from => {
    const row = candidacyStates.map(to => (decideMove({ state: from }, to).ok ? 'x' : '.')).join('')
    expect(row).toBe(matrix[from])
  })

  it('no candidacy ends by itself but for the last place being taken: every other ending has somebody who decides (P-R5)', () => {
    const endings = candidacyStates.filter(state =>
      candidacyMoves[state].every(to => to === 'proposed' || to === 'withdrawn'),
    )
    expect(endings).toEqual(['chosen', 'declined', 'withdrawn', 'not_needed'])
  })
})

describe('TGT-5, TGT-6: proposing', () => {
  it.each<[string, Partial<Proposable>, string, unknown]>([
    ['everything known', {}, '', { ok: true, value: { explained: false } }],
    ['a protected person', { protected: true }, 'x', 'candidacy.person_protected'],
    ['somebody with a job', { status: 'placed' }, 'x', 'candidacy.person_unavailable'],
    ['somebody on leave', { status: 'paused' }, 'x', 'candidacy.person_unavailable'],
    ['somebody who has left', { status: 'left' }, 'x', 'candidacy.person_unavailable'],
    ['somebody preparing', { status: 'preparing' }, '', { ok: true, value: { explained: false } }],
    ['somebody proposed before', { candidacy: 'proposed' }, '', 'candidacy.already_proposed'],
    ['somebody on the shortlist', { candidacy: 'shortlisted' }, '', 'candidacy.already_proposed'],
    ['somebody shown', { candidacy: 'presented' }, '', 'candidacy.already_proposed'],
    ['somebody chosen', { candidacy: 'chosen' }, '', 'candidacy.already_proposed'],
    ['somebody declined', { candidacy: 'declined' }, '', 'candidacy.already_declined'],
    ['somebody withdrawn', { candidacy: 'withdrawn' }, '', { ok: true, value: { explained: false } }],
    ['somebody not needed', { candidacy: 'not_needed' }, '', { ok: true, value: { explained: false } }],
    ['a no to being matched', { agreed: 'no' }, 'x', 'candidacy.said_no_to_matching'],
    ['an unanswered question, unexplained', { agreed: 'not_answered' }, ' ', 'candidacy.note_missing'],
    ['an unanswered question, explained', { agreed: 'not_answered' }, 'x', { ok: true, value: { explained: true } }],
    ['a rule not met', { eligibility: notYet }, 'x', 'candidacy.rule_not_met.work_ability_tested'],
    ['rules unknown, unexplained', { eligibility: unknown }, '', 'candidacy.note_missing'],
    ['rules unknown, explained', { eligibility: unknown }, 'x', { ok: true, value: { explained: true } }],
    ['rules before they were in force', { eligibility: undefined }, '', 'candidacy.note_missing'],
  ])('%s', (_, is, note, expected) => {
    const outcome = decideProposal(person(is), note)
    expect(outcome).toMatchObject(
      typeof expected === 'string' ? { ok: false, code: expected, facts: { numbers: 4471 } } : (expected as object),
    )
  })

  it('proposes all, and keeps of whom something had to be explained', () => {
    expect(decideProposals([person(), person({ number: 2, eligibility: unknown })], 'x')).toEqual({
      ok: true,
      value: [{ explained: false }, { explained: true }],
    })
  })

  it('names everybody whom the first reason is about, and proposes nobody', () => {
    const people = [
      person({ number: 1 }),
      person({ number: 2, eligibility: notYet }),
      person({ number: 3, agreed: 'no' }),
      person({ number: 4, eligibility: notYet }),
    ]
    expect(decideProposals(people, 'x')).toEqual({
      ok: false,
      code: 'candidacy.rule_not_met.work_ability_tested',
      facts: { numbers: '2, 4' },
    })
  })
})

describe('the day the job starts', () => {
  it('is the contract’s when that is ahead, and today when it has passed or is not known', () => {
    expect(startOf({ firstDay: '2026-03-03' }, today)).toBe('2026-03-03')
    expect(startOf({ firstDay: today }, today)).toBe(today)
    expect(startOf({ firstDay: '2026-03-01' }, today)).toBe(today)
    expect(startOf({}, today)).toBe(today)
  })
})

describe('the shortlist', () => {
  it('takes those proposed, and asks for words when the reason is "other" (GEN-4)', () => {
    expect(decideShortlist({ state: 'proposed' }, 'meets_musts', '').ok).toBe(true)
    expect(decideShortlist({ state: 'proposed' }, 'other', '  ')).toMatchObject({
      code: 'candidacy.reason_without_words',
    })
    expect(decideShortlist({ state: 'proposed' }, 'other', 'Vill byta bransch').ok).toBe(true)
    expect(decideShortlist({ state: 'presented' }, 'meets_musts', '')).toMatchObject({
      code: 'candidacy.cannot_follow',
    })
  })
})

describe('TGT-9: days for the funnel', () => {
  it.each<[string, Parameters<typeof decideNote>, string | true]>([
    ['an invitation ahead', [{ state: 'proposed' }, 'invited', '2026-03-09', today], true],
    ['came after the invitation', [{ state: 'proposed', invitedOn: '2026-02-20' }, 'attended', today, today], true],
    ['came uninvited', [{ state: 'proposed' }, 'attended', today, today], 'candidacy.not_invited'],
    [
      'came before the invitation',
      [{ state: 'proposed', invitedOn: '2026-02-20' }, 'attended', '2026-02-19', today],
      'candidacy.attended_before_invited',
    ],
    [
      'came tomorrow',
      [{ state: 'proposed', invitedOn: '2026-02-20' }, 'attended', '2026-03-03', today],
      'candidacy.day_in_future',
    ],
    ['interviewed unseen', [{ state: 'shortlisted' }, 'interviewed', today, today], 'candidacy.not_shown_yet'],
    ['came on the day of the invitation', [{ state: 'proposed', invitedOn: today }, 'attended', today, today], true],
    ['interviewed when shown', [{ state: 'presented' }, 'interviewed', today, today], true],
    ['interviewed when wanted', [{ state: 'wanted' }, 'interviewed', today, today], true],
    ['interviewed when chosen', [{ state: 'chosen' }, 'interviewed', today, today], true],
    ['invited after a no', [{ state: 'declined' }, 'invited', today, today], 'candidacy.cannot_follow'],
    ['invited after a withdrawal', [{ state: 'withdrawn' }, 'invited', today, today], 'candidacy.cannot_follow'],
    ['invited when not needed', [{ state: 'not_needed' }, 'invited', today, today], 'candidacy.cannot_follow'],
  ])('%s', (_, args, expected) => {
    const outcome = decideNote(...args)
    expect(outcome.ok ? true : outcome.code).toBe(expected)
  })
})

describe('TGT-11: showing', () => {
  it.each<[string, CandidacyState, string, string | undefined, string]>([
    ['up to the permission’s last day', 'shortlisted', '2026-03-12', '2026-03-12', '2026-03-12'],
    ['never longer than the permission lasts', 'shortlisted', '2026-03-13', '2026-03-12', '2026-03-12'],
    ['shorter, if so chosen', 'shortlisted', '2026-03-11', '2026-03-12', '2026-03-11'],
    ['without permission', 'shortlisted', '2026-03-12', undefined, 'candidacy.permission_missing'],
    ['only until yesterday', 'shortlisted', '2026-03-01', '2026-03-12', 'candidacy.shown_in_past'],
    ['today only', 'shortlisted', today, '2026-03-12', today],
    ['somebody not on the shortlist', 'proposed', '2026-03-12', '2026-03-12', 'candidacy.cannot_follow'],
    ['somebody shown already', 'presented', '2026-03-12', '2026-03-12', 'candidacy.cannot_follow'],
  ])('%s', (_, state, shownTo, permittedTo, expected) => {
    const outcome = decidePresent({ state }, shownTo, permittedTo, today)
    expect(outcome.ok ? outcome.value : outcome.code).toBe(expected)
  })
})
