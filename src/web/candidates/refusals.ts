import type { PermissionRefusal, PersonRefusal } from '#domain/candidates'

type Sentences<Code extends string> = Readonly<Record<Code, { readonly sv: string; readonly en: string }>>

/** Why something about a person could not be done. */
export const personRefusals: Sentences<PersonRefusal> = {
  'person.not_found': { sv: 'Personen finns inte.', en: 'The person does not exist.' },
  'person.not_yours': { sv: 'Personen finns inte.', en: 'The person does not exist.' },
  'person.changed_meanwhile': {
    sv: 'Någon annan ändrade personens uppgifter medan du skrev. Nu visas det som gäller. Skriv in din ändring igen om den behövs.',
    en: 'Somebody else changed the person’s data while you were writing. What holds now is shown. Make your change again if it is needed.',
  },
  'person.status_cannot_follow': {
    sv: 'Det läget kan inte följa på det som gäller nu. Välj ett annat, eller en ny dag.',
    en: 'That status cannot follow the present one. Choose another, or a new day.',
  },
  'person.ready_day_missing': {
    sv: 'Skriv vilken dag personen beräknas vara redo.',
    en: 'Write the day on which the person is expected to be ready.',
  },
  'person.ready_day_in_future': {
    sv: 'Den som är redo är det i dag eller tidigare. Välj Rustas om dagen ligger framåt.',
    en: 'Whoever is ready is so today or earlier. Choose Preparing if the day lies ahead.',
  },
  'competence.day_in_future': {
    sv: 'Dagen kan inte ligga framåt i tiden.',
    en: 'The day cannot lie in the future.',
  },
  'competence.level_does_not_belong': {
    sv: 'Nivå anges bara för språk, erfarenhet och färdigheter.',
    en: 'A level is given for languages, experience and skills only.',
  },
  'standing.day_in_future': {
    sv: 'Inskrivningen kan inte ligga framåt i tiden.',
    en: 'The registration cannot lie in the future.',
  },
  'standing.answer_without_test': {
    sv: 'Ett resultat eller ett underlag behöver en prövning som har ägt rum. Skriv vilken dag den var.',
    en: 'A result or a document needs a test that has been held. Write the day of it.',
  },
  'reveal.purpose_does_not_fit': {
    sv: 'Välj varför du behöver uppgiften.',
    en: 'Choose why you need it.',
  },
  'reveal.case_missing': {
    sv: 'Välj vilket ärende det gäller.',
    en: 'Choose which case it is about.',
  },
  'reveal.nothing_kept': {
    sv: 'Ingen sådan uppgift finns sparad om personen. Läsningen är loggad.',
    en: 'Nothing of the kind is kept about the person. The reading is logged.',
  },
  'identity.not_valid': {
    sv: 'Numret stämmer inte. Kontrollera datumet och den sista siffran. Skriv till exempel ÅÅÅÅMMDD-NNNN.',
    en: 'The number is not right. Check the date and the last digit. Write for example YYYYMMDD-NNNN.',
  },
  'identity.no_match': {
    sv: 'Ingen person med det numret finns hos er. Sökningen är loggad.',
    en: 'There is no person with that number with you. The search is logged.',
  },
}

/** Why something about a permission could not be done, to staff. */
export const permissionRefusals: Sentences<PermissionRefusal> = {
  'permission.not_found': { sv: 'Medgivandet finns inte.', en: 'The permission does not exist.' },
  'permission.not_yours': { sv: 'Medgivandet finns inte.', en: 'The permission does not exist.' },
  'permission.changed_meanwhile': {
    sv: 'Medgivandet ändrades medan du skrev. Nu visas det som gäller.',
    en: 'The permission was changed while you were writing. What holds now is shown.',
  },
  'permission.person_protected': {
    sv: 'Personen har skyddade uppgifter och visas aldrig för en arbetsgivare här. Hantera ärendet för hand.',
    en: 'The person has protected data and is never shown to an employer here. Handle the case by hand.',
  },
  'permission.person_left': {
    sv: 'Personen är avslutad. Ändra läget först.',
    en: 'The person has left. Change the status first.',
  },
  'permission.case_closed': {
    sv: 'Upphandlingen är avslutad. Det går inte att fråga för den.',
    en: 'The procurement is closed. Nobody can be asked about it.',
  },
  'permission.case_without_employer': {
    sv: 'Upphandlingen har ingen leverantör (arbetsgivare) än. Fråga när det är klart vem som har vunnit.',
    en: 'The procurement has no supplier (employer) yet. Ask when it is clear who has won.',
  },
  'permission.name_missing': {
    sv: 'Namnet följer alltid med. Utan det kan ingen visas.',
    en: 'The name always goes with it. Nobody can be shown without it.',
  },
  'permission.ends_in_past': {
    sv: 'Den sista dagen har redan varit. Välj en dag framåt.',
    en: 'The last day has already been. Choose a day ahead.',
  },
  'permission.too_long': {
    sv: 'Ett medgivande gäller i högst {days} dagar. Välj en tidigare dag.',
    en: 'A permission lasts at most {days} days. Choose an earlier day.',
  },
  'permission.after_contract': {
    sv: 'Kontraktet slutar {last}. Välj den dagen eller en tidigare.',
    en: 'The contract ends on {last}. Choose that day or an earlier one.',
  },
  'permission.already_given': {
    sv: 'Personen har redan sagt ja. Det gäller till {until}.',
    en: 'The person has already said yes. It holds until {until}.',
  },
  'permission.already_asked': {
    sv: 'Personen fick frågan {asked} och har inte svarat än. Du kan fråga igen från medgivandet.',
    en: 'The person was asked on {asked} and has not answered yet. You can ask again from the permission.',
  },
  'permission.already_answered': {
    sv: 'Frågan är redan besvarad.',
    en: 'The question has already been answered.',
  },
  'permission.replaced': {
    sv: 'Frågan har ställts på nytt. Anteckna svaret på den nya frågan.',
    en: 'The question has been put again. Take down the answer to the new one.',
  },
  'permission.question_lapsed': {
    sv: 'Frågan gällde till {last}. Fråga på nytt.',
    en: 'The question held until {last}. Ask again.',
  },
  'permission.text_changed': {
    sv: 'Frågans ord har ändrats sedan den ställdes. Fråga på nytt.',
    en: 'The words of the question have changed since it was put. Ask again.',
  },
  'permission.not_given': {
    sv: 'Det finns inget ja att ta tillbaka.',
    en: 'There is no yes to take back.',
  },
  'permission.already_withdrawn': {
    sv: 'Medgivandet är redan tillbakataget.',
    en: 'The permission has already been taken back.',
  },
  'permission.already_ended': {
    sv: 'Medgivandet slutade gälla {last}.',
    en: 'The permission ended on {last}.',
  },
}
