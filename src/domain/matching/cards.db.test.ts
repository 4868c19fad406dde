import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import { type Actor, addDays } from '#kernel'
import { asPerson, readLog } from '../candidates/test-stage.ts'
import {
  type CandidacyState,
  candidacyStates,
  declineCandidate,
  declineReasons,
  listChoices,
  presentCandidates,
  removeFromShortlist,
  shortlistCandidates,
  shortlistReasons,
  viewCards,
  viewShortlist,
  wantCandidate,
} from './index.ts'
import {
  candidacyOf,
  cardsSeen,
  form,
  onTheTable,
  type Permitted,
  permit,
  proposed,
  type Stage,
  setStage,
  shortlisted,
} from './test-stage.ts'

let s: Stage
beforeAll(async () => {
  s = await setStage()
})
afterAll(() => s.end())

function cards(actor: Actor = s.employer) {
  return viewAs(s.db, actor, tx => viewCards(tx, actor, s.procurement))
}

async function present(person: string, over: { shownTo?: string; actor?: Actor; version?: number } = {}) {
  const { id, version } = await candidacyOf(s, person)
  return presentCandidates(s.db, over.actor ?? s.officer, {
    procurement: s.procurement,
    candidacies: [{ id, version: over.version ?? version }],
    shownTo: over.shownTo ?? addDays(s.today, 10),
    ...s.edge,
  })
}

it('states and codes are the same in the database and in the code (house.md §6)', async () => {
  const listOf = async (constraint: string): Promise<(string | undefined)[]> => {
    const [row] = await s.above<{ text: string }>(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [constraint],
    )
    return [...(row?.text ?? '').matchAll(/'(\w+)'::text/g)].map(match => match[1])
  }
  expect(await listOf('candidacy_state_is_known')).toEqual([...candidacyStates])
  expect(await listOf('shortlist_reason_is_known')).toEqual([...shortlistReasons])
  expect(await listOf('decline_reason_is_known')).toEqual([...declineReasons])
})

describe('P-M1: without a permission in force no byte of the person reaches the employer', () => {
  const states: readonly [string, Permitted | false, boolean][] = [
    ['none', false, false],
    ['asked, not answered', { answer: null }, false],
    ['in force', {}, true],
    ['on its last day', { validTo: 'today' }, true],
    ['expired', { validTo: 'yesterday' }, false],
    ['refused', { answer: 'no' }, false],
    ['withdrawn', { withdrawn: true }, false],
    ['another purpose', { purpose: 'share_with_employment_service' }, false],
    ['another receiver', { receiver: 'other' }, false],
    ['another case', { procurement: 'other' }, false],
  ]
  it.each(states)('%s', async (_, permission, visible) => {
    const days: Record<string, string> = { today: s.today, yesterday: addDays(s.today, -1) }
    const given = permission && {
      ...permission,
      ...(permission.validTo ? { validTo: days[permission.validTo] ?? '' } : {}),
      ...(permission.receiver ? { receiver: s.otherEmployer.organisation } : {}),
      ...(permission.procurement ? { procurement: s.otherProcurement } : {}),
    }
    const { givenName, id } = await onTheTable(s, given)
    const page = JSON.stringify(await cards())
    expect(page.includes(givenName)).toBe(visible)
    const candidacy = await candidacyOf(s, id)
    const outcome = await wantCandidate(s.db, s.employer, { card: candidacy, newId: s.edge.newId })
    expect(outcome).toMatchObject(visible ? { ok: true } : { ok: false, code: 'candidacy.not_found' })
  })

  it('fewer fields: what the person has not said yes to is not on the card', async () => {
    const { givenName } = await onTheTable(s, { fields: ['name'] })
    const card = (await cards())?.cards.find(one => one.name.startsWith(givenName))
    expect(card).toBeDefined()
    expect(card).not.toHaveProperty('phone')
    expect(card).not.toHaveProperty('skillsSv')
    expect(card).not.toHaveProperty('languagesSv')
  })
})

