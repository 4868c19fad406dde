import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewAs } from '#db'
import { changeSeats, confirmIntervention, findStart } from '#domain/catalogue'
import { type Actor, newId } from '#kernel'
import { setWorldStage, type WorldStage, worldDay } from '#test/world-stage'
import { bookSeat } from './book.ts'
import { endBooking } from './end-booking.ts'
import { bookingMoves } from './tracks.ts'
import { planOf, viewClass } from './views.ts'

let about: { today: string; now: Date; newId: typeof newId }

let stage: WorldStage
let officer: Actor
let provider: Actor
let otherProvider: Actor
let people: string[]
let procurement: string
let start: string

beforeAll(async () => {
  stage = await setWorldStage()
  about = { today: worldDay, now: stage.now(), newId }
  officer = await stage.as('matching_officer')
  provider = await stage.as('provider')
  otherProvider = await stage.as('provider_other')
  people = (
    await stage.above<{ id: string }>(
      `select p.id from candidates.person p where matching_id = $1 and not protected and not exists (select from tracks.booking b where b.person_id = p.id)
        and not exists (select from candidates.assignment a where a.person_id = p.id and a.organisation_id = $2) order by number limit 40`,
      [officer.organisation, provider.organisation],
    )
  ).map(row => row.id)
  procurement = (
    await stage.above<{ id: string }>(
      `select id from procurement.procurement where matching_id = $1 and state = 'open' order by id limit 1`,
      [officer.organisation],
    )
  )[0]!.id
  start = (
    await stage.above<{ id: string }>(
      `select s.id from catalogue.start s join catalogue.intervention i on i.id = s.intervention_id
        where i.provider_id = $1 and s.starts_on > $2 and s.seats - s.taken >= 3 order by s.starts_on, s.id limit 1`,
      [provider.organisation, worldDay],
    )
  )[0]!.id
})
afterAll(() => stage.end())

describe('a seat (JSP-5)', () => {
  it('is booked once for a person, and the provider then sees who comes', async () => {
    const seen = () => viewAs(stage.db, provider, tx => viewClass(tx, start))
    const before = await seen()
    expect(await bookSeat(stage.db, officer, { person: people[0]!, start, procurement, ...about })).toMatchObject({
      ok: true,
    })
    expect(await bookSeat(stage.db, officer, { person: people[0]!, start, procurement, ...about })).toMatchObject({
      code: 'booking.already_booked',
    })
    expect((await seen()).length).toBe(before.length + 1)
    expect(await viewAs(stage.db, otherProvider, tx => viewClass(tx, start))).toEqual([])
    expect(await viewAs(stage.db, officer, tx => planOf(tx, people[0]!))).toHaveLength(1)
  })

  it('is never given twice, whoever asks at the same time (trust R4)', async () => {
    const seats = async (): Promise<{ seats: number; taken: number; booked: number }> =>
      (
        await stage.above<{ seats: number; taken: number; booked: number }>(
          `select seats, taken, (select count(*)::int from tracks.booking b where b.start_id = s.id and state = 'booked') as booked
             from catalogue.start s where id = $1`,
          [start],
        )
      )[0]!
    const before = await seats()
    const asking = people.slice(1, 31)
    const ask = (person: string) => bookSeat(stage.db, officer, { person, start, procurement, ...about })
    const answers = await Promise.all(asking.map(ask))
    const won = answers.filter(answer => answer.ok).length
    expect(won).toBe(Math.min(before.seats - before.taken, asking.length))
    expect(answers.every(answer => answer.ok || answer.code === 'booking.full')).toBe(true)
    const after = await seats()
    expect([after.taken - before.taken, after.booked - before.booked]).toEqual([won, won])
    expect(after.taken).toBeLessThanOrEqual(after.seats)
  })

  it('does not exist for somebody who may not see the person', async () => {
    const other = await stage.as('matching_officer_other')
    expect(await bookSeat(stage.db, other, { person: people[35]!, start, procurement, ...about })).toMatchObject({
      code: 'booking.not_found',
    })
  })

  it('is free again when it is cancelled', async () => {
    const [line] = await viewAs(stage.db, officer, tx => viewClass(tx, start))
    const before = (await viewAs(stage.db, officer, tx => findStart(tx, start)))!
    const command = { booking: line!.booking, to: 'cancelled' as const, version: line!.version, today: worldDay, newId }
    expect(await endBooking(stage.db, officer, command)).toMatchObject({ ok: true })
    expect((await viewAs(stage.db, officer, tx => findStart(tx, start)))!.taken).toBe(before.taken - 1)
    expect(await endBooking(stage.db, officer, { ...command, version: line!.version + 1 })).toMatchObject({ ok: false })
  })

  it('gives what the course teaches when the provider says it is completed, and not before the course has ended', async () => {
    const [line] = await viewAs(stage.db, provider, tx => viewClass(tx, start))
    const course = (await viewAs(stage.db, provider, tx => findStart(tx, start)))!
    const command = { booking: line!.booking, to: 'completed' as const, version: line!.version, newId }
    expect(await endBooking(stage.db, provider, { ...command, today: worldDay })).toMatchObject({
      code: 'booking.not_ended',
    })
    expect(await endBooking(stage.db, otherProvider, { ...command, today: course.endsOn })).toMatchObject({
      code: 'booking.not_found',
    })
    expect(await endBooking(stage.db, provider, { ...command, today: course.endsOn })).toMatchObject({ ok: true })
    const held = await stage.above<{ concept: string }>(
      `select concept from candidates.competence where person_id = $1 and state = 'held' and source = 'course'`,
      [line!.person],
    )
    expect(held.map(row => row.concept)).toEqual(
      expect.arrayContaining(course.intervention.concepts.filter(concept => !concept.includes(':'))),
    )
  })

  it('moves only as the table of states says, which the database repeats', async () => {
    const [check] = await stage.above<{ text: string }>(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'booking_state_is_known'`,
    )
    for (const state of Object.keys(bookingMoves)) expect(check!.text).toContain(`'${state}'`)
    expect(check!.text.match(/'\w+'/g)).toHaveLength(Object.keys(bookingMoves).length)
  })
})

describe('the catalogue (JSP-4)', () => {
  it('is its provider’s to keep true', async () => {
    const course = (await viewAs(stage.db, provider, tx => findStart(tx, start)))!
    const confirm = {
      intervention: course.intervention.id,
      version: course.intervention.version,
      today: worldDay,
      newId,
    }
    expect(await confirmIntervention(stage.db, otherProvider, confirm)).toMatchObject({ code: 'catalogue.not_yours' })
    expect(await confirmIntervention(stage.db, provider, confirm)).toMatchObject({ ok: true })
    expect(await confirmIntervention(stage.db, provider, confirm)).toMatchObject({
      code: 'catalogue.changed_meanwhile',
    })
  })

  it('never has fewer seats than are taken', async () => {
    const course = (await viewAs(stage.db, provider, tx => findStart(tx, start)))!
    const change = { start, version: course.version, today: worldDay, newId }
    expect(await changeSeats(stage.db, provider, { ...change, seats: course.taken - 1 })).toMatchObject({
      code: 'catalogue.fewer_than_taken',
    })
    expect(await changeSeats(stage.db, provider, { ...change, seats: course.taken + 5 })).toMatchObject({ ok: true })
  })
})
