import type { PlacesRefusal } from '#domain/places'
import type { Titles } from '../problem.ts'

const missing = { title: 'There is no such thing, or not for this token' }

/** Why there is no apportionment, or why one cannot be made. */
export const placesProblems: Titles<PlacesRefusal> = {
  'places.not_found': missing,
  'places.not_yours': missing,
  'places.changed_meanwhile': { title: 'Somebody changed it meanwhile', detail: 'Read it again and decide anew.' },
  'places.need_not_submitted': { title: 'The need is not submitted, so there is nothing to apportion' },
  'places.no_key_in_force': { title: 'No key is in force' },
  'places.area_without_successor': {
    title: 'A district with a claim has no successor among the areas of the key in force',
  },
  'places.already_decided': { title: 'The apportionment is decided' },
  'places.ledger_moved': { title: 'Another case was decided meanwhile, so the year stands elsewhere' },
  'places.self_check_missing': { title: 'The self-check is not answered' },
  'places.nobody_asked': { title: 'The self-check does not say who was asked' },
  'places.override_without_words': { title: 'A place given outside the order needs words' },
  'places.pass_without_words': { title: 'A turn that is passed needs words' },
  'apportion.no_areas': { title: 'The key has no areas' },
  'apportion.bad_area': { title: 'The key has an area without a name' },
  'apportion.area_twice': { title: 'The key has an area twice' },
  'apportion.bad_weight': { title: 'The key has a share that is no whole number' },
  'apportion.key_is_zero': { title: 'The key’s shares sum to nought' },
  'apportion.bad_whole': { title: 'The key’s whole is not a whole number' },
  'apportion.key_not_whole': { title: 'The key’s shares do not sum to their whole' },
  'apportion.key_above_whole': { title: 'The key’s shares sum to more than their whole' },
  'apportion.bad_places': { title: 'The number of places cannot be apportioned' },
  'apportion.bad_cap': { title: 'The limit of claims is not a number' },
  'apportion.ledger_malformed': { title: 'The year’s ledger cannot be read' },
  'apportion.ledger_area_twice': { title: 'The year’s ledger has an area twice' },
  'apportion.ledger_area_unknown': { title: 'The year’s ledger has an area that the key lacks' },
  'apportion.ledger_unbalanced': { title: 'The claims of the year’s ledger do not sum to nought' },
  'apportion.pass_area_unknown': { title: 'An area that passes is not in the key' },
  'apportion.pass_place_unknown': { title: 'A passed turn is about a place that does not exist' },
  'apportion.override_area_unknown': { title: 'An area given a place is not in the key' },
  'apportion.override_place_unknown': { title: 'A place given outside the order does not exist' },
  'apportion.override_place_twice': { title: 'A place is given outside the order twice' },
  'apportion.override_to_passing_area': { title: 'An area that passes is given a place' },
  'apportion.everyone_passes': { title: 'Every area passes' },
  'apportion.parts_not_whole': { title: 'The parts do not sum to the whole' },
}
