import type { CandidateEvent } from '#domain/candidates'

/** What has happened to a person, in words. */
export const candidatesEvents: Readonly<Record<CandidateEvent, { readonly sv: string; readonly en: string }>> = {
  'permission.asked': {
    sv: 'frågade om medgivande för upphandling {case}',
    en: 'asked for permission for procurement {case}',
  },
  'permission.given': { sv: 'svarade ja till att visas', en: 'answered yes to being shown' },
  'permission.declined': { sv: 'svarade nej till att visas', en: 'answered no to being shown' },
  'permission.withdrawn': { sv: 'tog tillbaka medgivandet', en: 'took the permission back' },
  'person.status_noted': { sv: 'ändrade läget till {to}', en: 'changed the status to {to}' },
  'person.competence_noted': { sv: 'antecknade kompetens: {label}', en: 'noted a competence: {label}' },
  'person.standing_noted': { sv: 'antecknade fakta om behörighet', en: 'noted facts of eligibility' },
}
