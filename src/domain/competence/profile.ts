export const requirementKinds = ['must', 'merit', 'teachable'] as const
export type RequirementKind = (typeof requirementKinds)[number]

export const conceptTypes = ['skill', 'language', 'licence', 'hours', 'experience', 'education'] as const
export type ConceptType = (typeof conceptTypes)[number]

/** One line of a profile. `level` 1–5 for languages and experience; `weeksToLearn` from nothing, for what can be taught. */
export type ProfileRequirement = {
  readonly id: string
  readonly kind: RequirementKind
  readonly type: ConceptType
  readonly concept: string
  readonly labelSv: string
  readonly labelEn: string
  readonly level?: number
  readonly weeksToLearn?: number
}

export type Profile = {
  readonly id: string
  readonly procurement: string
  readonly edition: number
  readonly state: 'draft' | 'adopted' | 'replaced'
  readonly title: string
  readonly tasks: string
  readonly occupation?: { readonly id: string; readonly label: string; readonly ssyk: string }
  readonly version: number
  readonly adoptedAt?: Date
  readonly requirements: readonly ProfileRequirement[]
}

export type ProfileRefusal =
  | 'profile.not_found'
  | 'profile.not_yours'
  | 'profile.changed_meanwhile'
  | 'profile.draft_exists'
  | 'profile.no_draft'
  | 'profile.concept_unknown'
  | 'profile.concept_twice'
  | 'profile.level_missing'
  | 'profile.weeks_missing'
  | 'profile.too_many_lines'
  | 'profile.title_missing'
  | 'profile.no_must'
