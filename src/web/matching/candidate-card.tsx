import type { ReactElement, ReactNode } from 'react'
import type { Card } from '#domain/matching'
import type { Day } from '#kernel'
import { formatDay, type Language } from '#shell'
import { Heading, Tag } from '#ui'
import { cardTexts } from './card-texts.ts'

type Props = {
  readonly card: Card
  readonly language: Language
  readonly today: Day
  /** Where it stands for the employer, e.g. "ni vill träffa". */
  readonly standing?: string
  /** What the employer can answer; nothing in a preview. */
  readonly children?: ReactNode
}

/**
 * A person as the employer sees it: exactly the fields the person has said yes to, in the same component for the employer and for the officer's
 * preview (trust.md P-D2). No number, no picture, no order that means anything.
 */
export function CandidateCard({ card, language, today, standing, children }: Props): ReactElement {
  const t = cardTexts(language)
  const skills = language === 'en' ? card.skillsEn : card.skillsSv
  const languages = language === 'en' ? card.languagesEn : card.languagesSv
  const can = card.canStart !== null && card.canStart > today ? formatDay(card.canStart, language, today) : t('now')
  const facts: { readonly key: string; readonly label: string; readonly value: ReactNode }[] = [
    { key: 'start', label: t('canStart'), value: can },
    { key: 'support', label: t('support'), value: t(card.support) },
  ]
  if (languages && languages.length > 0)
    facts.unshift({ key: 'languages', label: t('languages'), value: languages.join(', ') })
  if (skills)
    facts.unshift({
      key: 'skills',
      label: t('skills'),
      value: skills.length > 0 ? skills.join(', ') : t('nothingNoted'),
    })
  if (card.phone) {
    const number = card.phone.replaceAll(/[^\d+]/g, '')
    facts.push({ key: 'phone', label: t('phone'), value: <a href={`tel:${number}`}>{card.phone}</a> })
  }
  return (
    <article className="mt-card">
      <div className="mt-card-head">
        <Heading level={2}>
          <bdi>{card.name}</bdi>
        </Heading>
        {standing ? <Tag tone="sky">{standing}</Tag> : null}
      </div>
      <dl className="mt-card-facts">
        {facts.map(fact => (
          <div key={fact.key}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <p className="ff-soft">{t('shownTo', { day: formatDay(card.shownTo, language, today) })}</p>
      {children}
    </article>
  )
}

/** Cards beside each other; a phone has them under each other. */
export function CardGrid({ children }: { children: ReactNode }): ReactElement {
  return <div className="mt-cards">{children}</div>
}
