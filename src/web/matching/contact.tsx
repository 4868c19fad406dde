import type { ReactElement } from 'react'
import type { Language } from '#shell'
import { cardTexts } from './card-texts.ts'

export type ContactFacts = {
  readonly name: string
  readonly organisation: string
  readonly phone: string | null
}

/** One name and one number to call (ux.md §7.2). */
export function Contact(props: { contact: ContactFacts | undefined; language: Language }): ReactElement | null {
  const { contact, language } = props
  if (!contact) return null
  const t = cardTexts(language)
  return (
    <p className="ff-soft">
      {t('contact')}: {contact.name}, {contact.organisation}
      {contact.phone ? (
        <>
          {', '}
          <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>{contact.phone}</a>
        </>
      ) : null}
    </p>
  )
}
