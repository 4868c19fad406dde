import type { ReactElement } from 'react'
import type { DisclosableField, PermissionLine } from '#domain/candidates'
import type { Day } from '#kernel'
import { formatDay, type Language } from '#shell'
import { Tag, type Tone } from '#ui'
import { personTexts } from './person-texts.ts'

/** `visas: namn, telefon, kompetens` */
export function permissionWhat(line: Pick<PermissionLine, 'purpose' | 'fields'>, language: Language): string {
  const t = personTexts(language)
  const purpose =
    line.purpose === 'match'
      ? t('purposeMatch')
      : line.purpose === 'show_to_employer'
        ? t('purposeShow')
        : t('purposeShare')
  const words: Record<DisclosableField, string> = {
    name: t('fieldName'),
    phone: t('fieldPhone'),
    competence: t('fieldCompetence'),
  }
  return line.purpose === 'match' ? purpose : `${purpose}: ${line.fields.map(field => words[field]).join(', ')}`
}

const tones: Record<PermissionLine['state'], Tone> = {
  asked: 'sun',
  lapsed: 'plain',
  replaced: 'plain',
  declined: 'plain',
  in_force: 'pine',
  ended: 'plain',
  withdrawn: 'plain',
}

/** Where a permission stands, with its day. */
export function PermissionTag(props: { line: PermissionLine; language: Language; today: Day }): ReactElement {
  const { line, language, today } = props
  return <Tag tone={tones[line.state]}>{permissionState(line, language, today)}</Tag>
}

export function permissionState(line: PermissionLine, language: Language, today: Day): string {
  const t = personTexts(language)
  const day = (when: Day | null): { day: string } => ({ day: when ? formatDay(when, language, today) : '' })
  switch (line.state) {
    case 'asked':
    case 'replaced':
      return t('stateAsked', day(line.askedOn))
    case 'lapsed':
      return t('stateLapsed', day(line.validTo))
    case 'declined':
      return t('stateDeclined', day(line.answeredOn))
    case 'in_force':
      return t('stateInForce', day(line.validTo))
    case 'ended':
      return t('stateEnded', day(line.validTo))
    case 'withdrawn':
      return t('stateWithdrawn', day(line.withdrawnOn))
  }
}
