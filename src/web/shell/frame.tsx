import type { ReactElement, ReactNode } from 'react'
import type { Role } from '#kernel'
import { Button, Footer, Mark, SkipLink, TopBar } from '#ui'
import { type Language, languageNames, languages, readsArabic } from './language.ts'
import { shellTexts } from './shell-texts.ts'

export type FrameFacts = {
  readonly language: Language
  readonly requestId: string
  readonly path: string
  readonly demonstration: boolean
  readonly actor?: {
    readonly name: string
    readonly role: Role
    readonly roleName: string
    readonly organisationName: string
    readonly menu: readonly { readonly to: string; readonly label: string }[]
    readonly start: string
  }
}

/** Around every page: skip link, top bar, content, foot. A participant's pages bring their own quiet frame. */
export function Frame({ facts, children }: { facts?: FrameFacts; children: ReactNode }): ReactElement {
  const language = facts?.language ?? 'sv'
  const t = shellTexts(language)
  const { actor } = facts ?? {}
  if (actor?.role === 'participant') {
    return (
      <>
        <SkipLink label={t('skip')} />
        {children}
      </>
    )
  }
  return (
    <>
      <SkipLink label={t('skip')} />
      {actor ? (
        <TopBar
          name={t('service')}
          homeHref={actor.start}
          navLabel={t('menu')}
          menuLabel={t('menu')}
          nav={actor.menu.map(item => ({
            href: item.to,
            label: item.label,
            current: facts?.path.startsWith(item.to) ?? false,
          }))}
          who={<a href="/konto">{`${actor.name} · ${actor.roleName}, ${actor.organisationName}`}</a>}
          language={<LanguageSwitch language={language} path={facts?.path ?? '/'} options={['sv', 'en']} />}
          signOut={<SignOut label={t('signOut')} />}
        />
      ) : (
        <OutsideBar facts={facts} name={t('service')} />
      )}
      {children}
      <Footer
        label={t('help')}
        links={[
          { href: '/hjalp', label: t('help') },
          { href: '/tillganglighet', label: t('accessibility') },
          { href: '/personuppgifter', label: t('privacy') },
          ...(facts?.demonstration ? [{ href: '/demonstration', label: t('changePerson') }] : []),
        ]}
      >
        {facts?.demonstration ? t('demonstration') : undefined}
      </Footer>
    </>
  )
}

/** The top for those who are not signed in: nothing to choose but the language, which is never folded away. */
function OutsideBar({ facts, name }: { facts: FrameFacts | undefined; name: string }): ReactElement {
  return (
    <header className="ff-top">
      <div className="ff-top-in sh-outside">
        <Mark name={name} href="/" />
        {facts ? (
          <LanguageSwitch
            language={facts.language}
            path={facts.path}
            options={readsArabic(facts.path) ? languages : ['sv', 'en']}
          />
        ) : null}
      </div>
    </header>
  )
}

/** The other languages, each a button that keeps one on the same page. */
export function LanguageSwitch(props: {
  language: Language
  path: string
  options: readonly Language[]
}): ReactElement {
  return (
    <form method="post" action="/sprak" className="sh-language">
      <input type="hidden" name="till" value={props.path} />
      {props.options
        .filter(option => option !== props.language)
        .map(option => (
          <button key={option} type="submit" name="sprak" value={option} lang={option} className="ff-link-button">
            {languageNames[option]}
          </button>
        ))}
    </form>
  )
}

export function SignOut({ label }: { label: string }): ReactElement {
  return (
    <form method="post" action="/logga-ut">
      <Button variant="text" type="submit">
        {label}
      </Button>
    </form>
  )
}
