import type { MatchingRefusal } from '#domain/matching'

const gone = { sv: 'Sidan finns inte.', en: 'The page does not exist.' }

/** Why something about a case's candidates could not be done, and what to do instead. The compiler asks for a missing one. */
export const matchingRefusals: Record<MatchingRefusal, { readonly sv: string; readonly en: string }> = {
  'candidacy.not_found': gone,
  'candidacy.not_yours': gone,
  'candidacy.changed_meanwhile': {
    sv: 'Någon annan ändrade det här medan du arbetade. Nu visas det som gäller. Gör om ditt val om det fortfarande behövs.',
    en: 'Somebody else changed this while you were working. What holds now is shown. Make your choice again if it is still needed.',
  },
  'candidacy.nobody_chosen': { sv: 'Markera minst en person.', en: 'Tick at least one person.' },
  'candidacy.too_many': {
    sv: 'Markera högst {most} personer åt gången.',
    en: 'Tick at most {most} people at a time.',
  },
  'candidacy.case_closed': {
    sv: 'Upphandlingen är avslutad. Det går inte att föreslå eller visa någon.',
    en: 'The procurement is closed. Nobody can be proposed or shown.',
  },
  'candidacy.no_places': {
    sv: 'Platserna är inte fördelade än. När teamet har antagit fördelningen kan ni föreslå personer.',
    en: 'The places have not been apportioned yet. When the team has adopted the apportionment you can propose people.',
  },
  'candidacy.no_places_for_district': {
    sv: 'Er stadsdel har inga platser i den här upphandlingen.',
    en: 'Your district has no places in this procurement.',
  },
  'candidacy.person_protected': {
    sv: '{numbers} hanteras av utsedd handläggare och föreslås inte här.',
    en: '{numbers} is handled by a named officer and is not proposed here.',
  },
  'candidacy.person_unavailable': {
    sv: '{numbers} söker inte arbete genom er just nu. Ändra läget på personens sida om det inte stämmer.',
    en: '{numbers} is not looking for work through you now. Change the status on the person’s page if that is wrong.',
  },
  'candidacy.already_proposed': {
    sv: '{numbers} är redan föreslagen här.',
    en: '{numbers} has already been proposed here.',
  },
  'candidacy.already_declined': {
    sv: 'Arbetsgivaren har redan sagt nej till {numbers} här.',
    en: 'The employer has already said no to {numbers} here.',
  },
  'candidacy.said_no_to_matching': {
    sv: '{numbers} har sagt nej till att matchas. Prata med personen först.',
    en: '{numbers} has said no to being matched. Talk to the person first.',
  },
  'candidacy.note_missing': {
    sv: 'Något är okänt om {numbers}. Skriv kort vad ni vet, så kan ni föreslå ändå.',
    en: 'Something is unknown about {numbers}. Write briefly what you know and you can propose all the same.',
  },
  'candidacy.rule_not_met.registered_in_time': {
    sv: '{numbers} kan inte föreslås än: inte inskriven hos Arbetsförmedlingen i tid före start.',
    en: '{numbers} cannot be proposed yet: not registered with Arbetsförmedlingen in time before the start.',
  },
  'candidacy.rule_not_met.work_ability_tested': {
    sv: '{numbers} kan inte föreslås än: arbetsförmågan är inte prövad.',
    en: '{numbers} cannot be proposed yet: the work ability has not been tested.',
  },
  'candidacy.rule_not_met.work_ability_common_instrument': {
    sv: '{numbers} kan inte föreslås än: arbetsförmågan är prövad med ett annat instrument än det gemensamma.',
    en: '{numbers} cannot be proposed yet: the work ability was tested with another instrument than the common one.',
  },
  'candidacy.rule_not_met.work_ability_documented': {
    sv: '{numbers} kan inte föreslås än: prövningen av arbetsförmågan är inte dokumenterad.',
    en: '{numbers} cannot be proposed yet: the test of the work ability is not documented.',
  },
  'candidacy.rule_not_met.work_ability_at_least_half': {
    sv: '{numbers} kan inte föreslås än: prövningen visar mindre än halva arbetsförmågan.',
    en: '{numbers} cannot be proposed yet: the test shows less than half the work ability.',
  },
  'candidacy.rule_not_met.in_programme': {
    sv: '{numbers} kan inte föreslås än: inte i ett program när jobbet börjar.',
    en: '{numbers} cannot be proposed yet: not in a programme when the job starts.',
  },
  'candidacy.cannot_follow': {
    sv: 'Det går inte för någon av de markerade som det står nu. Läs vad som gäller för var och en.',
    en: 'It is not possible for one of those ticked as things stand. Read what holds for each of them.',
  },
  'candidacy.reason_without_words': {
    sv: 'Skriv en kort förklaring när orsaken är ”annat”.',
    en: 'Write a short explanation when the reason is “other”.',
  },
  'candidacy.day_in_future': { sv: 'Dagen kan inte ligga framåt i tiden.', en: 'The day cannot lie in the future.' },
  'candidacy.not_invited': {
    sv: 'Någon av de markerade är inte kallad. Notera kallelsen först.',
    en: 'One of those ticked has not been invited. Note the invitation first.',
  },
  'candidacy.attended_before_invited': {
    sv: 'Dagen ligger före kallelsen för någon av de markerade.',
    en: 'The day lies before the invitation of one of those ticked.',
  },
  'candidacy.not_shown_yet': {
    sv: 'Arbetsgivaren har inte sett någon av de markerade än. En intervju kommer efter det.',
    en: 'The employer has not seen one of those ticked yet. An interview comes after that.',
  },
  'candidacy.no_employer': {
    sv: 'Upphandlingen har ingen leverantör (arbetsgivare) än. Kort kan visas när kontraktet är tilldelat.',
    en: 'The procurement has no supplier (employer) yet. Cards can be shown when the contract has been awarded.',
  },
  'candidacy.permission_missing': {
    sv: 'Någon av de markerade har inte sagt ja till att visas. Fråga om medgivande först.',
    en: 'One of those ticked has not said yes to being shown. Ask for permission first.',
  },
  'candidacy.shown_in_past': {
    sv: 'Sista dagen kan inte vara före i dag.',
    en: 'The last day cannot be before today.',
  },
}
