import type { Day } from '#kernel'
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
type Pool = {
  /** Somebody of the district who already looked for work on the day, of the trade when there is one. */
  readonly take: (district: District, trade: TradeKey, before: Day) => Person | undefined
  readonly named: (number: number) => Person
  /** Everybody who has been cast, with an account to sign in with. */
  readonly participant: (person: Person) => Doer
}

export function newPool(
  people: readonly Person[],
  known: ReadonlySet<number>,
  sheet: Sheet,
  { day, workday }: Calendar,
): Pool {
  const byNumber = new Map(people.map(person => [person.number, person]))
  const free = new Map<District, Person[]>()
  const since = `${workday(-600)} 09:00:00 Europe/Stockholm`
  for (const person of people) {
    if (known.has(person.number) || !mayBeProposed(person, day(-60))) continue
    const list = free.get(person.district) ?? []
    if (list.length === 0) free.set(person.district, list)
    list.push(person)
  }
  const accounts = new Set<number>()
  return {
    take(district, trade, before) {
      const list = free.get(district) ?? []
      const waited = ({ waitingSince, standing }: Person): boolean =>
        waitingSince < before && standing.since !== undefined && standing.since < before
      const wanted = list.findIndex(person => waited(person) && person.trade === trade)
      const found = wanted < 0 ? list.findIndex(waited) : wanted
      return found < 0 ? undefined : list.splice(found, 1)[0]
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

/** Those whom the rules of eligibility do not stop, and who have agreed to be matched (TGT-6, TGT-11). */
function mayBeProposed({ match, protected: isProtected, status, standing }: Person, registeredBy: Day): boolean {
  if (isProtected || match !== 'yes' || !['registered', 'preparing', 'ready'].includes(status)) return false
  if (standing.since === undefined || standing.since > registeredBy) return false
  return standing.testedOn === undefined || (standing.documented && standing.atLeastHalf === 'yes')
}
