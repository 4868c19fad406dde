import type { Wording } from '#kernel'
import type { EligibilityBecause, EligibilityRule, WouldChange } from './eligibility.ts'

type Sentences<Code extends string> = Readonly<Record<Code, Wording>>

/** What each rule is called on pages and lists. */
export const eligibilityRuleNames: Sentences<EligibilityRule> = {
  registered_in_time: { sv: 'Inskriven i tid', en: 'Registered in time' },
  work_ability_tested: { sv: 'Arbetsförmågan är prövad', en: 'Work ability is tested' },
  work_ability_common_instrument: { sv: 'Med ett gemensamt instrument', en: 'With a common instrument' },
  work_ability_documented: { sv: 'Prövningen är dokumenterad', en: 'The test is documented' },
  work_ability_at_least_half: { sv: 'Minst halva arbetsförmågan', en: 'At least half the work ability' },
  in_programme: { sv: 'I ett program när jobbet börjar', en: 'In a programme when the job starts' },
}

/** What each rule asks, in words, for the register. */
export const eligibilityDemands: Sentences<EligibilityRule> = {
  registered_in_time: {
    sv: 'personen är inskriven hos Arbetsförmedlingen i tillräcklig tid före start',
    en: 'the person is registered with Arbetsförmedlingen in sufficient time before the start',
  },
  work_ability_tested: { sv: 'en prövning är gjord före start', en: 'a test has been made before the start' },
  work_ability_common_instrument: {
    sv: 'prövningen är gjord med det instrument som parterna har enats om',
    en: 'the test was made with the instrument that the parties have agreed on',
  },
  work_ability_documented: { sv: 'det finns ett skrivet underlag', en: 'there is a written document' },
  work_ability_at_least_half: {
    sv: 'arbetsförmågan är minst hälften av den på en vanlig heltid',
    en: 'work ability is at least half of that in ordinary full-time work',
  },
  in_programme: {
    sv: 'om spåret kräver det: beslut om ett program som gäller den första dagen',
    en: 'if the track asks for it: a decision on a programme that holds on the first day',
  },
}

/** Why, with {holes} for the facts. Pages and the command line say the same. */
export const eligibilityReasons: Sentences<EligibilityBecause> = {
  'registration.in_time': {
    sv: 'Inskriven hos Arbetsförmedlingen {since}. Senast {latest} räcker.',
    en: 'Registered with Arbetsförmedlingen on {since}. By {latest} is enough.',
  },
  'registration.too_late': {
    sv: 'Inskriven {since}, men behövde vara det {latest}, {daysAhead} dagar före start.',
    en: 'Registered on {since}, but needed to be by {latest}, {daysAhead} days before the start.',
  },
  'registration.missing': {
    sv: 'Inte inskriven hos Arbetsförmedlingen. Det behövs {daysAhead} dagar före start.',
    en: 'Not registered with Arbetsförmedlingen. It is needed {daysAhead} days before the start.',
  },
  'registration.unknown': {
    sv: 'Vi vet inte om personen är inskriven hos Arbetsförmedlingen.',
    en: 'We do not know whether the person is registered with Arbetsförmedlingen.',
  },
  'test.done': { sv: 'Prövad {on}.', en: 'Tested {on}.' },
  'test.booked': { sv: 'Prövningen är bokad {on}.', en: 'The test is booked for {on}.' },
  'test.booked_too_late': {
    sv: 'Prövningen är bokad {on}, efter starten.',
    en: 'The test is booked for {on}, after the start.',
  },
  'test.not_done': { sv: 'Inte prövad.', en: 'Not tested.' },
  'test.unknown': { sv: 'Vi vet inte om personen är prövad.', en: 'We do not know whether the person is tested.' },
  'instrument.common': { sv: 'Instrumentet finns angivet.', en: 'The instrument is named.' },
  'instrument.other': {
    sv: 'Ett annat instrument än de som parterna har enats om.',
    en: 'Another instrument than those the parties have agreed on.',
  },
  'instrument.unknown': { sv: 'Vi vet inte vilket instrument.', en: 'We do not know which instrument.' },
  'document.exists': { sv: 'Underlaget finns.', en: 'The document exists.' },
  'document.missing': { sv: 'Underlaget saknas.', en: 'The document is missing.' },
  'document.unknown': {
    sv: 'Vi vet inte om det finns ett underlag.',
    en: 'We do not know whether there is a document.',
  },
  'half.reached': { sv: 'Ja.', en: 'Yes.' },
  'half.not_reached': { sv: 'Inte enligt den senaste prövningen.', en: 'Not by the latest test.' },
  'half.unknown': { sv: 'Vi vet inte.', en: 'We do not know.' },
  'programme.held': { sv: 'Ja: {programme}.', en: 'Yes: {programme}.' },
  'programme.not_held': { sv: 'Inte i något av {asked}.', en: 'In none of {asked}.' },
  'programme.unknown': { sv: 'Vi vet inte vilket program.', en: 'We do not know which programme.' },
}

/** What would change it, with {day}. */
export const eligibilityChanges: Sentences<WouldChange['code']> = {
  register: { sv: 'Skriv in personen senast {day}.', en: 'Register the person by {day}.' },
  ask_registration: { sv: 'Fråga Arbetsförmedlingen senast {day}.', en: 'Ask Arbetsförmedlingen by {day}.' },
  book_test: { sv: 'Boka en prövning senast {day}.', en: 'Book a test by {day}.' },
  await_test: { sv: 'Vänta in prövningen {day}.', en: 'Await the test on {day}.' },
  ask_test: { sv: 'Fråga om prövningen senast {day}.', en: 'Ask about the test by {day}.' },
  test_again: { sv: 'Pröva på nytt senast {day}.', en: 'Test again by {day}.' },
  write_document: { sv: 'Skriv underlaget senast {day}.', en: 'Write the document by {day}.' },
  ask_document: { sv: 'Fråga efter underlaget senast {day}.', en: 'Ask for the document by {day}.' },
  join_programme: { sv: 'Anvisas till ett program senast {day}.', en: 'Join a programme by {day}.' },
  ask_programme: { sv: 'Fråga om programmet senast {day}.', en: 'Ask about the programme by {day}.' },
  move_start: { sv: 'Flytta starten till {day} eller senare.', en: 'Move the start to {day} or later.' },
}
