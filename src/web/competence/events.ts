import type { EventSentences } from '../shell/history.tsx'

export const competenceEvents: EventSentences = {
  'competence.profile_drafted': {
    sv: 'började på kompetensprofil {edition}',
    en: 'began competence profile {edition}',
  },
  'competence.profile_described': { sv: 'beskrev arbetet som ”{title}”', en: 'described the work as “{title}”' },
  'competence.requirement_added': { sv: 'lade till kravet {label}', en: 'added the requirement {label}' },
  'competence.requirement_removed': { sv: 'tog bort kravet {label}', en: 'removed the requirement {label}' },
  'competence.profile_adopted': { sv: 'antog kompetensprofil {edition}', en: 'adopted competence profile {edition}' },
}