describe('P-D2: the card', () => {
  it('has exactly its fields, and neither note, reason, district nor day of proposal', async () => {
    const { givenName } = await onTheTable(s)
    const page = await cards()
    const card = page?.cards.find(one => one.name.startsWith(givenName))
    expect(Object.keys(card ?? {}).sort()).toEqual(
      [
        'candidacy',
        'canStart',
        'languagesEn',
        'languagesSv',
        'name',
        'phone',
        'shownTo',
        'skillsEn',
        'skillsSv',
        'state',
        'support',
        'version',
      ].sort(),
    )
    expect(card).toMatchObject({
      name: `${givenName} F.`,
      skillsSv: ['Kontorsstädning'],
      languagesSv: ['Svenska på arbetsplatsen'],
      support: 'asked',
      shownTo: addDays(s.today, 20),
    })
    expect(JSON.stringify(page)).not.toContain('A note of the officer')
  })

  it('the employer reads no candidacy past the card, not even of those who are shown', async () => {
    await onTheTable(s)
    for (const table of ['matching.candidacy', 'candidates.person', 'candidates.permission', 'candidates.competence']) {
      const rows = await viewAs(
        s.db,
        s.employer,
        async tx =>
          (
            await sql`select * from ${sql.raw(table === 'candidates.person' ? '(select id from candidates.person) p' : table)}`.execute(
              tx,
            )
          ).rows,
      )
      expect(rows, table).toEqual([])
    }
  })

  it('every reading is logged with the fields that were delivered (P-L1)', async () => {
    const { id } = await onTheTable(s, { fields: ['name', 'competence'] })
    await cards()
    const line = (await readLog(s)).findLast(one => one.person_id === id)
    expect(line).toEqual({
      person_id: id,
      role: 'employer',
      fields: ['name', 'competence'],
      purpose: 'choose',
      allowed: true,
    })
  })

  it('another employer gets nothing, not even that the case exists', async () => {
    const { id, givenName } = await onTheTable(s)
    expect(await cards(s.otherEmployer)).toBeUndefined()
    expect(await cardsSeen(s)).toContain(givenName)
    const card = await candidacyOf(s, id)
    for (const answer of [
      wantCandidate(s.db, s.otherEmployer, { card, newId: s.edge.newId }),
      declineCandidate(s.db, s.otherEmployer, { card, reason: 'hours_do_not_fit', newId: s.edge.newId }),
    ])
      expect(await answer).toMatchObject({ code: 'candidacy.not_found' })
    const choices = await viewAs(s.db, s.otherEmployer, tx => listChoices(tx))
    expect(choices).toEqual([])
  })

  it('a protected person has no card, whatever the permission says (P-S2)', async () => {
    const before = await viewAs(s.db, s.employer, tx => listChoices(tx))
    const { givenName } = await onTheTable(s, {}, { protected: true, named: [s.namedOfficer] })
    expect(await cardsSeen(s)).not.toContain(givenName)
    expect(await viewAs(s.db, s.employer, tx => listChoices(tx))).toEqual(before)
  })

  it('a permission taken back removes the card at the next reading (P-M3)', async () => {
    const person = await onTheTable(s, false)
    const permission = await permit(s, person.id)
    expect(await cardsSeen(s)).toContain(person.givenName)
    const card = await candidacyOf(s, person.id)
    await s.above('update candidates.permission set withdrawn_at = now() where id = $1', [permission])
    expect(await cardsSeen(s)).not.toContain(person.givenName)
    expect(await wantCandidate(s.db, s.employer, { card, newId: s.edge.newId })).toMatchObject({
      code: 'candidacy.not_found',
    })
  })

  it('the employer sees it no longer than it is shown, though the permission lasts', async () => {
    const { id, givenName } = await onTheTable(s)
    await s.above('update matching.candidacy set shown_to = $1 where person_id = $2', [addDays(s.today, -1), id])
    expect(await cardsSeen(s)).not.toContain(givenName)
  })
})

describe('TGT-11: showing', () => {
  it('the preview is what the employer then reads, to the letter', async () => {
    const { id } = await shortlisted(s)
    const page = () => viewAs(s.db, s.officer, tx => viewShortlist(tx, s.officer, s.procurement, s.today))
    const shownTo = addDays(s.today, 30)
    expect(await present(id, { shownTo })).toEqual({ ok: true, value: { people: 1 } })
    const preview = (await page())?.lines.find(line => line.person === id)?.card
    const candidacy = await candidacyOf(s, id)
    const {
      candidacy: _c,
      state: _s,
      version: _v,
      ...read
    } = (await cards())?.cards.find(one => one.candidacy === candidacy.id) ?? {}
    expect(preview).toEqual(read)
    expect(preview).toMatchObject({ shownTo })
  })

  it('is refused without permission, for another’s case, and for a page that has changed; never longer than the permission lasts', async () => {
    const none = await shortlisted(s, false)
    expect(await present(none.id)).toMatchObject({ code: 'candidacy.permission_missing' })
    const short = await shortlisted(s, { validTo: addDays(s.today, 3) })
    expect(await present(short.id, { actor: s.otherOfficer })).toMatchObject({ code: 'candidacy.not_found' })
    expect(await present(short.id, { actor: s.team })).toMatchObject({ code: 'candidacy.not_yours' })
    expect(await present(short.id, { version: 1 })).toMatchObject({ code: 'candidacy.changed_meanwhile' })
    expect(await candidacyOf(s, short.id)).toMatchObject({ state: 'shortlisted', shown_to: null })
    expect(await present(short.id)).toMatchObject({ ok: true })
    expect(await candidacyOf(s, short.id)).toMatchObject({ state: 'presented', shown_to: addDays(s.today, 3) })
  })

  it('somebody on the shortlist can be taken off it until shown, not after', async () => {
    const { id } = await shortlisted(s)
    const on = async () => ({ procurement: s.procurement, candidacies: [await candidacyOf(s, id)], ...s.edge })
    expect(await removeFromShortlist(s.db, s.officer, await on())).toMatchObject({ ok: true })
    expect(await candidacyOf(s, id)).toMatchObject({ state: 'proposed' })
    const again = { ...(await on()), reason: 'own_wish', note: '' } as const
    expect(await shortlistCandidates(s.db, s.officer, again)).toMatchObject({ ok: true })
    await present(id)
    expect(await removeFromShortlist(s.db, s.officer, await on())).toMatchObject({ code: 'candidacy.cannot_follow' })
  })

  it('a coordinator of the case may, who sees the person through the proposal only', async () => {
    const person = await proposed(s)
    await permit(s, person.id)
    const seen = { procurement: s.procurement, candidacies: [await candidacyOf(s, person.id)], ...s.edge }
    const listed = await shortlistCandidates(s.db, s.coordinator, { ...seen, reason: 'meets_musts', note: '' })
    expect(listed).toMatchObject({ ok: true })
    expect(await present(person.id, { actor: s.coordinator })).toMatchObject({ ok: true })
    expect(await cardsSeen(s)).toContain(person.givenName)
  })
})

