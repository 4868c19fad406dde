import { describe, expect, it } from 'vitest'
import { addDays } from '#kernel'
import type { AskableCase, Permission } from './candidates.ts'
import { decideAnswer, decideAsk, decideWithdrawal, stateOf, usualLastDay } from './permission-rules.ts'

const today = '2026-03-02'
const given: Permission = {
  id: 'm1',
  person: 'p1',
  receiver: 'o1',
  procurement: 'c1',
  caseNumber: '2026-001',
  purpose: 'show_to_employer',
  fields: ['name', 'phone', 'competence'],
  edition: 1,
  askedOn: '2026-02-20',
  answer: 'yes',
  validTo: '2026-05-01',
  withdrawn: false,
  replaced: false,
  version: 3,
}
const open: Permission = { ...given, answer: null }
const theCase: AskableCase = {
  id: 'c1',
  number: '2026-001',
  open: true,
  contractEnd: '2027-12-31',
  employer: { id: 'o1', name: 'Städ i Väst' },
}
const person = { protected: false, status: 'ready' } as const
const wanted = { fields: ['name', 'phone', 'competence'], again: false } as const

describe('TGT-11: where a permission stands is read from the clock', () => {
  it.each([
    ['asked', { answer: null }],
    ['asked', { answer: null, validTo: today }],
    ['lapsed', { answer: null, validTo: '2026-03-01' }],
    ['replaced', { answer: null, replaced: true }],
    ['replaced', { answer: null, replaced: true, validTo: '2026-03-01' }],
    ['declined', { answer: 'no' }],
    ['declined', { answer: 'no', validTo: '2026-03-01' }],
    ['in_force', {}],
    ['in_force', { validTo: today }],
    ['ended', { validTo: '2026-03-01' }],
    ['withdrawn', { withdrawn: true }],
    ['withdrawn', { withdrawn: true, validTo: '2026-03-01' }],
  ] as const)('%s when %j', (state, over) => {
    expect(stateOf({ ...given, ...over }, today)).toBe(state)
  })
})

