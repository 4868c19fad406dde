import type { District } from '../areas.ts'
import type { Calendar } from '../calendar.ts'
import type { Courses } from '../catalogue.ts'
import { type Dice, dice } from '../dice.ts'
import { idOf } from '../identities.ts'
import type { Doer, Journal } from '../journal.ts'
import { emailOfPerson, type Person } from '../person.ts'
import type { Sheet } from '../rows.ts'
import type { TradeKey } from '../trades.ts'

/** What every teller needs: the days, the dice, where to write, whom to cast. */
export type Stage = {
  readonly calendar: Calendar
  readonly seed: number
  readonly throws: (...labels: (string | number)[]) => Dice
  readonly sheet: Sheet
  readonly journal: Journal
  readonly pool: Pool
  readonly courses: Courses
}

/** The people that stories are cast from: everybody at most once, those with a part of their own only by number. */
export type Pool = {
  readonly take: (district: District, trade: TradeKey) => Person | undefined
  readonly named: (number: number) => Person
  /** Everybody who has been cast, with an account to sign in with. */
  readonly participant: (person: Person) => Doer
}

export function newPool(people: readonly Person[], known: ReadonlySet<number>, sheet: Sheet, since: string): Pool {
  const byNumber = new Map(people.map(person => [person.number, person]))
  const free = new Map<District, Person[]>()
  for (const person of people) {
    if (known.has(person.number) || person.protected || !['registered', 'preparing', 'ready'].includes(person.status))
      continue
    const list = free.get(person.district) ?? []
    if (list.length === 0) free.set(person.district, list)
    list.push(person)
  }
  const accounts = new Set<number>()
  return {
    take(district, trade) {
      const list = free.get(district) ?? []
      const wanted = list.findIndex(person => person.trade === trade)
      return list.splice(Math.max(wanted, 0), 1)[0]
    },
    named(number) {
      const person = byNumber.get(number)
      if (!person) throw new Error(`The world has nobody with the number ${number}`)
      return person
    },
    participant(person) {
      const account = idOf('account', `person ${person.number}`)
      const appointment = idOf('appointment', `person ${person.number}`)
      if (!accounts.has(person.number)) {
        accounts.add(person.number)
        const language = person.language === 'ar' || person.language === 'sv' ? person.language : 'en'
        const email = emailOfPerson(person.number)
        sheet.add('gate.account', {
          id: account,
          kind: 'participant',
          email,
          language,
          person_id: person.id,
          created_at: since,
        })
        sheet.add('gate.appointment', {
          id: appointment,
          account_id: account,
          organisation_id: null,
          role: 'participant',
          valid_from: since,
        })
      }
      return { participant: { account, appointment } }
    },
  }
}

export const diceOf =
  (seed: number) =>
  (...labels: (string | number)[]): Dice =>
    dice(seed, ...labels)
