import type { ReactNode } from 'react'
import { Button, LanguageSwitch, Panel, ParticipantFrame, SkipLink } from '../index.ts'

type Words = {
  readonly kicker: string
  readonly title: ReactNode
  readonly when: readonly string[]
  readonly ask: ReactNode
  readonly seen: readonly string[]
  readonly until: string
  readonly yes: string
  readonly no: string
  readonly talk: string
  readonly leave: string
  readonly lang: string
  readonly choose: string
  readonly listen: string
  readonly skip: string
}

const employer = (
  <bdi lang="sv" key="employer">
    Städ i Väst
  </bdi>
)

export const swedish: Words = {
  kicker: 'Ett jobb för dig',
  title: 'Städa på kontor i Lundby',
  when: ['Måndag till fredag, kl. 6–14', 'Börjar 16 mars'],
  ask: <>Får {employer} se det här?</>,
  seen: ['ditt namn', 'ditt telefonnummer', 'vad du kan'],
  until: 'De ser det till 12 mars. Du kan ändra dig när du vill.',
  yes: 'Ja, det är okej',
  no: 'Nej, inte nu',
  talk: 'Jag vill prata med någon',
  leave: 'Lämna sidan',
  lang: 'sv',
  choose: 'Språk',
  listen: 'Lyssna',
  skip: 'Hoppa till innehållet',
}

export const arabic: Words = {
  kicker: 'وظيفة لك',
  title: (
    <>
      تنظيف المكاتب في <bdi lang="sv">Lundby</bdi>
    </>
  ),
  when: ['من الاثنين إلى الجمعة، ٦–١٤', 'تبدأ في ١٦ مارس'],
  ask: <>هل يمكن لشركة {employer} رؤية هذه المعلومات؟</>,
  seen: ['اسمك', 'رقم هاتفك', 'ما تستطيع عمله'],
  until: 'يرونها حتى ١٢ مارس. يمكنك تغيير رأيك متى شئت.',
  yes: 'نعم، موافق',
  no: 'لا، ليس الآن',
  talk: 'أريد التحدث مع شخص',
  leave: 'مغادرة الصفحة',
  lang: 'ar',
  choose: 'اللغة',
  listen: 'استمع',
  skip: 'انتقل إلى المحتوى',
}

/** The participant, as in the fifth sketch. */
export function PersonSample({ words }: { readonly words: Words }): ReactNode {
  return (
    <>
      <SkipLink label={words.skip} />
      <ParticipantFrame
        name="Fotfäste"
        homeHref="#"
        language={
          <LanguageSwitch
            label={words.choose}
            choices={[
              { lang: 'sv', name: 'Svenska', href: '#sv', current: words.lang === 'sv' },
              { lang: 'ar', name: 'العربية', href: '#ar', current: words.lang === 'ar' },
              { lang: 'so', name: 'Soomaali', href: '#so' },
            ]}
          />
        }
        listen={<a href="#listen">{words.listen}</a>}
        leave={<a href="#leave">{words.leave}</a>}
        kicker={words.kicker}
        title={words.title}
        lede={words.when.map(line => <p key={line}>{line}</p>)}
        actions={
          <form method="post" action="#">
            <Button size="big" name="answer" value="yes">
              {words.yes}
            </Button>
            <Button size="big" variant="ghost" name="answer" value="no">
              {words.no}
            </Button>
          </form>
        }
        help={<a href="#talk">{words.talk}</a>}
      >
        <Panel title={words.ask} id="ask">
          <ul>
            {words.seen.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="ff-soft">{words.until}</p>
        </Panel>
      </ParticipantFrame>
    </>
  )
}
