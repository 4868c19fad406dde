import type { ReactNode } from 'react'
import { Button, Footer, LanguageSwitch, type NavItem, SkipLink, TopBar } from '../index.ts'

export type GalleryPage = {
  readonly name: string
  readonly lang: string
  readonly dir?: 'ltr' | 'rtl'
  readonly title: string
  readonly body: ReactNode
}

type FrameProps = { readonly nav: readonly NavItem[]; readonly who: ReactNode; readonly children: ReactNode }

/** The frame around every sample of a staff page. */
export function Frame({ nav, who, children }: FrameProps): ReactNode {
  return (
    <>
      <SkipLink label="Hoppa till innehållet" />
      <TopBar
        name="Fotfäste"
        homeHref="#"
        navLabel="Huvudmeny"
        menuLabel="Meny"
        nav={nav}
        who={who}
        language={
          <LanguageSwitch
            label="Språk"
            choices={[
              { lang: 'sv', name: 'Svenska', href: '#sv', current: true },
              { lang: 'en', name: 'English', href: '#en' },
            ]}
          />
        }
        signOut={
          <form method="post" action="#">
            <Button variant="text" size="small">
              Logga ut
            </Button>
          </form>
        }
      />
      {children}
      <Footer
        label="Om tjänsten"
        links={[
          { href: '#help', label: 'Hjälp och kontakt' },
          { href: '#access', label: 'Tillgänglighet' },
          { href: '#privacy', label: 'Så hanterar vi uppgifter' },
        ]}
      >
        Allt i det här exemplet är påhittat.
      </Footer>
    </>
  )
}

/** Navigation of one role with one part current. */
export function navOf(labels: readonly string[], current: string): readonly NavItem[] {
  return labels.map((label, index) => ({ href: `#nav-${index}`, label, current: label === current }))
}