describe('TGT-11: asking', () => {
  it('says with a refusal which day or how many days it is about', () => {
    const facts = (over: Partial<typeof wanted & { validTo: string }>, earlier: Permission[] = [], on = theCase) => {
      const refused = decideAsk(person, on, earlier, { ...wanted, ...over }, today)
      return refused.ok ? undefined : refused.facts
    }
    expect(facts({}, [given])).toEqual({ until: '2026-05-01' })
    expect(facts({}, [open])).toEqual({ asked: '2026-02-20' })
    expect(facts({ validTo: addDays(today, 181) })).toEqual({ days: 180 })
    expect(facts({ validTo: '2026-04-01' }, [], { ...theCase, contractEnd: '2026-03-31' })).toEqual({
      last: '2026-03-31',
    })
    const past = { validTo: '2026-03-01' }
    expect(decideAnswer({ ...open, ...past }, { edition: 1, version: 3 }, today)).toMatchObject({
      facts: { last: '2026-03-01' },
    })
    expect(decideWithdrawal({ ...given, ...past }, 3, today)).toMatchObject({ facts: { last: '2026-03-01' } })
  })

  it('may be for today alone, for 180 days, and to the last day of the contract, for the fields that are wanted', () => {
    for (const validTo of [today, addDays(today, 180)])
      expect(decideAsk(person, theCase, [], { ...wanted, validTo }, today).ok).toBe(true)
    const ends = { ...theCase, contractEnd: '2026-04-01' }
    const asked = decideAsk(person, ends, [], { fields: ['phone', 'name'], validTo: '2026-04-01', again: false }, today)
    expect(asked).toMatchObject({ ok: true, value: { fields: ['name', 'phone'] } })
    // The thirtieth day from today is far enough away that nobody is asked again.
    expect(decideAsk(person, theCase, [{ ...given, validTo: '2026-04-01' }], wanted, today).ok).toBe(false)
  })

  it('lasts ninety days, or to the last day of the contract', () => {
    expect(usualLastDay('2027-12-31', today)).toBe('2026-05-31')
    expect(usualLastDay('2026-04-01', today)).toBe('2026-04-01')
    expect(decideAsk(person, theCase, [], wanted, today)).toMatchObject({ ok: true, value: { validTo: '2026-05-31' } })
  })

  it.each([
    ['permission.person_protected', { person: { ...person, protected: true } }],
    ['permission.person_left', { person: { ...person, status: 'left' } }],
    ['permission.case_closed', { theCase: { ...theCase, open: false } }],
    ['permission.case_without_employer', { theCase: { ...theCase, employer: undefined } }],
    ['permission.name_missing', { wanted: { ...wanted, fields: ['phone'] } }],
    ['permission.ends_in_past', { wanted: { ...wanted, validTo: '2026-03-01' } }],
    ['permission.too_long', { wanted: { ...wanted, validTo: addDays(today, 181) } }],
    [
      'permission.after_contract',
      { theCase: { ...theCase, contractEnd: '2026-03-31' }, wanted: { ...wanted, validTo: '2026-04-01' } },
    ],
    ['permission.already_given', { earlier: [given] }],
    ['permission.already_asked', { earlier: [open] }],
  ] as const)('is refused with %s', (code, over) => {
    const facts = { person, theCase, earlier: [], wanted, ...over } as {
      person: Parameters<typeof decideAsk>[0]
      theCase: AskableCase
      earlier: Permission[]
      wanted: Parameters<typeof decideAsk>[3]
    }
    expect(decideAsk(facts.person, facts.theCase, facts.earlier, facts.wanted, today)).toMatchObject({
      ok: false,
      code,
    })
  })

  it.each([
    ['a no', [{ ...given, answer: 'no' }]],
    ['a withdrawal', [{ ...given, withdrawn: true }]],
    ['an end', [{ ...given, validTo: '2026-03-01' }]],
    ['one that ends within thirty days', [{ ...given, validTo: '2026-03-31' }]],
    ['a yes to fewer fields', [{ ...given, fields: ['name'] }]],
  ] as const)('may be done after %s, and replaces nothing', (_, earlier) => {
    const asked = decideAsk(person, theCase, earlier as readonly Permission[], wanted, today)
    expect(asked).toMatchObject({ ok: true, value: { replaces: undefined } })
  })

  it.each([
    ['in older words', { ...open, edition: 0 }, false],
    ['that has lapsed', { ...open, validTo: '2026-03-01' }, false],
    ['that is put once more', open, true],
  ] as const)('takes the place of a question %s', (_, earlier, again) => {
    expect(decideAsk(person, theCase, [earlier], { ...wanted, again }, today)).toMatchObject({
      ok: true,
      value: { replaces: 'm1' },
    })
  })
})

describe('TGT-11: answering', () => {
  const read = { edition: 1, version: 3 }
  it.each([
    ['permission.already_answered', given, read],
    ['permission.already_answered', { ...given, answer: 'no' }, read],
    ['permission.replaced', { ...open, replaced: true }, read],
    ['permission.question_lapsed', { ...open, validTo: '2026-03-01' }, read],
    ['permission.text_changed', open, { ...read, edition: 2 }],
    ['permission.text_changed', { ...open, edition: 2 }, { ...read, edition: 2 }],
    ['permission.changed_meanwhile', open, { ...read, version: 2 }],
  ] as const)('is refused with %s', (code, permission, reading) => {
    expect(decideAnswer(permission as Permission, reading, today)).toMatchObject({ ok: false, code })
  })

  it('P-M5: counts for the words that were read, on the last day too', () => {
    expect(decideAnswer({ ...open, validTo: today }, read, today).ok).toBe(true)
  })
})

describe('P-M3: taking back', () => {
  it.each([
    ['permission.not_given', open, 3],
    ['permission.not_given', { ...given, answer: 'no' }, 3],
    ['permission.already_withdrawn', { ...given, withdrawn: true }, 3],
    ['permission.already_ended', { ...given, validTo: '2026-03-01' }, 3],
    ['permission.changed_meanwhile', given, 2],
  ] as const)('is refused with %s', (code, permission, version) => {
    expect(decideWithdrawal(permission as Permission, version, today)).toMatchObject({ ok: false, code })
  })

  it('is possible for as long as the permission lasts', () => {
    expect(decideWithdrawal({ ...given, validTo: today }, 3, today).ok).toBe(true)
  })
})
