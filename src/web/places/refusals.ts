import type { PlacesRefusal } from '#domain/places'

const malformed = {
  sv: 'Förslaget gick inte att räkna. Ladda om sidan och gör ändringen igen.',
  en: 'The proposal could not be calculated. Reload the page and make the change again.',
}

/** What the team is told when an apportionment cannot be made as asked. The compiler asks for a missing one. */
export const placesRefusals: Record<PlacesRefusal, { sv: string; en: string }> = {
  'places.not_found': { sv: 'Upphandlingen finns inte.', en: 'The procurement does not exist.' },
  'places.not_yours': { sv: 'Upphandlingen finns inte.', en: 'The procurement does not exist.' },
  'places.changed_meanwhile': {
    sv: 'Någon annan i teamet ändrade förslaget medan du arbetade. Nu visas det som gäller.',
    en: 'Somebody else in the team changed the proposal while you were working. What holds now is shown.',
  },
  'places.need_not_submitted': {
    sv: 'Behovet är inte inlämnat. Be upphandlaren lämna in de sex uppgifterna först.',
    en: 'The need has not been handed in. Ask the procurer to hand in the six inputs first.',
  },
  'places.no_key_in_force': {
    sv: 'Det finns ingen fördelningsnyckel som gäller i dag.',
    en: 'No allocation key is in force today.',
  },
  'places.area_without_successor': {
    sv: 'En stadsdel med fordran har ingen efterföljare bland de nya områdena. Be administratören ange vilken.',
    en: 'A district with a claim has no successor among the new areas. Ask the administrator to say which.',
  },
  'places.already_decided': {
    sv: 'Fördelningen är redan antagen och kan inte ändras.',
    en: 'The apportionment is already adopted and cannot be changed.',
  },
  'places.ledger_moved': {
    sv: 'En annan fördelning antogs nyss, så turordningen är en annan. Titta på det nya förslaget och anta det om ni är överens.',
    en: 'Another apportionment was adopted just now, so the order is different. Look at the new proposal and adopt it if you agree.',
  },
  'places.self_check_missing': {
    sv: 'Svara på båda frågorna i egenkontrollen innan ni antar fördelningen.',
    en: 'Answer both questions of the self-check before you adopt the apportionment.',
  },
  'places.nobody_asked': {
    sv: 'Kryssa för vilka ni frågade, eller skriv vad ni kom fram till.',
    en: 'Tick whom you asked, or write what you found.',
  },
  'places.override_without_words': {
    sv: 'Orsaken ”annat” behöver en kort förklaring vid platsen.',
    en: 'The reason “other” needs a short explanation beside the place.',
  },
  'places.pass_without_words': {
    sv: 'Orsaken ”annat” behöver en kort förklaring vid stadsdelen.',
    en: 'The reason “other” needs a short explanation beside the district.',
  },
  'apportion.everyone_passes': {
    sv: 'Alla stadsdelar passar, så ingen kan få plats {place}. Ta bort minst en passning.',
    en: 'Every district passes, so nobody can get place {place}. Remove at least one pass.',
  },
  'apportion.override_to_passing_area': {
    sv: 'En stadsdel som passar kan inte samtidigt ges en plats. Ta bort det ena.',
    en: 'A district that passes cannot be given a place at the same time. Remove one of the two.',
  },
  'apportion.key_not_whole': {
    sv: 'Nyckeln summerar inte till 100 % och ska enligt sin inställning rättas först.',
    en: 'The key does not sum to 100 % and must by its setting be corrected first.',
  },
  'apportion.key_above_whole': {
    sv: 'Nyckeln summerar till mer än 100 %. Den måste rättas först.',
    en: 'The key sums to more than 100 %. It must be corrected first.',
  },
  'apportion.no_areas': malformed,
  'apportion.bad_area': malformed,
  'apportion.area_twice': malformed,
  'apportion.bad_weight': malformed,
  'apportion.key_is_zero': malformed,
  'apportion.bad_whole': malformed,
  'apportion.bad_places': malformed,
  'apportion.bad_cap': malformed,
  'apportion.ledger_malformed': malformed,
  'apportion.ledger_area_twice': malformed,
  'apportion.ledger_area_unknown': malformed,
  'apportion.ledger_unbalanced': malformed,
  'apportion.pass_area_unknown': malformed,
  'apportion.pass_place_unknown': malformed,
  'apportion.override_area_unknown': malformed,
  'apportion.override_place_unknown': malformed,
  'apportion.override_place_twice': malformed,
  'apportion.parts_not_whole': malformed,
}
