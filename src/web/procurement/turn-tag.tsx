import type { ReactElement } from 'react'
import type { Side, Turn } from '#domain/procurement'
import type { Role } from '#kernel'
import type { Language } from '#shell'
import { Tag } from '#ui'
import { waitsFor, words } from './words.ts'

/** The side that a role acts on; those who only look have none. */
const sides: Partial<Record<Role, Side>> = {
  procurer: 'procurer',
  district_team: 'team',
  matching_officer: 'matching',
  coordinator: 'matching',
  employer: 'supplier',
}

/** Whether it is the reader's own side that is waited for. A matching unit sees its own cases only, so the side is enough. */
export function isMyTurn(turn: Turn, role: Role): boolean {
  return sides[role] === turn.side
}

/** "Din tur", "Väntar på teamet", or how the case ended; "Försenad" beside it when it is late. */
export function TurnTag(props: { turn: Turn; role: Role; language: Language }): ReactElement {
  const { turn, role, language } = props
  const t = words(language)
  if (turn.code === 'closed' || turn.code === 'cancelled') return <Tag>{t(turn.code)}</Tag>
  return (
    <span className="pr-tags">
      <Tag tone={turn.side === 'nobody' ? 'red' : 'sun'}>
        {isMyTurn(turn, role) ? t('yourTurn') : waitsFor(turn.side, language)}
      </Tag>
      {turn.late ? <Tag tone="red">{t('late')}</Tag> : null}
    </span>
  )
}
