import type { ProfileRefusal } from '#domain/competence'

export const profileRefusals: Record<ProfileRefusal, { sv: string; en: string }> = {
  'profile.not_found': { sv: 'Upphandlingen finns inte.', en: 'The procurement does not exist.' },
  'profile.not_yours': { sv: 'Upphandlingen finns inte.', en: 'The procurement does not exist.' },
  'profile.changed_meanwhile': {
    sv: 'Någon annan ändrade profilen medan du skrev. Nu visas det som gäller. Gör din ändring igen om den behövs.',
    en: 'Somebody else changed the profile while you were writing. What holds now is shown. Make your change again if it is needed.',
  },
  'profile.draft_exists': {
    sv: 'Det finns redan ett utkast. Arbeta vidare i det.',
    en: 'There is already a draft. Go on in that one.',
  },
  'profile.no_draft': {
    sv: 'Profilen är antagen och ändras inte. Börja en ny profil om något ska ändras.',
    en: 'The profile is adopted and does not change. Begin a new profile if something must change.',
  },
  'profile.concept_unknown': {
    sv: 'Kravet finns inte i listan. Sök igen och välj en träff.',
    en: 'The requirement is not in the list. Search again and choose a hit.',
  },
  'profile.concept_twice': {
    sv: '{label} står redan i profilen. Ta bort den raden först.',
    en: '{label} is already in the profile. Remove that line first.',
  },
  'profile.level_missing': { sv: 'Välj en nivå för {label}.', en: 'Choose a level for {label}.' },
  'profile.weeks_missing': {
    sv: 'Skriv hur många veckor det tar att lära {label} från grunden.',
    en: 'Write how many weeks it takes to learn {label} from nothing.',
  },
  'profile.too_many_lines': {
    sv: 'En profil har högst {most} krav. Ta bort något som inte behövs.',
    en: 'A profile has at most {most} requirements. Remove something that is not needed.',
  },
  'profile.title_missing': {
    sv: 'Skriv vilket yrke eller vilken roll det gäller.',
    en: 'Write which occupation or role it is.',
  },
  'profile.no_must': {
    sv: 'Lägg till minst ett måste. Fundera på vad arbetet inte går att göra utan.',
    en: 'Add at least one must. Think of what the work cannot be done without.',
  },
}
