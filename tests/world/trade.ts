/** One line of a profile, before it gets an identity. `concept` is what a person's competence and a course are held against. */
export type Wanted = {
  readonly kind: 'must' | 'merit' | 'teachable'
  readonly type: 'skill' | 'language' | 'licence' | 'hours' | 'experience' | 'education'
  readonly concept: string
  readonly sv: string
  readonly en: string
  readonly level?: number
  readonly weeks?: number
}

/** A kind of work that the city buys, with the profile it usually leads to. Skills and occupations are taxonomy concepts. */
export type Trade = {
  readonly occupation: string
  readonly ssyk: string
  readonly cpv: string
  readonly title: string
  readonly service: string
  readonly tasks: string
  readonly education: string
  readonly prior: string
  readonly wanted: readonly Wanted[]
}

export const swedish = (level: number): Wanted => ({
  kind: 'must',
  type: 'language',
  concept: 'language:sv',
  sv:
    level >= 4 ? 'Svenska, tala och skriva' : level >= 3 ? 'Svenska på arbetsplatsen' : 'Svenska, enkla instruktioner',
  en: level >= 4 ? 'Swedish, spoken and written' : level >= 3 ? 'Swedish at work' : 'Swedish, simple instructions',
  level,
  weeks: level >= 4 ? 30 : 20,
})
export const early: Wanted = {
  kind: 'must',
  type: 'hours',
  concept: 'hours:early',
  sv: 'Kan börja kl. 06',
  en: 'Can start at 06',
}
export const evening: Wanted = {
  kind: 'must',
  type: 'hours',
  concept: 'hours:evening',
  sv: 'Kan arbeta kvällar',
  en: 'Can work evenings',
}
export const weekend: Wanted = {
  kind: 'must',
  type: 'hours',
  concept: 'hours:weekend',
  sv: 'Kan arbeta helger',
  en: 'Can work weekends',
}
export const licence = (kind: Wanted['kind'] = 'merit'): Wanted => ({
  kind,
  type: 'licence',
  concept: 'licence:B',
  sv: 'Körkort B',
  en: 'Driving licence B',
})
export const experience = (ssyk: string): Wanted => ({
  kind: 'merit',
  type: 'experience',
  concept: `experience:${ssyk}`,
  sv: 'Erfarenhet av arbetet',
  en: 'Experience of the work',
  level: 2,
})
export const skill = (kind: Wanted['kind'], concept: string, sv: string, en: string, weeks?: number): Wanted => ({
  kind,
  type: 'skill',
  concept,
  sv,
  en,
  weeks,
})
