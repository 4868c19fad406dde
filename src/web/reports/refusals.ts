import type { SuppressRefusal } from '#domain/reports'

const malformed = {
  sv: 'Talen gick inte att dölja på ett säkert sätt, så de visas inte. Säg till förvaltaren.',
  en: 'The numbers could not be hidden safely, so they are not shown. Tell the administrator.',
}

/** Counts that contradict each other are never published. No page sends them; the sentences are for whoever does. */
export const suppressRefusals: Record<SuppressRefusal, { sv: string; en: string }> = {
  'suppress.bad_threshold': malformed,
  'suppress.bad_count': malformed,
  'suppress.cell_twice': malformed,
  'suppress.cell_unknown': malformed,
  'suppress.sum_broken': malformed,
}
