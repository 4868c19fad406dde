import type { Role } from '#kernel'
import { idOf } from './identities.ts'
import { organisationId, organisationName } from './organisations.ts'
import { emailOfPerson, personId } from './person.ts'
import type { Sheet } from './rows.ts'
import { accountId, appointmentId, emailOf, staff } from './staff.ts'

/** Somebody one can be in the demonstration. Keys and identities are the same in every world. */
export type CastMember = {
  readonly key: string
  readonly name: string
  readonly role: Role
  readonly title: string
  readonly organisationName: string
  readonly email: string
  readonly accountId: string
  readonly appointmentId: string
  readonly organisationId?: string
  readonly personId?: string
  readonly blurbSv: string
  readonly blurbEn: string
}

/** What each has to do on the world's day. Representatives without a line of their own share one. */
const blurbs: Readonly<Record<string, readonly [sv: string, en: string]>> = {
  decision_maker: [
    'Ser läget i hela staden och vad som behöver beslut.',
    'Sees how the whole city stands and what needs a decision.',
  ],
  procurer: [
    'Har en annons att läsa in, ett villkor att välja och en rapport att granska.',
    'Has a notice to accept, a clause to choose and a report to judge.',
  ],
  procurer_other: ['Upphandlar markarbeten och parkskötsel.', 'Buys groundworks and park care.'],
  matching_officer: [
    'Har en kortlista att visa för Städ i Väst och medgivanden som väntar.',
    'Has a shortlist to present and permissions that wait.',
  ],
  matching_officer_other: [
    'Matchar på Hisingen, med en jobbspårskoordinator.',
    'Matches people on Hisingen, with a job track coordinator.',
  ],
  district_team: [
    'Har platser som ingen är föreslagen till, och sex platser att fördela.',
    'Has places without proposals, and six places to apportion.',
  ],
  district_team_other: [
    'Har en plats i skolkök att föreslå någon till.',
    'Has a place in a school kitchen to propose somebody for.',
  ],
  district_team_ostra: [
    'Har två uppdrag: kontaktperson i Östra Göteborg och matchningsansvarig.',
    'Has two appointments: district contact and matching officer.',
  ],
  two_roles: [
    'Samma person som kontaktpersonen i Östra Göteborg, i sitt andra uppdrag.',
    'The same person as the contact in Östra Göteborg, in the other appointment.',
  ],
  employer: [
    'Har kandidater att svara om och en rapport att lämna.',
    'Has candidates to answer and a report to hand in.',
  ],
  employer_other: [
    'Har ett åtagande på Lindholmen och en rapport att lämna.',
    'Has a commitment at Lindholmen and a report to hand in.',
  ],
  coordinator: [
    'Håller ihop jobbspåret i hemtjänsten och har kurser att boka.',
    'Holds the home care track together and has courses to book.',
  ],
  coordinator_other: [
    'Håller ihop jobbspåret för snickare i Centrum.',
    'Holds the carpentry track in Centrum together.',
  ],
  provider: [
    'Har kursstarter att hålla aktuella och en kurs som inte är bekräftad på länge.',
    'Has starts to keep true and a course not confirmed for long.',
  ],
  provider_other: ['Har kurser för park, lager och återvinning.', 'Has courses for parks, warehouses and recycling.'],
  administrator: ['Sköter konton och uppdrag.', 'Looks after accounts and appointments.'],
  auditor: ['Granskar loggen och läsningarna.', 'Examines the log and the readings.'],
  participant: [
    'Har en fråga att svara på och en praktikplats att bekräfta.',
    'Has a question to answer and a placement to confirm.',
  ],
  participant_arabic: ['Har samma fråga, på arabiska.', 'Has the same question, in Arabic.'],
  participant_other: ['Har sagt ja till att visas för Städ i Väst.', 'Has said yes to being shown to Städ i Väst.'],
  participant_protected: ['Har skyddade personuppgifter.', 'Has protected personal data.'],
}

const participants = [
  { key: 'participant', number: 4419, name: 'Ayan Warsame', title: 'deltagare' },
  { key: 'participant_other', number: 4471, name: 'Amir Haddad', title: 'deltagare' },
  { key: 'participant_arabic', number: 4433, name: 'Rima Mansour', title: 'deltagare' },
  { key: 'participant_protected', number: 4418, name: 'Maja Norén', title: 'deltagare, skyddade personuppgifter' },
] as const

const staffBlurb = ['Har platser och förslag i sin stadsdel.', 'Has places and proposals in the district.'] as const

export const cast: readonly CastMember[] = [
  ...staff
    .filter(({ key, role }) => key in blurbs || role === 'district_team')
    .map(who => {
      const [blurbSv, blurbEn] = blurbs[who.key] ?? staffBlurb
      return {
        key: who.key,
        name: who.name,
        role: who.role,
        title: who.title,
        organisationName: organisationName(who.organisation),
        email: emailOf(who),
        accountId: accountId(who),
        appointmentId: appointmentId(who),
        organisationId: organisationId(who.organisation),
        blurbSv,
        blurbEn,
      }
    }),
  ...participants.map(({ key, number, name, title }) => ({
    key,
    name,
    role: 'participant' as const,
    title,
    organisationName: '',
    email: emailOfPerson(number),
    accountId: idOf('account', `person ${number}`),
    appointmentId: idOf('appointment', `person ${number}`),
    personId: personId(number),
    blurbSv: blurbs[key]?.[0] ?? '',
    blurbEn: blurbs[key]?.[1] ?? '',
  })),
]

/** The list on the sign-in page of a demonstration; its presence is what makes a database one. */
export function layOutCast(sheet: Sheet): void {
  sheet.add('gate.demonstration', { one: true })
  cast.forEach((member, position) => {
    sheet.add('gate.cast', {
      account_id: member.accountId,
      appointment_id: member.appointmentId,
      position,
      name: member.role === 'participant' ? member.name : null,
      blurb_sv: member.blurbSv,
      blurb_en: member.blurbEn,
    })
  })
}
