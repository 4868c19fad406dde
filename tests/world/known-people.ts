import type { Person } from './person.ts'

/** People with a part of their own in the stories. Everything that is not said here is thrown as for the others. */
export type KnownPerson = {
  readonly number: number
  readonly swedish: number
  readonly is: Partial<Person> & Pick<Person, 'given' | 'family' | 'district' | 'trade'>
}

const ready = { status: 'ready', match: 'yes', protected: false } as const
const groups = ['youth_foreign_born'] as const

export const knownPeople: readonly KnownPerson[] = [
  {
    number: 4390,
    swedish: 2,
    is: {
      ...ready,
      given: 'Selam',
      family: 'Tesfay',
      district: 'ostra',
      trade: 'cleaning',
      language: 'ti',
      targetGroups: groups,
    },
  },
  {
    number: 4405,
    swedish: 3,
    is: { ...ready, given: 'Hanna', family: 'Lindgren', district: 'ostra', trade: 'cleaning', language: 'sv' },
  },
  {
    number: 4412,
    swedish: 4,
    is: { ...ready, given: 'Emir', family: 'Begic', district: 'ostra', trade: 'cleaning', language: 'sv' },
  },
  {
    number: 4427,
    swedish: 3,
    is: { ...ready, given: 'Olena', family: 'Bondar', district: 'ostra', trade: 'cleaning', language: 'uk' },
  },
  {
    number: 4441,
    swedish: 3,
    is: { ...ready, given: 'Farid', family: 'Karimi', district: 'angered', trade: 'cleaning', language: 'fa-AF' },
  },
  {
    number: 4418,
    swedish: 4,
    is: {
      ...ready,
      given: 'Maja',
      family: 'Norén',
      district: 'angered',
      trade: 'cleaning',
      language: 'sv',
      protected: true,
    },
  },
  {
    number: 4419,
    swedish: 4,
    is: {
      ...ready,
      given: 'Ayan',
      family: 'Warsame',
      district: 'angered',
      trade: 'cleaning',
      language: 'sv',
      targetGroups: groups,
    },
  },
  {
    number: 4433,
    swedish: 3,
    is: {
      ...ready,
      given: 'Rima',
      family: 'Mansour',
      district: 'angered',
      trade: 'cleaning',
      language: 'ar',
      targetGroups: groups,
    },
  },
  {
    number: 4466,
    swedish: 4,
    is: {
      ...ready,
      given: 'Omar',
      family: 'Khalil',
      district: 'ostra',
      trade: 'cleaning',
      language: 'sv',
      targetGroups: groups,
    },
  },
  {
    number: 4471,
    swedish: 3,
    is: {
      ...ready,
      given: 'Amir',
      family: 'Haddad',
      district: 'angered',
      trade: 'cleaning',
      language: 'sv',
      targetGroups: groups,
    },
  },
  {
    number: 4502,
    swedish: 3,
    is: {
      ...ready,
      given: 'Fatima',
      family: 'Mansour',
      district: 'ostra',
      trade: 'cleaning',
      language: 'ar',
      targetGroups: groups,
    },
  },
]
