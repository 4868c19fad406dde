import type { PersonStatus } from '#domain/candidates'
import type { Language } from '#shell'
import type { Tone } from '#ui'

type Words<Key extends string> = Readonly<Record<Key, { readonly sv: string; readonly en: string }>>

function word<Key extends string>(words: Words<Key>, key: Key, language: Language): string {
  return words[key][language === 'en' ? 'en' : 'sv']
}

const statuses: Words<PersonStatus> = {
  registered: { sv: 'Inskriven', en: 'Registered' },
  preparing: { sv: 'Rustas', en: 'Preparing' },
  ready: { sv: 'Redo', en: 'Ready' },
  placed: { sv: 'I jobb', en: 'At work' },
  paused: { sv: 'Vilande', en: 'Paused' },
  left: { sv: 'Avslutad', en: 'Left' },
}

export function statusWord(status: PersonStatus, language: Language): string {
  return word(statuses, status, language)
}

export function statusTone(status: PersonStatus): Tone {
  return status === 'ready' ? 'pine' : 'plain'
}

/** The groups that the keys apportion places for (TGT-4). A filter for staff; never shown to an employer. */
export const targetGroups = ['youth_foreign_born', 'disability'] as const
export type TargetGroup = (typeof targetGroups)[number]

const groups: Words<TargetGroup> = {
  youth_foreign_born: { sv: 'Unga och utrikes födda', en: 'Young and foreign-born' },
  disability: { sv: 'Personer med funktionsnedsättning', en: 'People with disabilities' },
}

export function groupWord(group: TargetGroup, language: Language): string {
  return word(groups, group, language)
}

/** The languages worth a line of their own in a list, by how many speak them; others are found by number. */
export const spokenLanguages = [
  'sv',
  'ar',
  'so',
  'ti',
  'fa-AF',
  'fa',
  'uk',
  'ckb',
  'tr',
  'bs',
  'pl',
  'fi',
  'en',
  'es',
  'ru',
  'th',
] as const
