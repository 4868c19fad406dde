import type { ReactElement } from 'react'
import { type Profile, type ProfileRequirement, requirementKinds } from '#domain/competence'
import type { Language } from '#shell'
import { Button, Heading } from '#ui'
import { FormKey } from '../shell/form-key.tsx'
import { texts } from './texts.ts'

const hints = { must: 'mustHint', merit: 'meritHint', teachable: 'teachableHint' } as const

/** The profile as three columns: must, merit, teachable. With `editable`, each line can be taken away. */
export function ProfileColumns({
  profile,
  language,
  editable,
}: {
  profile: Profile
  language: Language
  editable: boolean
}): ReactElement {
  const t = texts(language)
  return (
    <div className="co-columns">
      {requirementKinds.map(kind => {
        const lines = profile.requirements.filter(line => line.kind === kind)
        return (
          <section key={kind} className={`co-column co-column--${kind}`}>
            <Heading level={2}>{t(kind)}</Heading>
            <p className="ff-soft">{t(hints[kind])}</p>
            {lines.length === 0 ? <p className="ff-soft">{t('nothing')}</p> : null}
            <ul>
              {lines.map(line => (
                <li key={line.id}>
                  <span>
                    <b>{language === 'en' ? line.labelEn : line.labelSv}</b>
                    <Facts line={line} language={language} />
                  </span>
                  {editable ? (
                    <form method="post">
                      <FormKey version={profile.version} intent="remove" />
                      <Button variant="text" size="small" name="requirement" value={line.id}>
                        {t('remove')}
                        <span className="ds-sr-only"> {line.labelSv}</span>
                      </Button>
                    </form>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function Facts({ line, language }: { line: ProfileRequirement; language: Language }): ReactElement | null {
  const t = texts(language)
  const facts = [
    line.level === undefined ? undefined : t('level', { n: line.level }),
    line.kind !== 'teachable' || line.weeksToLearn === undefined ? undefined : t('weeks', { n: line.weeksToLearn }),
  ].filter(fact => fact !== undefined)
  return facts.length === 0 ? null : <span className="ff-soft"> {facts.join(' · ')}</span>
}
