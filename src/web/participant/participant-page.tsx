import type { ReactElement, ReactNode } from 'react'
import type { OwnContact } from '#domain/candidates'
import { FormKey, type Language, languageNames, languages } from '#shell'
import { Button, Details, ParticipantFrame } from '#ui'
import { named, Phrase } from './phrases.tsx'
import { participantTexts } from './texts.ts'

/** Where "Lämna sidan" leads: the weather of a public authority, which anybody may be looking at (trust.md T27). */
export const weatherPage = 'https://www.smhi.se/vader'

export type ParticipantPageProps = {
  readonly language: Language
  /** The page's own address, to come back to in another language. */
  readonly path: string
  readonly contact: OwnContact | undefined
  readonly kicker?: string
  readonly title: ReactNode
  readonly lede?: ReactNode
  readonly actions?: ReactNode
  /** Ways to the other pages: where there is no question to answer first. */
  readonly menu?: boolean
  /** Whom to call stands open: where there is nothing else to do. */
  readonly talking?: boolean
  readonly children?: ReactNode
}

/** One question, big words, two buttons, a way to a human, a way out. Around every page of a participant. */
export function ParticipantPage(props: ParticipantPageProps): ReactElement {
  const { language, path, contact, kicker, title, lede, actions, menu, talking, children } = props
  const t = participantTexts(language)
  return (
    <ParticipantFrame
      name={t('service')}
      homeHref="/nu"
      language={<Languages language={language} path={path} />}
      kicker={kicker}
      title={title}
      lede={lede}
      actions={actions}
      help={<Talk contact={contact} language={language} talking={talking} />}
      leave={<Leave language={language} />}
    >
      {children}
      {menu ? <Menu language={language} path={path} /> : null}
    </ParticipantFrame>
  )
}

/** The other languages, each by its own name, one press away. */
function Languages({ language, path }: { readonly language: Language; readonly path: string }): ReactElement {
  const t = participantTexts(language)
  return (
    <form method="post" action="/sprak" className="pa-languages" aria-label={t('language')}>
      <input type="hidden" name="till" value={path} />
      {languages
        .filter(other => other !== language)
        .map(other => (
          <Button key={other} variant="text" name="sprak" value={other} lang={other}>
            {languageNames[other]}
          </Button>
        ))}
    </form>
  )
}

/** A person to call, on every page in the same place (WCAG 3.2.6). */
function Talk(props: Pick<ParticipantPageProps, 'contact' | 'language' | 'talking'>): ReactElement {
  const { contact, language, talking } = props
  const t = participantTexts(language)
  return (
    <Details summary={t('talk')} id="prata" open={talking}>
      {contact ? (
        <>
          <p>
            <Phrase>{t('talkTo', { name: named(contact.name), organisation: named(contact.organisation) })}</Phrase>
          </p>
          {contact.phone ? (
            <p>
              <a className="pa-call" href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>
                <Phrase>{t('phone', { phone: named(contact.phone) })}</Phrase>
              </a>
            </p>
          ) : null}
        </>
      ) : (
        <p>{t('talkNobody')}</p>
      )}
    </Details>
  )
}

/** Ends the session and shows the weather: no page of ours is left behind it (ux.md §4.19). */
function Leave({ language }: { readonly language: Language }): ReactElement {
  return (
    <form method="post" action="/nu">
      <FormKey intent="leave" />
      <Button variant="text">{participantTexts(language)('leave')}</Button>
    </form>
  )
}

function Menu({ language, path }: { readonly language: Language; readonly path: string }): ReactElement {
  const t = participantTexts(language)
  const pages = [
    { href: '/nu', label: t('menuNow') },
    { href: '/mina-medgivanden', label: t('menuPermissions') },
    { href: '/min-plan', label: t('menuPlan') },
    { href: '/om-mig', label: t('menuAbout') },
  ]
  return (
    <nav className="pa-menu" aria-label={t('menu')}>
      <ul>
        {pages
          .filter(page => page.href !== path)
          .map(page => (
            <li key={page.href}>
              <a href={page.href}>{page.label}</a>
            </li>
          ))}
      </ul>
      <form method="post" action="/logga-ut">
        <Button variant="text">{t('signOut')}</Button>
      </form>
    </nav>
  )
}
