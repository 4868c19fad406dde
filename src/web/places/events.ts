import type { EventSentences } from '../shell/history.tsx'

export const placesEvents: EventSentences = {
  'places.opened': { sv: 'öppnade {places} platser', en: 'opened {places} places' },
  'places.apportioned': {
    sv: 'antog fördelningen av {places} platser på {areas} stadsdelar',
    en: 'adopted the apportionment of {places} places over {areas} districts',
  },
  'places.passed': {
    sv: 'noterade att {area} passar och behåller sin fordran',
    en: 'noted that {area} passes and keeps its claim',
  },
  'places.overridden': {
    sv: 'gav plats {place} till {area} utanför turordningen',
    en: 'gave place {place} to {area} outside the order',
  },
  'places.self_check_answered': {
    sv: 'svarade på en fråga i egenkontrollen',
    en: 'answered a question of the self-check',
  },
  'reason.profile_missing': { sv: 'profilen saknas i stadsdelen', en: 'the district lacks the profile' },
  'reason.cannot_prepare_in_time': { sv: 'hinner inte rusta i tid', en: 'cannot prepare people in time' },
  'reason.performed_there': { sv: 'arbetet utförs i stadsdelen', en: 'the work is done in the district' },
}
