import type { ReactElement, ReactNode } from 'react'
import { Page, ParticipantFrame } from '#ui'
import { LanguageSwitch, SignOut } from './frame.tsx'
import { type Language, languages } from './language.ts'
import { startPageOf } from './navigation.ts'
import { shellTexts } from './shell-texts.ts'

type Props = {
  readonly participant: boolean
  readonly language: Language
  readonly path: string
  readonly title: string
  readonly lede?: ReactNode
  readonly children: ReactNode
}

/** A page that both staff and participants read: in the staff's frame, or in the participant's quiet one. */
export function EitherFrame({ participant, language, path, title, lede, children }: Props): ReactElement {
  const t = shellTexts(language)
  if (!participant) {
    return (
      <Page title={title} lede={lede} width="text">
        {children}
      </Page>
    )
  }
  return (
    <ParticipantFrame
      name={t('service')}
      homeHref={startPageOf('participant')}
      language={<LanguageSwitch language={language} path={path} options={languages} />}
      title={title}
      lede={lede}
      help={
        <>
          <a href={startPageOf('participant')}>{t('toStart')}</a>
          <SignOut label={t('signOut')} />
        </>
      }
    >
      {children}
    </ParticipantFrame>
  )
}
