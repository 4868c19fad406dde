import type { ConceptType } from './profile.ts'

/** Requirements that are not skills of the taxonomy but stand in nearly every profile. Labels as the world of work says them. */
export type CommonConcept = {
  readonly concept: string
  readonly type: ConceptType
  readonly labelSv: string
  readonly labelEn: string
  readonly levelled: boolean
}

export const commonConcepts: readonly CommonConcept[] = [
  { concept: 'language:sv', type: 'language', labelSv: 'Svenska', labelEn: 'Swedish', levelled: true },
  { concept: 'language:en', type: 'language', labelSv: 'Engelska', labelEn: 'English', levelled: true },
  { concept: 'licence:B', type: 'licence', labelSv: 'Körkort B', labelEn: 'Driving licence B', levelled: false },
  { concept: 'licence:C', type: 'licence', labelSv: 'Körkort C', labelEn: 'Driving licence C', levelled: false },
  { concept: 'hours:early', type: 'hours', labelSv: 'Kan börja kl. 06', labelEn: 'Can start at 06', levelled: false },
  {
    concept: 'hours:evening',
    type: 'hours',
    labelSv: 'Kan arbeta kvällar',
    labelEn: 'Can work evenings',
    levelled: false,
  },
  {
    concept: 'hours:weekend',
    type: 'hours',
    labelSv: 'Kan arbeta helger',
    labelEn: 'Can work weekends',
    levelled: false,
  },
  {
    concept: 'education:primary',
    type: 'education',
    labelSv: 'Grundskola',
    labelEn: 'Compulsory school',
    levelled: false,
  },
  {
    concept: 'education:secondary',
    type: 'education',
    labelSv: 'Gymnasium',
    labelEn: 'Upper secondary school',
    levelled: false,
  },
]