describe('JSP-8: the employer answers', () => {
  it('wants to meet, then says no with a coded reason; the card is gone, and the case’s history knows without a name', async () => {
    const { id, givenName } = await onTheTable(s)
    const card = await candidacyOf(s, id)
    expect(await wantCandidate(s.db, s.employer, { card, newId: s.edge.newId })).toMatchObject({ ok: true })
    const wanted = await candidacyOf(s, id)
    expect(wanted.state).toBe('wanted')
    const no = { card: wanted, reason: 'licence_missing', newId: s.edge.newId } as const
    expect(await declineCandidate(s.db, s.employer, no)).toMatchObject({ ok: true })
    expect(await candidacyOf(s, id)).toMatchObject({ state: 'declined', decline_reason: 'licence_missing' })
    expect(await cardsSeen(s)).not.toContain(givenName)
    const events = await s.above('select kind, plane, facts from log.event where subject = $1 order by seq', [card.id])
    expect(events).toEqual([
      { kind: 'matching.wanted', plane: 'matching', facts: {} },
      { kind: 'matching.declined', plane: 'matching', facts: { why: 'licence_missing' } },
    ])
  })

  it('a decline without a reason cannot be written at all', async () => {
    const { id } = await onTheTable(s)
    await expect(
      s.above(`update matching.candidacy set state = 'declined' where person_id = $1`, [id]),
    ).rejects.toThrow('a_decline_has_a_coded_reason')
  })

  it('a form sent twice answers once; a second answer on an old page is told so', async () => {
    const { id } = await onTheTable(s)
    const card = await candidacyOf(s, id)
    const db = form(s.db, id)
    const no = { card, reason: 'hours_do_not_fit', newId: s.edge.newId } as const
    expect(await declineCandidate(db, s.employer, no)).toEqual(await declineCandidate(db, s.employer, no))
    expect(await wantCandidate(s.db, s.employer, { card, newId: s.edge.newId })).toMatchObject({
      code: 'candidacy.changed_meanwhile',
    })
    const now = await candidacyOf(s, id)
    expect(await wantCandidate(s.db, s.employer, { card: now, newId: s.edge.newId })).toMatchObject({
      code: 'candidacy.cannot_follow',
    })
  })

  it('nobody but an employer answers, and the person itself cannot put itself forward', async () => {
    const { id } = await onTheTable(s)
    const card = await candidacyOf(s, id)
    for (const actor of [s.officer, s.coordinator, s.team, s.procurer, await asPerson(s, id)])
      expect(await wantCandidate(s.db, actor, { card, newId: s.edge.newId }), actor.role).toMatchObject({
        code: 'candidacy.not_found',
      })
    expect(
      await wantCandidate(s.db, s.employer, { card: { id: randomUUID(), version: 1 }, newId: s.edge.newId }),
    ).toMatchObject({
      code: 'candidacy.not_found',
    })
  })

  it('states that an employer never sees stay unseen', async () => {
    for (const state of ['proposed', 'shortlisted', 'withdrawn', 'not_needed'] satisfies CandidacyState[]) {
      const { id, givenName } = await onTheTable(s)
      await s.above('update matching.candidacy set state = $1 where person_id = $2', [state, id])
      expect(await cardsSeen(s), state).not.toContain(givenName)
    }
  })
})
